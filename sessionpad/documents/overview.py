"""The client's own overview on one page, to be read by others first; the client picks what is in it. Source: IW-5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sessionpad.documents import words
from sessionpad.documents.agreement_parts import Helping
from sessionpad.documents.asked import Part
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, TaskLine, common, done_tasks, in_full, open_tasks, plain, task_line
from sessionpad.documents.task_sheet import NextTalk, next_talk
from sessionpad.domain.client import Remembering
from sessionpad.domain.concern import ConcernKind, Standing
from sessionpad.domain.text import clean_line
from sessionpad.i18n.terms import REMEMBERING

_LATEST: Final = 5
"""How many things that succeeded fit on the page."""
_WISHED: Final = {Standing.WAITING, Standing.NOW}


class OverviewContext(Common, NextTalk):
    """Every name the template of the overview may use; what the client did not pick is empty."""

    goal: str
    deadline: str
    why: str
    tasks: list[TaskLine]
    succeeded: list[str]
    strengths: list[str]
    people: list[Helping]
    needed: list[str]
    remembers: str
    problem: str
    tried: list[str]
    wishes: list[str]
    way: str


def overview_context(occasion: Occasion) -> OverviewContext:
    dossier, now = occasion.dossier, occasion.trajectory
    told, picked = dossier.exploration, occasion.asked.parts
    meeting = next_talk(occasion) if Part.APPOINTMENT in picked else NextTalk(next_day="", next_time="", next_where="")
    context: OverviewContext = {
        **common(occasion, words.TITLES[occasion.language]["client-overview"], occasion.today),
        **meeting,
        "goal": plain(now.goal.text) if Part.GOAL in picked else "",
        "deadline": in_full(now.goal.deadline, occasion.language) if Part.GOAL in picked else "",
        "why": plain(now.goal.why) if Part.WHY in picked else "",
        "tasks": _tasks(occasion) if Part.TASKS in picked else [],
        "succeeded": _succeeded(occasion) if Part.SUCCEEDED in picked else [],
        "strengths": _said(told.strengths_self, told.strengths_around) if Part.STRENGTHS in picked else [],
        "people": list(_people(occasion)) if Part.PEOPLE in picked else [],
        "needed": _said(told.expected_help, told.help_needed) if Part.NEEDED in picked else [],
        "remembers": _remembers(occasion) if Part.REMEMBERS in picked else "",
        "problem": plain(now.problem.text) if Part.PROBLEM in picked and now.problem.in_document else "",
        "tried": _said(*(each.what for each in told.tried)) if Part.TRIED in picked else [],
        "wishes": _wishes(occasion) if Part.WISHES in picked else [],
        "way": plain(now.way) if Part.WAY in picked else "",
    }
    return context if Part.REACH in picked else {**context, "reach": ""}


def _tasks(occasion: Occasion) -> list[TaskLine]:
    return [task_line(task, occasion) for task in open_tasks(occasion.dossier, occasion.trajectory.id)]


def _succeeded(occasion: Occasion) -> list[str]:
    """The latest things that worked out, the last one first."""
    done = [plain(task.text) for task in done_tasks(occasion.dossier, occasion.trajectory.id)]
    return done[: -_LATEST - 1 : -1]


def _people(occasion: Occasion) -> Iterator[Helping]:
    for person in occasion.client.people:
        yield {
            "name": clean_line(person.name),
            "part": clean_line(person.relation),
            "helps_with": plain(person.helps_with),
        }


def _said(*texts: str) -> list[str]:
    return [text for text in map(plain, texts) if text]


def _remembers(occasion: Occasion) -> str:
    client = occasion.client
    if client.remembers_by.strip():
        return plain(client.remembers_by)
    return ", ".join(occasion.texts.say(REMEMBERING[each]) for each in Remembering if each in client.remembers)


def _wishes(occasion: Occasion) -> list[str]:
    named = occasion.dossier.concerns
    return _said(*(each.text for each in named if each.kind is ConcernKind.WISH and each.standing in _WISHED))
