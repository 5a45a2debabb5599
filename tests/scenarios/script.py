"""Reads and runs a scenario: a plain text that shows commands and what must come of them.

    # A wrong passphrase changes nothing.     the promise; other lines with # are remarks
    lang: nl                                  language of the commands that follow; en when nothing is said
    given: damaged $VAULT/index.age           something is brought about first (see `_GIVEN`)
    $ sessionpad clients                      a command; what must come of it stands under it
    stdin: een regel                          a line it gets to read; without one there is nothing to read
    exit: 3                                   its exit code; 0 when nothing is said
    stdout: ...                               a whole line; all of them together, in order, are all there is
    stdout has: ...                           some line has this in it, and other lines are free
    stderr: ... / stderr has: ...             the same
    json: 0.code = "A."                       a value in the JSON on stdout; `keys` and `length` are values too
    file: *.docx                              there is exactly one such file, for its owner alone
    nofile: *.docx                            there is no such file
    holds: notes.txt = text                   what stands in that file, in which \\n begins a line
    unchanged: $VAULT                         the command changed, added and removed nothing in this folder

Commands run in an empty folder, which holds `pass` (the passphrase of the vault), and the vault is `vault` in it.
$VAULT is that folder, and the letters of `template.IDS` stand for dossiers: $A is an id. \\t and \\x1b are a tab and
an escape.
"""

from __future__ import annotations

import json
import os
import shlex
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any, Final

import sessionpad
from tests.scenarios.template import IDS

EXPECTATIONS: Final = (
    *("stdin", "exit", "stdout", "stdout has", "stderr", "stderr has"),
    *("json", "file", "nofile", "holds", "unchanged"),
)
LOCALES: Final = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
PROGRAM: Final = (sys.executable, "-m", "sessionpad")
_HOLD: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sessionpad.store.files import DiskFiles
from sessionpad.store.lock import VaultLock, present_program
lock = VaultLock(Path(sys.argv[1]), DiskFiles())
print(lock.take(present_program("een ander", datetime.now(UTC))), flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True)
class Line:
    number: int
    word: str
    rest: str


@dataclass
class Step:
    """A command, and the lines about it."""

    command: Line
    about: list[Line] = field(default_factory=list)

    def all(self, word: str) -> list[str]:
        return [line.rest for line in self.about if line.word == word]


def read_script(path: Path) -> list[Line | Step]:
    steps: list[Line | Step] = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        if text.startswith("$ "):
            steps.append(Step(Line(number, "$", text[2:])))
            continue
        word, colon, rest = text.partition(":")
        line = Line(number, word, rest.removeprefix(" "))
        last = steps[-1] if steps else None
        if word in {"lang", "given"} and colon:
            steps.append(line)
        elif word in EXPECTATIONS and colon and isinstance(last, Step):
            last.about.append(line)
        else:
            raise ValueError(f"{path.name}:{number}: {text!r} says nothing a scenario knows")
    return steps


def promise_of(path: Path) -> str:
    first = path.read_text("utf-8").splitlines()[0]
    return first.removeprefix("#").strip() if first.startswith("#") else ""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of the machine but its PATH."""
    package = Path(sessionpad.__file__).parents[1]
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(package), "LANG": "en_GB.UTF-8"}
    return {**kept, "PYTHONIOENCODING": "utf-8", "SESSIONPAD_VAULT": str(home / "vault"), **more}


def run(home: Path, *words: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The program as it is, without a terminal."""
    return subprocess.run(
        [*PROGRAM, *words],
        input=stdin,
        capture_output=True,
        cwd=home,
        env=environment(home, **environ),
        start_new_session=True,
        timeout=60,
        check=False,
    )


class Scene:
    """One scenario as it is played, in a folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.language = "en"
        self._names = {"VAULT": str(home / "vault"), **IDS}
        self._held = ExitStack()

    def play(self, script: Path) -> None:
        with self._held:
            for step in read_script(script):
                if isinstance(step, Step):
                    self._run(step, f"{script.name}:{step.command.number}")
                elif step.word == "lang":
                    self.language = step.rest
                else:
                    verb, _, what = self._filled(step.rest).partition(" ")
                    _GIVEN[verb](self, what)

    def hold(self) -> None:
        self._held.enter_context(held(self.home / "vault"))

    def _filled(self, text: str) -> str:
        return Template(text).safe_substitute(self._names)

    def _run(self, step: Step, where: str) -> None:
        __tracebackhide__ = True
        words = shlex.split(unescaped(self._filled(step.command.rest)))
        assert words[0] == "sessionpad", where
        before = {folder: picture(Path(self._filled(folder))) for folder in step.all("unchanged")}
        typed = "".join(f"{unescaped(line)}\n" for line in step.all("stdin"))
        ran = run(self.home, *words[1:], stdin=typed.encode(), LANG=LOCALES[self.language])
        out, err = ran.stdout.decode(), ran.stderr.decode()
        told = f"{where}: $ {step.command.rest}\nexit {ran.returncode}\n--- stdout\n{out}--- stderr\n{err}"
        assert ran.returncode == int((step.all("exit") or ["0"])[0]), told
        self._compare(step, "stdout", out, told)
        self._compare(step, "stderr", err, told)
        for line in step.all("json"):
            path, _, wanted = line.partition(" = ")
            assert value_at(json.loads(out), self._filled(path)) == json.loads(self._filled(wanted)), f"{line}\n{told}"
        self._look_at_files(step, told)
        for folder, picture_before in before.items():
            assert picture(Path(self._filled(folder))) == picture_before, told

    def _compare(self, step: Step, stream: str, got: str, told: str) -> None:
        whole = [unescaped(self._filled(line)) for line in step.all(stream)]
        parts = [unescaped(self._filled(line)) for line in step.all(f"{stream} has")]
        lines = got.split("\n")[:-1] if got else []
        for part in parts:
            assert any(part in line for line in lines), f"{stream} lacks {part!r}\n{told}"
        is_free = parts or (stream == "stdout" and step.all("json"))
        if whole or not is_free:
            assert lines == whole, f"{stream}: {lines} is not {whole}\n{told}"

    def _look_at_files(self, step: Step, told: str) -> None:
        for pattern in map(self._filled, step.all("file")):
            found = list(self.home.glob(pattern))
            assert len(found) == 1, f"{pattern}: {found}\n{told}"
            assert stat.S_IMODE(found[0].stat().st_mode) & 0o077 == 0, f"{found[0]} can be read by others\n{told}"
        for pattern in map(self._filled, step.all("nofile")):
            assert not list(self.home.glob(pattern)), f"{pattern} is there\n{told}"
        for line in step.all("holds"):
            name, _, text = line.partition(" = ")
            assert (self.home / name).read_text("utf-8") == text.replace("\\n", "\n"), told


def unescaped(text: str) -> str:
    """`\\x1b` and `\\t` as the characters they stand for."""
    return text.replace("\\t", "\t").replace("\\x1b", "\x1b")


def value_at(value: Any, path: str) -> Any:
    for word in path.split("."):
        if word == "keys":
            value = list(value)
        elif word == "length":
            value = len(value)
        else:
            value = value[int(word)] if word.isdigit() else value[word]
    return value


def picture(folder: Path) -> Mapping[str, tuple[int, bytes]]:
    """Every file in a folder: its mode and its bytes."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


@contextmanager
def held(vault: Path) -> Iterator[None]:
    """Another program has the vault for as long as this lasts."""
    words: Sequence[str] = [sys.executable, "-c", _HOLD, str(vault)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(vault.parent)
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "Taken.OURS"
        yield
        other.kill()


def _damage(scene: Scene, what: str) -> None:
    path = scene.home / what
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def _cut(scene: Scene, what: str) -> None:
    path = scene.home / what
    with tarfile.open(path) as archive:
        last = archive.getmembers()[-1].offset
    path.write_bytes(path.read_bytes()[:last])


def _remove(scene: Scene, what: str) -> None:
    path = scene.home / what
    path.rmdir() if path.is_dir() else path.unlink()


def _write(scene: Scene, what: str) -> None:
    name, _, text = what.partition(" =")
    text = text.removeprefix(" ").replace("\\n", "\n")
    (scene.home / name).write_text(f"{text}\n", "utf-8")


_GIVEN: Final[Mapping[str, Callable[[Scene, str], object]]] = {
    "damaged": _damage,  # a byte in the middle is another one
    "cut": _cut,  # a tar stops before the last of its files
    "no": _remove,  # a file, or an empty folder
    "folder": lambda scene, what: (scene.home / what).mkdir(),
    "file": _write,  # PATH = text, in which \\n begins a line
    "held": lambda scene, _: scene.hold(),  # another program has the vault until the end of the scenario
}
