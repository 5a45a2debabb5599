"""What the lines of the notes became: tasks, and subjects to come back to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from sessionpad.desk.caught import tasks_like
from sessionpad.domain.around import Parked
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import SessionId
from sessionpad.domain.notes import Mark, body_of, marked_lines
from sessionpad.domain.task import Task
from sessionpad.method.capture import Draft, read_later, read_task


def lines_became(dossier: Dossier, session: SessionId, today: date) -> Mapping[str, Task | Parked]:
    """For each line that became something, by its text: the task or the subject put aside, as it is now."""
    notes, became = dossier.session(session).notes, dict[str, Task | Parked]()
    for line in marked_lines(notes, Mark.TASK):
        same = tasks_like(_draft(line, today), dossier, session)
        if same:
            became[line] = same[-1]
    parked = {each.text: each for each in dossier.parked if each.session == session}
    for line in marked_lines(notes, Mark.LATER) if parked else ():
        if (text := _later(line, today)) in parked:
            became[line] = parked[text]
    return became


def to_come_back_to(dossier: Dossier, session: SessionId, today: date) -> Mapping[str, date | None]:
    """What is put aside and not yet talked about: what is due, and what this talk adds; with the day it is due."""
    kept = {each.text: each for each in dossier.parked}
    due = [each.text for each in kept.values() if each.session != session and (each.back_on or today) <= today]
    typed = [_later(line, today) for line in marked_lines(dossier.session(session).notes, Mark.LATER)]
    here = [each.text for each in kept.values() if each.session == session]
    texts = [text for text in (*due, *here, *typed) if text and (text not in kept or kept[text].done_on is None)]
    return {text: kept[text].back_on if text in kept else None for text in texts}


@lru_cache(maxsize=512)
def _draft(line: str, today: date) -> Draft:
    return read_task(line, today=today)


@lru_cache(maxsize=512)
def _later(line: str, today: date) -> str:
    return read_later(body_of(line), today=today)[0]
