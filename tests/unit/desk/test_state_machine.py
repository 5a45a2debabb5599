"""Whatever a coach, a second program, the clock and the disk do, and in whatever order: what was acknowledged is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import DossierId
from sessionpad.domain.scoring import LEVELS, Level, Scale
from sessionpad.errors import Busy, Conflict, NotFound, StorageFailed
from sessionpad.store.files import Files
from tests.unit.desk.living import Living, Seen, model, real, seen
from tests.unit.domain.builders import Clock
from tests.unit.store.disks import Fault, PowerLoss, Survives

CODES = ("A.", "B.")
NIGHT = datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo("Europe/Brussels"))
"""A few hours before summer time begins."""
FAULTS = [fault for fault in Fault if fault is not Fault.POWER]
codes = st.sampled_from(CODES)


@dataclass
class Known:
    """What must be true of one dossier: the acts as they were done, not as the program keeps them."""

    id: DossierId
    saved: Seen
    revision: int
    now: Seen
    past: list[Seen] = field(default_factory=list)
    future: list[Seen] = field(default_factory=list)
    maybe: set[Seen] = field(default_factory=set)
    """What a save that failed may have brought to the disk all the same."""
    erased: bool = False

    def did(self, now: Seen) -> None:
        self.past.append(self.now)
        self.future.clear()
        self.now = now

    def opened(self, there: Seen) -> None:
        self.saved = self.now = there
        self.past, self.future, self.maybe = [], [], set()


class Life(RuleBasedStateMachine):
    disk: Callable[[], Files] = staticmethod(real)

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock(NIGHT)
        self.life = Living(type(self).disk(), self.clock)
        self.known: dict[str, Known] = {}
        self.pads: dict[str, Pad] = {}
        self.words = 0

    def teardown(self) -> None:
        self.life.remove()

    @initialize()
    def begin(self) -> None:
        desk = self.life.open()
        for code in CODES:
            pad = desk.new_client(code)
            self.known[code] = Known(pad.dossier.id, Seen(), 1, Seen())
            self.pads[code] = pad

    # what is open

    @property
    def is_open(self) -> bool:
        return self.life.desk is not None

    def word(self) -> str:
        self.words += 1
        return f"woord{self.words}"

    def at(self, code: str) -> tuple[Pad, Known] | None:
        """The dossier opened on the desk, if it can be."""
        known = self.known[code]
        if self.life.desk is None or known.erased:
            return None
        self.clock.move(seconds=20)
        return self.pads[code], known

    # acts

    @rule(code=codes)
    def talk(self, code: str) -> None:
        if (here := self.at(code)) is None:
            return
        pad, known = here
        under_way, today = pad.dossier.open_session, self.clock.now.date()
        if under_way is not None and under_way.started_at.astimezone(self.clock.now.tzinfo).date() == today:
            pad.start_session()
            return
        pad.start_session()
        if under_way is not None:
            known.did(self._ended(known.now))
        known.did(known.now._replace(talks=(*known.now.talks, ("", True))))

    @rule(code=codes)
    def end(self, code: str) -> None:
        here = self.at(code)
        if here and here[0].dossier.open_session is not None:
            here[0].end_session(here[0].dossier.open_session.id)
            here[1].did(self._ended(here[1].now))

    def _ended(self, now: Seen) -> Seen:
        """The last conversation that is under way is no longer."""
        last = max(number for number, (_, is_open) in enumerate(now.talks) if is_open)
        return now._replace(talks=tuple((text, is_open and n != last) for n, (text, is_open) in enumerate(now.talks)))

    @rule(code=codes, fresh=st.booleans())
    def type(self, code: str, fresh: bool) -> None:
        here = self.at(code)
        if here is None or (session := here[0].dossier.open_session) is None:
            return
        pad, known = here
        last = max(number for number, (_, is_open) in enumerate(known.now.talks) if is_open)
        before = known.now.talks[last][0]
        text = f"{before}{chr(10) if fresh and before else ' ' if before else ''}{self.word()}"
        pad.write_notes(session.id, text)
        talks = tuple((text if n == last else each[0], each[1]) for n, each in enumerate(known.now.talks))
        known.did(known.now._replace(talks=talks))

    @rule(code=codes)
    def note(self, code: str) -> None:
        here = self.at(code)
        if here and here[0].dossier.open_session is None:
            word = self.word()
            here[0].add_note(word)
            here[1].did(here[1].now._replace(talks=(*here[1].now.talks, (word, False))))

    @rule(code=codes)
    def capture(self, code: str) -> None:
        if here := self.at(code):
            word, session = self.word(), here[0].dossier.open_session
            here[0].capture(word, session.id if session else None)
            here[1].did(here[1].now._replace(tasks=(*here[1].now.tasks, word)))

    @rule(code=codes, which=st.integers(0, 9), level=st.sampled_from(LEVELS[:5]))
    def score(self, code: str, which: int, level: Level) -> None:
        here = self.at(code)
        if here is None or (session := here[0].dossier.open_session) is None or not here[0].dossier.tasks:
            return
        pad, known = here
        task = pad.dossier.tasks[which % len(pad.dossier.tasks)]
        number = [each.id for each in pad.dossier.sessions].index(session.id)
        pad.score(session.id, task.id, Scale.EFFORT, level)
        scores = {each[:2]: each for each in known.now.scores} | {(number, task.text): (number, task.text, level)}
        if set(scores.values()) != set(known.now.scores):
            in_order = sorted(scores.values(), key=lambda each: each[0])
            known.did(known.now._replace(scores=tuple(in_order)))

    @rule(code=codes)
    def undo(self, code: str) -> None:
        if here := self.at(code):
            assert (here[0].undo() is not None) is bool(here[1].past)
            if here[1].past:
                here[1].future.append(here[1].now)
                here[1].now = here[1].past.pop()

    @rule(code=codes)
    def redo(self, code: str) -> None:
        if here := self.at(code):
            assert (here[0].redo() is not None) is bool(here[1].future)
            if here[1].future:
                here[1].past.append(here[1].now)
                here[1].now = here[1].future.pop()

    # the disk

    @rule(code=codes)
    def save(self, code: str) -> None:
        if here := self.at(code):
            self._save(*here)

    def _save(self, pad: Pad, known: Known) -> None:
        revision = pad.save().revision
        assert known.now == known.saved or revision > known.revision
        assert revision >= known.revision
        known.saved, known.revision, known.maybe = known.now, revision, set()

    @rule(code=codes, call=st.integers(1, 16), fault=st.sampled_from(FAULTS), regrets=st.booleans())
    def save_on_a_bad_disk(self, code: str, call: int, fault: Fault, regrets: bool) -> None:
        """A save that fails; what it was about may be taken back before the next one."""
        self.capture(code)
        if (here := self.at(code)) is None:
            return
        self.life.go_wrong(call, fault)
        try:
            self._save(*here)
        except StorageFailed:
            assert not here[0].is_saved
            here[1].maybe.add(here[1].now)
            if regrets:
                self.undo(code)
                self.note(code)
        finally:
            self.life.go_right()

    @rule(code=codes, call=st.integers(1, 16), survives=st.sampled_from(Survives))
    def power_goes_while_saving(self, code: str, call: int, survives: Survives) -> None:
        if (here := self.at(code)) is None:
            return
        self.life.go_wrong(call, Fault.POWER)
        self.life._faulty._stays = True
        try:
            self._save(*here)
        except PowerLoss:
            here[1].maybe.add(here[1].now)
        self.life.kill(survives)
        self._come_back()

    @precondition(lambda self: self.is_open)
    @rule(survives=st.sampled_from(Survives))
    def kill(self, survives: Survives) -> None:
        self.life.kill(survives)
        self._come_back()

    @precondition(lambda self: self.is_open)
    @rule()
    def lock(self) -> None:
        """As the pad does it: everything is saved first."""
        for code in CODES:
            if here := self.at(code):
                self._save(*here)
        self.life.shut()
        self.pads.clear()

    @precondition(lambda self: not self.is_open)
    @rule()
    def unlock(self) -> None:
        self._come_back()

    def _come_back(self) -> None:
        """Open the vault: of every dossier there is what was acknowledged, or what a failed save was about."""
        desk = self.life.open()
        self.pads.clear()
        for code, known in self.known.items():
            if known.erased:
                with pytest.raises(NotFound):
                    desk.open(known.id)
                assert self.life.left_of(known.id) == []
                continue
            self.pads[code] = desk.open(known.id)
            there = seen(self.pads[code].dossier)
            assert there in {known.saved, *known.maybe}
            revision = self.pads[code].save().revision
            assert revision >= known.revision
            known.revision = revision
            known.opened(there)
        assert not desk.distrusted()

    @rule(code=codes)
    def erase(self, code: str) -> None:
        if self.at(code) and sum(each.erased for each in self.known.values()) == 0 and self.words > 8:
            known = self.known[code]
            self.life.vault.repository.erase(known.id, at=self.clock.now, reason="bewaartermijn")
            known.erased = True
            del self.pads[code]
            assert self.life.left_of(known.id) == []

    @rule(code=codes, which=st.integers(0, 20))
    def restore(self, code: str, which: int) -> None:
        if (here := self.at(code)) is None:
            return
        self._save(*here)
        repository, known = self.life.vault.repository, here[1]
        versions = repository.versions(known.id)
        if versions:
            version = versions[which % len(versions)].id
            wanted = seen(repository.load_version(known.id, version).dossier)
            stored = repository.restore(known.id, version)
            assert stored.revision > known.revision
            known.revision = stored.revision
            kept = [repository.load_version(known.id, each.id).dossier for each in repository.versions(known.id)]
            assert known.saved in map(seen, kept)
            assert self.life.desk is not None
            self.pads[code] = self.life.desk.open(known.id)
            assert seen(self.pads[code].dossier) == wanted
            known.opened(wanted)

    # others

    @precondition(lambda self: self.is_open)
    @rule(code=codes)
    def second_program(self, code: str) -> None:
        """While this one has the vault, the other reads what is on the disk, and can change nothing."""
        other, known = self.life.second(), self.known[code]
        try:
            assert other.read_only
            if not known.erased:
                there = other.repository.load(known.id).dossier
                assert seen(there) in {known.saved, *known.maybe}
                with pytest.raises((Busy, Conflict)):
                    other.repository.save(there)
        finally:
            other.close()

    @precondition(lambda self: not self.is_open)
    @rule(code=codes)
    def second_program_has_it(self, code: str) -> None:
        """After this one let go, the other writes; this one finds it."""
        other, known = self.life.second(), self.known[code]
        try:
            assert not other.read_only
            if not known.erased:
                stored = other.repository.load(known.id)
                pad = Pad(other.repository, stored.dossier, stored.revision, self.clock, self.life.new_id)
                if pad.dossier.open_session is None:
                    word = self.word()
                    pad.add_note(word)
                    known.revision = pad.save().revision
                    known.saved = known.saved._replace(talks=(*known.saved.talks, (word, False)))
        finally:
            other.close()

    @rule(minutes=st.sampled_from([-3 * 24 * 60, -60, -1, 1, 11, 60, 150, 24 * 60, 40 * 24 * 60]))
    def clock_jumps(self, minutes: int) -> None:
        self.clock.move(minutes=minutes)

    # always

    @invariant()
    def the_desk_shows_what_was_done(self) -> None:
        for code, pad in self.pads.items():
            assert seen(pad.dossier) == self.known[code].now

    @precondition(lambda self: self.is_open and bool(self.known))
    @invariant()
    def the_list_is_complete(self) -> None:
        assert self.life.desk is not None
        assert [row.code for row in self.life.desk.clients()] == [code for code in CODES if not self.known[code].erased]


class LifeWithPowerLoss(Life):
    disk = staticmethod(model)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Life, LifeWithPowerLoss])
def test_every_acknowledged_act_is_there(kind: type[Life], deep: bool) -> None:
    """In order, and nothing that was undone; revisions only grow; a second program changes nothing behind one's back."""
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=600 if deep else 25,
            stateful_step_count=60,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
