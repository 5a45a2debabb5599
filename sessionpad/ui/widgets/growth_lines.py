"""Effort and result of each task, and how near the goal came, over the talks: as blocks and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.growth import levels_of, nearer_of
from sessionpad.domain.scoring import Scale
from sessionpad.domain.task import Task
from sessionpad.i18n.growth import levels_picture, levels_words, nearer_picture, nearer_words
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import SCALES
from sessionpad.ui.widgets.hanging import Hung, plain


def growth_lines(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:  # noqa: ARG001  one shape for all parts of the map
    """Nothing as long as nothing was scored."""
    steps = nearer_of(dossier)
    if steps:
        name = texts.say(N_("nearer to the goal"))
        yield _series(name, len(name), nearer_picture(steps), nearer_words(steps, texts), indent=0)
    for task in dossier.tasks:
        if task.trajectory == dossier.trajectory.id:
            yield from task_growth(dossier, task, texts)


def task_growth(dossier: Dossier, task: Task, texts: Texts) -> Iterator[Hung]:
    """The task with its two series; nothing when it was never scored."""
    series = {scale: levels_of(dossier, task.id, scale) for scale in Scale}
    if not any(series.values()):
        return
    yield plain(task.text)
    names = {scale: texts.say(SCALES[scale]) for scale in Scale}
    wide = max(map(len, names.values()))
    for scale, levels in series.items():
        if levels:
            yield _series(names[scale], wide, levels_picture(levels), levels_words(levels, scale, texts), indent=2)


def _series(name: str, wide: int, picture: str, words: str, *, indent: int) -> Hung:
    head = Content.assemble((f"{' ' * indent}{name:<{wide}}  ", "$quiet"), (picture, "$accent"), "  ")
    return Hung(head, Content(words))
