"""What there is to notice about one task. Findings advise; none blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.task import Kind, Owner, State, Task
from sessionpad.method.finding import Finding
from sessionpad.method.limits import buffer_of

FEW: Final = 3
"""From so many open tasks on it says something who came with them; the number is our own."""


def task_hints(dossier: Dossier, task: Task) -> tuple[Finding, ...]:
    """The hints that belong to an open task of the current trajectory; a task that is over has none."""
    if task.state is not State.OPEN or task.trajectory != dossier.trajectory.id:
        return ()
    rules = (_how(task), _end(task), buffer_of(dossier.trajectory, task), _whose_ideas(dossier, task))
    return tuple(finding for rule in rules for finding in rule)


def _how(task: Task) -> Iterator[Finding]:
    """A task says what and how. Source: TGH-57."""
    if task.kind is Kind.EXTERNAL and task.owner in (Owner.CLIENT, Owner.TOGETHER) and not task.how.strip():
        yield Finding(code="task-without-how", severity="low", source=("TGH-57",))


def _end(task: Task) -> Iterator[Finding]:
    """What repeats has an end, so that it can succeed. Source: TGH-87."""
    if task.every is not None and task.until is None:
        yield Finding(code="repeat-without-end", severity="low", source=("TGH-87",))
    elif task.until is not None and task.due is not None and task.until < task.due:
        yield Finding(code="repeat-ends-before", source=("TGH-87",))


def _whose_ideas(dossier: Dossier, task: Task) -> Iterator[Finding]:
    """When most of what is open came from the coach, the client was not asked for ideas. Source: TGH-14."""
    theirs = [each for each in dossier.under_review if each.owner is not Owner.COACH]
    proposed = sum(each.proposed for each in theirs)
    if task.proposed and len(theirs) >= FEW and proposed * 2 > len(theirs):
        params = (("proposed", proposed), ("tasks", len(theirs)))
        yield Finding(code="mostly-proposed", severity="low", params=params, source=("TGH-14", "EPH-16"))
