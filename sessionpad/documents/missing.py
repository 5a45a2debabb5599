"""What is still empty before a document is made. It advises and never blocks. Source: TGH-41, TGH-45."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sessionpad.documents.handover import consents
from sessionpad.documents.shared import open_tasks
from sessionpad.domain.agreeing import takes_a_place
from sessionpad.domain.dossier import Dossier, coming_appointment
from sessionpad.domain.ending import Closing
from sessionpad.domain.task import Owner, Task
from sessionpad.method.finding import Finding, Severity


def in_agreement(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    return (*_terms(dossier), *_promises(open_tasks(dossier, dossier.trajectory.id)), *_frame(dossier))


def in_step_plan(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    found = []
    if not dossier.trajectory.goal.text.strip():
        found.append(_gap("missing-goal", "TGH-41"))
    if not dossier.trajectory.goal.main_task.strip():
        found.append(_gap("missing-main-task", "TGH-39"))
    if not open_tasks(dossier, dossier.trajectory.id):
        found.append(_gap("missing-tasks", "TGH-58"))
    return tuple(found)


def in_task_sheet(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    found = []
    if not open_tasks(dossier, dossier.trajectory.id):
        found.append(_gap("missing-tasks", "TGH-58"))
    if coming_appointment(dossier) is None:
        found.append(_gap("missing-next-appointment", "GW-67"))
    if not dossier.client.reach.strip():
        found.append(_gap("missing-reach", "GW-15"))
    return tuple(found)


def in_evaluation(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    if any(each.trajectory == dossier.trajectory.id for each in dossier.tasks):
        return ()
    return (_gap("missing-tasks", "TGH-74"),)


def in_closing(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    now = dossier.trajectory
    found = []
    if now.closing == Closing():
        found.append(_gap("missing-look-back", "TGH-78"))
    if not now.headline.strip():
        found.append(_gap("missing-headline", "GW-94"))
    return tuple(found)


def in_aftercare(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    after = dossier.trajectory.aftercare
    if after.is_empty:
        return (_gap("missing-aftercare", "GW-100"),)
    return (_gap("missing-aftercare-end", "GW-100"),) if after.until is None else ()


def in_overview(dossier: Dossier, _: date) -> tuple[Finding, ...]:
    return (_gap("missing-client", "TGH-44", severity="low"),) if not dossier.client.name.strip() else ()


def in_handover(dossier: Dossier, today: date) -> tuple[Finding, ...]:
    if any(each.what.strip() for each in consents(dossier, today)):
        return ()
    return (_gap("missing-consent", "GW-18"),)


def _terms(dossier: Dossier) -> Iterator[Finding]:
    """Problem, goal, motivation and what goes with them."""
    trajectory = dossier.trajectory
    problem, goal = trajectory.problem, trajectory.goal
    if problem.in_document and not problem.text.strip():
        yield _gap("missing-problem", "IW-39", "TGH-53")
    if not goal.text.strip():
        yield _gap("missing-goal", "TGH-41", "IW-39")
    if not goal.why.strip():
        yield _gap("missing-why", "IW-39", "TGH-28")
    if not goal.main_task.strip():
        yield _gap("missing-main-task", "TGH-41")
    if goal.deadline is None:
        yield _gap("missing-deadline", "TGH-38", "TGH-4")
    if not trajectory.evaluations:
        yield _gap("missing-evaluation", "TGH-84", "IW-36")
    if trajectory.talks is None:
        yield _gap("missing-talks", "TGH-5", severity="low")
    if not trajectory.fallback.strip():
        yield _gap("missing-fallback", "GW-81")
    if takes_a_place(dossier) and not trajectory.renewing.strip():
        yield _gap("missing-reason", "GW-89", severity="low")


def _promises(tasks: list[Task]) -> Iterator[Finding]:
    """Both sides promise something, and each promise has its moment."""
    if not any(task.owner is not Owner.COACH for task in tasks):
        yield _gap("missing-tasks", "TGH-41", "IW-36")
    if not any(task.owner is Owner.COACH for task in tasks):
        yield _gap("missing-coach-tasks", "TGH-43")
    undated = sum(task.due is None for task in tasks)
    if undated:
        yield Finding(
            code="tasks-without-date", severity="low", params=(("count", undated),), source=("TGH-87", "IW-40")
        )


def _frame(dossier: Dossier) -> Iterator[Finding]:
    """Who client and coach are, and how to reach the coach."""
    if not dossier.client.name.strip():
        yield _gap("missing-client", "TGH-44", severity="low")
    if not dossier.client.coach.strip():
        yield _gap("missing-coach", "IW-41")
    if not dossier.client.reach.strip():
        yield _gap("missing-reach", "GW-15", "IW-43")


def _gap(code: str, *source: str, severity: Severity = "normal") -> Finding:
    return Finding(code=code, severity=severity, source=source)
