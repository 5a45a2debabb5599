"""`vault.toml`: which format this is and for whom it is sealed. Nothing secret, and no key is trusted because of it."""

from __future__ import annotations

import tomllib
from typing import Final

from sessionpad.domain.value import Value
from sessionpad.errors import Damaged
from sessionpad.store.identity import Identity
from sessionpad.store.migrations import format_of

FILE: Final = "vault.toml"
FORMAT: Final = format_of()
"""One number for the whole vault: that of the newest dossier that may be in it."""


class Settings(Value, frozen=True, kw_only=True):
    format: int = FORMAT
    coach: str = ""
    recovery: str = ""


def settings_for(identity: Identity) -> Settings:
    return Settings(coach=identity.public, recovery=identity.recovery)


def write_settings(settings: Settings) -> bytes:
    recovery = f'recovery = "{settings.recovery}"\n' if settings.recovery else ""
    return (
        "# A sessionpad vault. Nothing in this file is secret. See RECOVERY.txt.\n"
        f"format = {settings.format}\n\n"
        "[keys]\n"
        f'coach = "{settings.coach}"\n'
        f"{recovery}"
    ).encode()


def read_settings(data: bytes) -> Settings:
    """Raises: Damaged("settings") when it makes no sense, Damaged("newer-format")."""
    try:
        read = tomllib.loads(data.decode())
        number = int(read["format"])
        if number > FORMAT:
            # Before anything else: what a newer format says beside its number is not for this program to judge.
            raise Damaged("newer-format", file=FILE)
        keys = read["keys"]
        settings = Settings(format=number, coach=str(keys["coach"]), recovery=str(keys.get("recovery", "")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError):
        raise Damaged("settings", file=FILE) from None
    if settings.format < 1:
        raise Damaged("settings", file=FILE)
    return settings
