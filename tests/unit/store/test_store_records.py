"""Between values and rows."""

from __future__ import annotations

from sessionpad.store.records import changes, dossier_of
from sessionpad.store.sealed_storage import Tables
from tests.unit.store.dossiers import a_dossier


def tables_of_earlier() -> Tables:
    """The rows of a dossier as a program wrote them that did not know how hard a task looks."""
    rows = {
        name: {str(at): dict(row) for at, row in enumerate(put)}
        for name, put in changes(None, a_dossier(), None).put.items()
    }
    for row in rows["tasks"].values():
        del row["difficulty"]
    return rows


def test_a_dossier_from_before_a_field_was_there_opens() -> None:
    """A field that an older program did not write gets its usual value, and nothing needs to be migrated."""
    assert dossier_of(tables_of_earlier(), a_dossier().id, "d1.age") == a_dossier()
