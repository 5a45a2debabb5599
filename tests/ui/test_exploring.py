"""Exploring together in pieces: what was told and tried, domains of life, people; and the picture of it."""

from __future__ import annotations

from datetime import date

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.domain.around import Right
from sessionpad.domain.client import Closeness, Ready, Role
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.exploration import DomainView, Tried
from sessionpad.domain.ids import ConcernId, RightId
from sessionpad.domain.life_domains import LifeDomain
from sessionpad.ui.screens.card_search import CardSearchScreen
from sessionpad.ui.screens.client_view import ClientViewScreen
from sessionpad.ui.screens.domains import DomainsScreen
from sessionpad.ui.screens.exploration import ExplorationScreen
from sessionpad.ui.screens.list_form import Records
from sessionpad.ui.screens.people import PeopleScreen
from tests.ui.conftest import Coach, Sit, dossier_of
from tests.ui.rooms import fill, into, pick

CODE = "L. 1"
NARROW = (80, 24)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def client(desk: Desk) -> None:
    desk.new_client(CODE)


def kept(desk: Desk) -> Dossier:
    return dossier_of(desk, CODE)


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


async def test_every_part_is_kept_in_any_order(desk: Desk, sit: Sit) -> None:
    """Each field goes where it belongs, the last one first, and comes back when the room is opened again."""
    words = {key: f"over {key}" for key in ExplorationScreen.TEXTS}
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, ExplorationScreen)
        for key, text in reversed(words.items()):
            await fill(coach, screen, key, text)
        await fill(coach, screen, "told_discussed_on", "vr")
        await coach.saved()
    told = kept(desk).exploration
    assert {key: getattr(told, key) for key in words} == words
    assert told.told_discussed_on == date(2026, 11, 20)
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, ExplorationScreen)
        assert {key: screen.field(key).value for key in words} == words


async def test_what_was_tried_stands_beside_what_came_of_it(desk: Desk, sit: Sit) -> None:
    """There is always room for one more; an emptied line is gone; undo brings it back. Source: TGH-19."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, ExplorationScreen)
        await fill(coach, screen, "tried", "bakjes gekocht")
        await coach.press("tab")
        await coach.write("hielp even")
        await coach.press("enter")
        await coach.write("zus gebeld")
        await coach.saved()
        tried = (Tried(what="bakjes gekocht", effect="hielp even"), Tried(what="zus gebeld"))
        assert kept(desk).exploration.tried == tried
        screen.field("tried").value = "zus gebeld\t"
        await coach.saved()
        assert kept(desk).exploration.tried == tried[1:]
        await coach.press("ctrl+z")
        await coach.saved()
        assert kept(desk).exploration.tried != tried[1:]


async def test_the_picture_is_for_the_client(desk: Desk, sit: Sit) -> None:
    """F5 turns the screen around to a tree of what was explored; what a referrer told is not in it. Source: TGH-29."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, ExplorationScreen)
        await fill(coach, screen, "facts", "de post ligt er")
        await fill(coach, screen, "strengths_self", "ik hou vol")
        await fill(coach, screen, "told_by", "OCMW zegt lui")
        await coach.press("f5")
        coach.on(ClientViewScreen)
        assert "├─ de post ligt er" in coach.seen or "└─ de post ligt er" in coach.seen
        assert "in mezelf ik hou vol" in said(coach)
        assert "OCMW" not in coach.seen
        await coach.press("f5")
        assert "de post ligt er" not in coach.seen
        await coach.press("f12")
        assert coach.app.screen is screen


async def test_an_empty_picture_says_so(desk: Desk, sit: Sit) -> None:
    async with sit(desk, size=NARROW) as coach:
        await into(coach, CODE, ExplorationScreen)
        await coach.press("f5")
        assert "Nog niets: het groeit terwijl we praten." in said(coach)


async def test_a_domain_is_opened_by_filling_it(desk: Desk, sit: Sit) -> None:
    """Only what was told is kept, with the day; more than two on one day is said. Source: GW-71."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, DomainsScreen)
        records = screen.query_one(Records)
        for times, text in enumerate(("halftijds", "", "te weinig", "stapels"), 0):
            records.focus()
            await coach.press("home", *["down"] * times, "enter")
            await coach.write(text)
        await coach.saved()
        assert "3 vandaag; één of twee is genoeg" in said(coach)
    assert kept(desk).exploration.domains == (
        DomainView(domain=LifeDomain.WORK, well="halftijds", on=TODAY),
        DomainView(domain=LifeDomain.INCOME, well="te weinig", on=TODAY),
        DomainView(domain=LifeDomain.DEBTS, well="stapels", on=TODAY),
    )


async def test_a_domain_of_ones_own(desk: Desk, sit: Sit) -> None:
    """Ctrl+N adds one by name; a word of the program stays one's own; Delete takes it out and undo brings it back."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, DomainsScreen)
        await coach.press("ctrl+n")
        await coach.write("work")
        await coach.saved()
        await coach.write("shop")
        await fill(coach, screen, "difficult", "geen plek")
        await coach.saved()
        (view,) = kept(desk).exploration.domains
        assert (view.domain, view.difficult) == ("workshop", "geen plek")
        assert kept(desk).own_domains == ("workshop",)
        screen.query_one(Records).focus()
        await coach.press("delete")
        await coach.saved()
        assert kept(desk).exploration.domains == ()
        await coach.press("ctrl+z")
        await coach.saved()
        assert kept(desk).exploration.domains == (view,)


async def test_a_domain_of_ones_own_is_renamed_everywhere(desk: Desk, sit: Sit) -> None:
    """What the client named and a right that point to it go along; typed over letter by letter, undone at once."""
    pad = desk.open(desk.find(CODE))
    pad.change_exploration(domains=(DomainView(domain="tuin", well="rust", on=TODAY),))
    pad.add(
        "concerns", Concern(id=ConcernId("c"), text="te klein", made_at=desk.now, domains=("tuin", LifeDomain.WORK))
    )
    pad.add("rights", Right(id=RightId("r"), text="volkstuin", made_at=desk.now, domain="tuin"))
    pad.save()

    def names() -> tuple[str, ...]:
        there = kept(desk)
        return (*there.own_domains, *there.concerns[-1].domains, there.rights[-1].domain)

    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, DomainsScreen)
        await coach.press("end", "enter", "ctrl+u")
        await coach.saved()
        assert names() == ("tuin", "tuin", LifeDomain.WORK, "tuin")
        await coach.write("moes")
        await coach.saved()
        await coach.write("tuin")
        await coach.saved()
        assert names() == ("moestuin", "moestuin", LifeDomain.WORK, "moestuin")
        await coach.press("ctrl+z")
        await coach.saved()
        assert names() == ("tuin", "tuin", LifeDomain.WORK, "tuin")
        assert screen.field("domain").value == "tuin"


async def test_people_with_what_they_can_do(desk: Desk, sit: Sit) -> None:
    """Who, what they are, whether they want to and can, how near, and when to ask again. Source: IW-25, GW-28."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, PeopleScreen)
        assert "Ctrl+N zet iemand bij" in said(coach)
        await coach.press("ctrl+n")
        await coach.write("Leila")
        await fill(coach, screen, "relation", "zus")
        await fill(coach, screen, "helps_with", "sorteren")
        for key, digit in {"willing": "1", "able": "2", "closeness": "1", "signs": "1"}.items():
            await pick(coach, screen, key, digit)
        await fill(coach, screen, "look_again", "+4w")
        await coach.saved()
    (person,) = kept(desk).client.people
    assert (person.name, person.role, person.relation, person.helps_with) == ("Leila", Role.NETWORK, "zus", "sorteren")
    assert (person.willing, person.able, person.closeness) == (Ready.YES, Ready.PARTLY, Closeness.NEAR)
    assert (person.signs, person.look_again) == (True, date(2026, 12, 22))


async def test_a_helper_has_advice_and_others_have_not(desk: Desk, sit: Sit) -> None:
    """What is asked fits who it is; nothing that was filled in is lost when the role changes."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, PeopleScreen)
        await coach.press("ctrl+n")
        await pick(coach, screen, "willing", "1")
        assert not screen.field("advice").display
        await pick(coach, screen, "role", "3")
        await coach.saved()
        assert (screen.field("advice").display, screen.field("willing").display) == (True, False)
        await fill(coach, screen, "advice", "eerst slapen")
        await coach.saved()
    (person,) = kept(desk).client.people
    assert (person.role, person.willing, person.advice) == (Role.HELPER, Ready.YES, "eerst slapen")


async def test_people_are_moved_and_taken_out(desk: Desk, sit: Sit) -> None:
    """Each keeps its own fields in another place, also two with one name; undo puts one back."""
    async with sit(desk) as coach:
        screen = await into(coach, CODE, PeopleScreen)
        for name, relation in (("An", "zus"), ("An", "buur"), ("Bo", "broer")):
            await coach.press("ctrl+n")
            await coach.write(name)
            await fill(coach, screen, "relation", relation)
        await coach.press("alt+up", "alt+up")
        await coach.saved()
        assert [each.relation for each in kept(desk).client.people] == ["broer", "zus", "buur"]
        assert screen.field("relation").value == "broer"
        screen.query_one(Records).focus()
        await coach.press("delete")
        await coach.saved()
        assert screen.field("relation").value == "zus"
        assert [each.relation for each in kept(desk).client.people] == ["zus", "buur"]
        await coach.press("ctrl+z")
        await coach.saved()
        assert [each.relation for each in kept(desk).client.people] == ["broer", "zus", "buur"]
        assert screen.field("relation").value == "broer"


async def test_the_questions_about_the_network_are_at_hand(desk: Desk, sit: Sit) -> None:
    """F6 shows only those; the one that is taken stays in view while the answer is typed. Source: GW-27."""
    async with sit(desk, size=NARROW) as coach:
        screen = await into(coach, CODE, PeopleScreen)
        await coach.press("f6")
        found = coach.on(CardSearchScreen)._deck.cards
        assert {card.group for card in found} == {"network"}
        assert len(found) >= 9
        await coach.write("vannacht")
        await coach.press("enter")
        assert coach.app.screen is screen
        assert "vannacht" in said(coach)
