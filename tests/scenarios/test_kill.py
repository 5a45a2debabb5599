"""The real program is killed with SIGKILL in mid-sentence, again and again: what it called saved is there."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier, add_task, new_dossier
from sessionpad.domain.ids import DossierId, TaskId, TrajectoryId
from sessionpad.domain.notes import text_of
from sessionpad.domain.scoring import Level
from sessionpad.domain.task import Task
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.identity import Identity
from sessionpad.store.vault import open_vault
from tests.light_key import PASSPHRASE, light_vault
from tests.scenarios.pty_screen import PtyScreen
from tests.scenarios.script import PROGRAM, environment
from tests.scenarios.template import NOW

pytestmark = pytest.mark.slow

ID: Final = DossierId("d1")
SAVED: Final = re.compile(r"bewaard \d\d:\d\d:\d\d")
SAVING: Final = re.compile(r"bewaren\.\.\.")
WORD: Final = re.compile(r"q\d{4}q")
"""Every word that is typed is one of these, and none is typed twice."""
CTRL_T: Final = "\x14"
F2: Final = "\x1bOQ"
TASKS: Final = 40
"""Agreed last time: one is scored now and then."""
ROUNDS: Final = 6
"""Times one vault is opened and its program killed."""
DEEP: Final = 17
"""Vaults a seed, when there is time: some 200 rounds."""
SLIPS: Final = 0.3
"""How often a wrong key is struck and taken back."""
SOON: Final = 1.0
"""Seconds within which what is on the screen is on the disk."""
NEVER: Final = re.compile(r"(?!)")
BACKSPACE: Final = "\x7f"


class State(NamedTuple):
    """What must be on disk, as far as this test types it."""

    notes: str = ""
    tasks: tuple[str, ...] = ()
    scores: tuple[Level, ...] = ()
    """Effort and result of the first task, then of the second, and so on."""


def state_of(dossier: Dossier) -> State:
    talk = dossier.sessions[-1]
    scores = (level for review in talk.reviews for level in (review.effort, review.result) if level is not None)
    return State(text_of(talk.notes), tuple(task.text for task in dossier.tasks[TASKS:]), tuple(scores))


class Typist:
    """Types for one round, and remembers every state the dossier went through."""

    def __init__(self, screen: PtyScreen, before: State, random: Random, words: Iterator[str]) -> None:
        self.states = [before]
        self.acknowledged = 0
        """The newest state of which the save mark said that it is on disk."""
        self._drawn: list[tuple[float, int]] = [(0, 0)]
        """When each state was first seen on the screen."""
        self._screen = screen
        self._random = random
        self._words = words
        self._complete: dict[str, int] = {}
        """For each word, the state in which it stands."""
        self._mark = screen.lines[0]

    def drawn_before(self, moment: float) -> int:
        """The newest state that was on the screen at that moment."""
        return max(state for at, state in self._drawn if at <= moment)

    def seen(self) -> None:
        """A picture was drawn. When the mark turns to saved, it speaks of what stood there before that."""
        mark = self._screen.lines[0]
        if SAVED.search(mark) and mark != self._mark:
            self.acknowledged = self._drawn[-1][1]
        self._mark = mark
        newest = max((self._complete.get(word, 0) for word in WORD.findall(self._screen.text)), default=0)
        if newest > self._drawn[-1][1]:
            self._drawn.append((time.monotonic(), newest))

    def type(self, acts: int) -> None:
        for _ in range(acts):
            act = self._random.choices((self._word, self._line, self._task, self._score), (8, 2, 1, 1))[0]
            act()

    def watch_until(self, mark: re.Pattern[str], most: float) -> None:
        """Look until the mark says this; not longer than so many seconds."""
        end = time.monotonic() + most
        while not mark.search(self._screen.lines[0]) and time.monotonic() < end:
            self._screen.look(0.01, self.seen)

    def _press(self, key: str, **changed: object) -> None:
        self._screen.send(key)
        if changed:
            self.states.append(self.states[-1]._replace(**changed))  # type: ignore[arg-type]  # fields by name
        end = time.monotonic() + self._random.choice((0, 0, 0, 0.01, 0.03, 0.08, 0.25))
        while self._screen.look(max(0.0, end - time.monotonic()), self.seen) or time.monotonic() < end:
            pass

    def _type(self, char: str) -> None:
        notes = self.states[-1].notes
        self._press(char, notes=notes[:-1] if char == BACKSPACE else notes + char.replace("\r", "\n"))

    def _word(self) -> None:
        word = next(self._words)
        slip = (3, f"x{BACKSPACE}") if self._random.random() < SLIPS else (0, "")
        for char in word[: slip[0]] + slip[1] + word[slip[0] :]:
            self._type(char)
        self._complete[word] = len(self.states) - 1
        self._type(" ")

    def _line(self) -> None:
        self._type("\r")

    def _task(self) -> None:
        word = next(self._words)
        for key in (CTRL_T, *word):
            self._press(key)
        self._press("\r", tasks=(*self.states[-1].tasks, word))
        self._complete[word] = len(self.states) - 1

    def _score(self) -> None:
        self._press(F2)
        for _ in range(2):
            level = self._random.randrange(5)
            self._press(str(level), scores=(*self.states[-1].scores, level))
        self._press(F2)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_called_saved_survives(tmp_path: Path, seed: int, deep: bool) -> None:
    """After each kill: all that the mark spoke of, all that was on screen for a second, and nothing out of order."""
    for number in range(DEEP if deep else 1):
        home = tmp_path / str(number)
        identity = new_home(home)
        random, words = Random(f"{seed}-{number}"), (f"q{each:04}q" for each in count())
        before = State()
        for turn in range(ROUNDS):
            before = one_round(home, identity, before, random, words, f"seed {seed}, vault {number}, round {turn}")


def new_home(home: Path) -> Identity:
    """A vault with one client who has tasks to score."""
    home.mkdir()
    (home / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    identity = light_vault(home / "vault")
    trajectory = Trajectory(id=TrajectoryId("t1"), started=NOW.date())
    dossier = new_dossier(ID, Client(code="A."), trajectory)
    for number in range(TASKS):
        task = Task(id=TaskId(f"k{number}"), trajectory=trajectory.id, text=f"taak {number}", made_at=NOW)
        dossier = add_task(dossier, task)
    vault = open_vault(home / "vault", identity, program="test")
    vault.repository.save(dossier)
    vault.close()
    return identity


def one_round(home: Path, identity: Identity, before: State, random: Random, words: Iterator[str], told: str) -> State:
    """Open, type, kill, and compare. Returns what is on disk."""
    screen = PtyScreen((*PROGRAM, "--lang", "nl", "--passphrase-file", "pass"), environment(home), home)
    try:
        for awaited, key in ((r"A\.", "\r"), ("GESPREKKEN", "\r"), (r"F8 gesteld", "")):
            screen.wait(awaited)
            screen.send(key)
        typist = Typist(screen, before, random, words)
        typist.type(random.randrange(2, 9))
        mark, most = random.choice(((SAVED, 1.0), (SAVING, 0.3), (NEVER, random.uniform(0, 1.2))))
        typist.watch_until(mark, most)
        due = typist.drawn_before(time.monotonic() - SOON)
        screen.kill()
        assert screen.wait_for_end() == -signal.SIGKILL
    finally:
        screen.close()
    return compared(home, identity, typist, due, told)


def compared(home: Path, identity: Identity, typist: Typist, due: int, told: str) -> State:
    vault = open_vault(home / "vault", identity, program="test")
    try:
        assert not vault.read_only, told
        there = state_of(vault.repository.load(ID).dossier)
    finally:
        vault.close()
    found = [number for number, state in enumerate(typist.states) if state == there]
    assert found, f"{told}: {there} was never typed; the last was {typist.states[-1]}"
    assert found[-1] >= typist.acknowledged, f"{told}: called saved, and gone: {there}"
    assert found[-1] >= due, f"{told}: on the screen for a second, and gone: {there}"
    return there
