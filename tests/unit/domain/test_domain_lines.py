"""Every line of text in a dossier, for a search to look through."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.lines import NOT_SEARCHED, Line, lines_of
from sessionpad.domain.notes import NoteLine
from sessionpad.domain.session import Session
from tests.planted import Planted
from tests.unit.domain.builders import AT, a_dossier, a_session, a_task


def is_searched(path: str) -> bool:
    parts = path.split(".")
    return not any(".".join(parts[: end + 1]) in NOT_SEARCHED for end in range(len(parts)))


def test_every_text_is_found_but_for_what_is_named() -> None:
    """A field that is added to the dossier is searched by itself; what is left out stands in one list."""
    planted = Planted()
    dossier = planted.dossier("00000000-0000-4000-8000-000000000001")
    found = {line.path: line.text for line in lines_of(dossier)}
    texts = planted.texts.items() - {(path, planted.texts[path]) for path in planted.ids}
    assert found == {path: text for path, text in texts if is_searched(path)}


def test_what_is_left_out_is_there_to_leave_out() -> None:
    """Every name on the list is a field of a dossier: none is a leftover."""
    planted = Planted()
    planted.dossier("1")
    for path in NOT_SEARCHED:
        assert any(each == path or each.startswith(f"{path}.") for each in planted.texts), path


def lines_with(dossier: Dossier, path: str) -> list[Line]:
    return [line for line in lines_of(dossier) if line.path == path]


def test_a_note_knows_its_day_its_talk_and_its_row() -> None:
    """A line that is found can be gone to."""
    notes = tuple(NoteLine(at=AT + timedelta(days=row), text=text) for row, text in enumerate(("een", "", "drie")))
    dossier = msgspec.structs.replace(a_dossier(), sessions=(a_session(notes=notes),))
    first, third = lines_with(dossier, "sessions.notes.text")
    assert (first.row, first.text, first.on) == (0, "een", AT.date())
    assert (third.row, third.text, third.on) == (2, "drie", AT.date() + timedelta(days=2))
    assert first.session == third.session == dossier.sessions[0].id


def test_a_text_of_more_lines_is_found_line_by_line() -> None:
    """A summary of three lines is three lines, with the day of the talk."""
    session: Session = a_session(summary="een\n\ntwee")
    dossier = msgspec.structs.replace(a_dossier(), sessions=(session,))
    assert [(line.text, line.on) for line in lines_with(dossier, "sessions.summary")] == [
        ("een", session.started_at.date()),
        ("twee", session.started_at.date()),
    ]


def test_a_task_knows_the_talk_it_was_agreed_in() -> None:
    """A task that is found leads to its talk."""
    task = a_task(text="bellen", session=a_session().id)
    dossier = msgspec.structs.replace(a_dossier(), tasks=(task,))
    (line,) = lines_with(dossier, "tasks.text")
    assert (line.record, line.session, line.on) == (task.id, a_session().id, AT.date())
