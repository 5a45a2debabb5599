"""Undo and redo of everything a coach can do with a dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionpad.desk.desk import Desk
from sessionpad.desk.history import LONGEST, PAUSE
from sessionpad.desk.pad import Pad
from sessionpad.domain.concern import Concern
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import ConcernId, SessionId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import LEVELS, Outcome, Scale
from sessionpad.domain.task import State
from sessionpad.domain.trajectory import GoalState
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import TODAY, Clock, counting_ids

SHORT, LONG = PAUSE.total_seconds() / 3, LONGEST.total_seconds() * 2


class Scene(NamedTuple):
    pad: Pad
    clock: Clock

    @property
    def talk(self) -> SessionId:
        return self.pad.start_session().id

    def typed(self, text: str) -> None:
        """The keys of this text, one each time."""
        notes, talk = text_of(self.pad.start_session().notes), self.talk
        for end in range(1, len(text) + 1):
            self.clock.move(seconds=0.2)
            self.pad.write_notes(talk, notes + text[:end])


def a_scene() -> Scene:
    clock = Clock()
    return Scene(Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A."), clock)


@pytest.fixture
def scene() -> Scene:
    return a_scene()


WORDS = st.text(st.sampled_from("ab \n"), max_size=6)
Doing = Callable[[Scene], object]


def _on_task(do: Callable[[Scene, Any], object]) -> Doing:
    return lambda scene: [do(scene, task.id) for task in scene.pad.dossier.tasks[-1:]]


ACTS: st.SearchStrategy[Doing] = st.one_of(
    st.just(lambda scene: scene.pad.start_session()),
    st.just(lambda scene: scene.pad.end_session(scene.talk)),
    WORDS.map(lambda text: lambda scene: scene.pad.write_notes(scene.talk, text)),
    WORDS.map(lambda text: lambda scene: scene.typed(text)),
    WORDS.map(lambda text: lambda scene: scene.pad.add_note(f"x{text}")),
    WORDS.map(lambda text: lambda scene: scene.pad.capture(f"x{text} !vr", scene.talk)),
    WORDS.map(lambda text: lambda scene: scene.pad.ask(scene.talk, "miracle", 0, text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_session(scene.talk, "summary", summary=text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_client(name=text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_goal(text=text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_goal(why=text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_problem(text=text)),
    st.sampled_from([None, 3, 12]).map(lambda talks: lambda scene: scene.pad.change_trajectory(talks=talks)),
    st.just(lambda scene: scene.pad.change_trajectory(evaluations=(TODAY,))),
    st.just(lambda scene: scene.pad.make_agreement()),
    st.just(lambda scene: scene.pad.offer_agreement()),
    st.just(lambda scene: [scene.pad.sign_agreement(each.id) for each in scene.pad.dossier.agreements[-1:]]),
    WORDS.map(lambda text: lambda scene: scene.pad.change_exploration(facts=text)),
    WORDS.map(lambda text: lambda scene: scene.pad.change_coach_side(worry=text)),
    WORDS.map(
        lambda text: (
            lambda scene: scene.pad.add(
                "concerns", Concern(id=ConcernId(scene.pad.new_id()), text=text, made_at=scene.pad.now)
            )
        )
    ),
    WORDS.map(
        lambda text: (
            lambda scene: [scene.pad.change("concerns", each.id, text=text) for each in scene.pad.dossier.concerns[-1:]]
        )
    ),
    st.just(lambda scene: [scene.pad.move("concerns", each.id, -1) for each in scene.pad.dossier.concerns[-1:]]),
    st.just(lambda scene: [scene.pad.drop("concerns", each.id) for each in scene.pad.dossier.concerns[:1]]),
    st.just(lambda scene: [scene.pad.choose(each.id) for each in scene.pad.dossier.concerns[-1:]]),
    WORDS.map(lambda text: lambda scene: scene.pad.revise_goal(Goal(text=text), "waarom")),
    st.just(lambda scene: scene.pad.keep_goal()),
    WORDS.map(lambda text: lambda scene: scene.pad.explain_revision(text)),
    st.sampled_from(GoalState).map(lambda state: lambda scene: scene.pad.set_state(state, TODAY)),
    st.sampled_from(GoalResult).map(lambda result: lambda scene: scene.pad.close(result)),
    st.just(lambda scene: scene.pad.open_again()),
    st.just(lambda scene: scene.pad.next_trajectory()),
    st.tuples(st.sampled_from(Scale), st.sampled_from([*LEVELS, None])).map(
        lambda scored: _on_task(lambda scene, task: scene.pad.score(scene.talk, task, *scored))
    ),
    st.sampled_from([None, *Outcome]).map(
        lambda outcome: _on_task(lambda scene, task: scene.pad.review(scene.talk, task, outcome=outcome))
    ),
    st.sampled_from(State).map(lambda state: _on_task(lambda scene, task: scene.pad.end_task(task, state))),
)
GAPS = st.sampled_from([SHORT, SHORT, LONG, 24 * 3600])


def undo_all(pad: Pad) -> list[Dossier]:
    """The values on the way back, the present one included."""
    values = [pad.dossier]
    while pad.undo() is not None:
        values.append(pad.dossier)
    return values


def redo_all(pad: Pad) -> list[Dossier]:
    values = [pad.dossier]
    while pad.redo() is not None:
        values.append(pad.dossier)
    return values


@given(st.lists(st.tuples(GAPS, ACTS), max_size=12))
@settings(deadline=None, max_examples=120)
def test_everything_is_undone_and_redone(acts: list[tuple[float, Doing]]) -> None:
    """Undoing everything gives the dossier as it was opened, redoing everything the last value, by the same values."""
    scene = a_scene()
    opened = scene.pad.dossier
    for gap, act in acts:
        scene.clock.move(seconds=gap)
        act(scene)
    back = undo_all(scene.pad)
    assert back[-1] == opened
    assert redo_all(scene.pad) == back[::-1]
    assert undo_all(scene.pad) == back
    assert all(before != after for before, after in zip(back[1:], back, strict=False))


@given(st.lists(ACTS, max_size=8), st.data())
@settings(deadline=None, max_examples=60)
def test_a_new_act_after_undo_goes_on_from_there(acts: list[Doing], data: Any) -> None:
    """However far was undone, the next act starts from what is shown, and undo goes back to exactly that."""
    scene = a_scene()
    for act in acts:
        act(scene)
        scene.clock.move(seconds=LONG)
    for _ in range(data.draw(st.integers(0, 4))):
        scene.pad.undo()
    shown = scene.pad.dossier
    scene.pad.change_goal(text="iets nieuws")
    assert scene.pad.redo() is None
    assert scene.pad.undo() == "field-goal-text"
    assert scene.pad.dossier == shown


def test_typing_is_undone_by_the_line(scene: Scene) -> None:
    """Keys without a pause are one act; a new line begins another."""
    scene.typed("een regel\nen nog een")
    assert [text_of(value.sessions[-1].notes) for value in undo_all(scene.pad) if value.sessions] == [
        "een regel\nen nog een",
        "een regel",
        "",
    ]


def test_a_pause_parts_what_was_typed(scene: Scene) -> None:
    """What was typed after a pause is undone on its own."""
    scene.typed("eerst")
    scene.clock.move(seconds=PAUSE.total_seconds())
    scene.typed(" daarna")
    scene.pad.undo()
    assert text_of(scene.pad.dossier.sessions[-1].notes) == "eerst"


def test_typing_after_another_act_stands_on_its_own(scene: Scene) -> None:
    """A task caught while typing parts what was typed before it from what came after."""
    scene.typed("eerst")
    scene.pad.capture("bellen", scene.talk)
    scene.typed(" daarna")
    assert [scene.pad.undo() for _ in range(4)] == ["notes", "task", "notes", "session"]


def test_each_field_is_undone_on_its_own(scene: Scene) -> None:
    """Going on to the next field without a pause begins a new act, also in the same part of the agreement."""
    pad = scene.pad
    for text in ("d", "do", "doel"):
        pad.change_goal(text=text)
    pad.change_goal(why="rust")
    pad.change_problem(text="post")
    pad.change_client(name="Amina")
    pad.change_client(coach="Els")
    assert len(undo_all(pad)) == 6
    pad.redo()
    assert pad.dossier.trajectory.goal.text == "doel"


def test_what_was_typed_and_wiped_out_needs_no_undo(scene: Scene) -> None:
    """Undo takes back the act before it: a key that seems to do nothing would be pressed again."""
    scene.pad.capture("bellen", scene.talk)
    scene.pad.change_session(scene.talk, "summary", summary="x")
    scene.pad.change_session(scene.talk, "summary", summary="")
    assert scene.pad.undo() == "task"


def test_undo_never_takes_away_the_conversation_on_screen(scene: Scene) -> None:
    """Within a conversation undo stops where it began; that act can be undone later, outside of it."""
    talk = scene.talk
    scene.typed("een")
    assert scene.pad.undo(within=talk) == "notes"
    assert scene.pad.undo(within=talk) is None
    assert scene.pad.dossier.session(talk).notes == ()
    assert scene.pad.redo() == "notes"
    assert [scene.pad.undo(), scene.pad.undo(), scene.pad.undo()] == ["notes", "session", None]
