"""The texts a person sees, in one language. The source language is English; catalogs are gettext's."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from sessionpad.method.language import LANGUAGES, Language

CATALOGS: Final = Path(__file__).parent / "catalogs"
DEFAULT: Final[Language] = "nl"


def N_(text: str) -> str:  # noqa: N802  the name gettext tools know
    """Marks a text for translation that is looked up later."""
    return text


class Texts:
    """Says things in one language.

    Values are filled in with `{name}`; what stands in a value is shown as it is and never read as a pattern.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        catalog = CATALOGS / f"{language}.mo"
        if catalog.exists():
            with catalog.open("rb") as file:
                self._catalog: gettext.NullTranslations = gettext.GNUTranslations(file)
        else:
            self._catalog = gettext.NullTranslations()

    def say(self, text: str, /, **values: object) -> str:
        return _filled(self._catalog.gettext(text) if text else "", values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form that fits the number, which is also the value `{number}`."""
        return _filled(self._catalog.ngettext(one, many, number), {"number": number, **values})


def _filled(text: str, values: Mapping[str, object]) -> str:
    return text.format_map(values) if values else text


@cache
def texts_in(language: Language) -> Texts:
    return Texts(language)


def language_of(environment: Mapping[str, str] = os.environ) -> Language:
    """The language the machine is set to, Dutch when it is none of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(variable, "")[:2]
        for language in LANGUAGES:
            if value == language:
                return language
    return DEFAULT
