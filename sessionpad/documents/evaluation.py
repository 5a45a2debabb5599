"""The evaluation form: client and coach prepare it apart, and compare. Source: TGH-69, TGH-70, TGH-74."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, common, in_full, plain, who_does
from sessionpad.domain.scoring import Level, Scale
from sessionpad.domain.session import Review
from sessionpad.domain.task import State, Task
from sessionpad.i18n.terms import NEARER
from sessionpad.i18n.texts import Texts
from sessionpad.i18n.words import DECISIONS, LEVELS


class Evaluated(TypedDict):
    """One task: what the client said, and beside it the coach's scores once both had given theirs."""

    what: str
    who: str
    effort: str
    result: str
    coach_effort: str
    coach_result: str
    nearer: str
    course: str
    went_well: str
    difficult: str
    onward: str
    """What happens with the task now."""


class EvaluationContext(Common):
    """Every name the template of the evaluation form may use."""

    goal: str
    deadline: str
    tasks: list[Evaluated]
    realised: str
    brought: str
    """Two questions about the goal. Source: TGH-68."""
    effort_words: list[str]
    result_words: list[str]
    nearer_words: list[str]
    """The words to choose from. The scale is our own; the method gives none."""


def evaluation_context(occasion: Occasion) -> EvaluationContext:
    now, texts, blank = occasion.trajectory, occasion.texts, occasion.asked.blank
    return {
        **common(occasion, words.TITLES[occasion.language]["evaluation-form"], occasion.today),
        "goal": plain(now.goal.text),
        "deadline": in_full(now.goal.deadline, occasion.language),
        "tasks": [_evaluated(task, review, occasion) for task, review in _looked_at(occasion)],
        "realised": "" if blank else plain(now.closing.realised),
        "brought": "" if blank else plain(now.closing.brought),
        "effort_words": _scale(Scale.EFFORT, texts),
        "result_words": _scale(Scale.RESULT, texts),
        "nearer_words": [texts.say(each) for each in NEARER.values()],
    }


def _looked_at(occasion: Occasion) -> Iterator[tuple[Task, Review | None]]:
    """On a blank form the open tasks; otherwise those of the last look back too, each with what was last said of it."""
    now, dossier = occasion.trajectory, occasion.dossier
    talks = [each for each in dossier.sessions if each.trajectory == now.id and not occasion.asked.blank]
    last: dict[str, Review] = {review.task: review for talk in talks for review in talk.reviews}
    lately = next((talk.reviews for talk in reversed(talks) if talk.reviews), ())
    wanted = {review.task for review in lately}
    for task in dossier.tasks:
        if task.trajectory == now.id and (task.id in wanted or task.state is State.OPEN):
            yield task, last.get(task.id)


def _evaluated(task: Task, review: Review | None, occasion: Occasion) -> Evaluated:
    texts = occasion.texts
    said = review or Review(task=task.id, at=task.made_at)
    return {
        "what": plain(task.text),
        "who": who_does(task, occasion),
        "effort": _level(Scale.EFFORT, said.effort, texts),
        "result": _level(Scale.RESULT, said.result, texts),
        "coach_effort": _level(Scale.EFFORT, _beside(said.effort, said.coach_effort), texts),
        "coach_result": _level(Scale.RESULT, _beside(said.result, said.coach_result), texts),
        "nearer": texts.say(NEARER[said.nearer]) if said.nearer else "",
        "course": plain(said.course),
        "went_well": plain(said.went_well),
        "difficult": plain(said.difficult),
        "onward": texts.say(DECISIONS[said.decision]) if said.decision else "",
    }


def _beside(client: Level | None, coach: Level | None) -> Level | None:
    """The coach's score is shown once the client gave one too. Source: TGH-69, GW-94."""
    return coach if client is not None else None


def _level(scale: Scale, level: Level | None, texts: Texts) -> str:
    return "" if level is None else texts.say(LEVELS[scale][level])


def _scale(scale: Scale, texts: Texts) -> list[str]:
    return [texts.say(each) for each in LEVELS[scale].values()]
