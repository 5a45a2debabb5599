"""After a session, however it ends, no file and no word on the terminal holds anything of a client; documents apart."""

from __future__ import annotations

import io
import re
import resource
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import new_dossier
from sessionpad.domain.ids import DossierId, TrajectoryId
from sessionpad.domain.notes import MARKS, text_of
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.identity import Identity
from sessionpad.store.vault import open_vault
from tests.light_key import PASSPHRASE, light_vault
from tests.planted import Planted
from tests.scenarios.crashing import FATAL, WAYS
from tests.scenarios.pty_screen import PtyScreen
from tests.scenarios.script import PROGRAM, environment
from tests.scenarios.template import NOW

pytestmark = pytest.mark.slow

SENTINEL: Final = "qWilhelmina"
LETTER: Final = SENTINEL.removeprefix("q")
HIDDEN: Final = [SENTINEL.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
CODE: Final = "A."
PLANTED: Final = DossierId("planted")
SAVED: Final = r"bewaard \d\d:\d\d:\d\d"
REPORT: Final = re.compile(rb"sessionpad: Boom \([\w./-]+\.py:\d+(?: > [\w.-]+\.py:\d+)?, [0-9a-f]{8}\)")
CTRL: Final = {letter: chr(ord(letter) - 96) for letter in "fnopqtuz"}
FUNCTION: Final = {
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f7": "\x1b[18~",
    "f9": "\x1b[20~",
    "f12": "\x1b[24~",
}
ESCAPE: Final = "\x1b"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("Documents", "tmp", "config", "data", "cache", "state", "run", "work"):
        (tmp_path / name).mkdir()
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    return tmp_path


@pytest.fixture
def identity(home: Path) -> Identity:
    """A vault with a client to talk with, and one with something in every field there is."""
    identity = light_vault(home / "vault")
    vault = open_vault(home / "vault", identity, program="test")
    vault.repository.save(Planted(letter=LETTER).dossier(PLANTED))
    trajectory = Trajectory(id=TrajectoryId("t1"), started=NOW.date())
    vault.repository.save(new_dossier(DossierId("d1"), Client(code=CODE), trajectory))
    vault.close()
    return identity


def talkative(home: Path) -> dict[str, str]:
    """An environment in which libraries are asked to write down all they can."""
    places = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "cache", "state")}
    telltales = {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": str(home / "work" / "textual.log"),
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(home / "work"),
        "PYTHONFAULTHANDLER": "1",
        "PYTHONASYNCIODEBUG": "1",
        "PYTHONWARNINGS": "default",
    }
    here = {"TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "run"), "SESSIONPAD_VAULT": str(home / "vault")}
    return {**environment(home), **places, **here, **telltales}


Opening = Callable[..., PtyScreen]


@pytest.fixture
def opening(home: Path, identity: Identity) -> Iterator[Opening]:  # noqa: ARG001  the vault is there
    """Starts the program, with mistakes in it when they are asked for; the system would take core dumps."""
    opened: list[PtyScreen] = []

    def open_one(*ways: str) -> PtyScreen:
        program = (sys.executable, "-m", "tests.scenarios.crashing", ",".join(ways)) if ways else PROGRAM
        resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
        words = (*program, "--lang", "nl", "--passphrase-file", str(home / "pass"))
        opened.append(PtyScreen(words, talkative(home), home / "work"))
        return opened[-1]

    yield open_one
    for screen in opened:
        screen.close()


def talk(screen: PtyScreen) -> None:
    """Into a conversation, with every mark, a task, and half a task in the line for it."""
    screen.wait(re.escape(CODE))
    screen.send(f"{CODE}\r")
    screen.wait("GESPREKKEN")
    screen.send("\r")
    screen.wait("F8 gesteld")
    for mark in ("", *MARKS):
        screen.send(f"{mark} {SENTINEL} heeft het gezegd\r")
    screen.send(f"{CTRL['t']}{SENTINEL} bellen @{SENTINEL} !vr\r")
    screen.send(f"waarom belde {SENTINEL} niet?")
    screen.wait("waarom belde")
    screen.wait(SAVED)
    screen.send(f"{CTRL['t']}{SENTINEL} half")
    screen.wait(rf"> {SENTINEL} half")


def everything_else(screen: PtyScreen) -> None:
    """From the conversation past every other place where a client's words are typed or shown."""
    go(screen, f"{ESCAPE}{FUNCTION['f3']}", "afronden")
    type_in_every_field(screen, 8)
    go(screen, ESCAPE, "kan ik niet lezen")
    go(screen, ESCAPE, "F8 gesteld")
    go(screen, ESCAPE, "GESPREKKEN")
    go(screen, FUNCTION["f4"], "F7 vandaag")
    type_in_every_field(screen, 16)
    go(screen, FUNCTION["f5"] * 4, "Het document staat in")
    go(screen, ESCAPE, "GESPREKKEN")
    go(screen, ESCAPE, "F9 Neder")
    go(screen, f"{CTRL['u']}{CTRL['n']}{SENTINEL} code\r{SENTINEL} naam\r", "Nog geen gesprekken")
    go(screen, ESCAPE, "F9 Neder")
    planted = Planted(letter=LETTER)
    planted.dossier(PLANTED)
    go(screen, f"{CTRL['u']}{planted.texts['client.code']}", planted.texts["client.code"])
    go(screen, "\r", f"{planted.texts['client.code']} · {planted.texts['client.name']}")
    go(screen, FUNCTION["f12"], planted.texts["trajectories.goal.why"])
    go(screen, f"{ESCAPE}{FUNCTION['f7']}", planted.texts["sessions.notes.text"])
    go(screen, f"{CTRL['f']}{SENTINEL}", f"{SENTINEL}.*\n.*{SENTINEL}")
    go(screen, ESCAPE, "GESPREKKEN")
    go(screen, f"{CTRL['p']}{SENTINEL}", "Hier heet niets zo")


def go(screen: PtyScreen, keys: str, shows: str) -> None:
    screen.send(keys)
    screen.wait(shows)


def type_in_every_field(screen: PtyScreen, most: int) -> None:
    for number in range(most):
        screen.send(f"{SENTINEL} {number}\t")
        screen.look(0.05)


def found_in(home: Path) -> list[str]:
    """Where the words stand: in files, in files inside files, and in the names of files."""
    found = []
    for path in sorted(home.rglob("*")):
        if path.is_relative_to(home / "Documents"):
            continue
        if SENTINEL in str(path.relative_to(home)):
            found.append(f"name {path}")
        if path.is_file():
            found += [str(path) for data in unpacked(path.read_bytes()) if any(word in data for word in HIDDEN)]
    return found


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield archive.read(name)


def assert_quiet(home: Path, screen: PtyScreen) -> None:
    assert found_in(home) == []
    assert not any(word in screen.farewell for word in HIDDEN), screen.farewell
    assert b"Traceback" not in screen.farewell
    assert not [path for path in home.rglob("core*") if path.is_file()]


def noted(home: Path, identity: Identity) -> str:
    vault = open_vault(home / "vault", identity, program="test")
    try:
        return text_of(vault.repository.load(DossierId("d1")).dossier.sessions[-1].notes)
    finally:
        vault.close()


@pytest.mark.parametrize("ending", ["quit", "kill"])
def test_a_whole_session_leaves_nothing(home: Path, opening: Opening, ending: str) -> None:
    """Everything typed, shown, looked for and exported; ended in good order, or by force with half a word typed."""
    screen = opening()
    talk(screen)
    everything_else(screen)
    screen.send(f"{ESCAPE}{CTRL['q']}") if ending == "quit" else screen.kill()
    assert screen.wait_for_end() == (0 if ending == "quit" else -signal.SIGKILL)
    assert_quiet(home, screen)
    (paper,) = (home / "Documents").iterdir()
    assert any(word in data for data in unpacked(paper.read_bytes()) for word in HIDDEN)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGSEGV])
def test_a_signal_leaves_nothing_and_loses_nothing(
    home: Path, opening: Opening, identity: Identity, number: signal.Signals
) -> None:
    """What was typed is saved first, half a task too; what ends it in the middle of an instruction leaves no dump."""
    screen = opening()
    talk(screen)
    screen.kill(number)
    code = screen.wait_for_end()
    assert code == (-number if number == signal.SIGSEGV else 128 + number)
    assert_quiet(home, screen)
    notes = noted(home, identity)
    assert f"waarom belde {SENTINEL} niet?" in notes
    assert (f"\n> {SENTINEL} half" in notes) is (number != signal.SIGSEGV)


@pytest.mark.parametrize("way", sorted(FATAL))
def test_a_mistake_that_ends_it_tells_kind_and_place(
    home: Path, opening: Opening, identity: Identity, way: str
) -> None:
    """Nothing of what was on the screen, whatever the mistake quotes; what was called saved is saved."""
    screen = opening(way)
    talk(screen)
    screen.send(FUNCTION["f3"])
    assert screen.wait_for_end() == 1
    assert_quiet(home, screen)
    assert REPORT.search(screen.farewell), screen.farewell
    assert f"waarom belde {SENTINEL} niet?" in noted(home, identity)


def test_a_mistake_aside_tells_nothing_either(home: Path, opening: Opening) -> None:
    """In a thread, a task or a save: one goes on, a save that went wrong is not called saved, and no word gets out."""
    ways = sorted(WAYS.keys() - FATAL - {"while-saving"})
    screen = opening(*ways, "while-saving")
    talk(screen)
    for _ in ways:
        screen.send(FUNCTION["f3"])
    screen.wait(r"misging|mis \(|Boom")
    screen.send(FUNCTION["f3"])
    screen.wait("NIET BEWAARD")
    screen.send(CTRL["q"])
    screen.wait("Ctrl\\+Q")
    screen.send(CTRL["q"])
    assert screen.wait_for_end() == 1
    assert_quiet(home, screen)


def test_the_running_program_may_not_be_dumped(opening: Opening) -> None:
    """The system is told not to write a picture of its memory, and other programs of this user may not look into it."""
    screen = opening()
    screen.wait(re.escape(CODE))
    limits = Path(f"/proc/{screen.pid}/limits").read_text()
    assert re.search(r"Max core file size +0 +0 ", limits)
    assert Path(f"/proc/{screen.pid}/environ").stat().st_uid == 0
    screen.send(CTRL["q"])
    assert screen.wait_for_end() == 0


ASIDE: Final = """
import asyncio, gc, sys
from tests.scenarios.crashing import WAYS, main
from sessionpad.ui.launch import quieten
quieten()
import sessionpad.cli.pad as pad
from sessionpad.ui.app import SessionpadApp

async def after_the_screen(way):
    WAYS[way](None, sys.argv[2])
    await asyncio.sleep(0.01)
    gc.collect()

pad._expect_terminal = lambda: None
SessionpadApp.run = lambda self: asyncio.run(after_the_screen(sys.argv[1]))
main(["demo"])
"""
"""The program with its screen left out: what is written is not caught by Textual."""


@pytest.mark.parametrize("way", ["in-a-thread", "in-a-forgotten-task", "in-the-loop", "while-cleaning-up"])
def test_a_mistake_aside_is_silent_without_a_screen_too(home: Path, way: str) -> None:
    """Before the screen is there and after it has gone, Python itself would print what the mistake quotes."""
    ran = subprocess.run(
        [sys.executable, "-c", ASIDE, way, SENTINEL], capture_output=True, env=talkative(home), check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == b""
    assert re.fullmatch(rb"(sessionpad: Boom \(crashing\.py:\d+, [0-9a-f]{8}\)\n)?", ran.stderr), ran.stderr
    assert found_in(home) == []
