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
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.domain.text import clean_line, clean_text
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.i18n.terms import EVERY
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
    conditions: str
    if_hard: str
    pitfall: str
    helps: str
    where: str
    bring: str
    speaks: str
    """Who speaks when client and coach go somewhere together."""
    when: str
    """In short: "vr 27 nov", "elke dag t.e.m. di 29 dec"."""
    day: str
    """In full: "vrijdag 27 november 2026"; empty when it comes back."""
    moment: str
    """As a phrase: "Tegen vrijdag 27 november 2026", "Elke dag, tot en met dinsdag 29 december 2026"."""


def common(occasion: Occasion, title: str, day: date) -> Common:
    client = occasion.client
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


def in_full(day: date | None, language: Language) -> str:
    return long_date(day, language) if day else ""


def open_tasks(dossier: Dossier, trajectory: TrajectoryId) -> list[Task]:
    return [task for task in dossier.open_tasks if task.trajectory == trajectory]


def done_tasks(dossier: Dossier, trajectory: TrajectoryId) -> list[Task]:
    """What succeeded in a trajectory, in the order in which it did; the coach's own promises are not counted in."""
    done = [
        task
        for task in dossier.tasks
        if task.state is State.DONE and task.trajectory == trajectory and task.owner is not Owner.COACH
    ]
    return sorted(done, key=lambda task: task.ended_at or task.made_at)


def owned_by(tasks: Iterable[Task], *owners: Owner) -> list[Task]:
    """The tasks of these owners, owner by owner, each in its own order."""
    return [task for owner in owners for task in tasks if task.owner is owner]


def task_line(task: Task, occasion: Occasion) -> TaskLine:
    return {
        "who": who_does(task, occasion),
        "what": plain(task.text),
        "how": plain(task.how),
        "needed": plain(task.means),
        "conditions": plain(task.conditions),
        "if_hard": plain(task.if_hard),
        "pitfall": plain(task.pitfall),
        "helps": plain(task.helps),
        "where": plain(task.where),
        "bring": plain(task.bring),
        "speaks": words.SPEAKS[occasion.language][task.speaker] if task.kind is Kind.GUIDED else "",
        "when": _when(task, occasion),
        "day": in_full(task.due, occasion.language) if task.every is None else "",
        "moment": _moment(task, occasion),
    }


def _when(task: Task, occasion: Occasion) -> str:
    language = occasion.language
    if task.every is not None:
        until = short_date(task.until, language, occasion.today) if task.until else ""
        often = occasion.texts.say(EVERY[task.every])
        return f"{often} {words.UNTIL_SHORT[language]} {until}" if until else often
    if task.due is not None:
        return short_date(task.due, language, occasion.today)
    return words.IN_A_TALK[language] if task.kind is Kind.CONTACT else ""


def _moment(task: Task, occasion: Occasion) -> str:
    language = occasion.language
    if task.every is not None:
        until = f", {words.UNTIL[language]} {long_date(task.until, language)}" if task.until else ""
        return _capital(occasion.texts.say(EVERY[task.every]) + until)
    if task.due is not None:
        return f"{words.BY[language]} {long_date(task.due, language)}"
    return _capital(words.IN_A_TALK[language]) if task.kind is Kind.CONTACT else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def who_does(task: Task, occasion: Occasion) -> str:
    """In the words of the client: "Ik", the coach's name, "Samen", the name of someone else."""
    language = occasion.language
    match task.owner:
        case Owner.CLIENT:
            return words.me(occasion.client, language)
        case Owner.COACH:
            return coach_name(occasion.client, language)
        case Owner.TOGETHER:
            return words.TOGETHER[language]
        case Owner.NETWORK:
            return clean_line(task.person) or words.SOMEONE[language]
