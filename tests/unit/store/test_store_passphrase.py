"""What a passphrase must be, and the words for one that is made."""

from __future__ import annotations

from itertools import cycle

import pytest

from sessionpad.errors import InvalidInput
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.store.passphrase import check_passphrase, generate_passphrase, word_list


@pytest.mark.parametrize("passphrase", ["", " ", "\t\n   \t\n      "])
def test_nothing_is_no_passphrase(passphrase: str) -> None:
    """White space alone counts as empty, however much of it."""
    with pytest.raises(InvalidInput) as refused:
        check_passphrase(passphrase)
    assert refused.value.key == "passphrase-empty"


def test_eleven_characters_are_too_few() -> None:
    """One less than twelve is refused with the number that is needed; twelve are fine."""
    check_passphrase("x" * 12)
    with pytest.raises(InvalidInput) as refused:
        check_passphrase("x" * 11)
    assert (refused.value.key, refused.value.params) == ("passphrase-short", {"minimum": 12})


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_words_chosen_one_by_one(language: Language) -> None:
    """The chooser decides, and what it chooses is long enough to be accepted."""
    picks = cycle(range(5))
    made = generate_passphrase(language, choose=lambda words: words[next(picks)])
    assert made == "-".join(word_list(language)[:5])
    check_passphrase(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_chance_chooses_when_nobody_does(language: Language) -> None:
    """Two made passphrases differ, and are made of words of the list."""
    one, two = generate_passphrase(language), generate_passphrase(language)
    assert one != two
    assert set(one.split("-")) <= set(word_list(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_many_plain_and_different(language: Language) -> None:
    """At least six to the fourth, four to eight plain letters each, none twice, in order."""
    words = word_list(language)
    assert len(words) >= 6**4
    assert list(words) == sorted(set(words))
    assert [
        word for word in words if not (4 <= len(word) <= 8 and word.isascii() and word.isalpha() and word.islower())
    ] == []


def test_the_lists_are_read_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking a passphrase opens no file of words; making one does."""

    def refuse(_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("sessionpad.store.passphrase.files", refuse)
    check_passphrase("x" * 12)
    with pytest.raises(AssertionError, match="opened"):
        generate_passphrase("nl")
