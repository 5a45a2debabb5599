"""The clients of one vault: made, found, listed, opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sessionpad.desk.desk import Desk, system_clock, uuid4_text
from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import overview_of
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import InvalidInput, NotFound
from sessionpad.store.identity import Identity
from sessionpad.store.vault import lay_vault, memory_vault, open_vault
from tests.unit.domain.builders import AT, TODAY, Clock, a_dossier, counting_ids

WILD = '[/b] {{x}} & <é> "'


@pytest.fixture
def desk() -> Desk:
    clock = Clock()
    return Desk(memory_vault(clock), clock=clock, new_id=counting_ids())


def test_a_new_client_has_an_empty_dossier(desk: Desk) -> None:
    """Code and name as typed, one trajectory from today in the first phase, and nothing else."""
    dossier = desk.new_client("  A.\t", " Amina\nYıldız ").dossier
    assert (dossier.client.code, dossier.client.name) == ("A.", "Amina Yıldız")
    assert (dossier.trajectory.started, dossier.trajectory.phases) == (TODAY, (Phase.FIRST_RECEPTION,))
    assert (dossier.tasks, dossier.sessions, dossier.agreements) == ((), (), ())
    assert len({str(dossier.id), str(dossier.trajectory.id)}) == 2


@pytest.mark.parametrize("code", ["", "   ", "\n\t", "\x00\x1b", "\u200e", "\u200b\u00ad"])
def test_a_code_that_shows_nothing_is_refused(desk: Desk, code: str) -> None:
    """A client without a visible code could not be told apart in a list."""
    with pytest.raises(InvalidInput) as refused:
        desk.new_client(code)
    assert refused.value.key == "code-empty"
    assert desk.clients() == ()


@pytest.mark.parametrize("code", ["Berk", "berk", "BERK ", " berk\n", "be\x07rk"])
def test_a_code_is_given_once(desk: Desk, code: str) -> None:
    """Capitals and white space do not make another code."""
    desk.new_client("Berk")
    with pytest.raises(InvalidInput) as refused:
        desk.new_client(code)
    assert refused.value.key == "code-taken"
    assert len(desk.clients()) == 1


def test_clients_stand_in_order_of_code(desk: Desk) -> None:
    """Capitals do not count in the order, and each row says what its dossier says."""
    pads = [desk.new_client(code) for code in ("wilg", "Berk", "[/b]", "eik")]
    assert [row.code for row in desk.clients()] == ["[/b]", "Berk", "eik", "wilg"]
    assert set(desk.clients()) == {overview_of(pad.dossier) for pad in pads}


def test_the_list_follows_what_is_saved(desk: Desk) -> None:
    """A goal and a task stand in the list as soon as they are on disk."""
    pad = desk.new_client("A.")
    pad.change_goal(text="Alle post ligt open", deadline=date(2027, 2, 1))
    pad.capture("bellen", None)
    pad.save()
    assert desk.clients() == (overview_of(pad.dossier),)


@pytest.mark.parametrize("words", ["A.", "a.", " a.\n", "Amina Yıldız", "amina  yıldız", "AMINA Yıldız"])
def test_a_client_is_found_by_code_or_name(desk: Desk, words: str) -> None:
    """Whatever the capitals and the spaces between."""
    desk.new_client("B.", "Bente")
    wanted = desk.new_client("A.", "Amina Yıldız").dossier.id
    assert desk.find(words) == wanted


def test_a_client_is_found_by_id(desk: Desk) -> None:
    """An id finds its own client and no other."""
    ids = [desk.new_client(code).dossier.id for code in ("A.", "B.")]
    assert [desk.find(each) for each in ids] == ids
    assert desk.find(ids[0].upper()) == ids[0]


def test_a_name_changed_on_paper_is_found(desk: Desk) -> None:
    """A name typed in the agreement may have white space around it."""
    pad = desk.new_client("A.")
    pad.change_client(name=" Amina \n")
    pad.save()
    assert desk.find("amina") == pad.dossier.id


def test_a_code_goes_before_a_name(desk: Desk) -> None:
    """One client's code may be another one's name: the code is meant."""
    desk.new_client("A.", "Bente")
    assert desk.find("bente") == desk.find("A.")
    by_code = desk.new_client("Bente", "Cem").dossier.id
    assert desk.find("bente") == by_code


def test_a_name_that_two_people_have_is_not_enough(desk: Desk) -> None:
    """Nobody's note ends up with someone else: the code is asked for."""
    desk.new_client("A.", "Amina")
    desk.new_client("B.", "amina ")
    with pytest.raises(NotFound) as refused:
        desk.find("Amina")
    assert refused.value.key == "client-ambiguous"


@pytest.mark.parametrize("words", ["", "  ", "\x00", "Z.", "Am", "*", "A. Amina"])
def test_nobody_is_found_by_nothing(desk: Desk, words: str) -> None:
    """No words, unknown words or half a name mean nobody, also when one client has no name."""
    desk.new_client("A.", "Amina")
    desk.new_client("B.")
    with pytest.raises(NotFound) as refused:
        desk.find(words)
    assert refused.value.key == "client"


def test_wild_names_are_kept_as_typed(desk: Desk) -> None:
    """Markup, Jinja and quotes in a code or name are only text."""
    pad = desk.new_client(WILD, f"{WILD}\x1b[31m")
    assert desk.find(WILD) == pad.dossier.id
    client = desk.open(pad.dossier.id).dossier.client
    assert (client.code, client.name) == (WILD, f"{WILD}[31m")


def test_nobody_is_opened_by_an_unknown_id(desk: Desk) -> None:
    """There is no such client."""
    with pytest.raises(NotFound):
        desk.open(DossierId("dossier-9"))


def test_a_dossier_from_elsewhere_is_taken_in(desk: Desk) -> None:
    """It is saved at once, and opened like any other."""
    pad = desk.put(a_dossier())
    assert (pad.dossier, pad.is_saved) == (a_dossier(), True)
    assert desk.open(a_dossier().id).dossier == a_dossier()


def test_dossiers_are_there_again_after_closing(tmp_path: Path) -> None:
    """A closed vault can be opened by the next program, with everybody in it."""
    identity, clock = Identity.generate(), Clock()
    lay_vault(tmp_path / "vault", identity, b"not protected")
    first = Desk(open_vault(tmp_path / "vault", identity, program="first", clock=clock), clock=clock)
    rows = [overview_of(first.new_client(code).dossier) for code in ("A.", "B.")]
    assert (first.is_read_only, first.holder) == (False, None)
    first.close()
    second = Desk(open_vault(tmp_path / "vault", identity, program="second", clock=clock), clock=clock)
    assert (second.is_read_only, list(second.clients())) == (False, rows)
    second.close()


def test_the_present_moment_comes_from_the_clock(desk: Desk) -> None:
    """Nothing on the desk has a clock of its own."""
    assert (desk.now, desk.today) == (AT, TODAY)


def test_the_machine_gives_moments_with_a_zone_and_ids_of_their_own() -> None:
    """What is used outside of tests: a moment that says its offset, and a uuid that never comes twice."""
    assert system_clock().utcoffset() is not None
    assert len({uuid4_text() for _ in range(100)}) == 100
