"""The tasks of a conversation as rows: those of last time with what was said of them, and those for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from textual.content import Content

from sessionpad.desk.became import to_come_back_to
from sessionpad.domain import dossier as dossiers
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TaskId
from sessionpad.domain.notes import Mark, body_of
from sessionpad.domain.scoring import NO_OCCASION, Level, Scale
from sessionpad.domain.session import Review, Session
from sessionpad.domain.task import Owner, State, Task
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.tasks import describe_task
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import DECISIONS, LEVELS, OUTCOMES, SCALES, STATES
from sessionpad.ui.widgets.hanging import Hung
from sessionpad.ui.widgets.rows import Row

BOXES: Final = 4
SIGN: Final = 2
"""Cells for a sign before a line and the room after it."""
WIDE: Final = 1_000
"""Where what shows the lines breaks them itself."""
_Way: TypeAlias = Callable[[Task, "Review | None", Texts, date, int], Row]


class Made:
    """The rows as they were made last: one whose task and score did not change is not made again."""

    def __init__(self) -> None:
        self._rows: dict[tuple[_Way, TaskId], tuple[Task, Review | None, Texts, date, int, Row]] = {}

    def row(self, way: _Way, task: Task, session: Session, texts: Texts, today: date, width: int) -> Row:
        review = session.review_of(task.id)
        there = self._rows.get((way, task.id))
        if there is not None:
            *before, row = there
            if before[0] is task and before[1] is review and before[2] is texts and before[3:] == [today, width]:
                return row
        row = way(task, review, texts, today, width)
        self._rows[way, task.id] = (task, review, texts, today, width, row)
        return row


def task_rows(
    dossier: Dossier, session: Session, texts: Texts, today: date, width: int, made: Made | None = None
) -> Sequence[Row]:
    """All rows, for a width in cells; `made` remembers them for the next time."""
    made = made or Made()
    reviewed = dossiers.tasks_reviewed(dossier, session)
    promises = [task for task in reviewed if task.owner is Owner.COACH]
    others = [task for task in reviewed if task.owner is not Owner.COACH]
    rows: list[Row] = []
    if promises:
        rows.append(_heading(texts.say(N_("Promised by me"))))
        rows += [made.row(_reviewed, task, session, texts, today, width) for task in promises]
    if others:
        rows.append(_heading(texts.say(N_("Tasks of last time"))))
        rows += [made.row(_reviewed, task, session, texts, today, width) for task in others]
    if not reviewed:
        rows.append(_quiet(texts.say(N_("Nothing was agreed before this talk.")), width))
    return [*rows, *_for_next_time(dossier, session, texts, today, width, made)]


def gentle_rows(
    dossier: Dossier, session: Session, texts: Texts, today: date, width: int, made: Made | None = None
) -> Sequence[Row]:
    """The list folded away: what went better, what the coach promised, and what is for the next time. Source: GW-90."""
    made = made or Made()
    better = [body_of(line.text) for line in session.notes if line.mark is Mark.STRENGTH]
    rows = [_heading(texts.say(N_("What went better")))]
    rows += [_quiet(f"+ {each}", width) for each in better]
    if not better:
        rows.append(_quiet(texts.say(N_("A line that begins with + in the notes comes here.")), width))
    promises = [task for task in dossiers.tasks_reviewed(dossier, session) if task.owner is Owner.COACH]
    if promises:
        rows.append(_heading(texts.say(N_("Promised by me")), space=True))
    rows += [made.row(_reviewed, task, session, texts, today, width) for task in promises]
    return [*rows, *_for_next_time(dossier, session, texts, today, width, made)]


def _for_next_time(
    dossier: Dossier, session: Session, texts: Texts, today: date, width: int, made: Made
) -> Iterator[Row]:
    agreed = dossiers.tasks_agreed(dossier, session)
    yield _heading(texts.say(N_("FOR THE NEXT TIME")), space=True)
    for task in agreed:
        yield made.row(_agreed, task, session, texts, today, width)
    if not agreed:
        yield _quiet(texts.say(N_("Nothing yet. Type a line that begins with > in the notes, or press Ctrl+T.")), width)
    yield from _later(dossier, session, texts, today, width)


def _later(dossier: Dossier, session: Session, texts: Texts, today: date, width: int) -> list[Row]:
    """What was put aside to come back to: before, and in the notes of this talk. Source: GW-42."""
    rows = []
    for text, day in to_come_back_to(dossier, session.id, today).items():
        when = f"  {short_date(day, texts.language, today)}" if day is not None and day > today else ""
        line = Content.assemble(("? ", "$accent"), text, (when, "$quiet"))
        rows.append(Row(tuple(_hung(line, width))))
    return [_heading(texts.say(N_("TO COME BACK TO")), space=True), *rows] if rows else []


def _hung(line: Content, width: int) -> Iterator[Content]:
    """The line over as many rows as it needs, with the words under each other."""
    first, *rest = line.wrap(max(width - SIGN, 1))
    yield first
    yield from (Content(" " * SIGN) + each for each in rest)


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


def _reviewed(task: Task, review: Review | None, texts: Texts, today: date, width: int) -> Row:
    lines = [*_said(task, texts, today, width), *score_lines(review, texts, width)]
    lines += _told(review, texts, width)
    if task.state is not State.OPEN:
        lines.append(_ended(task, texts))
    return Row(tuple(lines), key=task.id)


def _ended(task: Task, texts: Texts) -> Content:
    return Content.styled(f"  {texts.say(STATES[task.state])}", "$success")


def _told(review: Review | None, texts: Texts, width: int) -> list[Content]:
    """How it turned out and what happens with it now, in words, as far as that was said."""
    if review is None:
        return []
    words = (
        OUTCOMES[review.outcome] if review.outcome is not None else "",
        DECISIONS[review.decision] if review.decision is not None else "",
    )
    told = " · ".join(texts.say(word) for word in words if word)
    return [Content("  ") + line for line in Content.styled(told, "$quiet").wrap(max(width - 2, 1))] if told else []


def score_lines(review: Review | None, texts: Texts, width: int = WIDE) -> Iterator[Content]:
    """What the client said, and beside it what the coach did: only once both are in. Source: TGH-69."""
    if review is None or (review.effort is None and review.result is None):
        waiting = texts.say(N_("not talked about yet"))
        yield from Hung(Content("  "), Content.styled(waiting, "$quiet")).lines(width)
    else:
        yield from _bars(review, texts, width)
    coach = review is not None and (review.coach_effort is not None or review.coach_result is not None)
    if coach and review is not None and not review.may_compare:
        hidden = texts.say(N_("my own scores are in; they are shown beside the client's"))
        yield from Hung(Content("  "), Content.styled(hidden, "$quiet")).lines(width)


def _bars(review: Review, texts: Texts, width: int) -> Iterator[Content]:
    names = {scale: texts.say(SCALES[scale]) for scale in Scale}
    coach = texts.say(N_("coach"))
    longest = max(map(len, (*names.values(), coach))) if review.may_compare else max(map(len, names.values()))
    for scale in Scale:
        level = getattr(review, scale.value)
        head = Content.styled(f"  {names[scale]:<{longest}} ", "$quiet")
        yield from Hung(head, Content(bar(level, scale, texts))).lines(width)
        if review.may_compare:
            level = getattr(review, f"coach_{scale}")
            head = Content.styled(f"  {coach:>{longest}} ", "$quiet")
            yield from Hung(head, Content.styled(bar(level, scale, texts), "$quiet")).lines(width)


def _agreed(task: Task, review: Review | None, texts: Texts, today: date, width: int) -> Row:
    lines = _said(task, texts, today, width, sign="☐" if task.state is State.OPEN else "", with_coach=True)
    if review is not None:
        lines += score_lines(review, texts, width)
    if task.state is not State.OPEN:
        lines.append(_ended(task, texts))
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
