"""Looking for words in one dossier as it stands in its file: only the records that may hold them are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

import msgspec

from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import NOT_SEARCHED, Line, lines_in, lines_of
from sessionpad.domain.value import Value
from sessionpad.domain.words import Words
from sessionpad.errors import Damaged
from sessionpad.store.coarse import Coarse
from sessionpad.store.dossier_file import content_of, known_meta
from sessionpad.store.migrations import MIGRATIONS, format_of
from sessionpad.store.records import LISTS, META, POSITION, SINGLES
from sessionpad.store.sealed_storage import Row, decode
from sessionpad.store.shelf import SUFFIX

MOST: Final = 100
"""How many lines of one dossier are given at most, the newest first."""

_RawTables: TypeAlias = dict[str, dict[str, msgspec.Raw]]


class Search:
    """The same words in one dossier after another."""

    def __init__(self, typed: str) -> None:
        self._words = Words(typed)
        self._coarse = Coarse(self._words)

    def lines_in(self, payload: bytes, dossier_id: DossierId) -> Sequence[Line]:
        """The lines with all the words, the newest first, long ones cut short.

        Args:
            payload: what stands in the sealed file.
            dossier_id: whose file it is.

        Raises:
            Damaged: it is another one's, of a newer program, or not sound.
        """
        if not self._words or not self._coarse.may_hold(payload):
            return ()
        found = [line for line in self._near(payload, dossier_id) if self._words.are_in(line.text)]
        found.sort(key=lambda line: line.on or date.min, reverse=True)
        return [msgspec.structs.replace(line, text=self._words.excerpt(line.text)) for line in found[:MOST]]

    def _near(self, payload: bytes, dossier_id: DossierId) -> Iterator[Line]:
        """Every line of the records that may hold the words."""
        file = dossier_id + SUFFIX
        try:
            tables = msgspec.json.decode(payload, type=_RawTables)
            about = {number: msgspec.json.decode(row, type=Row) for number, row in tables.get(META, {}).items()}
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise Damaged("unreadable", file=file) from None
        meta = known_meta({META: about}, file, MIGRATIONS)
        if meta.id != dossier_id:
            raise Damaged("wrong-name", file=file)
        if meta.format == format_of():
            yield from self._today(tables, file)
        else:
            yield from lines_of(content_of(decode(payload, file), dossier_id)[0].dossier)

    def _today(self, tables: _RawTables, file: str) -> Iterator[Line]:
        kinds: Mapping[str, type[Value]] = {**SINGLES, **LISTS}
        for name in kinds:
            for row in tables.get(name, {}).values():
                if name not in NOT_SEARCHED and self._coarse.may_hold(bytes(row)):
                    yield from lines_in(_record(row, name, kinds[name], file), name)


def _record(row: msgspec.Raw, name: str, kind: type[Value], file: str) -> Value:
    left_out = {"id"} if name in SINGLES else {POSITION}
    try:
        fields = {key: value for key, value in msgspec.json.decode(row, type=Row).items() if key not in left_out}
        return msgspec.convert(fields, kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        raise Damaged("unreadable", file=file) from None
