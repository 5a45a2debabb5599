"""What there is to notice about the wording of a text, without what the coach does not want to see again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from sessionpad.domain.agreeing import standing_agreement
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Dismissed, Form
from sessionpad.errors import DeckBroken
from sessionpad.method.finding import Finding
from sessionpad.method.wording import Field, Lexicons, check, load_lexicons, our_lexicons


@dataclass(frozen=True)
class Vocabulary:
    lexicons: Lexicons
    trouble: DeckBroken | None = None
    """What is wrong with the coach's own files; then only our own words are there."""


def vocabulary_with(own: Sequence[Path] = ()) -> Vocabulary:
    """Our words with those of the coach."""
    return _vocabulary_with(tuple(own))


@lru_cache(maxsize=4)
def _vocabulary_with(own: tuple[Path, ...]) -> Vocabulary:
    if not own:
        return Vocabulary(our_lexicons())
    try:
        return Vocabulary(load_lexicons(own))
    except DeckBroken as error:
        return Vocabulary(our_lexicons(), error)


def wordings(
    dossier: Dossier, field: Field, text: str, today: date, *, dated: bool, own: Sequence[Path] = ()
) -> tuple[Finding, ...]:
    """The hints for a text that is about to be agreed; mild while there is no agreement yet. Source: GW-78.

    Args:
        dossier: the dossier whose agreement it is for.
        field: where the text stands.
        text: the text as typed.
        today: what dates such as "vrijdag" are counted from.
        dated: the date stands beside the text, in a field of its own.
        own: the coach's own files of words; when one cannot be read, ours alone count.
    """
    trajectory = dossier.trajectory
    if not text.strip():
        return ()
    draft = standing_agreement(dossier) is None
    lexicons = vocabulary_with(own).lexicons
    found = check(field, text, today=today, start=trajectory.started, draft=draft, dated=dated, lexicons=lexicons)
    return tuple(each for each in found if Dismissed(code=each.code, text=text) not in trajectory.dismissed)


def task_wordings(dossier: Dossier, task: Task, today: date, own: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """The hints for a task; its day stands beside the text, so a text without a day is fine."""
    return wordings(dossier, Field.TASK, task.text, today, dated=task.due is not None, own=own)


def agreement_wordings(dossier: Dossier, today: date, own: Sequence[Path] = ()) -> dict[str, tuple[Finding, ...]]:
    """The hints for each text of the agreement, under `problem`, `goal`, `main` (the main task) and `fallback`.

    The day of the goal is a field of its own, so its text may do without.
    """
    trajectory = dossier.trajectory
    texts = {
        "problem": (Field.PROBLEM, trajectory.problem.text),
        "goal": (Field.GOAL, trajectory.goal.text),
        "main": (Field.MAIN_TASK, trajectory.goal.main_task),
        "fallback": (Field.AGREEMENT, trajectory.fallback),
    }
    return {key: wordings(dossier, field, text, today, dated=True, own=own) for key, (field, text) in texts.items()}


def oral_hint(dossier: Dossier) -> Finding | None:
    """That word of mouth leaves nothing to look back at: before the first oral agreement, until it was seen.

    Source: TGH-50, GW-17.
    """
    found = Finding(code="oral-nothing-to-look-at", severity="low", source=("TGH-50", "GW-17"))
    seen = Dismissed(code=found.code, text="")
    was_seen = any(seen in each.dismissed for each in dossier.trajectories)
    was_spoken = any(each.terms.form is Form.ORAL for each in dossier.agreements)
    return found if dossier.trajectory.form is Form.ORAL and not was_seen and not was_spoken else None
