"""What is wrong with a file from elsewhere, and where in it."""

from __future__ import annotations

from sessionpad.domain.value import Value


class Fault(Value, frozen=True, kw_only=True):
    """One thing that keeps a file from being taken in. Never what a client said: faults end up on screens and in logs.

    Keys: not-text, not-json, not-a-dossier, no-dossier-in-it,
    newer-format, missing, unknown-field, wrong-kind, not-one-of, no-zone,
    empty, doubled, unknown-reference, kind-unknown, nothing-in-it, too-big, code-empty, code-taken,
    code-doubled, is-here, was-erased, came-twice, not-a-table, unknown-column, missing-column, column-doubled,
    cell-too-many, date-unknown, date-missing, date-ahead.
    """

    file: str
    path: str = ""
    """Where: `tasks.3.effort` in a dossier, `3.code` in a table, `3` in a text; empty when it is all of it."""
    key: str
    params: tuple[tuple[str, str | int], ...] = ()
    """Values for the sentence."""
