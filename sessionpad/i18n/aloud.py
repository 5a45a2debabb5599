"""Rows of a list as sentences: for a screen reader, which cannot see which column a word stands in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sessionpad.domain.lines import Line
from sessionpad.domain.overview import Overview
from sessionpad.domain.scoring import Level
from sessionpad.domain.task import Task
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.lines import kind_of
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import weeks_of
from sessionpad.i18n.words import EFFORT, RESULT, STATES, owner_of


def client_aloud(row: Overview, texts: Texts, now: datetime) -> str:
    """For example: "A. Volgende afspraak: vrijdag 27 november 2026 om 14:30. nog 5 weken. 2 open taken."."""
    say = texts.say
    closed = say(N_("closed")) if row.is_closed else weeks_of(row.deadline, now.date(), texts)
    tasks = texts.count("{number} open task", "{number} open tasks", row.open_tasks)
    return _sentences(
        (
            row.code,
            say(N_("Next appointment: {when}"), when=long_moment(row.next_at, texts)) if row.next_at else "",
            closed,
            tasks,
            say(N_("Goal: {goal}"), goal=row.goal) if row.goal else "",
        )
    )


def task_aloud(task: Task, number: int, code: str, texts: Texts) -> str:
    """For example: "Taak 3 van A.: het adres mailen. samen, vrijdag 27 november 2026. open."."""
    told = texts.say(N_("Task {number} of {code}: {task}"), number=number, code=code, task=task.text)
    when = long_date(task.due, texts.language) if task.due else texts.say(N_("no date yet"))
    return _sentences((told, f"{owner_of(task, texts)}, {when}", texts.say(STATES[task.state])))


def line_aloud(line: Line, code: str, texts: Texts) -> str:
    """For example: "A., dinsdag 10 november 2026, notitie: de dikke brief ligt nog op de kast."."""
    day = long_date(line.on, texts.language) if line.on else ""
    about = ", ".join(filter(None, (code, day, kind_of(line, texts))))
    return _sentences((f"{about}: {line.text}",))


def score_aloud(task: str, effort: Level, result: Level, texts: Texts) -> str:
    """For example: "het adres mailen: inzet veel, resultaat half."."""
    said = texts.say(
        N_("{task}: effort {effort}, result {result}"),
        task=task,
        effort=texts.say(EFFORT[effort]),
        result=texts.say(RESULT[result]),
    )
    return _sentences((said,))


def _sentences(parts: Iterable[str]) -> str:
    """Each part with a full stop of its own, unless it ends in a sign already."""
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in (each.strip() for each in parts) if part)
