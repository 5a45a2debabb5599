"""All tasks of a dossier as rows: what is open by who does it, with the parts of a task under it, then what is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from textual.content import Content

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TaskId
from sessionpad.domain.task import Owner, State, Task
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.tasks import describe_task
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import STATES
from sessionpad.method import limits
from sessionpad.ui.widgets.rows import Row

HEADINGS: Final = {
    Owner.CLIENT: N_("The client's"),
    Owner.COACH: N_("Promised by me"),
    Owner.TOGETHER: N_("Together"),
    Owner.NETWORK: N_("People around the client"),
}


def task_list(dossier: Dossier, texts: Texts, today: date, width: int) -> Sequence[Row]:
    rows: list[Row] = []
    for owner, tasks in grouped(dossier).items():
        heading = HEADINGS[owner] if owner is not None else N_("Finished and let go")
        rows.append(_heading(texts.say(heading), space=bool(rows)))
        if owner is Owner.CLIENT:
            rows += _many(dossier, texts, today, width)
        rows += [_row(task, depth, texts, today, width) for task, depth in tasks]
    return rows


def grouped(dossier: Dossier) -> dict[Owner | None, list[tuple[Task, int]]]:
    """The tasks in the order of the list, with how deep each stands; what is over has no owner, the last one first."""
    groups: dict[Owner | None, list[tuple[Task, int]]] = {}
    for owner in HEADINGS:
        same = [task for task in dossier.open_tasks if task.owner is owner]
        known = {task.id for task in same}
        tops = [task for task in same if task.part_of not in known]
        if same:
            groups[owner] = [each for top in tops for each in _with_parts(top, same, 0)]
    over = [task for task in dossier.tasks if task.state is not State.OPEN]
    if over:
        last_first = sorted(over, key=lambda task: task.ended_at or task.made_at, reverse=True)
        groups[None] = [(task, 0) for task in last_first]
    return groups


def beside(dossier: Dossier, task_id: TaskId, by: int) -> Task | None:
    """The task this one changes places with when it moves up or down among its equals."""
    for tasks in grouped(dossier).values():
        depths = {task.id: depth for task, depth in tasks}
        if task_id in depths:
            me = next(task for task, _ in tasks if task.id == task_id)
            equals = [task for task, depth in tasks if depth == depths[task_id] and task.part_of == me.part_of]
            at = equals.index(me) + by
            return equals[at] if 0 <= at < len(equals) and at != equals.index(me) else None
    return None


def _with_parts(task: Task, tasks: Sequence[Task], depth: int) -> Iterator[tuple[Task, int]]:
    yield task, depth
    for part in tasks:
        if part.part_of == task.id:
            yield from _with_parts(part, tasks, depth + 1)


def _many(dossier: Dossier, texts: Texts, today: date, width: int) -> Iterable[Row]:
    """The hint about how many there are, where they are listed. Source: TGH-9."""
    for finding in limits.findings(dossier, today):
        if finding.code == "too-many-open-tasks":
            lines = Content.styled(finding_sentence(finding, texts), "$quiet italic").wrap(max(width, 1))
            yield Row(tuple(lines))


def _heading(text: str, *, space: bool) -> Row:
    line = Content.styled(text, "bold $primary")
    return Row((Content(""), line) if space else (line,))


def _row(task: Task, depth: int, texts: Texts, today: date, width: int) -> Row:
    indent = "  " * depth
    mark = {State.OPEN: "☐", State.DONE: "✓", State.STOPPED: "·"}[task.state]
    first, *rest = Content(task.text).wrap(max(width - 2 - len(indent), 1)) or [Content("")]
    lines = [Content.assemble(f"{indent}{mark} ", first), *(Content(f"{indent}  ") + line for line in rest)]
    said = [texts.say(STATES[task.state])] if task.state is not State.OPEN else []
    about = " · ".join(filter(None, (*said, describe_task(task, texts, today))))
    if about:
        wrapped = Content.styled(about, "$quiet").wrap(max(width - 2 - len(indent), 1))
        lines += [Content(f"{indent}  ") + line for line in wrapped]
    return Row(tuple(lines), key=task.id)
