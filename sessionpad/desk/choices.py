"""What the coach chose for this machine: language, colours, je or u, when it locks, favourite cards, own files."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sessionpad.errors import InvalidInput, SessionpadError
from sessionpad.method.language import Address, Language
from sessionpad.store.preferences import (
    Read,
    Trouble,
    drop_preference,
    line_of,
    look_at,
    preferences_file,
    write_preference,
)
from sessionpad.store.setting_table import LOCK_AFTER, SETTINGS, Kind, Setting, Value, wrong_with

__all__ = ["Choices", "Trouble"]


class Choices:
    """The choices as they are now. A change is kept for the next time when there is a file to keep it in.

    Args:
        file: where they are kept; None keeps nothing, as in the demo.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        read = look_at(file) if file is not None else Read()
        self._now = read.preferences
        self._chosen = set(read.chosen)
        self.troubles = read.troubles
        """What stood in the file and could not be used."""

    @classmethod
    def of_this_machine(cls) -> Choices:
        return cls(preferences_file())

    @property
    def file(self) -> str:
        """Where they are kept, for a person; nothing when that is nowhere."""
        return str(self._file) if self._file is not None else ""

    @property
    def file_name(self) -> str:
        return self._file.name if self._file is not None else ""

    def line_of(self, *names: str) -> int:
        """Where in the file something stands."""
        return line_of(self._file, *names) if self._file is not None else 1

    @property
    def language(self) -> Language | None:
        return self._now.language

    @property
    def theme(self) -> str:
        return self._now.theme

    @property
    def address(self) -> Address:
        return self._now.address

    @property
    def favourites(self) -> Sequence[str]:
        """Ids of cards, in the order they were chosen."""
        return self._now.favourites

    @property
    def keys(self) -> Mapping[str, str]:
        """Keys of the coach's own, by the name of what they do."""
        return dict(self._now.keys)

    @property
    def lock_after(self) -> int:
        """Minutes without a key or a click until the pad locks itself, 1 to 60."""
        return self._now.lock_after

    @property
    def talk_minutes(self) -> int:
        """How long a talk takes."""
        return self._now.talk_minutes

    @property
    def shows_names(self) -> bool:
        """Whether the name stands above the client's own dossier."""
        return self._now.clients != "codes"

    @property
    def lists_names(self) -> bool:
        """Whether names stand on lists too, where another client may see them."""
        return self._now.clients == "names"

    def value(self, name: str) -> Value:
        """What a setting is now, chosen or not."""
        value: Value = getattr(self._now, name)
        return value

    def is_chosen(self, name: str) -> bool:
        return name in self._chosen

    def choose(self, name: str, value: Value) -> None:
        """Set one, now and for the next time.

        Raises:
            InvalidInput: there is no such setting, it cannot have this value, or the file has a mistake.
            StorageFailed: it could not be kept.
        """
        setting = self._setting(name)
        if (wrong := wrong_with(setting, value)) is not None:
            raise wrong
        if self._file is not None and isinstance(value, str | int | tuple):
            write_preference(self._file, name, list(map(str, value)) if isinstance(value, tuple) else value)
        self._hold(name, value)
        self._chosen.add(name)

    def put_back(self, name: str) -> None:
        """What it is when nothing is chosen. Raises: as for `choose`."""
        setting = self._setting(name)
        if self._file is not None:
            drop_preference(self._file, name)
        self._hold(name, setting.usual)
        self._chosen.discard(name)

    def _hold(self, name: str, value: Any) -> None:
        self._now = replace(self._now, **{name: value})

    def _setting(self, name: str) -> Setting:
        setting = SETTINGS.get(name)
        if setting is None:
            raise InvalidInput("setting-unknown", name=name)
        if setting.kind is Kind.TABLE:
            raise InvalidInput("setting-by-hand", name=name, file=self.file)
        return setting

    def choose_lock_after(self, minutes: int) -> None:
        """Raises: InvalidInput("setting-number")."""
        if (wrong := wrong_with(SETTINGS[LOCK_AFTER], minutes)) is not None:
            raise wrong
        self._now = replace(self._now, lock_after=minutes)
        self._keep("lock_after", minutes)

    def choose_language(self, language: Language) -> None:
        self._now = replace(self._now, language=language)
        self._keep("language", language)

    def choose_theme(self, theme: str) -> None:
        self._now = replace(self._now, theme=theme)
        self._keep("theme", theme)

    def choose_address(self, address: Address) -> None:
        self._now = replace(self._now, address=address)
        self._keep("address", address)

    def toggle_favourite(self, card: str) -> bool:
        """Make a card a favourite, or no longer. Returns whether it is one now."""
        kept = tuple(each for each in self._now.favourites if each != card)
        is_new = len(kept) == len(self._now.favourites)
        self._now = replace(self._now, favourites=(*kept, card) if is_new else kept)
        self._keep("favourites", list(self._now.favourites))
        return is_new

    @property
    def own_decks(self) -> Sequence[Path]:
        """Card files of the coach, in order of name."""
        return self._own("decks")

    @property
    def own_lexicons(self) -> Sequence[Path]:
        """Files of the coach with words for the wording checks, in order of name."""
        return self._own("wording")

    @property
    def own_templates(self) -> Sequence[Path]:
        """The folder with Word templates of the organisation, when there can be one: `<language>/<document>.docx`."""
        return (self._file.parent / "templates",) if self._file is not None else ()

    def _own(self, folder: str) -> Sequence[Path]:
        return sorted((self._file.parent / folder).glob("*.toml")) if self._file is not None else ()

    def _keep(self, name: str, value: str | int | list[str]) -> None:
        """For the next time too; when that cannot be, it holds as long as the program runs."""
        self._chosen.add(name)
        if self._file is not None:
            with contextlib.suppress(SessionpadError):
                write_preference(self._file, name, value)
