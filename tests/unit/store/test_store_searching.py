"""Looking for words in a dossier as it stands in its file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import DossierId
from sessionpad.domain.lines import lines_of
from sessionpad.domain.notes import NoteLine
from sessionpad.errors import Damaged
from sessionpad.store.dossier_file import Opener, sealed_apart
from sessionpad.store.identity import Identity
from sessionpad.store.seal import Seal
from sessionpad.store.searching import MOST, Search
from tests.planted import Planted
from tests.unit.domain.builders import a_dossier, a_session

AT = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
SEAL = Seal(Identity.generate())


def payload(dossier: Dossier) -> bytes:
    """What stands in its file, opened."""
    return SEAL.open(sealed_apart(dossier, Opener(SEAL), AT, above=0), "")


def noted(*texts: str) -> Dossier:
    notes = tuple(NoteLine(at=AT + timedelta(days=row), text=text) for row, text in enumerate(texts))
    return msgspec.structs.replace(a_dossier(), sessions=(a_session(notes=notes),))


def test_every_line_of_a_dossier_is_found_in_its_file() -> None:
    """What is found in the file is what is found in the dossier, field by field."""
    dossier = Planted().dossier("00000000-0000-4000-8000-000000000001")
    data = payload(dossier)
    lines = list(lines_of(dossier))
    assert len(lines) > 100
    for line in lines:
        assert Search(line.text.upper()).lines_in(data, dossier.id) == [line]


def test_the_newest_line_comes_first() -> None:
    """The day of a line decides, also within one talk."""
    dossier = noted("brief van de bank", "iets anders", "de energiebrief")
    found = Search("brief").lines_in(payload(dossier), dossier.id)
    assert [line.text for line in found] == ["de energiebrief", "brief van de bank"]


def test_the_words_have_to_stand_in_one_line() -> None:
    """Words that stand in two lines are not found together."""
    dossier = noted("brief van de bank", "energie")
    assert Search("brief energie").lines_in(payload(dossier), dossier.id) == []
    assert len(Search("bank brief").lines_in(payload(dossier), dossier.id)) == 1


@pytest.mark.parametrize("typed", ["text", "notes", "started_at", "client", "2026-01-05", "position"])
def test_what_only_the_file_says_is_not_found(typed: str) -> None:
    """The names of fields and the days in a file are not words of the coach."""
    dossier = noted("brief")
    assert Search(typed).lines_in(payload(dossier), dossier.id) == []


def test_a_page_is_cut_and_a_thousand_lines_are_not_given() -> None:
    """Of a very long line a part is given, and of very many lines the newest."""
    dossier = noted(*(f"woord {number} " + "x" * 5000 for number in range(MOST + 20)))
    found = Search("woord").lines_in(payload(dossier), dossier.id)
    assert len(found) == MOST
    assert found[0].text.startswith(f"woord {MOST + 19} xxx")
    assert max(len(line.text) for line in found) < 300


def test_nothing_is_looked_for_without_words() -> None:
    """White space finds nothing, rather than everything."""
    dossier = noted("brief")
    assert Search(" ").lines_in(payload(dossier), dossier.id) == ()


@pytest.mark.parametrize(
    ("break_it", "key"),
    [
        pytest.param(lambda data: data[:-40], "unreadable", id="cut"),
        pytest.param(lambda data: data.replace(b'"format":', b'"format":9'), "newer-format", id="newer"),
        pytest.param(lambda data: data.replace(b'"meta"', b'"mate"'), "foreign", id="foreign"),
    ],
)
def test_what_cannot_be_trusted_is_said(break_it: object, key: str) -> None:
    """A file that is cut, of a newer program or of something else is not silently skipped."""
    assert callable(break_it)
    dossier = noted("brief")
    with pytest.raises(Damaged) as damage:
        Search("brief").lines_in(break_it(payload(dossier)), dossier.id)
    assert damage.value.key == key


def test_the_file_of_another_client_is_refused() -> None:
    """A file under the wrong name gives nothing away."""
    with pytest.raises(Damaged) as damage:
        Search("brief").lines_in(payload(noted("brief")), DossierId("another"))
    assert damage.value.key == "wrong-name"
