"""What the coach chose once for this machine: a TOML file in the configuration folder, with nothing about anyone."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeGuard

from sessionpad.method.language import LANGUAGES, Address, Language

FILE: Final = "settings.toml"
LOCK_AFTER: Final = 5
LOCK_SOONEST: Final = 1
LOCK_LATEST: Final = 60
"""An hour; never is no choice. All three in minutes."""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    language: Language | None = None
    theme: str = ""
    address: Address = "je"
    favourites: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """The name of an act and its keys, with commas between them."""
    lock_after: int = LOCK_AFTER
    """Minutes without a key or a click until the pad locks itself."""


def preferences_file() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415  only needed when there may be a file

    return user_config_path("sessionpad") / FILE


def read_preferences(path: Path) -> Preferences:
    """What stands in the file. What cannot be read or is not known counts as not chosen."""
    if not path.exists():
        return Preferences()
    import tomllib  # noqa: PLC0415  only needed when there is a file

    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Preferences()
    language, theme, favourites = read.get("language"), read.get("theme"), read.get("favourites")
    keys = read.get("keys")
    lock_after = read.get("lock_after")
    return Preferences(
        language=next((each for each in LANGUAGES if each == language), None),
        theme=theme if isinstance(theme, str) else "",
        address="u" if read.get("address") == "u" else "je",
        favourites=tuple(str(each) for each in favourites) if isinstance(favourites, list) else (),
        keys=tuple((name, _joined(value)) for name, value in keys.items()) if isinstance(keys, dict) else (),
        lock_after=lock_after if is_lock_after(lock_after) else LOCK_AFTER,
    )


def _joined(keys: object) -> str:
    return ",".join(map(str, keys)) if isinstance(keys, list) else str(keys)


def is_lock_after(minutes: object) -> TypeGuard[int]:
    """Whether this can be the time until the pad locks itself."""
    return isinstance(minutes, int) and not isinstance(minutes, bool) and LOCK_SOONEST <= minutes <= LOCK_LATEST


def write_preference(path: Path, name: str, value: str | int | list[str]) -> None:
    """Set one value; everything else in the file stays as it is, comments too. Not being able to is no trouble."""
    import tomlkit  # noqa: PLC0415  only needed when something is chosen

    from sessionpad.store.files import DiskFiles, replace_whole  # noqa: PLC0415  idem

    with contextlib.suppress(OSError, UnicodeDecodeError, tomlkit.exceptions.ParseError):
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        document[name] = value
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_whole(DiskFiles(), path, tomlkit.dumps(document).encode())
