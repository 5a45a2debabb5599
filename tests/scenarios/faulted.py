"""Runs the real program while strace lets one system call go wrong, many times over.

Starting Python costs more than what is proven, so a process that has loaded the program forks for each run, and strace
holds on to the fork before it begins. What runs is `sessionpad.cli.main` with words as on a command line.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

import click
import filelock  # noqa: F401  loaded before the fork

from sessionpad.cli.main import COMMANDS, main, sessionpad
from sessionpad.desk.demo import demo_dossiers
from sessionpad.documents import Document, render
from sessionpad.store import backup, backup_file, exports, recovery, resealing, taking_back, vault  # noqa: F401  idem
from sessionpad.store.identity import Identity
from sessionpad.store.paths import default_vault
from tests.light_key import light_key
from tests.scenarios.script import environment

CHANGING: Final = (
    *("write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "linkat", "unlink"),
    *("unlinkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat", "ftruncate", "flock"),
)
"""Calls that leave something on the disk. Killed at any other, the disk is as it was at the one before."""
CALLS: Final = (*CHANGING, "openat", "read", "pread64", "close", "getdents64", "newfstatat", "statx", "lseek")
"""Every call through which this program reaches a file."""
KILL: Final = "signal=SIGKILL"
ERRORS: Final = ("error=ENOSPC", "error=EIO", "error=EROFS")
_CALL: Final = re.compile(r"^(\d+)\s+(\w+)\((.*)$", re.MULTILINE)
_ATTACHED: Final = b"attached"


@dataclass(frozen=True)
class Site:
    """A call, about a path or (when that is empty) about anything. It goes wrong the `nth` time, in each thread."""

    call: str
    path: str
    nth: int = 1


@dataclass(frozen=True)
class Ran:
    """How a run ended, what it said, and what strace saw of it."""

    code: int
    out: str
    err: str
    log: str

    @property
    def was_hit(self) -> bool:
        return "(INJECTED)" in self.log or self.code == -9


class Faulted:
    """The program, loaded once. Leave it with `close`."""

    def __init__(self, home: Path) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=home,
            env=environment(home),
            text=True,
        )
        self._log = str(home / "strace.log")

    def run(self, *words: str, fault: str = "", site: Site | None = None, is_watched: bool = False) -> Ran:
        """One run.

        Args:
            words: the arguments.
            fault: what strace injects, such as `error=EIO`.
            site: where.
            is_watched: let strace write down everything, and nothing go wrong.
        """
        how: list[str] = []
        if site is not None:
            about = ("-P", site.path) if site.path else ()
            how = [*about, "-e", f"trace={site.call}", "-e", f"inject={site.call}:{fault}:when={site.nth}"]
        elif is_watched:
            how = ["-e", f"trace={','.join(CALLS)}"]
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        json.dump({"words": words, "how": how, "log": self._log}, self._child.stdin)
        self._child.stdin.write("\n")
        self._child.stdin.flush()
        return Ran(**json.loads(self._child.stdout.readline()))

    def sites(self, *words: str, folder: Path) -> list[Site]:
        """The first of each call of this run about something in the folder, in the order of their first time.

        A call that changes something is taken whatever it is about when it is made by the thread that began: a name
        may be another one in each run. A thread that came later counts for itself, so there the path is needed.
        """
        ran = self.run(*words, is_watched=True)
        assert ran.code == 0, ran
        inside = re.compile(rf'["<]({re.escape(str(folder))}(?:/[^">]*)?)[">]')
        calls = [(thread, call, inside.search(rest)) for thread, call, rest in _CALL.findall(ran.log)]
        first = calls[0][0]
        found = (
            Site(call, "" if thread == first and call in CHANGING else path[1]) for thread, call, path in calls if path
        )
        return list(dict.fromkeys(found))

    def close(self) -> None:
        assert self._child.stdin is not None
        self._child.stdin.close()
        assert self._child.wait(10) == 0
        assert self._child.stdout is not None
        self._child.stdout.close()


# in the process that forks


def serve() -> None:
    """Fork and run for each line that comes in, and answer with how it went."""
    _load()
    for line in sys.stdin:
        asked = json.loads(line)
        json.dump(asdict(_run(asked["words"], asked["how"], asked["log"])), sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()


def _load() -> None:
    """Everything a command may need, so that only its own calls are left to see."""
    if os.geteuid():  # strace of an ordinary user may not look into a program that closed itself
        sys.modules["sessionpad.cli.main"].forbid_core_dumps = lambda: None  # type: ignore[attr-defined]  # it is there
    # The derivation age chooses costs a second, which proves nothing here.
    sys.modules["sessionpad.store.identity"].protect = _lightly  # type: ignore[attr-defined]  # it is there
    for name in COMMANDS:
        sessionpad.get_command(click.Context(sessionpad), name)
    made = demo_dossiers(datetime.now(UTC), "en")[0]
    render(Document.TASK_SHEET, made, language="en", today=datetime.now(UTC).date())
    default_vault()
    codecs.lookup("utf-8-sig")
    datetime.strptime("2026", "%Y")  # noqa: DTZ007  it loads a module


def _lightly(identity: Identity, passphrase: str) -> bytes:
    return light_key(identity.text.encode(), passphrase)


def _run(words: Sequence[str], how: Sequence[str], log: str) -> Ran:
    out, err = Path(log).with_name("out"), Path(log).with_name("err")
    Path(log).write_text("")
    waiting, go = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(go)
        os.read(waiting, 1)
        _be_the_program(words, out, err)
    os.close(waiting)
    strace = _hold(pid, how, log) if how else None
    os.write(go, b".")
    os.close(go)
    _, status = os.waitpid(pid, 0)
    if strace is not None:
        strace.communicate()
    return Ran(os.waitstatus_to_exitcode(status), out.read_text(), err.read_text(), Path(log).read_text())


def _hold(pid: int, how: Sequence[str], log: str) -> subprocess.Popen[bytes]:
    words = ["strace", "-f", "-y", "-o", log, *how, "-p", str(pid)]
    strace = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert strace.stderr is not None
    said = strace.stderr.readline()
    assert _ATTACHED in said, said
    return strace


def _be_the_program(words: Sequence[str], out: Path, err: Path) -> NoReturn:
    for number, path, flags in (
        (0, Path(os.devnull), os.O_RDONLY),
        (1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        handle = os.open(path, flags, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    main(words)
