"""Settings: what in the file cannot be used is said, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessionpad.desk.choices import Choices
from sessionpad.desk.desk import Desk
from sessionpad.method.language import Language
from sessionpad.store.vault import memory_vault
from sessionpad.ui.screens.clients import ClientsScreen
from tests.ui.conftest import Clock, Sit, counter


def desk_with(folder: Path, content: str, clock: Clock) -> Desk:
    (folder / "settings.toml").write_text(content, encoding="utf-8")
    choices = Choices(folder / "settings.toml")
    desk = Desk(memory_vault(clock), clock=clock, new_id=counter(), choices=choices)
    desk.new_client("Berk").save()
    return desk


@pytest.mark.parametrize(
    ("content", "language", "said"),
    [
        ('theme = "paars"', "nl", "settings.toml: regel 1: theme is een van deze:"),
        ('theme = "paars"', "en", "settings.toml: line 1: theme is one of:"),
        ('\nlock_after = 0\nkeys = { card = "x" }', "nl", "settings.toml: 2 regels kunnen niet gebruikt worden."),
        ("theme = ", "en", "settings.toml: line 1: This is not written as TOML"),
        ("[/b] = 3", "nl", "settings.toml: regel 1: Dit is geen geldige TOML"),
        ('"[/b]" = 3', "nl", "settings.toml: regel 1: Er is geen instelling die [/b] heet."),
    ],
)
async def test_what_cannot_be_used_is_said_in_one_line(
    content: str, language: Language, said: str, tmp_path: Path, clock: Clock, sit: Sit
) -> None:
    """On the list, calmly; the pad opens, and the file stays as it is."""
    async with sit(desk_with(tmp_path, content, clock), language=language, size=(80, 24)) as coach:
        coach.on(ClientsScreen)
        assert said in coach.seen
        await coach.press("enter")
        assert "Berk" in coach.seen
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == content


async def test_nothing_is_said_of_settings_that_can_be_used(tmp_path: Path, clock: Clock, sit: Sit) -> None:
    """No line where there is nothing to tell."""
    async with sit(desk_with(tmp_path, "lock_after = 9\n", clock), size=(80, 24)) as coach:
        coach.on(ClientsScreen)
        assert "settings.toml" not in coach.seen
