"""The story of a referral with consent: asked for, step by step, told only what was agreed, put to rest, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx

from sessionpad.desk.desk import Desk
from sessionpad.documents import Document
from sessionpad.domain.around import ReferralStep
from sessionpad.domain.dossier import Dossier
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.screens.new_client import NewClientScreen
from sessionpad.ui.screens.papers import PapersScreen
from sessionpad.ui.screens.referral import ReferralScreen
from sessionpad.ui.screens.telling import TellingScreen
from tests.ui.conftest import Clock, Coach, Sit, dossier_of
from tests.ui.rooms import fill, pick

CODE = "B. 12"
DIGIT = str(list(Document).index(Document.HANDOVER) + 1)


def kept(desk: Desk) -> Dossier:
    return dossier_of(desk, CODE)


async def choose(coach: Coach, name: str) -> None:
    """A room, from the list of everything that can be done, by its name."""
    await coach.press("ctrl+p")
    await coach.write(name)
    await coach.until(lambda: name in coach.seen)
    await coach.press("enter")
    await coach.until(lambda: isinstance(coach.app.screen, FormScreen) and coach.app.screen.is_mounted)
    await coach.pilot.pause()


async def test_a_referral_with_consent(  # noqa: PLR0915  a story has a beginning, a middle and an end
    desk: Desk, sit: Sit, clock: Clock
) -> None:
    """From the first word about it to the way back after a time-out, at 80 by 24. Source: GW-104, GW-106, GW-18."""
    async with sit(desk, size=(80, 24)) as coach:
        await coach.write(CODE)
        await coach.press("enter")
        await coach.until(lambda: isinstance(coach.app.screen, NewClientScreen) and coach.app.screen.is_mounted)
        await coach.press("enter", "enter")
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))

        # It is talked over, and nothing is pushed.
        await choose(coach, "naar een andere dienst")
        screen = coach.on(ReferralScreen)
        await coach.press("ctrl+n")
        await coach.write("wijkgezondheidscentrum De Brug")
        await fill(coach, screen, "about", "ik wil weer slapen")
        await pick(coach, screen, "steps", "1")
        await coach.saved()
        assert [each.step for each in kept(desk).referrals[0].steps] == [ReferralStep.TALK]

        # What may be told is agreed first; until then the dossier says that nothing may.
        await coach.press("f7")
        telling = coach.on(TellingScreen)
        await fill(coach, telling, "what", "dat ik slecht slaap")
        await fill(coach, telling, "what_not", "hoe het thuis is")
        await coach.saved()
        assert not kept(desk).sharings[0].holds(clock.now.date())
        await coach.press("f7")
        await coach.saved()
        assert kept(desk).sharings[0].holds(clock.now.date())
        await fill(coach, telling, "entry", "samen gebeld, ik voerde het woord")
        await coach.press("escape")
        screen = coach.on(ReferralScreen)

        # The client wants a rest: it is put aside until a day, and not forgotten.
        await fill(coach, screen, "back_on", "+2w")
        await coach.press("escape")
        coach.on(DossierScreen)
        assert "loopt af" not in coach.seen
        assert kept(desk).referrals[0].back_on == date(2026, 12, 8)
        assert [each.what for each in kept(desk).sharings[0].told] == ["samen gebeld, ik voerde het woord"]
        await coach.press("escape")

        # On that day it comes back by itself, and goes on where it was.
        clock.pass_(days=14)
        await coach.write(CODE)
        await coach.press("enter")
        coach.on(DossierScreen)
        await coach.until(lambda: "De time-out van deze doorverwijzing loopt af" in coach.seen)
        await choose(coach, "naar een andere dienst")
        screen = coach.on(ReferralScreen)
        await pick(coach, screen, "steps", "4")
        screen.field("back_on").take_caret()
        await coach.press("end", *["backspace"] * 10)
        await coach.press("f8")
        await coach.saved()
        (referral,) = kept(desk).referrals
        assert [(each.step, each.on) for each in referral.steps] == [
            (ReferralStep.TALK, date(2026, 11, 24)),
            (ReferralStep.APPOINTMENT, date(2026, 12, 8)),
        ]
        assert (referral.back_on, referral.ended_on) == (None, date(2026, 12, 8))

        # The client takes the consent back: from then on nothing may be told, and what was told stays on record.
        await coach.press("f7")
        coach.on(TellingScreen)
        await coach.press("f8")
        await coach.saved()
        (sharing,) = kept(desk).sharings
        assert (sharing.withdrawn_on, len(sharing.told)) == (date(2026, 12, 8), 1)
        assert not sharing.holds(date(2026, 12, 8))


async def ask_for_letter(coach: Coach) -> None:
    """From the dossier: the documents, the hand-over letter, F5."""
    coach.on(DossierScreen)
    await choose(coach, "documenten")
    screen = coach.on(PapersScreen)
    await pick(coach, screen, "document", DIGIT)
    await coach.press("f5")


async def telling_about(coach: Coach) -> TellingScreen:
    await choose(coach, "wie wat te weten komt")
    return coach.on(TellingScreen)


async def test_the_letter_says_what_was_agreed_and_nothing_else(desk: Desk, sit: Sit, clock: Clock, home: Path) -> None:
    """No letter before the client agrees, none once it is taken back; in between, only what may be told.

    Source: GW-18, TGH-44.
    """
    private = ("ik drink te veel", "mijn post is een berg", "kalm aan met de broer", "hoe het thuis is")
    pad = desk.new_client(CODE, "Bo Vermeer")
    pad.change_problem(text=private[1])
    pad.change_coach_side(worry=private[2])
    pad.save()
    letters = home / "Documents"
    async with sit(desk, size=(80, 24)) as coach:
        await coach.press("enter", "enter")
        await coach.write(f'" {private[0]}\n')
        await coach.press("escape")
        telling = await telling_about(coach)
        await coach.press("ctrl+n")
        await fill(coach, telling, "recipient", "wijkgezondheidscentrum De Brug")
        await fill(coach, telling, "what", "dat ik slecht slaap")
        await fill(coach, telling, "what_not", private[3])
        await fill(coach, telling, "why", "dan hoef ik het niet opnieuw te vertellen")
        await coach.press("escape")

        # Only talked about: it is said, and no letter comes.
        await ask_for_letter(coach)
        await coach.until(lambda: "Voor wie?" in coach.seen)
        assert not list(letters.iterdir())
        await coach.press("escape")

        # Agreed: the letter is there, and listed.
        await telling_about(coach)
        await coach.press("f7", "escape")
        await ask_for_letter(coach)
        await coach.until(lambda: len(kept(desk).papers) == 1)
        await coach.press("escape")

        # Taken back: no second one.
        clock.pass_(days=1)
        await telling_about(coach)
        await coach.press("f8", "escape")
        await ask_for_letter(coach)
        await coach.until(lambda: "Voor wie?" in coach.seen)
        await coach.press("escape")

    (letter,) = letters.iterdir()
    (listed,) = kept(desk).papers
    assert (listed.document, Path(listed.file)) == (Document.HANDOVER, letter)
    opened = docx.Document(str(letter))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    words = "\n".join([*(each.text for each in opened.paragraphs), *cells])
    for told in ("Bo Vermeer", "wijkgezondheidscentrum De Brug", "dat ik slecht slaap", "24 november 2026"):
        assert told in words
    for hidden in (*private, CODE):
        assert hidden not in words
