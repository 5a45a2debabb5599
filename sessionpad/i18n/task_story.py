"""How a task went, talk by talk, in a line each."""

from __future__ import annotations

from collections.abc import Iterator

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.scoring import Scale
from sessionpad.domain.session import Review
from sessionpad.domain.task import Task
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import DECISIONS, LEVELS, OUTCOMES, SCALES


def task_story(dossier: Dossier, task: Task, texts: Texts) -> Iterator[str]:
    """The talks in which something was said about it, in order."""
    for talk in dossier.sessions:
        review = talk.review_of(task.id)
        if review is not None:
            day = talk.started_at.date()
            yield f"{short_date(day, texts.language, day)}: {' · '.join(_said(review, texts))}"


def _said(review: Review, texts: Texts) -> Iterator[str]:
    """What the client said; the coach's own scores stay with the talk they were given in."""
    for scale in Scale:
        level = getattr(review, scale.value)
        if level is not None:
            yield f"{texts.say(SCALES[scale])} {texts.say(LEVELS[scale][level])}"
    if review.outcome is not None:
        yield texts.say(OUTCOMES[review.outcome])
    if review.insight:
        yield texts.say(N_("learned: {insight}"), insight=review.insight)
    if review.decision is not None:
        yield texts.say(DECISIONS[review.decision])
