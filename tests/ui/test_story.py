"""From a new client to a second conversation, with keys in and a dossier and a document out."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from sessionpad.desk.desk import Desk
from sessionpad.domain.dossier import tasks_reviewed
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import NO_OCCASION
from sessionpad.domain.task import Kind, Owner
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.clients import ClientsScreen
from sessionpad.ui.screens.closing import ClosingScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.card_pane import CardPane
from tests.ui.conftest import Clock, Coach, Sit, dossier_of


async def first_talk(coach: Coach) -> None:
    """A new client, a talk with notes, a card and two tasks."""
    await coach.write("N. 7\n")
    await coach.write("\nZoë Özdemir-Van den Broucke\n")
    coach.on(DossierScreen)
    await coach.press("enter")
    coach.on(SessionScreen)
    await coach.write(
        'Komt binnen met een doos. Trots.\n+ zelf bakjes gekocht\n" ik durf de brieven niet open te doen\n'
    )
    await coach.press("f8")
    await coach.write("Met mijn dochter erbij.\n")
    await coach.write("> energiebrief samen openen @samen !do #contact\n")
    await coach.press("ctrl+t")
    await coach.write("sociaal huis mailen @ik !+2w")
    await coach.press("enter")


async def agree(coach: Coach) -> None:
    """Everything the agreement needs, field by field."""
    await coach.press("escape", "f4")
    coach.on(AgreementScreen)
    for text in (
        "",
        "De post stapelt zich op en ik slaap er niet van.",
        "Elke vrijdag is mijn post geopend en gesorteerd.",
        "Rust aan tafel.",
        "Post openen en in bakjes leggen.",
        "+2m",
        "6",
        "+4w, +2m",
        "Als het niet lukt, kiezen we samen één bakje.",
        "Coach Test",
        "werkdagen van 9 tot 17 uur",
    ):
        await coach.write(text)
        await coach.press("tab")


async def test_from_new_client_to_second_talk(desk: Desk, clock: Clock, sit: Sit, home: Path) -> None:
    """A coach takes a client from new to a second talk, hands over a Word agreement, and meets exactly those tasks."""
    async with sit(desk) as coach:
        await first_talk(coach)
        await agree(coach)
        await coach.press("f7", "f5")
        await coach.until(lambda: "Het document staat in" in coach.seen)
        await coach.press("escape", "enter", "f3")
        coach.on(ClosingScreen)
        await coach.write("Je wil weer rust aan tafel. Klopt dat?")
        await coach.press("tab", "tab", "tab")
        await coach.write("di 14u30")
        await coach.press("f3")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))

        stored = dossier_of(desk, "N. 7")
        talk = stored.sessions[0]
        assert talk.ended_at == clock.now
        assert talk.next_at is not None
        assert (talk.next_at.date(), talk.next_at.hour, talk.next_at.minute) == (date(2026, 12, 1), 14, 30)
        assert talk.summary == "Je wil weer rust aan tafel. Klopt dat?"
        assert [asked.card for asked in talk.asked]

        clock.pass_(days=7)
        await coach.press("enter")
        await coach.press("f2", "4", "1", "3", "minus")
        await coach.saved()
        stored = dossier_of(desk, "N. 7")
        second = stored.sessions[1]
        assert second.opened_on == tuple(task.id for task in stored.tasks)
        scores = {review.task: (review.effort, review.result) for review in second.reviews}
        promised, shared = tasks_reviewed(stored, second)
        assert scores == {promised.id: (4, 1), shared.id: (3, NO_OCCASION)}

    paper = list((home / "Documents").glob("*.docx"))
    assert len(paper) == 1
    words = zipfile.ZipFile(paper[0]).read("word/document.xml").decode()
    assert "Elke vrijdag is mijn post geopend en gesorteerd." in words
    assert "contract" not in words.casefold()


async def test_what_was_typed_is_what_is_kept(desk: Desk, sit: Sit) -> None:
    """Notes are kept to the letter, with the asked question in place and a typed task line still there."""
    async with sit(desk) as coach:
        await first_talk(coach)
        question = coach.on(SessionScreen).query_one(CardPane).question
        await coach.saved()
    talk = dossier_of(desk, "N. 7").sessions[0]
    assert text_of(talk.notes) == (
        'Komt binnen met een doos. Trots.\n+ zelf bakjes gekocht\n" ik durf de brieven niet open te doen\n'
        f"» {question}\nMet mijn dochter erbij.\n> energiebrief samen openen @samen !do #contact\n"
    )
    assert all(line.at == talk.started_at for line in talk.notes)


async def test_tasks_say_who_when_and_what_kind(desk: Desk, sit: Sit) -> None:
    """Owner, date and kind are read from the line, both from the notes and from the capture line."""
    async with sit(desk) as coach:
        await first_talk(coach)
        await coach.saved()
    together, promised = dossier_of(desk, "N. 7").tasks
    assert (together.text, together.owner, together.kind, together.due) == (
        "energiebrief samen openen",
        Owner.TOGETHER,
        Kind.CONTACT,
        date(2026, 11, 26),
    )
    assert (promised.text, promised.owner, promised.kind, promised.due) == (
        "sociaal huis mailen",
        Owner.COACH,
        Kind.EXTERNAL,
        date(2026, 12, 8),
    )


async def test_the_agreement_is_frozen_when_it_is_made(desk: Desk, sit: Sit) -> None:
    """What was agreed stays as it was agreed, also when the fields change later."""
    async with sit(desk) as coach:
        await first_talk(coach)
        await agree(coach)
        await coach.press("f7")
        await coach.press("shift+tab", "shift+tab", "shift+tab")
        await coach.saved()
    dossier = dossier_of(desk, "N. 7")
    (agreement,) = dossier.agreements
    assert agreement.number == 1
    assert agreement.signed_on == date(2026, 11, 24)
    assert agreement.terms.goal.deadline == date(2027, 1, 24)
    assert agreement.terms.talks == 6
    assert agreement.terms.evaluations == (date(2026, 12, 22), date(2027, 1, 24))
    assert agreement.tasks == dossier.tasks
    assert agreement.terms.problem.text == "De post stapelt zich op en ik slaap er niet van."


async def test_one_comes_back_to_the_list(demo: Desk, sit: Sit) -> None:
    """Escape leads back from the notes to the dossier and from there to the clients, with everything saved."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter")
        await coach.write("é")
        await coach.press("escape", "escape")
        await coach.until(lambda: isinstance(coach.app.screen, ClientsScreen))
    assert text_of(dossier_of(demo, "A.").sessions[-1].notes) == "é"
