"""The names that a Word template asks for, read from its tags. Loads the Word libraries, so import it late."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_args, get_origin, is_typeddict

from jinja2 import TemplateSyntaxError, nodes

from sessionpad.documents.word import environment, opened
from sessionpad.errors import TemplateBroken

Kind = Callable[[str, Any], Any]
"""The type of a field of this name, at the top (None) or within a type; None when there is no such field."""
_FREE: Final = frozenset({"loop"})
"""What Jinja itself puts in a loop."""
_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass
class Asked:
    known: set[str] = field(default_factory=set)
    """Fields of the document itself."""
    unknown: set[str] = field(default_factory=set)
    """Every name that is no field, as it stands in the template."""


def fields_in(path: Path, kind: Kind) -> Asked:
    """Raises: TemplateBroken when it is no Word document, or a tag cannot be read."""
    template, asked = opened(path), Asked()
    try:
        for xml in _texts(path):
            tree = environment().parse(template.patch_xml(xml))
            _walk(tree, {}, kind, asked)
    except TemplateSyntaxError as error:
        raise TemplateBroken("syntax", file=path.name, detail=error.message or "") from error
    return asked


def _texts(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if _PARTS.fullmatch(name):
                yield archive.read(name).decode("utf-8", "replace")


def _walk(node: nodes.Node, names: dict[str, Any], kind: Kind, asked: Asked) -> None:
    """Note every name under this node; `names` are the lines of the loops around it, with their types."""
    match node:
        case nodes.For(target=nodes.Name(name=line)):
            _walk(node.iter, names, kind, asked)
            within = _type_of(node.iter, names, kind)
            inner = get_args(within)[0] if get_origin(within) is list else Any
            for each in (*node.body, *node.else_):
                _walk(each, {**names, line: inner}, kind, asked)
            if node.test is not None:
                _walk(node.test, {**names, line: inner}, kind, asked)
        case nodes.Assign(target=nodes.Name(name=own)):
            _walk(node.node, names, kind, asked)
            names[own] = _type_of(node.node, names, kind)
        case nodes.Getattr() | nodes.Getitem(arg=nodes.Const()):
            _attribute(node, names, kind, asked)
        case nodes.Name(name=name, ctx="load"):
            _top(name, names, kind, asked)
        case _:
            for child in node.iter_child_nodes():
                _walk(child, names, kind, asked)


def _top(name: str, names: Mapping[str, Any], kind: Kind, asked: Asked) -> None:
    if name in names or name in _FREE:
        return
    (asked.known if kind(name, None) is not None else asked.unknown).add(name)


def _attribute(node: nodes.Getattr | nodes.Getitem, names: dict[str, Any], kind: Kind, asked: Asked) -> None:
    _walk(node.node, names, kind, asked)
    of = _type_of(node.node, names, kind)
    name = _name_of(node)
    if isinstance(name, str) and is_typeddict(of) and kind(name, of) is None:
        asked.unknown.add(f"{_said(node.node)}.{name}")


def _type_of(node: nodes.Node, names: Mapping[str, Any], kind: Kind) -> Any:
    """The type of an expression; Any when that cannot be told."""
    match node:
        case nodes.Name(name=name):
            found = names[name] if name in names else kind(name, None)
            return Any if found is None else found
        case nodes.Getattr() | nodes.Getitem(arg=nodes.Const()):
            of, name = _type_of(node.node, names, kind), _name_of(node)
            if isinstance(name, int) and get_origin(of) is list:
                return get_args(of)[0]
            found = kind(name, of) if isinstance(name, str) and is_typeddict(of) else None
            return Any if found is None else found
    return Any


def _name_of(node: nodes.Node) -> Any:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) else None


def _said(node: nodes.Node) -> str:
    """An expression as it stands in the template, as far as it is a chain of names."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(attr=attr):
            return f"{_said(node.node)}.{attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{_said(node.node)}[{value}]"
    return "?"
