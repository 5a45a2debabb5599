"""Between values and rows."""

from __future__ import annotations

from sessionpad.store.records import changes, dossier_of
from sessionpad.store.sealed_storage import Tables
from tests.unit.store.dossiers import a_dossier


def tables_of_earlier() -> Tables:
    """The rows of a dossier as they were written before there was more than talks and tasks."""
    put = changes(None, a_dossier(), None).put
    return {name: {str(at): dict(row) for at, row in enumerate(rows)} for name, rows in put.items() if rows}


def test_a_dossier_from_before_a_field_was_there_opens() -> None:
    """A field that an older program did not write gets its usual value, and nothing needs to be migrated."""
    assert not {"exploration", "concerns", "papers"} & tables_of_earlier().keys()
    assert "difficulty" not in next(iter(tables_of_earlier()["tasks"].values()))
    assert dossier_of(tables_of_earlier(), a_dossier().id, "d1.age") == a_dossier()
