"""Every reason a card is offered for, and every wording that is noticed, has its own sentence in both languages."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import sessionpad.method
from sessionpad.domain.trajectory import Phase
from sessionpad.i18n.because import because_line
from sessionpad.i18n.texts import texts_in
from sessionpad.i18n.wording import known_wordings, wording_sentence
from sessionpad.method.language import LANGUAGES, Language
from sessionpad.method.moment import Moment, Signal
from sessionpad.method.wording import Code, Field, check

DAY = date(2026, 11, 22)
LEXICONS = Path(sessionpad.method.__file__).parent / "lexicons"
BECAUSE = [
    *(f"signal:{each.value}" for each in Signal),
    *(f"moment:{each.value}" for each in Moment),
    *(f"phase:{each.value}" for each in Phase),
    "deck",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_line(language: Language) -> None:
    """No two reasons are told in the same words."""
    lines = [because_line(each, texts_in(language)) for each in BECAUSE]
    assert len(set(lines)) == len(BECAUSE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_in_the_lexicons_has_a_sentence(language: Language) -> None:
    """A code of the lexicons, with each of its reasons, can be told to a person."""
    lexicon = tomllib.loads((LEXICONS / f"wording_{language}.toml").read_text(encoding="utf-8"))
    codes = {code.value for code in Code}
    found = {
        (name.upper(), str(entry.get("why", "")))
        for name, entries in lexicon.items()
        if name.upper() in codes and isinstance(entries, list)
        for entry in entries
    }
    assert found <= known_wordings()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.GOAL, "Ik wil niet meer te laat komen"),
        (Field.GOAL, "Tegen 1 augustus 2028 ligt alles klaar"),
        (Field.AGREEMENT, "Dit contract geldt drie maanden"),
        (Field.QUESTION, "Begrijp je het?"),
        (Field.QUESTION, "Waarom ben je niet gekomen?"),
        (Field.GOAL, "I must stop being late"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_is_told_with_its_words(language: Language, field: Field, text: str) -> None:
    """No placeholder is left open, and another wording is given where there is one."""
    for finding in check(field, text, today=DAY, start=DAY):
        said = wording_sentence(finding, texts_in(language))
        assert "{" not in said
        assert finding.suggestion in said
