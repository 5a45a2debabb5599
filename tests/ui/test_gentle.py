"""Beginning with what went better: the list of tasks waits, and nobody says why. Source: GW-90."""

from __future__ import annotations

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.ui.screens.session import SessionScreen
from sessionpad.ui.widgets.card_pane import CardPane
from sessionpad.ui.widgets.notes_editor import NotesEditor
from tests.ui.conftest import Sit, dossier_of

HARD = ("moeilijk", "gaat slecht", "mislukt", "fout", "niet goed", "zacht", "mild", "gentle")
"""Words that would say how it goes with the client."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_folds_the_list_away(demo: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """The tasks are no longer seen, the card asks what got better, and the same key brings the list back."""
    async with sit(demo, size=size) as coach:
        await coach.press("enter", "enter")
        before = coach.pressed
        await coach.press("ctrl+g")
        assert coach.pressed - before == 1
        screen = coach.on(SessionScreen)
        assert screen.query_one(NotesEditor).has_focus
        card = screen.query_one(CardPane).card
        assert card is not None
        assert card.id == "opening-better-since"
        assert "brievenbus" not in coach.seen
        assert [word for word in HARD if word in coach.seen.casefold()] == []
        await coach.saved()
        assert dossier_of(demo, "A.").sessions[-1].gentle
        await coach.press("ctrl+g", "f2")
        assert "brievenbus" in coach.seen
        await coach.saved()
    assert not dossier_of(demo, "A.").sessions[-1].gentle


async def test_what_went_better_is_gathered_as_it_is_noted(demo: Desk, sit: Sit) -> None:
    """A line with a plus stands in the place of the list; the coach's own promises stay in sight."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+g")
        await coach.write("+ belde zelf de school\n")
        await coach.saved()
        assert coach.seen.count("belde zelf de school") == 2
        assert "Beloofd door mij" in coach.seen


async def test_the_list_can_be_looked_at_all_the_same(demo: Desk, sit: Sit) -> None:
    """F2 shows the tasks for as long as the caret is there; scoring works as ever; back in the notes it is folded."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+g", "f2")
        assert "brievenbus" in coach.seen
        await coach.press("3", "2", "f2")
        assert "brievenbus" not in coach.seen
        await coach.saved()
    assert dossier_of(demo, "A.").sessions[-1].reviews[0].effort == 3


async def test_folding_is_undone_like_any_act(demo: Desk, sit: Sit) -> None:
    """One key takes it back."""
    async with sit(demo) as coach:
        await coach.press("enter", "enter", "ctrl+g", "ctrl+z")
        assert "brievenbus" in coach.seen
