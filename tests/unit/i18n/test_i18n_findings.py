"""A sentence for every finding of a typed line, a trajectory and a document."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sessionpad import documents, method
from sessionpad.desk import wordings
from sessionpad.desk.wordings import oral_hint
from sessionpad.documents import Document, missing
from sessionpad.domain.agreeing import make_agreement
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.ending import Aftercare
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import AgreementId, TrajectoryId
from sessionpad.domain.task import Difficulty, Every, Owner
from sessionpad.domain.trajectory import Form, Phase, Trajectory
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.findings import finding_sentence, known_findings
from sessionpad.i18n.texts import texts_in
from sessionpad.method import limits
from sessionpad.method.capture import read_task
from sessionpad.method.finding import Finding
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.method.task_hints import task_hints
from tests.unit.domain.builders import TODAY, TRAJECTORY, a_dossier, a_session, a_task, later

STARTED = date(2026, 11, 3)
DEADLINE = date(2027, 1, 29)
LINES = (
    "bellen @broer @ik",
    "bellen #contact #geleid",
    "bellen #licht #zwaar",
    "bellen !vr !27/12",
    "bellen !elke dag !elke week",
    "bellen !31/2",
    "bellen !1/1/2020",
    "@samen",
)


def trajectory(**fields: Any) -> Trajectory:
    plain = Trajectory(id=TRAJECTORY, started=STARTED, goal=Goal(text="post", deadline=DEADLINE))
    return msgspec.structs.replace(plain, **fields)


def crafted() -> Iterator[Dossier]:
    """Dossiers that together give a coach everything there is to notice."""
    yield a_dossier()
    yield a_dossier(trajectories=tuple(trajectory(id=TrajectoryId(f"t{number}")) for number in range(2)))
    yield a_dossier(trajectories=tuple(trajectory(id=TrajectoryId(f"t{number}")) for number in range(6)))
    for goal in (
        Goal(text="post"),
        Goal(text="post", deadline=date(2027, 6, 1)),
        Goal(text="post", deadline=date(2026, 10, 1)),
        Goal(text="post", deadline=date(2026, 11, 20)),
        Goal(text="post", deadline=date(2026, 12, 1)),
    ):
        yield a_dossier(trajectories=(trajectory(goal=goal),))
    yield a_dossier(trajectories=(trajectory(form=Form.ORAL),))
    made = make_agreement(a_dossier(), AgreementId("a"), TODAY)
    yield change_trajectory(made, made.trajectory.id, lambda each: msgspec.structs.replace(each, talks=4))
    yield a_dossier(trajectories=(trajectory(aftercare=Aftercare(signals="stil")),))
    yield a_dossier(trajectories=(trajectory(goal=Goal(), started=date(2026, 1, 1)),))
    yield a_dossier(trajectories=(trajectory(talks=40, evaluations=(date(2028, 1, 1),), phases=(Phase.CLOSING,)),))
    yield a_dossier(sessions=tuple(a_session(number, ended_at=later(weeks=number)) for number in range(13)))
    yield a_dossier(sessions=(a_session(1, ended_at=TODAY_AT, next_at=later(days=-3)),))
    yield a_dossier(tasks=tuple(a_task(number) for number in range(7)))
    yield a_dossier(tasks=tuple(a_task(number, proposed=True) for number in range(3)))
    yield a_dossier(tasks=(a_task(1, every=Every.DAY), a_task(2, every=Every.DAY, due=TODAY, until=STARTED)))
    heavy = a_task(1, session=a_session(1).id, difficulty=Difficulty.HEAVY)
    yield a_dossier(sessions=(a_session(1),), tasks=(heavy,))
    for due in (DEADLINE, date(2027, 2, 1)):
        yield a_dossier(trajectories=(trajectory(),), tasks=(a_task(1, due=due, owner=Owner.COACH),))


TODAY_AT = later(hours=1)


def given() -> list[Finding]:
    """Everything the rules say about these lines and dossiers."""
    found = [each for line in LINES for each in read_task(line, today=TODAY).findings]
    for dossier in crafted():
        found += limits.findings(dossier, TODAY)
        found += [each for task in dossier.tasks for each in task_hints(dossier, task)]
        found += [each for document in Document for each in missing(document, dossier, TODAY)]
        found += filter(None, [oral_hint(dossier)])
    return found


def codes_in(path: Path) -> set[str]:
    """Every code that stands in a module: a lower-case text with hyphens, or the one word of a rule."""
    constants = {
        node.value
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {
        each for each in constants if "-" in each and each == each.strip().lower() and each.replace("-", "").isalpha()
    }


GIVEN = given()
MODULES = [
    *sorted(Path(method.__file__ or "").parent.glob("limits*.py")),
    *sorted(Path(method.__file__ or "").parent.glob("capture*.py")),
    *sorted(Path(method.__file__ or "").parent.glob("task_hints.py")),
    Path(documents.__file__ or "").parent / "missing.py",
    Path(wordings.__file__ or ""),
]


def test_the_dossiers_above_show_every_rule() -> None:
    """Every code that stands in the rules is given by one of the crafted lines and dossiers, so none escapes below."""
    written = {code for path in MODULES for code in codes_in(path)}
    assert len(written) > 30
    assert {each.code for each in GIVEN} == written


def test_every_finding_has_a_sentence_and_no_other() -> None:
    """What a rule says is always a sentence, and no sentence waits for a rule that is gone."""
    assert known_findings() == {each.code for each in GIVEN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_values_of_a_finding_stand_in_its_sentence(language: Language) -> None:
    """Every value that a sentence asks for is carried by the finding, whichever rule gave it."""
    for finding in GIVEN:
        said = finding_sentence(finding, texts_in(language))
        assert said != finding.code
        assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_said_in_full(language: Language) -> None:
    """No machine's date stands in a sentence for people."""
    said = [finding_sentence(each, texts_in(language)) for each in GIVEN]
    assert not any("2026-" in each or "2027-" in each for each in said)
    (past,) = read_task("bellen !1/1/2020", today=TODAY).findings
    assert long_date(date(2020, 1, 1), language) in finding_sentence(past, texts_in(language))


@pytest.mark.parametrize("typed", ["20261127", "2026-W48-5", "31/2", "{date}", "[/b]"])
def test_what_was_typed_is_said_as_typed(typed: str) -> None:
    """A text that could not be read as a date is never shown as one."""
    (finding,) = read_task(f"bellen !{typed}", today=TODAY).findings
    assert finding.code == "date-unknown"
    assert f'"{typed}"' in finding_sentence(finding, texts_in("nl"))


def test_a_rule_nobody_told_us_about_gives_its_code() -> None:
    """Better a code than nothing."""
    assert finding_sentence(Finding(code="new-rule", params=(("a", 1),)), texts_in("nl")) == "new-rule"
