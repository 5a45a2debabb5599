"""A task in words: who, when, and what kind."""

from __future__ import annotations

from datetime import date

from sessionpad.domain.task import Difficulty, Kind, Owner, Task
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import EVERY
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import DIFFICULTIES, KINDS, OWNERS
from sessionpad.method.capture import Draft


def describe_draft(draft: Draft, texts: Texts, today: date) -> str:
    """Everything that was read from the line, in full: "samen · vr 27 nov · tijdens een gesprek · het adres mailen"."""
    when = when_of(draft, texts, today) or texts.say(N_("no date yet"))
    who = draft.person or texts.say(OWNERS[draft.owner])
    return " · ".join(
        filter(None, (who, when, texts.say(KINDS[draft.kind]), _difficulty(draft.difficulty, texts), draft.text))
    )


def describe_task(task: Task, texts: Texts, today: date) -> str:
    """What stands under a task in a list; nothing where the usual holds. The client's own task has no owner line."""
    parts = []
    if task.owner is Owner.NETWORK:
        parts.append(task.person or texts.say(OWNERS[task.owner]))
    elif task.owner is Owner.TOGETHER:
        parts.append(texts.say(OWNERS[task.owner]))
    parts.append(when_of(task, texts, today))
    if task.kind is not Kind.EXTERNAL:
        parts.append(texts.say(KINDS[task.kind]))
    return " · ".join(filter(None, (*parts, _difficulty(task.difficulty, texts))))


def describe_task_fully(task: Task, texts: Texts, today: date) -> str:
    """The same with the owner always there."""
    about = describe_task(task, texts, today)
    alone = task.owner in (Owner.CLIENT, Owner.COACH)
    return " · ".join(filter(None, (texts.say(OWNERS[task.owner]), about))) if alone else about


def when_of(task: Task | Draft, texts: Texts, today: date) -> str:
    """Once, or how often and until when: "vr 27 nov", "elke week, eerst vr 27 nov, tot vr 18 dec"."""
    day = short_date(task.due, texts.language, today) if task.due else ""
    if task.every is None:
        return day
    parts = [texts.say(EVERY[task.every])]
    if day:
        parts.append(texts.say(N_("first {day}"), day=day))
    if task.until is not None:
        parts.append(texts.say(N_("until {day}"), day=short_date(task.until, texts.language, today)))
    return ", ".join(parts)


def _difficulty(difficulty: Difficulty | None, texts: Texts) -> str:
    return texts.say(DIFFICULTIES[difficulty]) if difficulty is not None else ""
