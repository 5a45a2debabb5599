"""The lexicons: what their patterns fit, what a user's file adds, and what is said when it is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sessionpad.errors import DeckBroken
from sessionpad.method.wording import Field, check, load_lexicons
from sessionpad.method.wording.line import read_line
from sessionpad.method.wording.pattern import Finder, parse
from sessionpad.method.wording.role import Role

TODAY = date(2026, 11, 23)
LISTS = {"dieren": ("kat", "Hond")}


def fits(pattern: str, text: str) -> list[str]:
    """The words of the line that the pattern fits."""
    line = read_line(text, "nl")
    hits = Finder([(parse(pattern, LISTS), None)]).find(line)
    return [text[line.words[hit.first].start : line.words[hit.last].end] for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("kat", "De KAT slaapt.", ["KAT"]),
        ("kat|hond", "kat en hond", ["kat", "hond"]),
        ("kat*", "kattenbak kat", ["kattenbak", "kat"]),
        ("*bak", "kattenbak", ["kattenbak"]),
        ("{dieren} slaapt", "De hond slaapt", ["hond slaapt"]),
        ("kat .. slaapt", "de kat die zwart is slaapt", []),
        ("kat .. slaapt", "de kat van Jan slaapt", ["kat van Jan slaapt"]),
        ("kat ... slaapt", "de kat, die zwart is, slaapt", ["kat, die zwart is, slaapt"]),
        ("kat ... slaapt", "De kat eet. De hond slaapt.", []),
        ("# katten", "twee katten en 12 katten en een katten", ["twee katten", "12 katten"]),
        ("de * kat", "de zwarte kat, de kat", ["de zwarte kat"]),
        ("#|veel katten", "twee katten, veel katten, een katten", ["twee katten", "veel katten"]),
        ("naar huis|%", "naar Gent, naar huis, naar zee", ["naar Gent", "naar huis"]),
        ("naar %", "naar Gent, naar huis", ["naar Gent"]),
        ("^ kat", "Kat. Geen kat. Kat", ["Kat", "Kat"]),
        ("kat $", "kat is kat", ["kat"]),
        ("zo'n kat", "zo’n kat", ["zo’n kat"]),
    ],
)
def test_what_a_pattern_fits(pattern: str, text: str, expected: list[str]) -> None:
    """The pattern language as the file explains it."""
    assert fits(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["", ".. kat", "kat ...", "{vogels}", "kat|*"])
def test_a_pattern_that_cannot_be(pattern: str) -> None:
    """Empty, open-ended, or about a list that is not there."""
    with pytest.raises(ValueError, match=r"^"):
        parse(pattern, LISTS)


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        ("Ik roep niet.", "niet", Role.MAIN),
        ("Als het niet lukt, bel ik.", "niet", Role.IF),
        ("Als het lukt, roep ik niet.", "niet", Role.MAIN),
        ("Lukt het niet, dan bel ik.", "niet", Role.IF),
        ("Moest het niet gaan, bel ik.", "niet", Role.IF),
        ("Ik leg de brieven klaar die niet open zijn.", "niet", Role.ABOUT),
        ("Ik open die brieven niet.", "niet", Role.MAIN),
        ("Ik vraag of ik niet te laat ben.", "niet", Role.ABOUT),
        ("Ik kies maandag of dinsdag niet.", "niet", Role.MAIN),
        ("Ik blijf omdat ik niet weg wil.", "niet", Role.REASON),
        ("Ik zorg dat ik niet roep.", "niet", Role.THAT),
        ("Ik bel zodat ik niet wacht.", "niet", Role.PURPOSE),
        ("Ik vul het formulier in dat ik niet begrijp.", "niet", Role.THAT),
        ("Ik lees het formulier dat niet klopt.", "niet", Role.ABOUT),
        ("Ik lees de brief waarin staat dat ik niet betaalde.", "niet", Role.ABOUT),
        ("Ik wil wat meer rust en niet wat minder.", "niet", Role.MAIN),
    ],
)
def test_the_role_of_a_clause(text: str, word: str, role: Role) -> None:
    """Enough of a sentence is understood to know what "niet" says something of."""
    line = read_line(text, "nl")
    assert [line.role(each) for each in line.words if each.text == word] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I do not shout.", Role.MAIN),
        ("If it does not work I call.", Role.IF),
        ("I find the letters that are not open.", Role.ABOUT),
        ("I make sure that I do not shout.", Role.THAT),
        ("I list the things I do not need.", Role.ABOUT),
        ("By the end of May I do not smoke.", Role.MAIN),
        ("I ask whether it is not too late.", Role.ABOUT),
        ("Before Friday I do not call.", Role.MAIN),
    ],
)
def test_the_role_of_a_clause_in_english(text: str, role: Role) -> None:
    """The same for English, with its clauses without an opening word."""
    line = read_line(text, "en")
    assert [line.role(each) for each in line.words if each.text == "not"] == [role]


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_the_user_adds_words(tmp_path: Path) -> None:
    """What stands in it is looked for beside ours, with its own alternative."""
    path = write(tmp_path, 'language = "nl"\n[[jargon]]\nfind = ["kwadrant*"]\nwhy = "term"\nsay = "vakje"\n')
    text = "De coach maakt het kwadrant en de intake."
    mine = check(Field.AGREEMENT, text, today=TODAY, lexicons=load_lexicons([path]))
    assert [(each.code, each.suggestion) for each in mine] == [("JARGON", "vakje"), ("JARGON", "eerste gesprek")]
    assert len(check(Field.AGREEMENT, text, today=TODAY)) == 1


def test_a_file_of_the_user_approves_words(tmp_path: Path) -> None:
    """What a team calls its own is left alone."""
    path = write(tmp_path, 'language = "nl"\n[leave]\njargon = ["intake*"]\n')
    assert check(Field.AGREEMENT, "De intake is morgen.", today=TODAY, lexicons=load_lexicons([path])) == ()


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('language = "nl"\n[[neg]\n', "syntax", 2),
        ('language = "nl"\n\n[[neg]]\nfind = ["a"]\n\n[[neg]]\nfinds = ["b"]\n', "field", 6),
        ('language = "nl"\n[[neg]]\nfind = "b"\n', "field", 2),
        ('language = "fr"\n', "field", 1),
        ('language = "nl"\n\n[[neg]]\nfind = ["a", "b .."]\n', "field", 4),
        ('language = "nl"\n[leave]\nwrong = ["a"]\n', "field", 3),
        ('language = "nl"\n[[neg]]\nfind = ["{none}"]\n', "field", 3),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, text: str, key: str, line: int) -> None:
    """The file and the line, so that it can be mended."""
    with pytest.raises(DeckBroken) as caught:
        load_lexicons([write(tmp_path, text)])
    assert (caught.value.key, caught.value.params["file"], caught.value.params["line"]) == (key, "mine.toml", line)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The same error, not a trace."""
    with pytest.raises(DeckBroken):
        load_lexicons([tmp_path / "gone.toml"])
