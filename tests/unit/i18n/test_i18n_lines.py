"""Tasks, talks, appointments and acts in one line of words."""

from __future__ import annotations

import ast
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

import sessionpad
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal
from sessionpad.domain.task import Difficulty, Kind, Owner
from sessionpad.domain.trajectory import Phase, Trajectory
from sessionpad.i18n.acts import act_name, redone_sentence, undone_sentence
from sessionpad.i18n.moments import long_moment, short_moment
from sessionpad.i18n.tasks import describe_draft, describe_task, describe_task_fully
from sessionpad.i18n.texts import texts_in
from sessionpad.i18n.trajectory import goal_of, phases_of, title_of, weeks_of
from sessionpad.method.capture import read_task
from sessionpad.method.language import LANGUAGES, Language
from tests.unit.domain.builders import AT, TODAY, TRAJECTORY, a_dossier, a_session, a_task, later

NL, EN = texts_in("nl"), texts_in("en")
FRIDAY = date(2026, 11, 27)


def with_goal(**fields: Any) -> Dossier:
    return a_dossier(
        client=Client(code="[/b]"),
        trajectories=(Trajectory(id=TRAJECTORY, started=date(2026, 11, 3), goal=Goal(**fields)),),
    )


# tasks


@pytest.mark.parametrize(
    ("line", "nl", "en"),
    [
        ("brief openen", "cliënt · nog geen datum · tussen twee gesprekken · brief openen", None),
        (
            "> brief openen @samen !vr #contact",
            "samen · vr 27 nov · tijdens een gesprek · brief openen",
            "together · Fri 27 Nov · during a talk · brief openen",
        ),
        ("brief openen @broer !1/2/2027", "broer · ma 1 feb 2027 · tussen twee gesprekken · brief openen", None),
        ("{x} [/b] @ik", "coach · nog geen datum · tussen twee gesprekken · {x} [/b]", None),
        (
            "bank #zwaar",
            "cliënt · nog geen datum · tussen twee gesprekken · zwaar · bank",
            "client · no date yet · between two talks · heavy · bank",
        ),
        ("@samen", "samen · nog geen datum · tussen twee gesprekken", None),
    ],
)
def test_a_typed_line_is_echoed_in_full(line: str, nl: str, en: str | None) -> None:
    """Who, when, how and what, as it was read, with the date not to be mistaken."""
    draft = read_task(line, today=TODAY)
    assert describe_draft(draft, NL, TODAY) == nl
    assert en is None or describe_draft(draft, EN, TODAY) == en


@pytest.mark.parametrize(
    ("fields", "short", "full"),
    [
        ({}, "", "cliënt"),
        ({"owner": Owner.COACH, "due": FRIDAY}, "vr 27 nov", "coach · vr 27 nov"),
        ({"owner": Owner.TOGETHER, "kind": Kind.CONTACT}, "samen · tijdens een gesprek", "samen · tijdens een gesprek"),
        ({"owner": Owner.NETWORK, "person": "broer", "due": FRIDAY}, "broer · vr 27 nov", "broer · vr 27 nov"),
        ({"owner": Owner.NETWORK}, "netwerk", "netwerk"),
        ({"difficulty": Difficulty.LIGHT}, "licht", "cliënt · licht"),
        ({"difficulty": Difficulty.MEDIUM, "due": FRIDAY}, "vr 27 nov · middel", "cliënt · vr 27 nov · middel"),
        ({"kind": Kind.GUIDED, "due": FRIDAY}, "vr 27 nov · coach gaat mee", "cliënt · vr 27 nov · coach gaat mee"),
    ],
)
def test_a_task_in_a_list(fields: dict[str, Any], short: str, full: str) -> None:
    """In a list nothing stands where the usual holds; in full the owner is always there, and only once."""
    task = a_task(**fields)
    assert describe_task(task, NL, TODAY) == short
    assert describe_task_fully(task, NL, TODAY) == full


# where a client stands


@pytest.mark.parametrize(
    ("deadline", "nl", "en"),
    [
        (None, "", ""),
        (date(2026, 11, 23), "periode is om", "period is over"),
        (TODAY, "nog 0 weken", "0 weeks left"),
        (date(2026, 12, 1), "nog 1 week", "1 week left"),
        (date(2026, 12, 2), "nog 2 weken", "2 weeks left"),
    ],
)
def test_the_time_that_is_left(deadline: date | None, nl: str, en: str) -> None:
    """In weeks, a begun one counted; without a deadline nothing is said."""
    assert (weeks_of(deadline, TODAY, NL), weeks_of(deadline, TODAY, EN)) == (nl, en)


def test_the_head_of_a_conversation() -> None:
    """Code, which talk it is, and the time that is left when there is a deadline."""
    first, second = a_session(1), a_session(2)
    dossier = msgspec.structs.replace(with_goal(deadline=date(2026, 12, 29)), sessions=(first, second))
    assert title_of(dossier, second, NL, TODAY) == "[/b] · gesprek 2 van 3–12 · nog 5 weken"
    assert title_of(a_dossier(sessions=(first,)), first, EN, TODAY) == "A. · talk 1 of 3–12"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goal_or_the_room_for_one(language: Language) -> None:
    """The goal as it was said; without one a word that takes the pressure off."""
    texts = texts_in(language)
    assert goal_of(with_goal(text="{x} [/b]"), texts) == "{x} [/b]"
    assert goal_of(with_goal(), texts) == texts.say("no goal yet: it may grow during the talk")


def test_several_phases_at_once() -> None:
    """The phases stand in the order of the dossier."""
    trajectory = Trajectory(id=TRAJECTORY, started=TODAY, phases=(Phase.EXECUTION, Phase.CLOSING))
    assert phases_of(a_dossier(trajectories=(trajectory,)), NL) == "uitvoering, afsluiting"


# appointments


@pytest.mark.parametrize(
    ("at", "long", "short"),
    [
        (later(days=3), "vrijdag 27 november 2026 om 14:07", "vr 27 nov 14:07"),
        (AT.replace(hour=0, minute=0), "dinsdag 24 november 2026", "vandaag"),
        (AT.replace(hour=16, minute=0), "dinsdag 24 november 2026 om 16:00", "vandaag 16:00"),
        (datetime(2027, 1, 4, tzinfo=AT.tzinfo), "maandag 4 januari 2027", "ma 4 jan 2027"),
        (datetime(2027, 1, 4, 0, 30, tzinfo=AT.tzinfo), "maandag 4 januari 2027 om 00:30", "ma 4 jan 2027 00:30"),
    ],
)
def test_an_appointment(at: datetime, long: str, short: str) -> None:
    """With the time when there is one, with the year when it is another, and today is called today."""
    assert long_moment(at, NL) == long
    assert short_moment(at, NL, AT) == short


# acts


def acts_of_the_pad() -> set[str]:
    """Every name that the pad or a screen gives to an act."""
    package, names = Path(sessionpad.__file__).parent, set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            called = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
            place = {"do": 0, "change_session": 1}.get(called)
            if isinstance(node, ast.Call) and place is not None and len(node.args) > place:
                name = node.args[place]
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    names.add(str(name.value))
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_its_own_name(language: Language) -> None:
    """Undo says what it took back; filling in a field, whichever, is called that."""
    texts = texts_in(language)
    field = act_name("field-goal-why", texts)
    named = {name: act_name(name, texts) for name in acts_of_the_pad()}
    assert len(named) >= 10
    assert len(set(named.values())) == len(named)
    assert field not in named.values()
    assert act_name("field-client-name", texts) == field


@pytest.mark.parametrize(
    ("act", "undone", "redone"),
    [
        ("notes", "Ongedaan gemaakt: notities.", "Opnieuw gedaan: notities."),
        ("field-goal-text", "Ongedaan gemaakt: wat werd ingevuld.", "Opnieuw gedaan: wat werd ingevuld."),
        ("move-concerns", "Ongedaan gemaakt: wat de cliënt noemde.", "Opnieuw gedaan: wat de cliënt noemde."),
        (
            "field-parked-id-text",
            "Ongedaan gemaakt: iets om op terug te komen.",
            "Opnieuw gedaan: iets om op terug te komen.",
        ),
        (None, "Er is niets om ongedaan te maken.", "Er is niets om opnieuw te doen."),
    ],
)
def test_undo_and_redo_say_what_they_did(act: str | None, undone: str, redone: str) -> None:
    """And that there was nothing, when there was nothing."""
    assert (undone_sentence(act, NL), redone_sentence(act, NL)) == (undone, redone)
