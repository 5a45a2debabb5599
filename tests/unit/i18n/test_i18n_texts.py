"""Saying a text in a language, and which language that is."""

from __future__ import annotations

import pytest

from sessionpad.i18n.texts import N_, Texts, language_of, texts_in
from sessionpad.method.language import LANGUAGES, Language

WILD = "{x} {0} {__class__} %s [/b]"


@pytest.mark.parametrize(("language", "said"), [("nl", "beloofd door mij"), ("en", "promised by me")])
def test_a_text_is_said_in_the_language(language: Language, said: str) -> None:
    """Dutch from the catalog, English from the source."""
    assert Texts(language).say(N_("promised by me")) == said
    assert Texts(language).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_text_is_said_as_it_is(language: Language) -> None:
    """A text without translation is better than none; nothing stays nothing."""
    assert Texts(language).say("nobody ever said this") == "nobody ever said this"
    assert Texts(language).say("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_shown_as_they_are(language: Language) -> None:
    """Braces in a value, or in a text that takes no values, are never read as a pattern."""
    assert Texts(language).say("{text}!", text=WILD) == f"{WILD}!"
    assert Texts(language).say(WILD) == WILD


def test_a_value_may_have_any_name() -> None:
    """Also that of a parameter of ours."""
    assert Texts("en").say("{text} {self}", text=1, self=2) == "1 2"


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("nl", 0, "nog 0 weken"),
        ("nl", 1, "nog 1 week"),
        ("nl", 2, "nog 2 weken"),
        ("en", 0, "0 weeks left"),
        ("en", 1, "1 week left"),
        ("en", 21, "21 weeks left"),
    ],
)
def test_the_form_fits_the_number(language: Language, number: int, said: str) -> None:
    """One of a thing has its own form."""
    assert Texts(language).count("{number} week left", "{number} weeks left", number) == said


def test_a_language_is_read_once() -> None:
    """Switching to and fro costs nothing."""
    assert texts_in("nl") is texts_in("nl")
    assert texts_in("nl") is not texts_in("en")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "fr_BE.UTF-8"}, "nl"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "en"}, "en"),
        ({"LC_ALL": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"}, "nl"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "nl_BE"}, "en"),
    ],
)
def test_the_language_of_the_machine(environment: dict[str, str], language: Language) -> None:
    """The machine's own choice when it is one of ours, otherwise Dutch."""
    assert language_of(environment) == language
