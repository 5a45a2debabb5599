"""One typed line becomes the draft of a task."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.task import Difficulty, Kind, Owner
from sessionpad.domain.text import clean_line
from sessionpad.method.capture import Draft, read_task

TODAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 27)


def codes(draft: Draft) -> list[str]:
    return [finding.code for finding in draft.findings]


def test_everything_in_one_line() -> None:
    """Owner, day and kind are read from the same line, in any order, and nothing else is touched."""
    draft = read_task("> #contact energiebrief @samen samen openen !27/11", today=TODAY)
    assert draft == Draft(text="energiebrief samen openen", owner=Owner.TOGETHER, kind=Kind.CONTACT, due=FRIDAY)


@pytest.mark.parametrize(
    ("mark", "owner", "person"),
    [
        ("", Owner.CLIENT, ""),
        ("@cliënt", Owner.CLIENT, ""),
        ("@client", Owner.CLIENT, ""),
        ("@ik", Owner.COACH, ""),
        ("@Me", Owner.COACH, ""),
        ("@coach", Owner.COACH, ""),
        ("@mij", Owner.COACH, ""),
        ("@samen", Owner.TOGETHER, ""),
        ("@together", Owner.TOGETHER, ""),
        ("@broer", Owner.NETWORK, "broer"),
        ("@tante_mia", Owner.NETWORK, "tante mia"),
        ('@"tante Mia"', Owner.NETWORK, "tante Mia"),
        ("@OCMW", Owner.NETWORK, "OCMW"),
    ],
)
def test_who_does_it(mark: str, owner: Owner, person: str) -> None:
    """The coach types, so `@ik` is the coach; without a mark it is the client; a word we do not know is someone else."""
    draft = read_task(f"bellen {mark}", today=TODAY)
    assert (draft.text, draft.owner, draft.person, draft.findings) == ("bellen", owner, person, ())


@pytest.mark.parametrize("mark", ["#extern", "#external", "#contact", "#geleid", "#guided", "#Begeleid"])
def test_which_kind(mark: str) -> None:
    """The three kinds have a word in both languages."""
    expected = {"e": Kind.EXTERNAL, "c": Kind.CONTACT}.get(mark[1], Kind.GUIDED)
    assert read_task(f"naar de bank {mark}", today=TODAY).kind is expected


@pytest.mark.parametrize(
    ("marks", "difficulty"),
    [
        ("#licht #light #easy #Lichte", Difficulty.LIGHT),
        ("#middel #medium", Difficulty.MEDIUM),
        ("#zwaar #heavy #hard #HARD", Difficulty.HEAVY),
    ],
)
def test_how_hard_it_looks(marks: str, difficulty: Difficulty) -> None:
    """Each level has a word in both languages, and stands beside a kind without touching it."""
    for mark in marks.split():
        draft = read_task(f"naar de bank {mark} #geleid", today=TODAY)
        assert draft == Draft(text="naar de bank", kind=Kind.GUIDED, difficulty=difficulty)
    assert read_task("naar de bank #lichtjes", today=TODAY) == Draft(text="naar de bank #lichtjes")


@pytest.mark.parametrize(
    ("mark", "due"),
    [
        ("!vr", FRIDAY),
        ("!27/11", FRIDAY),
        ("!+2w", date(2026, 12, 6)),
        ("!morgen", date(2026, 11, 23)),
        ("!tomorrow", date(2026, 11, 23)),
        ("!27 nov", FRIDAY),
        ("!27-nov", FRIDAY),
        ("!volgende week", date(2026, 11, 29)),
        ("!volgende-week", date(2026, 11, 29)),
        ("!eind_november", date(2026, 11, 30)),
        ('!"eind november"', date(2026, 11, 30)),
        ("!“over 2 weken”", date(2026, 12, 6)),
        ("!over 2 weken", date(2026, 12, 6)),
        ("!tegen vrijdag", FRIDAY),
    ],
)
def test_until_when(mark: str, due: date) -> None:
    """A day is read with a mark of one word or of several."""
    draft = read_task(f"brief posten {mark} bij de post", today=TODAY)
    assert (draft.text, draft.due, draft.findings) == ("brief posten bij de post", due, ())


@pytest.mark.parametrize(
    "line",
    [
        "mail naar a@b.be",
        "Bel! nu meteen!",
        "post van #schulden ordenen",
        "doos met 3 # en @ en ! erin",
        "!!! belangrijk",
        "(@samen) lezen",
        "2+2 = 4",
        "kamer 3@zuid",
        "nummer #3",
    ],
)
def test_what_is_no_mark_stays(line: str) -> None:
    """An address, an exclamation, a life domain: the text is as it was typed."""
    assert read_task(line, today=TODAY) == Draft(text=line)


def test_punctuation_after_a_mark_stays() -> None:
    """A comma or full stop belongs to the sentence, not to the mark."""
    draft = read_task("bel tante @tante_mia, en vraag de brief !vr.", today=TODAY)
    assert (draft.text, draft.person, draft.due) == ("bel tante, en vraag de brief.", "tante mia", FRIDAY)


def test_a_time_after_a_day_stays_in_the_text() -> None:
    """A task has a day; the hour that was typed beside it is not lost."""
    draft = read_task("naar het loket !vr 14u", today=TODAY)
    assert (draft.text, draft.due) == ("naar het loket 14u", FRIDAY)


@pytest.mark.parametrize("mark", ["!31/2", "!vrjdag", "!2026-13-01", '!"ooit eens"'])
def test_a_day_that_does_not_exist_is_said_and_kept(mark: str) -> None:
    """What looks like a date and is none stays where it was typed, with a finding that points at it."""
    line = f"brief {mark} posten"
    draft = read_task(line, today=TODAY)
    (finding,) = draft.findings
    assert (draft.text, draft.due, finding.code) == (line, None, "date-unknown")
    assert finding.span is not None
    assert line[slice(*finding.span)] == mark


def test_a_day_in_the_past_is_said_and_taken() -> None:
    """A day before today is kept as typed and noticed."""
    draft = read_task("brief !1/3/2020", today=TODAY)
    assert (draft.due, codes(draft)) == (date(2020, 3, 1), ["date-past"])
    assert draft.findings[0].params == (("date", "2020-03-01"),)


def test_today_is_not_past() -> None:
    """A task may be for today."""
    assert read_task("brief !vandaag", today=TODAY) == Draft(text="brief", due=TODAY)


@pytest.mark.parametrize(
    ("marks", "code"),
    [
        ("@ik @samen", "owner-twice"),
        ("#contact #geleid", "kind-twice"),
        ("#zwaar #licht", "difficulty-twice"),
        ("!vr !za", "date-twice"),
    ],
)
def test_of_two_marks_the_last_counts(marks: str, code: str) -> None:
    """Two answers to one question: the last is taken, and it is said which one was not."""
    first, last = marks.split()
    draft = read_task(f"bellen {marks}", today=TODAY)
    assert codes(draft) == [code]
    assert draft.findings[0].params == (("dropped", first), ("kept", last))
    assert msg(draft) == msg(read_task(f"bellen {last}", today=TODAY))


def msg(draft: Draft) -> tuple[object, ...]:
    return draft.text, draft.owner, draft.person, draft.kind, draft.due, draft.difficulty


def test_the_same_mark_twice_says_nothing() -> None:
    """No finding where there is nothing to choose."""
    assert read_task("bellen @ik @me", today=TODAY).findings == ()


@pytest.mark.parametrize("line", ["", "   ", "> ", ">", "@samen !vr"])
def test_a_task_without_words_is_said(line: str) -> None:
    """Marks alone make no task."""
    assert "task-empty" in codes(read_task(line, today=TODAY))


def test_the_sign_of_a_task_is_dropped_once() -> None:
    """Only the line mark goes; a second one belongs to the text."""
    assert read_task("> > lezen", today=TODAY).text == "> lezen"
    assert read_task(">5 euro sparen", today=TODAY).text == ">5 euro sparen"


@given(st.text(alphabet=st.characters(exclude_characters="@!#>", exclude_categories=["Cs"]), max_size=60))
def test_a_line_without_marks_is_kept_whole(line: str) -> None:
    """Every character that a text may have stays."""
    assert read_task(line, today=TODAY).text == clean_line(line)


@given(
    st.lists(
        st.sampled_from(
            ["bel", "de", "bank", "@ik", "!vr", "#contact", "#zwaar", "!31/2", "x@y.z", "nu!", "@", "#post"]
        )
    )
)
def test_any_order_keeps_every_other_word(words: list[str]) -> None:
    """Whatever the order, exactly the marks that were read are gone."""
    marks = {"@ik", "!vr", "#contact", "#zwaar"}
    draft = read_task(" ".join(words), today=TODAY)
    assert draft.text.split() == [word for word in words if word not in marks]
