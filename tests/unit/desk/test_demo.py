"""The fictional dossiers: whole, plausible, and the same in every language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from dateutil.relativedelta import relativedelta

from sessionpad.desk.demo import demo_dossiers
from sessionpad.desk.demo.days import Days
from sessionpad.domain.agreeing import terms_changed
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.client import Role
from sessionpad.domain.concern import Standing
from sessionpad.domain.dossier import Dossier, start_session, talk_number
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.ids import SessionId
from sessionpad.domain.notes import Mark, body_of
from sessionpad.domain.overview import overview_of
from sessionpad.domain.scoring import Hindrance, Outcome, is_low
from sessionpad.domain.task import Owner
from sessionpad.domain.text import clean_line
from sessionpad.domain.trajectory import Form, Section
from sessionpad.method import limits
from sessionpad.method.capture import read_task
from sessionpad.method.cards.library import load_deck
from sessionpad.method.language import LANGUAGES, Language

BRUSSELS = ZoneInfo("Europe/Brussels")
MOMENTS = {
    "an ordinary afternoon": datetime(2026, 11, 24, 14, 7, 31, 5, tzinfo=BRUSSELS),
    "29 February": datetime(2028, 2, 29, 9, 59, tzinfo=BRUSSELS),
    "31 December, just before midnight": datetime(2026, 12, 31, 23, 59, 59, tzinfo=BRUSSELS),
    "the day after 29 February": datetime(2028, 3, 1, 0, 0, tzinfo=BRUSSELS),
    "just before summer time": datetime(2027, 3, 28, 1, 59, 59, tzinfo=BRUSSELS),
    "just after summer time": datetime(2027, 3, 28, 3, 0, tzinfo=BRUSSELS),
    "the hour that comes twice, first": datetime(2026, 10, 25, 2, 40, tzinfo=BRUSSELS),
    "the hour that comes twice, second": datetime(2026, 10, 25, 2, 40, tzinfo=BRUSSELS, fold=1),
    "a Saturday": datetime(2026, 11, 21, 11, 0, tzinfo=UTC),
    "a fixed offset": datetime(2026, 11, 30, 16, 30, tzinfo=timezone(timedelta(hours=1))),
}
MEMORY_AIDS_LAST = timedelta(days=30)


@pytest.fixture(params=list(MOMENTS))
def now(request: pytest.FixtureRequest) -> datetime:
    return MOMENTS[request.param]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    tongue: Language = request.param
    return tongue


@pytest.fixture
def dossiers(now: datetime, language: Language) -> tuple[Dossier, ...]:
    return demo_dossiers(now, language)


def by_code(dossiers: tuple[Dossier, ...], code: str) -> Dossier:
    return next(each for each in dossiers if each.client.code == code)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """Every single value in a record, with the way to it."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from leaves(getattr(value, field), f"{path}.{field}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}[{index}]")
    else:
        yield path, value


def texts(dossiers: tuple[Dossier, ...]) -> list[str]:
    return [value for _, value in leaves(dossiers) if type(value) is str]


def moments(dossiers: tuple[Dossier, ...]) -> list[datetime]:
    return [value for _, value in leaves(dossiers) if isinstance(value, datetime)]


def test_the_same_moment_gives_the_same_dossiers(now: datetime, language: Language) -> None:
    """What `sessionpad demo` shows can be compared, pictured and told about."""
    assert demo_dossiers(now, language) == demo_dossiers(now, language)


def test_ids_do_not_depend_on_the_moment(language: Language) -> None:
    """An id stands for a person in the demo, whenever it is opened."""
    first, last = (demo_dossiers(each, language) for each in (min(MOMENTS.values()), max(MOMENTS.values())))
    assert [each.id for each in first] == [each.id for each in last]


def test_every_id_is_used_once(dossiers: tuple[Dossier, ...]) -> None:
    """No two things in the demo can be taken for each other; an agreement holds what it was made of, ids and all."""
    frozen = re.compile(r"\.agreements\[\d+\]\..+\.id$")
    ids = [value for path, value in leaves(dossiers) if path.endswith(".id") and not frozen.search(path)]
    assert len(ids) == len(set(ids))


def test_both_languages_have_the_same_structure(now: datetime) -> None:
    """A text may differ; an id, a date, a score or a mark may not, and no text is there in one language only."""
    dutch, english = (dict(leaves(demo_dossiers(now, each))) for each in LANGUAGES)
    assert dutch.keys() == english.keys()
    for path, value in dutch.items():
        other = english[path]
        if type(value) is not str:
            assert other == value, path
        elif re.search(r"\.(id|session|trajectory|previous|task|card|code|name)$|\.(opened_on|tasks)\[\d+\]$", path):
            assert other == value or "Gezin" in value, path
        else:
            assert bool(other) == bool(value), path


def test_both_languages_mark_the_same_lines_and_have_their_own_words(now: datetime) -> None:
    """The notes tell the same story line by line, and no line was left in the other language."""
    dutch, english = (
        [line for each in demo_dossiers(now, tongue) for session in each.sessions for line in session.notes]
        for tongue in LANGUAGES
    )
    assert [line.mark for line in dutch] == [line.mark for line in english]
    assert not {line.text for line in dutch} & {line.text for line in english}


def test_every_text_is_clean_and_filled_in(dossiers: tuple[Dossier, ...]) -> None:
    """A demo text passes the gate unchanged and shows no placeholder."""
    for text in texts(dossiers):
        assert text == clean_line(text)
        assert not re.search(r"[{}]", text), text


def test_words_that_the_method_avoids_are_absent(dossiers: tuple[Dossier, ...]) -> None:
    """The demo gives the good example: no contract, and no asking why."""
    for text in texts(dossiers):
        assert not re.search(r"contract|waarom|\bwhy\b", text, re.IGNORECASE), text


def test_every_moment_has_the_time_zone_of_now(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """Days are counted where the coach sits."""
    assert {each.tzinfo for each in moments(dossiers)} == {now.tzinfo}


def test_no_conversation_is_open_and_all_lie_in_order_before_now(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """The demo begins at rest: every conversation has ended, one after the other."""
    for dossier in dossiers:
        assert dossier.open_session is None
        ends = [(each.started_at, each.ended_at) for each in dossier.sessions]
        flat = [moment for pair in ends for moment in pair if moment is not None]
        assert flat == sorted(flat)
        assert len(flat) == len(set(flat)) == 2 * len(ends)
        assert all(moment < now for moment in flat)


def test_conversations_are_on_working_days_at_working_hours(dossiers: tuple[Dossier, ...]) -> None:
    """A coach recognises the diary."""
    for dossier in dossiers:
        for session in dossier.sessions:
            assert session.started_at.weekday() < 5
            assert 9 <= session.started_at.hour < 20


def test_an_appointment_is_kept_or_comes(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """Who is under way has a next appointment that begins now or comes; who is closed has none."""
    for dossier in dossiers:
        if not dossier.sessions:
            continue
        coming = dossier.sessions[-1].next_at
        if dossier.trajectory.is_closed:
            assert coming is None
        else:
            assert coming is not None
            assert coming > now - timedelta(minutes=30)
        for session, following in pairwise(dossier.sessions):
            assert session.next_at is not None
            assert session.started_at < session.next_at <= following.started_at


def test_notes_run_forward_within_their_conversation(dossiers: tuple[Dossier, ...]) -> None:
    """Each line has its own moment, later than the line before it."""
    for dossier in dossiers:
        for session in dossier.sessions:
            assert session.notes
            times = [session.started_at, *(line.at for line in session.notes), session.ended_at]
            assert all(early < late for early, late in pairwise(times) if early and late)


def test_every_reference_points_at_something(dossiers: tuple[Dossier, ...]) -> None:
    """No review, agreement, conversation or trajectory refers to what is not there."""
    for dossier in dossiers:
        tasks = {each.id for each in dossier.tasks}
        sessions = {each.id for each in dossier.sessions}
        trajectories = [each.id for each in dossier.trajectories]
        for session in dossier.sessions:
            assert set(session.opened_on) <= tasks
            assert {review.task for review in session.reviews} <= set(session.opened_on)
            assert session.trajectory in trajectories
        for agreement in dossier.agreements:
            assert agreement.tasks
            assert {task.id for task in agreement.tasks} <= tasks
            assert agreement.trajectory in trajectories
        assert {task.session for task in dossier.tasks} <= sessions
        assert {task.trajectory for task in dossier.tasks} <= set(trajectories)
        assert [each.previous for each in dossier.trajectories] == [None, *trajectories[:-1]]


def test_every_task_stands_in_the_notes_as_it_was_typed(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """Reading a line of the notes again gives the task that was caught from it, and no line gives another."""
    for dossier in dossiers:
        for session in dossier.sessions:
            lines = [line.text for line in session.notes if line.mark is Mark.TASK]
            caught = [task for task in dossier.tasks if task.session == session.id]
            for line, task in zip(lines, caught, strict=True):
                draft = read_task(line, today=now.date())
                assert (draft.text, draft.owner, draft.kind) == (task.text, task.owner, task.kind)
                assert not draft.findings
                assert task.person.split(" ")[0] == draft.person


def test_the_limits_of_the_method_find_nothing(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """The demo opens without a hint: every plan in it keeps to the method."""
    for dossier in dossiers:
        assert limits.findings(dossier, now.date()) == ()


def test_cards_that_were_asked_exist(dossiers: tuple[Dossier, ...]) -> None:
    """The demo knows the deck."""
    cards = {card.id for card in load_deck().cards}
    asked = {asked.card for dossier in dossiers for session in dossier.sessions for asked in session.asked}
    answered = {answer.card for dossier in dossiers for answer in dossier.trajectory.closing.answers}
    assert asked
    assert len(answered) == 13
    assert asked | answered <= cards


def test_what_was_put_aside_in_the_notes_stands_on_the_list(dossiers: tuple[Dossier, ...]) -> None:
    """A `?` line is a subject to come back to, in the same words and with the talk it came from. Source: GW-42."""
    for dossier in dossiers:
        lines = [
            (session.id, body_of(line.text))
            for session in dossier.sessions
            for line in session.notes
            if line.mark is Mark.LATER
        ]
        assert [(each.session, each.text) for each in dossier.parked] == lines


def test_every_part_of_the_way_has_an_example(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """Whatever a screen or a document can show is shown by someone: rank, consent, revision, referral, aftercare."""
    amina, household, rik, mirjam = (by_code(dossiers, code) for code in ("A.", "V.-E.", "R.", "M."))
    assert {each.standing for each in amina.concerns} == {Standing.NOW, Standing.WAITING, Standing.TIME_OUT}
    assert [each.holds(now.date()) for each in amina.sharings] == [True, False]
    assert set(amina.agreements[-1].terms.sections) == set(Section) - {Section.REFLECTION}
    assert amina.agreements[-1].sharings == amina.sharings[:1]
    assert amina.rights
    assert amina.referrals[0].sharing == amina.sharings[0].id
    assert amina.exploration.tried
    assert household.agreements[-1].state is AgreementState.OFFERED
    assert household.agreements[-1].reason
    assert terms_changed(household.agreements[1].terms, household.agreements[2].terms)
    assert [revision.goal.text for revision in rik.trajectory.revisions] != [rik.trajectory.goal.text]
    assert rik.missed
    assert rik.coach_side.worry
    assert not mirjam.trajectory.aftercare.is_empty
    assert mirjam.trajectory.aftercare.until is not None
    assert mirjam.trajectory.aftercare.until > now.date()


def test_deadlines_are_within_three_months(dossiers: tuple[Dossier, ...]) -> None:
    """Source: TGH-4. Evaluations lie within the same period."""
    for dossier in dossiers:
        for trajectory in dossier.trajectories:
            if trajectory.goal.text:
                deadline = trajectory.goal.deadline
                assert deadline is not None
                assert trajectory.started < deadline <= trajectory.started + relativedelta(months=3)
                assert all(trajectory.started <= each <= deadline for each in trajectory.evaluations)
                assert 3 <= (trajectory.talks or 0) <= 12


def test_open_tasks_are_due_before_the_deadline(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """What is still to be done is due today or in the next days."""
    for dossier in dossiers:
        for task in dossier.open_tasks:
            assert task.due is not None
            assert now.date() <= task.due <= (dossier.trajectory.goal.deadline or date.max)
            assert task.made_at < now


def test_a_day_that_is_named_is_that_day(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """A task for Monday, Wednesday or Sunday is due on one, within the week."""
    due = {task.owner: task.due for task in by_code(dossiers, "R.").open_tasks}
    evening = next(task.due for task in by_code(dossiers, "V.-E.").open_tasks if task.owner is Owner.CLIENT)
    named = (due[Owner.COACH], due[Owner.NETWORK], evening)
    assert [day.weekday() for day in named if day is not None] == [0, 2, 6]
    assert all(timedelta(0) < day - now.date() <= timedelta(weeks=1) for day in named if day is not None)


def test_agreements_are_made_on_the_day_of_a_conversation(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """On paper it is signed that day or still thought over, by word of mouth it never is; the numbers run on."""
    for dossier in dossiers:
        days = {session.started_at.date() for session in dossier.sessions}
        assert [each.number for each in dossier.agreements] == list(range(1, len(dossier.agreements) + 1))
        for agreement in dossier.agreements:
            assert agreement.made_on in days
            thought_over = agreement.terms.reflect_until is not None and agreement.terms.reflect_until > now.date()
            signed = agreement.form is Form.WRITTEN and not thought_over
            assert agreement.signed_on == (agreement.made_on if signed else None)


def test_no_memory_aid_is_old_enough_to_expire(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """The demo opens without a warning about lines that are about to go."""
    for dossier in dossiers:
        for session in dossier.sessions:
            for line in session.notes:
                assert line.mark is not Mark.COACH_ONLY or now - line.at < MEMORY_AIDS_LAST - timedelta(days=7)


def test_the_five_clients_are_at_different_points(dossiers: tuple[Dossier, ...]) -> None:
    """A first talk, one under way, a household, one where it is hard, one closed."""
    assert [each.client.code for each in dossiers] == ["A.", "T.", "V.-E.", "R.", "M."]
    assert [each.trajectory.is_closed for each in dossiers] == [False, False, False, False, True]


def test_the_show_piece_opens_on_its_third_conversation(dossiers: tuple[Dossier, ...], now: datetime) -> None:
    """A. has an appointment this half hour, five weeks to go and a signed agreement on tasks of every owner."""
    dossier = by_code(dossiers, "A.")
    goal, last = dossier.trajectory.goal, dossier.sessions[-1]
    assert goal.deadline == now.date() + timedelta(weeks=5)
    assert str(goal.deadline.day) in goal.text
    assert last.next_at == Days(now=now).this_half_hour
    assert {task.owner for task in dossier.open_tasks} == set(Owner)
    assert any(review.effort == 4 and review.result == 3 for review in last.reviews)
    assert dossier.agreements[0].signed_on is not None
    opened = start_session(dossier, SessionId("third"), now)
    assert talk_number(opened, opened.sessions[-1]) == 3
    assert set(opened.sessions[-1].opened_on) == {task.id for task in dossier.agreements[0].tasks}


def test_the_first_talk_has_a_code_and_nothing_else(dossiers: tuple[Dossier, ...]) -> None:
    """An empty dossier shows what an empty dossier looks like."""
    dossier = by_code(dossiers, "T.")
    assert overview_of(dossier).talks == 0
    assert {dossier.client.name, dossier.trajectory.goal.text} == {""}
    assert (dossier.sessions, dossier.tasks, dossier.agreements) == ((), (), ())


def test_the_household_has_long_names_and_a_second_goal(dossiers: tuple[Dossier, ...]) -> None:
    """Four members, a network person and a helper who signs; a new goal after one that was solved. Source: TGH-8."""
    dossier = by_code(dossiers, "V.-E.")
    people = dossier.client.people
    assert [person.role for person in people].count(Role.HOUSEHOLD) == 4
    assert any(person.role is Role.NETWORK for person in people)
    assert any(person.role is Role.HELPER and person.signs for person in people)
    assert "Zoë-Noémie Vandenbroucke-El Mahdaoui" in {person.name for person in people}
    first, second = dossier.trajectories
    assert first.result is GoalResult.SOLVED
    assert first.closed_on is not None
    assert first.closed_on < second.started
    assert second.previous == first.id


def test_where_it_goes_badly_the_look_back_is_gentle(dossiers: tuple[Dossier, ...]) -> None:
    """Low results, hindrances in all three places, an oral agreement, and every last word positive. Source: GW-90."""
    dossier = by_code(dossiers, "R.")
    reviews = [review for session in dossier.sessions for review in session.reviews]
    assert any(is_low(review.result) for review in reviews)
    assert any(review.outcome is Outcome.NOT_YET for review in reviews)
    assert {place for review in reviews for place in review.hindrances} == set(Hindrance)
    assert dossier.sessions[-1].gentle
    assert [agreement.form for agreement in dossier.agreements] == [Form.ORAL]
    assert all(session.last_word for session in dossier.sessions)


def test_the_closed_one_ends_in_the_words_of_the_client(dossiers: tuple[Dossier, ...]) -> None:
    """Eased is a full success, nothing is left open, and the story has a beginning and an end. Source: TGH-1, GW-94."""
    dossier = by_code(dossiers, "M.")
    assert dossier.trajectory.result is GoalResult.EASED
    assert dossier.trajectory.headline
    assert dossier.trajectory.closed_on == dossier.sessions[-1].started_at.date()
    assert not dossier.open_tasks
    assert len(dossier.sessions) >= 3


def test_importing_the_demo_loads_nothing_heavy() -> None:
    """The demo costs nothing until it is asked for."""
    code = "import sys, sessionpad.desk.demo; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"textual", "docx", "docxtpl", "tomllib", "tinydb", "pyrage", "click", "dateutil"} & set(loaded)
