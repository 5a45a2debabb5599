"""What stands on a made document, line by line, for a screen: the very file is read, so that both say the same."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Any, Final, NamedTuple

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS: Final = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_LINE: Final = " ________ "
"""In the place of a tab: a line to write on."""
_BETWEEN: Final = " · "


class Kind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    """A row of a table; what else stands in its cells comes under it."""
    DETAIL = "detail"


class PaperLine(NamedTuple):
    kind: Kind
    text: str


_KINDS: Final = {"Title": Kind.TITLE, "Heading1": Kind.HEADING, "Heading2": Kind.HEADING, "ListBullet": Kind.ITEM}


def read_paper(made: bytes) -> tuple[PaperLine, ...]:
    """The lines of a Word file of ours, from top to bottom; a table becomes a line for each row."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - Word costs 0.1 s, only a paper needs it

    with zipfile.ZipFile(BytesIO(made)) as archive:
        body = parse_xml(archive.read("word/document.xml"))[0]
    return tuple(line for block in body for line in _lines(block))


def _lines(block: Any) -> Iterator[PaperLine]:
    if block.tag == f"{_W}p":
        text, style = _text(block), _style(block)
        if text or style == "WriteLine":
            yield PaperLine(_KINDS.get(style, Kind.TEXT), text or _LINE.strip())
    elif block.tag == f"{_W}tbl":
        for row in block.iter(f"{_W}tr"):
            yield from _row(row)


def _row(row: Any) -> Iterator[PaperLine]:
    cells = [[text for part in cell.iter(f"{_W}p") if (text := _text(part))] for cell in row.iter(f"{_W}tc")]
    first = [cell[0] for cell in cells if cell]
    if first:
        yield PaperLine(Kind.ROW, _BETWEEN.join(first))
    for cell in cells:
        for text in cell[1:]:
            yield PaperLine(Kind.DETAIL, text)


def _style(paragraph: Any) -> str:
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return named.get(f"{_W}val", "") if named is not None else ""


def _text(paragraph: Any) -> str:
    runs = (node for run in paragraph.iter(f"{_W}r") for node in run)
    typed = "".join(node.text or "" if node.tag == f"{_W}t" else _SIGNS.get(node.tag, "") for node in runs)
    return re.sub(r" *\t[ \t]*", _LINE, typed).strip(" ")
