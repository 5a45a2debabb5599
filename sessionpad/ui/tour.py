"""A tour of two minutes on fictional clients: from the list to a scored task and an agreement on paper.

It looks at what was done and says what comes next; it never waits for it, and never stands in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sessionpad.documents import Document
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.session import Session
from sessionpad.i18n.texts import N_, Texts


@dataclass(frozen=True)
class Sight:
    """What can be seen now."""

    screen: str
    """The name of the screen on top."""
    under: tuple[str, ...]
    """Those of the screens below it."""
    dossier: Dossier | None
    """That of the screen on top, or of the nearest one below it."""
    began: datetime
    """When the tour did."""

    @property
    def stack(self) -> tuple[str, ...]:
        return (*self.under, self.screen)

    @property
    def talk(self) -> Session | None:
        return self.dossier.open_session if self.dossier is not None else None


@dataclass(frozen=True)
class Step:
    say: str
    done: Callable[[Sight], bool]
    on: tuple[str, ...] = ()
    """Where its keys do what is said; everywhere when there is none."""
    back: str = ""
    """What is said elsewhere."""


def _has_noted(sight: Sight) -> bool:
    return sight.talk is not None and any(line.at >= sight.began for line in sight.talk.notes if line.text.strip())


def _has_scored(sight: Sight) -> bool:
    reviews = sight.talk.reviews if sight.talk is not None else ()
    return any(each.effort is not None and each.result is not None and each.at >= sight.began for each in reviews)


def _has_a_task(sight: Sight) -> bool:
    return sight.dossier is not None and any(task.made_at >= sight.began for task in sight.dossier.tasks)


def _has_a_paper(sight: Sight) -> bool:
    papers = sight.dossier.papers if sight.dossier is not None else ()
    return any(each.document == Document.AGREEMENT and each.made_at >= sight.began for each in papers)


_TALK: Final = ("SessionScreen",)
_TO_TALK: Final = N_("The tour goes on in today's talk: Esc goes back, and Enter on the map of a dossier opens it.")
STEPS: Final = (
    Step(
        N_("Fictional people, and nothing is kept. Type a letter or two to find one; Enter opens the dossier."),
        lambda sight: "DossierScreen" in sight.stack,
        ("ClientsScreen",),
        N_("The tour begins at the list of clients: Esc goes back to it."),
    ),
    Step(
        N_("The map of one client: the rooms on the left, where you are in the middle. Enter begins today's talk."),
        lambda sight: "SessionScreen" in sight.stack,
        ("DossierScreen",),
        N_("The tour goes on at the map of the dossier: Esc goes back to it."),
    ),
    Step(
        N_("Last time on the left, the next question on the right. Type a line: with + before it, it is a strength."),
        _has_noted,
        _TALK,
        _TO_TALK,
    ),
    Step(
        N_("F2 goes to the tasks of last time. A figure from 0 to 4 for the effort, and another one for the result."),
        _has_scored,
        _TALK,
        _TO_TALK,
    ),
    Step(
        N_("F2 goes back to the notes. Type  > make a call @me !fri  on a line of its own, and Enter: that is a task."),
        _has_a_task,
        _TALK,
        _TO_TALK,
    ),
    Step(
        N_("F12 turns the screen around, for the client to read along."),
        lambda sight: sight.screen == "ClientViewScreen",
    ),
    Step(
        N_("This is what the client may read, and nothing else. F12 goes back to where you were typing."),
        lambda sight: sight.screen != "ClientViewScreen",
    ),
    Step(
        N_("Esc goes back to the notes, and from there to the map of the dossier. F4 there is the agreement."),
        lambda sight: "AgreementScreen" in sight.stack,
        ("SessionScreen", "DossierScreen"),
        N_("The agreement is F4 on the map of the dossier: Esc goes back to it."),
    ),
    Step(
        N_("What was agreed, to fill in together; hints never block. F5 makes the Word document that you both sign."),
        _has_a_paper,
        ("AgreementScreen",),
        N_("The agreement is F4 on the map of the dossier: Esc goes back to it."),
    ),
    Step(
        N_("That was all: a task is scored, the agreement is on paper. Look around as long as you like; Ctrl+Q quits."),
        lambda sight: "AgreementScreen" not in sight.stack,
    ),
)


class Tour:
    """Where one is on the way.

    Args:
        began: the moment of now; only what is done after it counts.
    """

    def __init__(self, began: datetime, steps: Sequence[Step] = STEPS) -> None:
        self.began = began
        self._steps = steps
        self._at = 0

    @property
    def is_over(self) -> bool:
        return self._at >= len(self._steps)

    def look(self, sight: Sight) -> None:
        """Go on past everything that is done."""
        while not self.is_over and self._steps[self._at].done(sight):
            self._at += 1

    def line(self, sight: Sight, texts: Texts) -> tuple[str, str]:
        """How far one is, and what comes next, in words."""
        step = self._steps[self._at]
        here = not step.on or sight.screen in step.on
        how_far = texts.say(N_("Tour {number} of {most}"), number=self._at + 1, most=len(self._steps))
        return how_far, texts.say(step.say if here else step.back)
