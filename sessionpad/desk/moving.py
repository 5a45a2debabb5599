"""Moving house: dossiers, notes and clients from elsewhere are all looked over first, and then taken in together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from sessionpad.desk.coming import client_coming, note_coming, with_notes
from sessionpad.desk.opened import Clock, NewId
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId, SessionId
from sessionpad.domain.session import Session
from sessionpad.domain.text import clean_line
from sessionpad.errors import Conflict, InvalidInput, NotFound, SessionpadError
from sessionpad.store.moving.bundle import dossier_in
from sessionpad.store.moving.clients_csv import read_clients
from sessionpad.store.moving.dossier_json import read_dossier
from sessionpad.store.moving.fault import Fault
from sessionpad.store.moving.notes_text import read_notes
from sessionpad.store.moving.text_file import Encoding, text_in

if TYPE_CHECKING:
    from sessionpad.store.repository import Repository

DOSSIERS: Final = (".json", ".zip")
TABLES: Final = (".csv", ".tsv")
NOTES: Final = (".txt", ".md", ".markdown")
LARGEST: Final = 256 * 1024 * 1024
"""Bytes; a file that is larger is none of these."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How the files are to be read."""

    client: DossierId | None = None
    """Whose notes they are."""
    code: str = ""
    """Under which code a dossier comes in, when not under its own."""
    as_talks: bool = False
    """Whether each note is a conversation, and counts as one."""
    keep_marks: bool = False
    encoding: Encoding = "utf-8"


@dataclass(frozen=True)
class Coming:
    file: str
    dossier: Dossier
    code_at: str
    """Where in the file its code stands."""


@dataclass
class Plan:
    """What would come in, and what is in the way."""

    dossiers: list[Coming] = field(default_factory=list)
    notes: list[tuple[str, Session]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    there: int = 0
    """Notes that are in the dossier already, word for word: those are left out."""
    changed: Dossier | None = None
    """The dossier that the notes are of, with the notes."""


class Moving:
    """Takes in what other programs, or another vault, wrote down.

    Args:
        repository: where it goes.
        clock: the present moment.
        new_id: gives a uuid in text form.
    """

    def __init__(self, repository: Repository, clock: Clock, new_id: NewId) -> None:
        self._repository = repository
        self._clock = clock
        self._new_id = new_id
        self.left: tuple[Dossier, ...] = ()
        """What could not be taken out again after a failure."""

    def look_over(self, files: Sequence[Path], asked: Asked) -> Plan:
        """Read all files and change nothing.

        Raises:
            InvalidInput: it was asked for in a way that cannot be, or a file cannot be read.
            NotFound: there is no such file.
        """
        kinds = {each.suffix.casefold() for each in files}
        if asked.client is None and kinds & set(NOTES):
            raise InvalidInput("import-of-whom")
        if asked.client is not None and not kinds & set(NOTES):
            raise InvalidInput("import-no-notes")
        if asked.code and (len(files) != 1 or not kinds <= set(DOSSIERS)):
            raise InvalidInput("import-one-code")
        plan = Plan()
        for each in files:
            self._read(each, asked, plan)
        plan.faults += self._in_the_way(plan.dossiers)
        if plan.notes and asked.client is not None:
            before = self._repository.load(asked.client).dossier
            plan.changed, come = with_notes(before, [session for _, session in plan.notes])
            plan.there = len(plan.notes) - len(come)
            plan.notes = [each for each in plan.notes if each[1].id in come]
        return plan

    def take_in(self, plan: Plan) -> None:
        """Write what was looked over: all of it, or nothing when something goes wrong on the way.

        Raises:
            StorageFailed, Conflict: nothing came in, except for what is in `left`.
        """
        assert not plan.faults
        written: list[Dossier] = []
        try:
            for each in plan.dossiers:
                written.append(each.dossier)
                self._save_new(each.dossier, written)
            if plan.changed is not None:
                self._repository.save(plan.changed)
        except BaseException:
            self.left = tuple(each for each in written if not self._is_taken_out(each))
            raise

    def _save_new(self, dossier: Dossier, written: list[Dossier]) -> None:
        try:
            self._repository.save(dossier)
        except Conflict:
            # Something else stands there under this name: it is not ours to take out.
            written.remove(dossier)
            raise

    def _is_taken_out(self, dossier: Dossier) -> bool:
        try:
            self._repository.withdraw(dossier.id)
        except SessionpadError:
            return False
        return True

    def _read(self, file: Path, asked: Asked, plan: Plan) -> None:
        kind, name = file.suffix.casefold(), file.name
        if kind not in {*DOSSIERS, *TABLES, *NOTES}:
            plan.faults.append(Fault(file=name, key="kind-unknown"))
            return
        data = _bytes_of(file)
        if len(data) > LARGEST:
            plan.faults.append(Fault(file=name, key="too-big"))
        elif kind in DOSSIERS:
            self._read_dossier(dossier_in(data, LARGEST) if kind == ".zip" else data, name, asked, plan)
        elif (text := text_in(data, asked.encoding)) is None:
            plan.faults.append(Fault(file=name, key="not-text"))
        elif kind in TABLES:
            self._read_table(text, name, plan)
        else:
            self._read_notes(text, name, asked, plan)

    def _read_dossier(self, data: bytes | None, name: str, asked: Asked, plan: Plan) -> None:
        if data is None:
            plan.faults.append(Fault(file=name, key="no-dossier-in-it"))
            return
        read = read_dossier(data, name)
        plan.faults += read.faults
        if read.dossier is not None:
            code = clean_line(asked.code) or read.dossier.client.code
            client = msgspec.structs.replace(read.dossier.client, code=code)
            plan.dossiers.append(Coming(name, msgspec.structs.replace(read.dossier, client=client), "client.code"))

    def _read_table(self, text: str, name: str, plan: Plan) -> None:
        rows, faults = read_clients(text, name, self._clock().date())
        plan.faults += faults
        plan.dossiers += [
            Coming(name, client_coming(each, self._clock(), self._new_id), f"{each.line}.code") for each in rows
        ]

    def _read_notes(self, text: str, name: str, asked: Asked, plan: Plan) -> None:
        now = self._clock()
        notes, faults = read_notes(text, name, today=now.date(), keep_marks=asked.keep_marks)
        plan.faults += faults
        if not faults:
            plan.notes += [
                (name, note_coming(each, now, SessionId(self._new_id()), is_talk=asked.as_talks)) for each in notes
            ]

    def _in_the_way(self, coming: Sequence[Coming]) -> Iterator[Fault]:
        """Dossiers and codes that are here already, or that come twice."""
        rows = self._repository.overviews()
        here = {*(row.id for row in rows), *self._repository.distrusted()}
        codes = {row.code.casefold() for row in rows}
        seen_ids: set[str] = set()
        seen_codes: set[str] = set()
        for each in coming:
            dossier, code = each.dossier, each.dossier.client.code.casefold()
            if dossier.id in here:
                yield Fault(file=each.file, path="id", key="is-here")
            elif dossier.id in seen_ids:
                yield Fault(file=each.file, path="id", key="came-twice")
            elif self._repository.was_erased(dossier.id):
                yield Fault(file=each.file, path="id", key="was-erased")
            elif code in codes:
                yield Fault(file=each.file, path=each.code_at, key="code-taken")
            elif code and code in seen_codes:
                yield Fault(file=each.file, path=each.code_at, key="code-doubled")
            seen_ids.add(dossier.id)
            seen_codes.add(code)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound("file", file=str(file)) from None
    except OSError:
        raise InvalidInput("file-unreadable", file=str(file)) from None
