"""The wording checks, judged on lines whose codes were decided by the rules of the method."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.method.dates import add_months
from sessionpad.method.finding import Finding
from sessionpad.method.wording import Code, Field, check

DATA = sorted((Path(__file__).parent / "data").glob("wording*.toml"))
TODAY = date(2026, 11, 23)


class Judged(NamedTuple):
    field: Field
    text: str
    expected: frozenset[str]
    found: frozenset[str]


def judged() -> Iterator[Judged]:
    for path in DATA:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for lines in content.values():
            if not isinstance(lines, list):
                continue
            for field, text, expected in lines:
                found = check(Field(field), text, today=content["today"], start=content["start"])
                yield Judged(Field(field), text, frozenset(expected.split()), frozenset(each.code for each in found))


LINES = tuple(judged())


def codes(field: Field, text: str, **options: object) -> list[str]:
    return [finding.code for finding in found(field, text, **options)]


def found(field: Field, text: str, **options: object) -> tuple[Finding, ...]:
    return check(field, text, **{"today": TODAY, **options})  # type: ignore[arg-type]  # options are the keywords of check


def test_there_are_enough_lines_and_half_of_them_are_fine() -> None:
    """The set is large and does not only look for faults."""
    fine = sum(not line.expected for line in LINES)
    assert len(LINES) >= 240
    assert fine >= 0.4 * len(LINES)
    assert len({(line.field, line.text) for line in LINES}) == len(LINES)


@pytest.mark.parametrize("code", list(Code))
def test_precision_and_recall_for_each_check(code: Code) -> None:
    """At least 0.9 of what is said is right, and at least 0.85 of what is wrong is noticed."""
    counts = Counter((code in line.found, code in line.expected) for line in LINES)
    hits = counts[True, True]
    assert hits >= 10
    assert hits / (hits + counts[True, False]) >= 0.9
    assert hits / (hits + counts[False, True]) >= 0.85


def test_fine_lines_are_left_alone() -> None:
    """Of the lines in which nothing is wrong 95% gets no finding at all."""
    fine = [line for line in LINES if not line.expected]
    assert sum(not line.found for line in fine) / len(fine) >= 0.95


def test_every_line_is_judged_as_written_down() -> None:
    """No known misses."""
    wrong = [(line.text, set(line.expected), set(line.found)) for line in LINES if line.expected != line.found]
    assert wrong == []


@pytest.mark.parametrize(
    ("field", "text", "code", "words"),
    [
        (Field.GOAL, "Tegen 31 januari rook ik niet meer.", Code.NEG, "niet"),
        (Field.GOAL, "Tegen 1 februari ben ik gestopt met gokken.", Code.NEG, "gestopt met"),
        (Field.AGREEMENT, "We tekenen dit contract samen.", Code.CONTRACT, "dit contract"),
        (Field.AGREEMENT, "Vader is onbetrouwbaar.", Code.BLAME, "onbetrouwbaar"),
        (Field.TASK, "Vrijdag plan ik de intake.", Code.JARGON, "intake"),
        (Field.TASK, "Ik ga deze week vaker wandelen.", Code.VAGUE, "vaker"),
        (Field.GOAL, "Tegen 15 maart ligt mijn post open.", Code.TOOFAR, "15 maart"),
        (Field.TASK, "Vrijdag moet ik bellen.", Code.MUST, "moet ik"),
        (Field.QUESTION, "Goed. Begrijp je het?", Code.UNDERSTOOD, "Begrijp je"),
        (Field.QUESTION, "En waarom kwam je niet?", Code.WHY, "En waarom"),
    ],
)
def test_a_finding_points_at_the_words(field: Field, text: str, code: Code, words: str) -> None:
    """The span is exactly what the coach should look at."""
    (finding,) = found(field, text)
    assert finding.code == code
    assert finding.span is not None
    assert text[slice(*finding.span)] == words
    assert finding.source


def test_no_deadline_is_about_the_whole_line() -> None:
    """There is nothing to point at; the latest day is offered."""
    (finding,) = found(Field.TASK, "Ik ruim de zolder op.", start=date(2026, 11, 30))
    assert (finding.code, finding.span, finding.params) == ("NODEADLINE", None, (("latest", "2027-02-28"),))


def test_a_date_beside_the_text_is_a_deadline() -> None:
    """A task whose day stands in its own field needs none in its words."""
    assert codes(Field.TASK, "Ik ruim de zolder op.", dated=True) == []


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Tegen 1 februari kom ik niet meer te laat.", "op tijd"),
        ("By 1 February I don't shout at my son.", "speak calmly"),
        ("Ik wandel vaker vanaf vrijdag.", "twee keer per week"),
        ("Tegen vrijdag moet ik bellen.", "ga ik"),
    ],
)
def test_a_finding_offers_another_wording(text: str, suggestion: str) -> None:
    """Where there is one."""
    assert suggestion in [finding.suggestion for finding in found(Field.TASK, text)]


def test_while_a_text_is_a_draft_every_hint_is_soft() -> None:
    """Vague and negative are fine to begin with."""
    text = "Ik wil niet meer alleen zijn en beter slapen."
    assert {finding.severity for finding in found(Field.GOAL, text)} == {"normal"}
    assert {finding.severity for finding in found(Field.GOAL, text, draft=True)} == {"low"}
    assert codes(Field.GOAL, text, draft=True) == codes(Field.GOAL, text)


def test_less_is_only_a_soft_hint() -> None:
    """Less of something is half a positive goal."""
    (finding,) = found(Field.TASK, "Deze week kijk ik minder televisie.")
    assert (finding.code, finding.severity) == ("NEG", "low")


@pytest.mark.parametrize(
    "quoted", ['"ik moet stoppen"', "“ik moet stoppen”", "„ik moet stoppen”", "«ik moet stoppen»", "‘ik moet stoppen’"]
)
def test_what_is_quoted_is_left_alone(quoted: str) -> None:
    """The client's own words are nobody's to correct, whatever the quotation marks."""
    assert codes(Field.TASK, f"Vrijdag zeg ik aan mijn zus: {quoted}.") == []
    assert codes(Field.TASK, f"Vrijdag moet ik bellen: {quoted}.") == ["MUST"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    """Dutch is full of them."""
    assert codes(Field.TASK, "'s Avonds moet ik mijn foto's en papa's brief klaarleggen.") == ["MUST"]


@pytest.mark.parametrize("field", list(Field))
def test_each_field_only_gets_its_own_checks(field: Field) -> None:
    """A quotation gets none, a question never a deadline, a goal never a why-question."""
    text = "Waarom moet dit contract niet? Begrijp je? Hij is lui, wil een intake en meer. Binnen een jaar."
    expected = {
        Field.GOAL: {"NEG", "CONTRACT", "JARGON", "VAGUE", "TOOFAR", "MUST"},
        Field.MAIN_TASK: {"NEG", "CONTRACT", "JARGON", "TOOFAR", "MUST"},
        Field.TASK: {"NEG", "CONTRACT", "JARGON", "VAGUE", "TOOFAR", "MUST"},
        Field.AGREEMENT: {"CONTRACT", "BLAME", "JARGON", "MUST"},
        Field.PROBLEM: {"JARGON"},
        Field.QUOTE: set(),
        Field.TITLE: {"CONTRACT", "JARGON"},
        Field.QUESTION: {"JARGON", "UNDERSTOOD", "WHY"},
    }
    assert set(codes(field, text)) <= expected[field]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_three_calendar_months_and_not_a_day_more(start: date) -> None:
    """The last allowed day is fine, the next is not, whatever the month."""
    last = add_months(start, 3)
    for day, expected in ((last, []), (last + timedelta(days=1), ["TOOFAR"])):
        assert codes(Field.GOAL, f"Tegen {day:%d/%m/%Y} ken ik drie buren.", today=start, start=start) == expected


def test_within_three_months_counts_from_the_start() -> None:
    """The words of an agreement count from its start; "over drie maanden" counts from today."""
    start = TODAY - timedelta(days=20)
    assert codes(Field.GOAL, "Binnen drie maanden ken ik drie buren.", start=start) == []
    assert codes(Field.GOAL, "Over drie maanden ken ik drie buren.", start=start) == ["TOOFAR"]


def test_a_line_is_read_in_its_own_language() -> None:
    """English words in a Dutch line are names and loans, not English."""
    assert codes(Field.TASK, "Vrijdag ga ik met mijn zus naar de film No more tears in zaal Must.") == []
    assert set(codes(Field.TASK, "Stop!")) == {"NEG", "NODEADLINE"}


def test_a_term_that_is_explained_once_may_be_used() -> None:
    """An explanation in brackets, or in so many words, clears a term in the whole line."""
    assert codes(Field.AGREEMENT, "De intake (een eerste gesprek) is in juni. Na de intake beslis ik.") == []
    assert codes(Field.AGREEMENT, "De intake, dat wil zeggen het eerste gesprek, is in juni.") == []
    assert codes(Field.AGREEMENT, "Het eerste gesprek (de intake) is in juni.") == []
    assert codes(Field.AGREEMENT, "De intake is in juni (zie brief van mei).") == ["JARGON"]


def test_an_abbreviation_is_written_in_capitals() -> None:
    """A doll is no plan of action."""
    assert codes(Field.AGREEMENT, "Zij brengt haar pop mee.") == []
    assert codes(Field.AGREEMENT, "Wij maken een POP.") == ["JARGON"]


def test_an_empty_text_is_left_alone() -> None:
    """Nothing is said about what is not there yet."""
    assert all(codes(field, "  ") == [] for field in Field)


def test_the_parameters_are_what_sentences_need() -> None:
    """Each finding carries the reason why, as one of the known variants, and the words it is about."""
    whys = {
        "NEG": {"stop", "not", "never", "avoid", "without", "less"},
        "BLAME": {"label", "accusation", "fault", "always"},
        "JARGON": {"term", "abbreviation", "officialese"},
        "VAGUE": {"more", "try", "often", "soon", "work-on"},
        "MUST": {"must", "duty", "threat"},
        "WHY": {"direct", "inside"},
    }
    for line in LINES:
        for finding in check(line.field, line.text, today=TODAY):
            params = dict(finding.params)
            assert all(isinstance(value, str | int) for value in params.values())
            assert params.get("why") in whys.get(finding.code, {None})
            assert finding.code in {"NODEADLINE", "TOOFAR"} or str(params["word"]) in line.text


@given(st.sampled_from(list(Field)), st.text(max_size=200))
def test_any_text_can_be_read(field: Field, text: str) -> None:
    """Nothing that is typed is an error, and every span lies in the text."""
    for finding in found(field, text):
        start, end = finding.span or (0, 0)
        assert 0 <= start <= end <= len(text)
