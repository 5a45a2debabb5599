"""Words after `#`: recognised in both languages, and offered while one types."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.task import Difficulty, Kind
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.method.tags import DOMAINS, TASKS, Meaning, meaning_of, rest_of, tags_in


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("#schulden #Wonen, zegt ze", [("#schulden", LifeDomain.DEBTS), ("#Wonen", LifeDomain.HOUSING)]),
        (
            "over #mental-health en #veiligheid.",
            [("#mental-health", LifeDomain.MENTAL_HEALTH), ("#veiligheid", LifeDomain.SAFETY)],
        ),
        ("> bellen #contact #licht", [("#contact", Kind.CONTACT), ("#licht", Difficulty.LIGHT)]),
        ("#paardrijden", [("#paardrijden", None)]),
        ("nr.#3 en a#b # alleen", []),
    ],
)
def test_tags_are_found_at_the_start_of_a_word(line: str, expected: list[tuple[str, Meaning | None]]) -> None:
    """A sign in the middle of a word is no tag; what follows a word is no part of it; an own word is fine."""
    assert [(line[tag.start : tag.end], tag.meaning) for tag in tags_in(line)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_domain_of_the_method_has_a_word(language: Language) -> None:
    """All thirteen can be said in each language, and every word means one domain."""
    assert set(DOMAINS[language]) == set(LifeDomain)
    for domain, words in DOMAINS[language].items():
        assert [meaning_of(word) for word in words.split()] == [domain] * len(words.split())
    assert all(meaning_of(word) is not None for word in TASKS[language].split())


@pytest.mark.parametrize(
    ("begun", "language", "task", "rest"),
    [
        ("sch", "nl", False, "ulden"),
        ("SCH", "nl", False, "ulden"),
        ("s", "nl", False, ""),
        ("schulden", "nl", False, ""),
        ("geld", "nl", False, ""),
        ("deb", "en", False, "ts"),
        ("sch", "en", False, ""),
        ("con", "nl", True, "tact"),
        ("con", "nl", False, ""),
    ],
)
def test_the_rest_of_a_word_is_offered(begun: str, language: Language, task: bool, rest: str) -> None:
    """From two letters on, in the language of the screen, and nothing when the word is complete."""
    assert rest_of(begun, language, task=task) == rest


@given(st.text(alphabet="# ab,é#", max_size=20))
def test_a_tag_is_a_piece_of_the_line(line: str) -> None:
    """Whatever is typed, tags follow each other and each begins with its sign."""
    tags = list(tags_in(line))
    assert all(line[tag.start] == "#" and tag.end - tag.start > 1 for tag in tags)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tags))
