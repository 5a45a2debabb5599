"""The sentence for everything that can keep a file from being taken in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sessionpad.i18n.texts import N_, Texts

_SENTENCES: Final[dict[str, str]] = {
    "kind-unknown": N_("this is not a kind of file I know: .json, .zip, .csv, .tsv, .txt or .md."),
    "too-big": N_("this file is too large."),
    "not-text": N_("this is not text I can read. Save it as UTF-8, or say how it was written with --encoding."),
    "nothing-in-it": N_("there is nothing in it."),
    # a dossier
    "not-json": N_("this is not JSON: the file may be cut off."),
    "not-a-dossier": N_("this is not a dossier of sessionpad. The command schema shows what one looks like."),
    "no-dossier-in-it": N_("there is no dossier.json in this zip that can be read."),
    "newer-format": N_("this was made by a newer sessionpad. Update this program to take it in."),
    "missing": N_("this is missing."),
    "unknown-field": N_("there is no such field."),
    "wrong-kind": N_("this should be {kind}."),
    "not-one-of": N_("this should be one of: {choices}."),
    "no-zone": N_("this moment has no time zone, such as +01:00."),
    "empty": N_("this cannot be empty."),
    "doubled": N_("this id is there more than once."),
    "unknown-reference": N_("there is nothing with this id."),
    "code-empty": N_("a client needs a short code."),
    "code-taken": N_("there is already a client with this code."),
    "code-doubled": N_("this code is given twice."),
    "is-here": N_("this dossier is here already. It is left as it is."),
    "came-twice": N_("this dossier is given twice."),
    "was-erased": N_("this client was erased here, and does not come back."),
    # a table
    "not-a-table": N_("this is not a table I can read: a quotation mark may be open."),
    "unknown-column": N_("there is no such column. There can be: {columns}."),
    "missing-column": N_("there is no column with this name in the first line."),
    "column-doubled": N_("this column is there twice."),
    "cell-too-many": N_("this line has more than {count} cells."),
    "date-unknown": N_("this is not a day with its year, such as 2025-11-27 or 27/11/2025."),
    # notes
    "date-missing": N_("no day stands above this note, such as 2025-11-27 or 27 november 2025."),
    "date-ahead": N_("this day is still to come."),
}
_KINDS: Final[dict[str, str]] = {
    "text": N_("a text"),
    "number": N_("a whole number"),
    "yes-or-no": N_("true or false"),
    "day": N_("a day such as 2025-11-27"),
    "moment": N_("a moment such as 2025-11-27T14:30:00+01:00"),
    "list": N_("a list"),
    "record": N_("a record with fields"),
    "id": N_("letters, figures and hyphens"),
}


def known_faults() -> frozenset[str]:
    """Every key that has a sentence of its own."""
    return frozenset(_SENTENCES)


def known_shapes() -> frozenset[str]:
    """Every kind of value that has a name of its own."""
    return frozenset(_KINDS)


def fault_sentence(key: str, params: Iterable[tuple[str, str | int]], texts: Texts) -> str:
    """What is wrong, to be said behind the place where it is."""
    said = {name: texts.say(_KINDS[str(value)]) if name == "kind" else value for name, value in params}
    return texts.say(_SENTENCES[key], **said) if key in _SENTENCES else key
