"""What comes from elsewhere is read whole, or every mistake in it is named by its place."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.text import clean_text
from sessionpad.store.migrations import format_of
from sessionpad.store.moving.bundle import DOSSIER, bundled, dossier_in
from sessionpad.store.moving.clients_csv import COLUMNS, read_clients
from sessionpad.store.moving.dossier_json import read_dossier, schema, write_dossier
from sessionpad.store.moving.notes_text import read_notes
from sessionpad.store.moving.shape import wrong_in
from sessionpad.store.moving.text_file import text_in
from sessionpad.store.records import LISTS, META, POSITION, SINGLES
from sessionpad.store.seal import Seal
from sessionpad.store.sealed_storage import decode
from sessionpad.store.vault import unlock
from tests.unit.store import fixture_1, fixture_2
from tests.unit.store.dossiers import a_dossier, any_dossier

TODAY = date(2026, 11, 25)
HERE = Path(__file__).parent


def sound(dossier: Dossier) -> Dossier:
    """The same with every task and conversation in a trajectory that is there."""
    last = dossier.trajectories[-1].id
    tasks = tuple(msgspec.structs.replace(each, trajectory=last) for each in dossier.tasks)
    sessions = tuple(msgspec.structs.replace(each, trajectory=last) for each in dossier.sessions)
    client = msgspec.structs.replace(dossier.client, code="A.")
    return msgspec.structs.replace(dossier, tasks=tasks, sessions=sessions, client=client)


def given_as_json(**changed: Any) -> dict[str, Any]:
    given: dict[str, Any] = msgspec.json.decode(write_dossier(a_dossier()))
    return {**given, **changed}


def faults(given: object) -> list[tuple[str, str]]:
    read = read_dossier(json.dumps(given).encode(), "x.json")
    assert (read.dossier is None) == bool(read.faults)
    return [(each.path, each.key) for each in read.faults]


# a dossier


def test_every_field_comes_back_equal() -> None:
    """What is written is read again, field by field, down to the last one that there is."""
    full = sound(fixture_2.full_dossier())
    assert read_dossier(write_dossier(full), "x.json").dossier == full


def _clean(value: Any) -> Any:
    """The same with clean texts, and every moment in a time zone, as the clock gives them."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(
            value, **{name: _clean(getattr(value, name)) for name in value.__struct_fields__}
        )
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    return clean_text(value) if type(value) is str else value


@settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a whole dossier takes minutes to shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    max_examples=40,
    deadline=None,
)
@given(any_dossier())
def test_any_dossier_comes_back_equal(dossier: Dossier) -> None:
    """Whatever a coach can put in it, once it went through the one gate for text."""
    clean = sound(_clean(dossier))
    read = read_dossier(write_dossier(clean), "x.json")
    assert (read.faults, read.dossier) == ((), clean)


@pytest.mark.slow
def test_what_an_earlier_format_wrote_comes_in() -> None:
    """A dossier of format 1 as JSON is brought up to date on its way in, as its file would be."""
    folder = HERE / "format-1"
    identity = unlock(folder, fixture_1.PASSPHRASE)
    sealed = (folder / "dossiers" / f"{fixture_1.FULL}.age").read_bytes()
    tables = decode(Seal(identity).open(sealed, "x"), "x")
    plain: dict[str, Any] = {"format": 1, "id": fixture_1.FULL}
    for name, rows in tables.items():
        bare = [{key: value for key, value in row.items() if key != POSITION} for row in rows.values()]
        if name in LISTS:
            plain[name] = bare
        elif name in SINGLES:
            plain[name] = {key: value for key, value in bare[0].items() if key != "id"}
    assert META not in plain
    read = read_dossier(msgspec.json.encode(plain), "x.json")
    expected = fixture_1.full_dossier()
    assert read.faults == ()
    assert read.dossier == expected


def test_every_mistake_is_named_by_its_path() -> None:
    """Not the first alone: all of them, each with where it is, and never what stands there."""
    given = given_as_json()
    given["tasks"][1]["owner"] = "buurman"
    given["tasks"][2]["made_at"] = "gisteren"
    given["sessions"][0]["reviews"] = [{"task": "d1-k0", "at": "2026-01-05T10:00:00Z", "effort": 9}]
    given["sessions"][1]["started_at"] = "2026-01-05T10:00:00"
    given["client"]["leeftijd"] = 34
    given["trajectories"][0]["goal"] = "post"
    del given["tasks"][0]["text"]
    given["parked"] = {}
    assert faults(given) == [
        ("client.leeftijd", "unknown-field"),
        ("trajectories.0.goal", "wrong-kind"),
        ("tasks.0.text", "missing"),
        ("tasks.1.owner", "not-one-of"),
        ("tasks.2.made_at", "wrong-kind"),
        ("sessions.0.reviews.0.effort", "not-one-of"),
        ("sessions.1.started_at", "no-zone"),
        ("parked", "wrong-kind"),
    ]
    said = read_dossier(msgspec.json.encode(given), "x.json").faults
    assert "buurman" not in repr(said)
    assert "gisteren" not in repr(said)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (given_as_json(trajectories=[]), [("trajectories", "empty"), ("tasks.0.trajectory", "unknown-reference")]),
        (given_as_json(client={"code": " "}), [("client.code", "code-empty")]),
        (given_as_json(id="../weg"), [("id", "wrong-kind")]),
        (given_as_json(format=format_of() + 1), [("", "newer-format")]),
        (given_as_json(format="2"), [("", "not-a-dossier")]),
        ({"tasks": []}, [("", "not-a-dossier")]),
        ([1], [("", "not-a-dossier")]),
        ({"format": 1, "id": "x", "agreements": [{"trajectory": "y"}]}, [("", "not-a-dossier")]),
    ],
)
def test_what_is_no_sound_dossier_is_refused(given: object, found: list[tuple[str, str]]) -> None:
    """Also when every field has the right shape."""
    assert faults(given)[: len(found)] == found


def test_an_id_twice_is_named_at_both_places() -> None:
    """Two records with one id would become one in the file."""
    given = given_as_json()
    given["tasks"][2]["id"] = given["tasks"][0]["id"]
    assert faults(given) == [("tasks.0.id", "doubled"), ("tasks.2.id", "doubled")]


def test_a_moment_without_a_zone_is_none() -> None:
    """It has the right shape, and would be a failure later, beside one that has a zone."""
    given = given_as_json()
    given["sessions"][1]["started_at"] = "2026-01-05T10:00:00"
    assert faults(given) == [("sessions.1.started_at", "no-zone")]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{", b"[" * 100_000, b'{"a": "\\ud800"}'])
def test_what_is_no_json_is_said_to_be_none(data: bytes) -> None:
    """However it is broken."""
    assert {each.key for each in read_dossier(data, "x.json").faults} <= {"not-json", "not-a-dossier"}
    assert read_dossier(data, "x.json").faults


def test_the_schema_knows_every_field() -> None:
    """Everything that is written stands in the schema, with its type; nothing else may."""
    described: Any = schema()

    def known(value: Any, kind: Any) -> None:
        kind = described["$defs"][kind["$ref"].rpartition("/")[2]] if "$ref" in kind else kind
        for each in kind.get("anyOf", ()):
            if "$ref" in each or each.get("type") == "array":
                kind = described["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        if isinstance(value, dict):
            assert kind["additionalProperties"] is False or kind is described["$defs"]["Dossier"]
            assert set(kind["required"]) <= set(value)
            for name, part in value.items():
                known(part, kind["properties"][name])
        elif isinstance(value, list):
            for part in value:
                known(part, kind["items"])

    known(msgspec.json.decode(write_dossier(fixture_2.full_dossier())), described)
    assert described["$defs"]["Dossier"]["properties"]["format"] == {"const": format_of()}


def test_a_shape_is_read_where_a_name_stands_for_it() -> None:
    """An id is text, also where its type has a name of its own."""
    assert [each.path for each in wrong_in({"id": 3, "client": {"code": "A"}, "trajectories": []}, Dossier)] == ["id"]


# a table of clients


def test_a_table_in_dutch_or_english_with_any_separator_is_read() -> None:
    """As a spreadsheet here and there saves it, quotation marks and line ends in a cell included."""
    dutch = 'Code;Naam;DOEL;begonnen;notitie\nA1;Zoë;"post; op orde";1/10/2026;"een\ntwee"\n\n;;;;\nB2;;;;\n'
    rows, wrong = read_clients(dutch, "c.csv", TODAY)
    assert wrong == ()
    assert [(row.line, dict(row.texts), dict(row.days)) for row in rows] == [
        (
            2,
            {"code": "A1", "name": "Zoë", "goal": "post; op orde", "note": "een\ntwee"},
            {"started": date(2026, 10, 1)},
        ),
        (6, {"code": "B2"}, {}),
    ]
    for between in ",\t":
        (row,), wrong = read_clients(f"code{between}name\nA1{between}Zoë", "c.csv", TODAY)
        assert (dict(row.texts), wrong) == ({"code": "A1", "name": "Zoë"}, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("", "nothing-in-it")]),
        ("code\n", [("", "nothing-in-it")]),
        ('code\n"A', [("", "not-a-table")]),
        ("code;leeftijd\nA;3", [("1.leeftijd", "unknown-column")]),
        ("name\nA", [("1.code", "missing-column")]),
        ("code;client\nA;B", [("1.code", "column-doubled")]),
        ("code;name\nA;B;C", [("2", "cell-too-many")]),
        ("code;name\n;B", [("2.code", "code-empty")]),
        ("code;start\nA;morgen\nB;1/1/2099", [("2.started", "date-unknown"), ("3.started", "date-ahead")]),
    ],
)
def test_what_is_wrong_in_a_table_is_named_by_line_and_column(text: str, found: list[tuple[str, str]]) -> None:
    """All of it at once."""
    assert [(each.path, each.key) for each in read_clients(text, "c.csv", TODAY)[1]] == found


def test_every_column_has_a_name_of_its_own() -> None:
    """No name means two things."""
    names = [name for every in COLUMNS.values() for name in every]
    assert len(names) == len(set(names))


# notes


def test_the_day_of_a_note_may_stand_above_it_in_its_front_or_in_its_name() -> None:
    """What other programs write around notes is read, and no word of a note is lost for it."""
    front = '---\ntitle: Thuis\ndate: "2025-11-27T10:00"\n---\nze kwam'
    (note,), wrong = read_notes(front, "n.md", today=TODAY)
    assert (note.on, note.text, wrong) == (date(2025, 11, 27), "title: Thuis\nze kwam", ())
    for name in ("2025-11-27 thuis.md", "20251127.txt", "thuis 27-11-2025.md"):
        (note,), wrong = read_notes("ze kwam", name, today=TODAY)
        assert (note.on, wrong) == (date(2025, 11, 27), ())
    (note,), _ = read_notes("---\nlijn\n---\n", "2025-11-27.md", today=TODAY)
    assert note.text == "---\nlijn\n---"


def test_signs_of_another_program_mean_nothing_here() -> None:
    """A list is no list of hindrances and a quote no task, unless one says that they are."""
    text = "- brood\n+ melk\n* kaas\n> mail\n  - diep\n! let op\n-3 graden\n---"
    (note,), _ = read_notes(text, "2025-11-27.md", today=TODAY)
    assert note.text == "• brood\n• melk\n• kaas\n| mail\n  - diep\n! let op\n-3 graden\n---"
    (note,), _ = read_notes(text, "2025-11-27.md", today=TODAY, keep_marks=True)
    assert note.text == text


def test_a_note_without_a_day_or_of_a_day_to_come_is_named_by_its_line() -> None:
    """With the line as it stands in the file, fields above it counted too."""
    notes, wrong = read_notes("los\n\n1/1/2099\nstraks", "n.txt", today=TODAY)
    assert len(notes) == 2
    assert [(each.path, each.key) for each in wrong] == [("1", "date-missing"), ("3", "date-ahead")]
    _, wrong = read_notes("---\ndate: 2025-11-27\n---\na\n\n1/1/2099\nb", "n.txt", today=TODAY)
    assert [(each.path, each.key) for each in wrong] == [("6", "date-ahead")]
    assert [each.key for each in read_notes(" \n", "2025-11-27.md", today=TODAY)[1]] == ["nothing-in-it"]


def test_a_text_says_itself_how_it_was_written() -> None:
    """A mark at its beginning counts most; what is no text is none."""
    assert text_in("één\r\ntwee".encode("utf-8-sig"), "cp1252") == "één\ntwee"
    assert text_in("één".encode("utf-16"), "utf-8") == "één"
    assert text_in("één".encode("cp1252"), "cp1252") == "één"
    assert text_in("één".encode("cp1252"), "utf-8") is None
    assert text_in(b"a\x00b", "utf-8") is None


# whatever it is

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["t", "A.", "2026-01-05"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["format", *Dossier.__struct_fields__, "goal", "x"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(_JSON, st.integers(-1, 4))
def test_any_json_is_read_or_refused(given: Any, number: int) -> None:
    """Whatever stands where, of whatever format it says it is: a dossier comes out, or what is wrong with it."""
    whole = {**given, "format": number, "id": "d1"} if isinstance(given, dict) else given
    read = read_dossier(json.dumps(whole).encode(), "x.json")
    assert (read.dossier is None) == bool(read.faults)


@given(st.text(alphabet=st.sampled_from('code;,\t"\n name\r\x0b1/2026é'), max_size=60))
def test_any_table_is_read_or_refused(text: str) -> None:
    """Whatever the signs between its cells: clients with a code come out, or what is wrong."""
    rows, wrong = read_clients(clean_text(text), "c.csv", TODAY)
    assert rows or wrong
    assert all(row.texts.get("code") for row in rows) or wrong


@given(st.text(alphabet=st.sampled_from("#- >1/2025novembr:\n (x"), max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever looks like a day in it: notes with a day come out, or what is wrong."""
    notes, wrong = read_notes(clean_text(text), "n.md", today=TODAY)
    assert notes or wrong
    assert all(each.on for each in notes) or wrong


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(min_value=0), st.integers(0, 255)), min_size=1, max_size=3))
def test_a_damaged_zip_is_no_zip(changes: list[tuple[int, int]]) -> None:
    """Whatever byte of it changed: the very dossier, or nothing."""
    dossier = b'{"client": {"code": "A."}}' * 40
    whole = bytearray(bundled({DOSSIER: dossier, "lees-mij.txt": b"niets"}))
    for at, byte in changes:
        whole[at % len(whole)] = byte
    assert dossier_in(bytes(whole), 10_000) in {dossier, None}
