from __future__ import annotations

import pytest

from sessionpad.method.reframe import reframe


def texts(question: str) -> list[str]:
    return [suggestion.text for suggestion in reframe(question).suggestions]


def forms(question: str) -> list[str]:
    return [suggestion.form for suggestion in reframe(question).suggestions]


def test_a_present_question_gets_its_forms_best_first() -> None:
    """What makes comes first, then how come, then the request, and the why itself with a frame last."""
    assert texts("Waarom bel je niet op?") == [
        "Wat maakt dat je niet opbelt?",
        "Hoe komt het dat je niet opbelt?",
        "Kan je me vertellen wat maakt dat je niet opbelt?",
        "Ik vraag dit om het goed te begrijpen, niet om te oordelen: Waarom bel je niet op?",
    ]
    assert forms("Waarom bel je niet op?") == ["what-makes", "how-come", "indirect", "open-frame"]


def test_a_past_question_asks_in_the_past() -> None:
    """What made, when the question itself tells of then. Source: GW-36."""
    assert texts("Waarom kwam je niet?")[:2] == ["Wat maakte dat je niet kwam?", "Hoe kwam het dat je niet kwam?"]


def test_a_perfect_question_offers_both_tenses() -> None:
    """Ben je gestopt is about now as much as about then."""
    found = texts("Waarom ben je gestopt?")
    assert found[0] == "Wat maakt dat je gestopt bent?"
    assert "Wat maakte dat je gestopt bent?" in found


@pytest.mark.parametrize(
    ("question", "request_"),
    [
        ("Waarom komt u niet?", "Kunt u me vertellen wat maakt dat u niet komt?"),
        ("Waarom komen jullie niet?", "Kunnen jullie me vertellen wat maakt dat jullie niet komen?"),
        ("Waarom komt hij niet?", "Kan je me vertellen wat maakt dat hij niet komt?"),
    ],
)
def test_the_request_keeps_the_address(question: str, request_: str) -> None:
    """Who is spoken to as u is not suddenly je."""
    assert request_ in texts(question)


@pytest.mark.parametrize(
    "question",
    ["Waarom kom je niet?", "Waarom jij?", "Vertel eens waarom je niet komt.", "Why me?", "Why did you leave?"],
)
def test_the_why_may_still_be_asked_word_for_word(question: str) -> None:
    """The frame keeps the question as it was typed. Source: GW-49."""
    last = reframe(question).suggestions[-1]
    assert last.form == "open-frame"
    assert last.text.endswith(f": {question}")


@pytest.mark.parametrize("question", ["Waarom zonder hulp?", "Waarom gxyz blorp?", "Why so sad?"])
def test_what_is_not_understood_gets_only_the_frame(question: str) -> None:
    """No suggestion is better than a wrong one."""
    assert forms(question) == ["open-frame"]


def test_a_request_keeps_what_leads_it_in() -> None:
    """The coach's own way of asking stays; only the why goes."""
    assert texts("Vertel eens waarom je niet komt.")[:2] == [
        "Vertel eens wat maakt dat je niet komt.",
        "Vertel eens hoe het komt dat je niet komt.",
    ]


def test_sentences_around_the_question_stay() -> None:
    """Only the sentence with the why is turned."""
    found = texts("Je was er niet. Waarom belde je niet af? Was je ziek?")
    assert found[0] == "Je was er niet. Wat maakte dat je niet afbelde? Was je ziek?"


@pytest.mark.parametrize("question", ["waarom kom je niet", "WAAROM KOM JE NIET?!", "  Waarom   kom je niet ? "])
def test_sloppy_typing_is_read_all_the_same(question: str) -> None:
    """Capitals, spaces and marks do not matter; the suggestion is spelled well."""
    assert texts(question)[0] == "Wat maakt dat je niet komt?"


def test_the_language_is_read_from_the_question() -> None:
    """Without a language given, the why says which it is."""
    assert texts("Why did you stop?")[0] == "What made you stop?"
    assert texts("Waarom stopte je?")[0] == "Wat maakte dat je stopte?"


def test_the_question_comes_back_as_it_was_typed() -> None:
    """Nothing the coach wrote is changed."""
    assert reframe("  waarom KOM je niet").question == "  waarom KOM je niet"


@pytest.mark.parametrize("question", ["", " ", "?", "waarom,", "Waarom " * 40, "why " * 40, '"waarom', 'waarom "', "…"])
def test_odd_input_does_no_harm(question: str) -> None:
    """Whatever is typed, something or nothing comes back."""
    assert reframe(question).question == question


def test_no_suggestion_asks_why_again() -> None:
    """Only the framed question still has the why in it. Source: TGH-24."""
    for question in ("Waarom kom je niet en waarom bel je niet?", "Waarom ben je boos?", "Why are you angry?"):
        turned = [found for found in reframe(question).suggestions if found.form != "open-frame"]
        assert turned
        assert not any(why in found.text.lower() for found in turned for why in ("waarom", "why"))
