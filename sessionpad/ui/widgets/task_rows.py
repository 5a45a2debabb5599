"""The tasks of a conversation as rows: those of last time with what was said of them, and those for the next time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from textual.content import Content

from sessionpad.domain import dossier as dossiers
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.scoring import NO_OCCASION, Level, Scale
from sessionpad.domain.session import Review, Session
from sessionpad.domain.task import Owner, State, Task
from sessionpad.i18n.tasks import describe_task
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import LEVELS, SCALES
from sessionpad.ui.widgets.rows import Row

BOXES: Final = 4


def task_rows(dossier: Dossier, session: Session, texts: Texts, today: date, width: int) -> Sequence[Row]:
    """All rows, for a width in cells."""
    reviewed = dossiers.tasks_reviewed(dossier, session)
    agreed = dossiers.tasks_agreed(dossier, session)
    promises = [task for task in reviewed if task.owner is Owner.COACH]
    others = [task for task in reviewed if task.owner is not Owner.COACH]
    rows: list[Row] = []
    if promises:
        rows.append(_heading(texts.say(N_("Promised by me"))))
        rows += [_reviewed(task, session, texts, today, width) for task in promises]
    if others:
        rows.append(_heading(texts.say(N_("Tasks of last time"))))
        rows += [_reviewed(task, session, texts, today, width) for task in others]
    if not reviewed:
        rows.append(_quiet(texts.say(N_("Nothing was agreed before this talk.")), width))
    rows.append(_heading(texts.say(N_("FOR THE NEXT TIME")), space=bool(rows)))
    rows += [_agreed(task, texts, today, width) for task in agreed]
    if not agreed:
        rows.append(
            _quiet(texts.say(N_("Nothing yet. Type a line that begins with > in the notes, or press Ctrl+T.")), width)
        )
    return rows


def bar(level: Level | None, scale: Scale, texts: Texts) -> str:
    """A level as boxes and in words: "■■■□ veel"."""
    if level is None:
        return "—"
    word = texts.say(LEVELS[scale][level])
    if level == NO_OCCASION:
        return word
    return f"{'■' * level}{'□' * (BOXES - level)} {word}"


def _heading(text: str, *, space: bool = False) -> Row:
    line = Content.styled(text, "bold $primary")
    return Row((Content(""), line) if space else (line,))


def _quiet(text: str, width: int) -> Row:
    return Row(tuple(Content.styled(text, "$quiet").wrap(max(width, 1))))


def _reviewed(task: Task, session: Session, texts: Texts, today: date, width: int) -> Row:
    review = session.review_of(task.id)
    lines = [*_said(task, texts, today, width), *_scores(review, texts)]
    if task.state is not State.OPEN:
        word = N_("finished") if task.state is State.DONE else N_("let go")
        lines.append(Content.styled(f"  {texts.say(word)}", "$success"))
    return Row(tuple(lines), key=task.id)


def _scores(review: Review | None, texts: Texts) -> Iterator[Content]:
    if review is None or (review.effort is None and review.result is None):
        waiting = texts.say(N_("not talked about yet"))
        yield Content.styled(f"  {waiting}", "$quiet")
        return
    names = {scale: texts.say(SCALES[scale]) for scale in Scale}
    longest = max(map(len, names.values()))
    for scale in Scale:
        level = getattr(review, scale.value)
        yield Content.assemble((f"  {names[scale]:<{longest}} ", "$quiet"), bar(level, scale, texts))


def _agreed(task: Task, texts: Texts, today: date, width: int) -> Row:
    lines = _said(task, texts, today, width, sign="☐", with_coach=True)
    return Row(tuple(lines), key=task.id)


def _said(
    task: Task, texts: Texts, today: date, width: int, *, sign: str = "", with_coach: bool = False
) -> list[Content]:
    mark = sign or {State.OPEN: "▸", State.DONE: "✓", State.STOPPED: "·"}[task.state]
    wrapped = Content(task.text).wrap(max(width - 2, 1))
    lines = [Content.assemble((f"{mark} ", "$accent"), wrapped[0]), *(Content("  ") + line for line in wrapped[1:])]
    about = describe_task(task, texts, today)
    if with_coach and task.owner is Owner.COACH:
        about = " · ".join(filter(None, (texts.say(N_("promised by me")), about)))
    if about:
        wrapped = Content.styled(about, "$quiet").wrap(max(width - 2, 1))
        lines += [Content("  ") + line for line in wrapped]
    return lines
