"""What the coach chose once for this machine: a TOML file in the configuration folder, with nothing about anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from sessionpad.errors import InvalidInput
from sessionpad.method.language import Address, Language
from sessionpad.store.setting_table import SETTINGS, Kind, Setting, wrong_with

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE: Final = "settings.toml"
WHOLE: Final = 0
"""Instead of a line: it is about the file itself."""
LONGEST: Final = 40
"""So much of an unknown name is told."""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    language: Language | None = None
    theme: str = "sessionpad-dark"
    address: Address = "je"
    favourites: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """The name of an act and its keys, with commas between them."""
    lock_after: int = 5
    """Minutes without a key or a click until the pad locks itself."""
    talk_minutes: int = 50
    clients: Literal["codes", "dossier", "names"] = "dossier"
    """Where their names stand: nowhere, above their own dossier, or on lists too."""


@dataclass(frozen=True)
class Trouble:
    """Something in the file that cannot be used."""

    error: InvalidInput
    line: int
    """WHOLE when it is about the file itself."""


@dataclass(frozen=True)
class Read:
    """What stands in a settings file."""

    preferences: Preferences = Preferences()
    troubles: tuple[Trouble, ...] = ()
    """In the order of the lines."""
    chosen: frozenset[str] = frozenset()
    """The names of what stands there and can be used."""


def preferences_file() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415  only needed when there may be a file

    return user_config_path("sessionpad") / FILE


def read_preferences(path: Path) -> Preferences:
    """What stands in the file. What cannot be read or is not known counts as not chosen."""
    return look_at(path).preferences


def look_at(path: Path) -> Read:
    """What stands in the file, and everything in it that cannot be used: for that the usual value is used."""
    try:
        text = path.read_bytes().decode()
    except FileNotFoundError:
        return Read()
    except (OSError, UnicodeDecodeError):
        return Read(troubles=(Trouble(InvalidInput("settings-unreadable"), WHOLE),))
    import tomllib  # noqa: PLC0415  only needed when there is a file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from sessionpad.store.setting_lines import line_of_mistake  # noqa: PLC0415  idem

        return Read(troubles=(Trouble(InvalidInput("settings-syntax"), line_of_mistake(error, text)),))
    wrong = dict(_wrong(values))
    good = {name: _taken(SETTINGS[name], value) for name, value in values.items() if name not in wrong}
    return Read(Preferences(**good), _at_their_lines(wrong, text) if wrong else (), frozenset(good))


def _wrong(values: Mapping[str, object]) -> Iterator[tuple[str, InvalidInput]]:
    for name, value in values.items():
        setting = SETTINGS.get(name)
        error = _unknown(name) if setting is None else wrong_with(setting, value)
        if error is not None:
            yield name, error


def _unknown(name: str) -> InvalidInput:
    from sessionpad.domain.text import clean_line  # noqa: PLC0415  idem

    return InvalidInput("setting-unknown", name=clean_line(name)[:LONGEST])


def _taken(setting: Setting, value: Any) -> Any:
    """A value that is not wrong, as it stands in the preferences."""
    match setting.kind:
        case Kind.LIST:
            return tuple(map(str, value))
        case Kind.TABLE:
            return tuple((name, _joined(each)) for name, each in value.items())
    return value


def _joined(texts: object) -> str:
    return ",".join(map(str, texts)) if isinstance(texts, list) else str(texts)


def _at_their_lines(wrong: Mapping[str, InvalidInput], text: str) -> tuple[Trouble, ...]:
    from sessionpad.store.setting_lines import lines_of  # noqa: PLC0415  idem

    lines = lines_of(text)
    return tuple(sorted((Trouble(error, lines.get((name,), 1)) for name, error in wrong.items()), key=_line))


def _line(trouble: Trouble) -> int:
    return trouble.line


def line_of(path: Path, *names: str) -> int:
    """Where a name stands in the file now; the first line when that cannot be said."""
    import tomllib  # noqa: PLC0415  idem

    from sessionpad.store.setting_lines import lines_of  # noqa: PLC0415  idem

    try:
        return lines_of(path.read_bytes().decode()).get(names, 1)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return 1


def write_preference(path: Path, name: str, value: str | int | list[str]) -> None:
    """Set one value; everything else in the file stays as it is, comments too.

    Raises:
        InvalidInput: the file is not one that can be read, so it is left as it is ("settings-broken").
        StorageFailed: it could not be written.
    """
    document = _document(path)
    document[name] = value
    _write(path, document.as_string())


def drop_preference(path: Path, name: str) -> None:
    """Take one value away; a comment that stood behind it stays, on a line of its own.

    Raises:
        InvalidInput, StorageFailed: as for `write_preference`.
    """
    from tomlkit.items import Item  # noqa: PLC0415  idem

    from sessionpad.store.setting_lines import statements  # noqa: PLC0415  idem

    document = _document(path)
    if name not in document:
        return
    text = document.as_string()
    item = document.item(name)
    comment = item.trivia.comment if isinstance(item, Item) else ""
    found = [each for each in statements(text) if each.paths[0][0] == name]
    if comment and len(found) == 1 and found[0].paths == ((name,),) and not found[0].is_head:
        lines = text.split("\n")
        end = "\r" if lines[found[0].first - 1].endswith("\r") else ""
        lines[found[0].first - 1 : found[0].last] = [comment + end]
        _write(path, "\n".join(lines))
        return
    document.remove(name)
    _write(path, document.as_string())


def _document(path: Path) -> TOMLDocument:
    import tomlkit  # noqa: PLC0415  only needed when something is chosen

    from sessionpad.store.files import storage_errors  # noqa: PLC0415  idem

    with storage_errors():
        try:
            return tomlkit.parse(path.read_bytes()) if path.exists() else tomlkit.document()
        except (UnicodeDecodeError, tomlkit.exceptions.ParseError):
            raise InvalidInput("settings-broken", file=str(path)) from None


def _write(path: Path, text: str) -> None:
    from sessionpad.store.files import DiskFiles, replace_whole, storage_errors  # noqa: PLC0415  idem

    with storage_errors():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # The file itself may be kept elsewhere, with other settings of this coach: the link to it stays one.
        replace_whole(DiskFiles(), path.resolve(), text.encode())
