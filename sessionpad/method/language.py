"""The languages of interface, cards and documents, and how Dutch addresses a person."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Language: TypeAlias = Literal["nl", "en"]
Address: TypeAlias = Literal["je", "u"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
