"""The parts of a context that documents have in common, all as plain text that may stand on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.task import Kind, Owner, Task
from sessionpad.domain.text import clean_line, clean_text
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.method.language import Language


class Common(TypedDict):
    """What every template may use."""

    title: str
    language: Language
    address: str
    """`je` or `u`: how Dutch addresses the client."""
    date: str
    """Of the document, in full."""
    client: str
    coach: str
    """The coach's name, or "mijn coach"."""
    reach: str
    """How and when to reach the coach; may hold line breaks."""


class TaskLine(TypedDict):
    """One task; a text that was not given is empty."""

    who: str
    what: str
    how: str
    needed: str
    if_hard: str
    when: str
    """In short: "vr 27 nov"."""
    day: str
    """In full: "vrijdag 27 november 2026"."""


def common(occasion: Occasion, title: str, day: date) -> Common:
    client = occasion.dossier.client
    return {
        "title": title,
        "language": occasion.language,
        "address": occasion.address,
        "date": long_date(day, occasion.language),
        "client": clean_line(client.called),
        "coach": coach_name(client, occasion.language),
        "reach": plain(client.reach),
    }


def coach_name(client: Client, language: Language) -> str:
    return clean_line(client.coach) or words.MY_COACH[language]


def plain(text: str) -> str:
    """A text as typed, line breaks kept, without the white space around it."""
    return clean_text(text).strip()


def open_tasks(dossier: Dossier, trajectory: TrajectoryId) -> list[Task]:
    return [task for task in dossier.open_tasks if task.trajectory == trajectory]


def owned_by(tasks: Iterable[Task], *owners: Owner) -> list[Task]:
    """The tasks of these owners, owner by owner, each in its own order."""
    return [task for owner in owners for task in tasks if task.owner is owner]


def task_line(task: Task, occasion: Occasion) -> TaskLine:
    language = occasion.language
    when = short_date(task.due, language, occasion.today) if task.due else ""
    return {
        "who": _who(task, occasion),
        "what": plain(task.text),
        "how": plain(task.how),
        "needed": plain(task.means),
        "if_hard": plain(task.if_hard),
        "when": when or (words.IN_A_TALK[language] if task.kind is Kind.CONTACT else ""),
        "day": long_date(task.due, language) if task.due else "",
    }


def _who(task: Task, occasion: Occasion) -> str:
    language = occasion.language
    match task.owner:
        case Owner.CLIENT:
            return words.ME[language]
        case Owner.COACH:
            return coach_name(occasion.dossier.client, language)
        case Owner.TOGETHER:
            return words.TOGETHER[language]
        case Owner.NETWORK:
            return clean_line(task.person) or words.SOMEONE[language]
