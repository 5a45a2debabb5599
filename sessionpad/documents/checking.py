"""What a template asks for, before anyone sits at the table: which fields it uses, leaves out, or misspells."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints, is_typeddict

from sessionpad.documents.catalogue import RECIPES, Document
from sessionpad.domain.value import Value
from sessionpad.errors import InvalidInput, TemplateBroken

_NEAR: Final = 0.6
"""How much a name must look like the right one to be offered for it."""


class Misspelt(Value, frozen=True, kw_only=True):
    field: str
    """As it stands in the template, such as `task.whaat`."""
    near: str
    """The field that was probably meant; empty when none looks like it."""


class Checked(Value, frozen=True, kw_only=True):
    used: tuple[str, ...]
    unused: tuple[str, ...]
    """Fields of the document that the template does not show."""
    misspelt: tuple[Misspelt, ...]
    trouble: TemplateBroken | None = None
    """What else keeps the template from being used."""


def which(path: Path, named: str = "") -> Document:
    """The document that a file is a template for: the one that was named, or else the one it is called after.

    Raises:
        InvalidInput: neither says so.
    """
    name = named or path.stem
    if name not in set(Document):
        raise InvalidInput("template-of-what", documents=", ".join(Document))
    return Document(name)


def check_template(path: Path, document: Document) -> Checked:
    """Look over a template without a dossier: its fields one by one, and then filled in twice with made-up values.

    Raises:
        TemplateBroken: it is no Word document, or its tags cannot be read.
    """
    from sessionpad.documents.reading import fields_in  # noqa: PLC0415 - Word costs 0.1 s, only a check needs it

    shape = RECIPES[document].fields
    asked = fields_in(path, lambda name, of: _kind(name, of if of is not None else shape))
    known = set(_names(shape))
    misspelt = tuple(Misspelt(field=name, near=_near(name, known)) for name in sorted(asked.unknown))
    used = tuple(name for name in get_type_hints(shape) if name in asked.known)
    unused = tuple(name for name in get_type_hints(shape) if name not in asked.known)
    trouble = None if misspelt else _tried(path, shape)
    return Checked(used=used, unused=unused, misspelt=misspelt, trouble=trouble)


def _kind(name: str, of: Any) -> Any:
    """The type of this field; None when there is no such field."""
    return get_type_hints(of).get(name) if is_typeddict(of) else None


def _names(shape: Any, before: str = "") -> list[str]:
    """Every field there is, those of a line in a list too: `what`, `task.what`."""
    names = []
    for name, kind in get_type_hints(shape).items():
        names.append(before + name)
        inner = get_args(kind)[0] if get_origin(kind) is list else kind
        if is_typeddict(inner):
            names += _names(inner, f"{name}.")
    return names


def _near(name: str, known: set[str]) -> str:
    """The field that looks most like it: of a line in a list by its last part, whatever the line is called here."""
    head, dot, last = name.rpartition(".")
    same_kind = {each.rpartition(".")[2] for each in known if ("." in each) == bool(dot)}
    found = get_close_matches(last, sorted(same_kind), n=1, cutoff=_NEAR)
    return f"{head}{dot}{found[0]}" if found else ""


def _tried(path: Path, shape: type) -> TemplateBroken | None:
    """What goes wrong when it is filled in: once with something in every field, once with nothing."""
    from sessionpad.documents.word import try_out  # noqa: PLC0415 - idem

    for full in (True, False):
        try:
            try_out(path, {name: _sample(kind, full=full) for name, kind in get_type_hints(shape).items()})
        except TemplateBroken as error:
            return error
    return None


def _sample(kind: Any, *, full: bool) -> Any:
    """Something that fits this type, or nothing that fits it."""
    if is_typeddict(kind):
        return {name: _sample(each, full=full) for name, each in get_type_hints(kind).items()}
    if get_origin(kind) is list:
        return [_sample(get_args(kind)[0], full=True)] * 2 if full else []
    if kind is bool:
        return full
    if kind is int or int in get_args(kind):
        return 2 if full else 0
    return "x" if full else ""
