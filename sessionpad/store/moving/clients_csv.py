"""A table of clients as a spreadsheet saves it: one line a client, the names of the columns above."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from sessionpad.domain.text import clean_line, folded
from sessionpad.method.dated_notes import whole_date
from sessionpad.store.moving.fault import Fault

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("code", "cliënt", "client", "kenmerk"),
    "name": ("name", "naam"),
    "coach": ("coach", "hulpverlener", "begeleider"),
    "reach": ("reach", "bereikbaar"),
    "problem": ("problem", "probleem"),
    "goal": ("goal", "doel"),
    "why": ("why", "waarom"),
    "started": ("started", "start", "begonnen"),
    "deadline": ("deadline", "by", "tegen"),
    "note": ("note", "notitie", "opmerking"),
}
"""What a column may be called, in English or Dutch, whatever the capitals and accents; only `code` must be there."""
_DAYS: Final = ("started", "deadline")
_CALLED: Final = {folded(name): column for column, names in COLUMNS.items() for name in names}
_BETWEEN: Final = ";,\t"


class ClientRow(NamedTuple):
    line: int
    texts: Mapping[str, str]
    days: Mapping[str, date]


def read_clients(text: str, file: str, today: date) -> tuple[tuple[ClientRow, ...], tuple[Fault, ...]]:
    """The clients in a table, and everything that is wrong with it."""
    try:
        rows = list(_rows(text))
    except csv.Error:
        return (), (Fault(file=file, key="not-a-table"),)
    if not rows:
        return (), (Fault(file=file, key="nothing-in-it"),)
    (top, head), *rest = rows
    columns = [_CALLED.get(folded(clean_line(name)), "") for name in head]
    faults = list(_wrong_head(file, top, head, columns))
    if faults:
        return (), tuple(faults)
    clients = []
    for line, cells in rest:
        client, wrong = _client(file, line, dict(zip(columns, cells, strict=False)), today)
        clients.append(client)
        faults += wrong
        if len(cells) > len(columns):
            faults.append(_fault(file, line, "", "cell-too-many", count=len(columns)))
    if not clients:
        faults.append(Fault(file=file, key="nothing-in-it"))
    return tuple(clients), tuple(faults)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that has something in it, with the line it begins on.

    Raises:
        csv.Error: a quotation mark is never closed, or a cell is endless.
    """
    first = next((line for line in text.split("\n") if line.strip()), "")
    between = max(_BETWEEN, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    began = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield began, cells
        began = reader.line_num + 1


def _wrong_head(file: str, line: int, head: Sequence[str], columns: Sequence[str]) -> Iterator[Fault]:
    for number, (name, column) in enumerate(zip(head, columns, strict=True), start=1):
        if not column:
            known = ", ".join(COLUMNS)
            yield _fault(file, line, clean_line(name)[:40] or str(number), "unknown-column", columns=known)
        elif columns.index(column) < number - 1:
            yield _fault(file, line, column, "column-doubled")
    if "code" not in columns:
        yield _fault(file, line, "code", "missing-column")


def _client(file: str, line: int, cells: Mapping[str, str], today: date) -> tuple[ClientRow, list[Fault]]:
    texts = {name: cell.strip() for name, cell in cells.items() if name and name not in _DAYS and cell.strip()}
    texts |= {name: clean_line(texts[name]) for name in ("code", "name", "coach") if name in texts}
    days, faults = {}, []
    for name in _DAYS:
        said = clean_line(cells.get(name, ""))
        day = whole_date(said, today) if said else None
        if day is not None:
            days[name] = day
        elif said:
            faults.append(_fault(file, line, name, "date-unknown"))
    if days.get("started", today) > today:
        faults.append(_fault(file, line, "started", "date-ahead"))
    if not any(sign.isprintable() for sign in texts.get("code", "")):
        faults.append(_fault(file, line, "code", "code-empty"))
    return ClientRow(line, texts, days), faults


def _fault(file: str, line: int, column: str, key: str, **params: str | int) -> Fault:
    return Fault(file=file, path=f"{line}.{column}" if column else str(line), key=key, params=tuple(params.items()))
