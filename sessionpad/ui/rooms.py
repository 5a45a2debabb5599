"""The rooms of a dossier: what can be filled in or looked at, each on a screen of its own.

The menu of the dossier screen and the command palette read this table, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from sessionpad.i18n.texts import N_, Texts

if TYPE_CHECKING:
    from sessionpad.desk.desk import Desk
    from sessionpad.desk.pad import Pad
    from sessionpad.ui.saver import Saver
    from sessionpad.ui.screens.over_dossier import OverDossier

# The screens are imported when they are asked for: a dossier opens without them.

Maker: TypeAlias = "Callable[[Texts, Desk, Pad, Saver], OverDossier]"


@dataclass(frozen=True)
class Room:
    name: str
    what: str
    """One sentence: what one does there."""
    make: Maker
    part: str = ""
    """The part of the work it belongs to: a heading in the menu."""
    key: str = ""
    """The key that opens it on the dossier screen, for the few that have one."""

    def screen(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
        made = self.make(texts, desk, pad, saver)
        made.room = self
        return made

    def said(self, texts: Texts) -> tuple[str, str]:
        return texts.say(self.name), texts.say(self.what)


def _agreement(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.agreement import AgreementScreen  # noqa: PLC0415

    return AgreementScreen(texts, desk, pad, saver)


def _papers(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.papers import PapersScreen  # noqa: PLC0415

    return PapersScreen(texts, desk, pad, saver)


def _ending(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.ending import EndingScreen  # noqa: PLC0415

    return EndingScreen(texts, desk, pad, saver)


def _aftercare(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.aftercare import AftercareScreen  # noqa: PLC0415

    return AftercareScreen(texts, desk, pad, saver)


def _pictures(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.pictures import PicturesScreen  # noqa: PLC0415

    return PicturesScreen(texts, desk, pad, saver)


def _parking(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.parking import ParkingScreen  # noqa: PLC0415

    return ParkingScreen(texts, desk, pad, saver)


def _rights(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.rights import RightsScreen  # noqa: PLC0415

    return RightsScreen(texts, desk, pad, saver)


def _referral(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.referral import ReferralScreen  # noqa: PLC0415

    return ReferralScreen(texts, desk, pad, saver)


def _telling(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.telling import TellingScreen  # noqa: PLC0415

    return TellingScreen(texts, desk, pad, saver)


def _missed(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.missed import MissedScreen  # noqa: PLC0415

    return MissedScreen(texts, desk, pad, saver)


def _working(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.working import WorkingScreen  # noqa: PLC0415

    return WorkingScreen(texts, desk, pad, saver)


def _mine(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.mine import MineScreen  # noqa: PLC0415

    return MineScreen(texts, desk, pad, saver)


def _reflecting(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.reflecting import ReflectingScreen  # noqa: PLC0415

    return ReflectingScreen(texts, desk, pad, saver)


def _exploration(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.exploration import ExplorationScreen  # noqa: PLC0415

    return ExplorationScreen(texts, desk, pad, saver)


def _domains(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.domains import DomainsScreen  # noqa: PLC0415

    return DomainsScreen(texts, desk, pad, saver)


def _people(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.people import PeopleScreen  # noqa: PLC0415

    return PeopleScreen(texts, desk, pad, saver)


def _concerns(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.concerns import ConcernsScreen  # noqa: PLC0415

    return ConcernsScreen(texts, desk, pad, saver)


def _problem(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.problem import ProblemScreen  # noqa: PLC0415

    return ProblemScreen(texts, desk, pad, saver)


def _goal(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.goal import GoalScreen  # noqa: PLC0415

    return GoalScreen(texts, desk, pad, saver)


def _tasks(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.tasks import TasksScreen  # noqa: PLC0415

    return TasksScreen(texts, desk, pad, saver)


def _terms(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.terms import TermsScreen  # noqa: PLC0415

    return TermsScreen(texts, desk, pad, saver)


def _agreements(texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> OverDossier:
    from sessionpad.ui.screens.agreements import AgreementsScreen  # noqa: PLC0415

    return AgreementsScreen(texts, desk, pad, saver)


EXPLORING: Final = N_("exploring together")
AGREEING: Final = N_("choosing and agreeing")
ENDING: Final = N_("ending and after")
BESIDE: Final = N_("around it")
MINE: Final = N_("for the coach")

GOAL: Final = Room(N_("goal"), N_("What the client wants to reach, by when, and how it stands"), _goal, AGREEING)
AGREEMENT: Final = Room(
    N_("agreement"), N_("Fill in, look at, sign and export the agreement"), _agreement, AGREEING, key="f4"
)
TASKS: Final = Room(N_("tasks"), N_("Every task in full: what and how, who and when, what helps"), _tasks, AGREEING)
"""These are also reached from a talk."""
TELLING: Final = Room(N_("who is told what"), N_("What the client agreed that others may know"), _telling, BESIDE)
"""Also reached from the agreement."""

ROOMS: Final = (
    Room(N_("exploring"), N_("What the client tells, tried, can and hopes; in pieces"), _exploration, EXPLORING),
    Room(N_("domains of life"), N_("What goes well and what is difficult, one or two at a time"), _domains, EXPLORING),
    Room(N_("people"), N_("Household, people around, other helpers: who may do what"), _people, EXPLORING),
    Room(N_("what matters most"), N_("What the client named, in the client's order"), _concerns, AGREEING),
    Room(N_("what is going on"), N_("Describe what is worked on, until the client recognises it"), _problem, AGREEING),
    GOAL,
    AGREEMENT,
    Room(N_("more in the agreement"), N_("What is in it only when it is wanted"), _terms, AGREEING),
    Room(N_("agreements"), N_("As it stands on paper: offered, thought over, signed"), _agreements, AGREEING),
    TASKS,
    Room(N_("documents"), N_("Make a Word document, and see what was made before"), _papers, AGREEING),
    Room(N_("looking back and going on"), N_("Look back together, end the trajectory, and go on"), _ending, ENDING),
    Room(N_("aftercare"), N_("A time with an end of its own, and what to remember"), _aftercare, ENDING),
    Room(N_("pictures"), N_("The way to the goal, how it goes, what carries, who is around"), _pictures, BESIDE),
    Room(N_("to come back to"), N_("What was put aside, and when it comes back"), _parking, BESIDE),
    Room(N_("rights and quick wins"), N_("Rights to look at, and what can be had soon"), _rights, BESIDE),
    Room(N_("to another service"), N_("The way to another service, step by step"), _referral, BESIDE),
    TELLING,
    Room(
        N_("missed appointments"),
        N_("What came in between, and what was tried"),
        _missed,
        BESIDE,
    ),
    Room(N_("how we work together"), N_("Names, reaching each other, remembering, noting"), _working, BESIDE),
    Room(N_("for me alone"), N_("Memory aids, a worry, safety: in no document and no view of the client"), _mine, MINE),
    Room(N_("my own look back"), N_("My own work, in words and figures"), _reflecting, MINE),
)
