"""How it goes from talk to talk: effort and result of each task, how near the goal came, and then beside now.

Effort and result stand apart and are never added up. Source: TGH-71, TGH-74, GW-29.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal, Problem, ProblemPart
from sessionpad.domain.ids import TaskId
from sessionpad.domain.notes import Mark, body_of
from sessionpad.domain.scoring import Level, Nearer, Scale
from sessionpad.domain.session import Review, Session
from sessionpad.domain.value import Value

FACETS: Final = tuple(part for part in ProblemPart if part is not ProblemPart.TEXT)


def _talks(dossier: Dossier) -> list[Session]:
    """The talks of the current trajectory, the first one first."""
    same = (each for each in dossier.sessions if each.is_talk and each.trajectory == dossier.trajectory.id)
    return sorted(same, key=lambda each: each.started_at)


def reviews_of(dossier: Dossier, task: TaskId) -> tuple[Review, ...]:
    """What was said about this task, from its first talk to its last."""
    talks = sorted(dossier.sessions, key=lambda each: each.started_at)
    return tuple(review for talk in talks if (review := talk.review_of(task)) is not None)


def levels_of(dossier: Dossier, task: TaskId, scale: Scale) -> tuple[Level, ...]:
    """The scores on one scale, as the client gave them. Source: GW-94."""
    levels: tuple[Level | None, ...] = tuple(getattr(each, scale.value) for each in reviews_of(dossier, task))
    return tuple(level for level in levels if level is not None)


def nearer_of(dossier: Dossier) -> tuple[Nearer, ...]:
    """How near the tasks brought the goal, in the order in which they were talked about. Source: TGH-74."""
    reviews = (review for talk in _talks(dossier) for review in sorted(talk.reviews, key=lambda each: each.at))
    return tuple(review.nearer for review in reviews if review.nearer is not None)


class Then(StrEnum):
    """What is put beside what it is now."""

    WORDS = "words"
    """What the client said, in the first talk with own words and in the last."""
    GOAL = "goal"
    IMPORTANCE = "importance"
    CONFIDENCE = "confidence"
    PROBLEM = "problem"


class ThenNow(Value, frozen=True, kw_only=True):
    kind: Then
    then: str
    now: str
    part: ProblemPart | None = None
    """Which part of the description, when it is one."""


def then_and_now(dossier: Dossier) -> tuple[ThenNow, ...]:
    """What is not as it was at the start of this trajectory. Source: GW-29."""
    trajectory = dossier.trajectory
    frozen = [each.terms for each in dossier.agreements if each.trajectory == trajectory.id]
    goals = [*(each.goal for each in trajectory.revisions), *(each.goal for each in frozen), trajectory.goal]
    problems = [*(each.problem for each in frozen), trajectory.problem]
    return (*_words(dossier), *_problem(problems), *_goal(goals))


def _words(dossier: Dossier) -> list[ThenNow]:
    said = [(talk.started_at, words) for talk in _talks(dossier) for words in _own_words(talk)]
    if not said or said[0][0] == said[-1][0]:
        return []
    return [ThenNow(kind=Then.WORDS, then=said[0][1], now=_last(said))]


def _own_words(talk: Session) -> list[str]:
    return [body for line in talk.notes if line.mark is Mark.QUOTE and (body := body_of(line.text))]


def _last(said: list[tuple[datetime, str]]) -> str:
    """The first thing that was said in the last talk, as the other one is the first of its talk."""
    return next(words for at, words in said if at == said[-1][0])


def _problem(problems: list[Problem]) -> list[ThenNow]:
    now = problems[-1]
    found = []
    for part in FACETS:
        then = next((told for each in problems if (told := each.said(part).strip())), "")
        if then and now.said(part).strip() and then != now.said(part).strip():
            found.append(ThenNow(kind=Then.PROBLEM, part=part, then=then, now=now.said(part).strip()))
    return found


def _goal(goals: list[Goal]) -> list[ThenNow]:
    now, found = goals[-1], []
    then = next((each.text for each in goals if each.text.strip()), "")
    if then and now.text.strip() and then != now.text:
        found.append(ThenNow(kind=Then.GOAL, then=then, now=now.text))
    for kind in (Then.IMPORTANCE, Then.CONFIDENCE):
        figures = [figure for each in goals if (figure := getattr(each, kind.value)) is not None]
        if figures and getattr(now, kind.value) is not None and figures[0] != figures[-1]:
            found.append(ThenNow(kind=kind, then=str(figures[0]), now=str(figures[-1])))
    return found
