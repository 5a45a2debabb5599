"""A whole vault looked through beside the screen, by processes of their own."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessionpad.domain.ids import DossierId
from sessionpad.store.finder import Child, Finder, Found, Looked
from sessionpad.store.identity import Identity
from sessionpad.store.vault import Vault
from tests.unit.store.dossiers import a_dossier, noted

AT = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
COUNT = 12


@pytest.fixture
def vault(opening: Callable[[], Vault]) -> Vault:
    """Only a vault on disk can be looked through by another process."""
    return opening()


@pytest.fixture
def ids(vault: Vault) -> Sequence[DossierId]:
    """A dozen dossiers; in each third one stands the word."""
    made = []
    for number in range(COUNT):
        dossier_id = DossierId(f"00000000-0000-4000-8000-{number:012}")
        word = "naald" if number % 3 == 0 else "hooi"
        vault.repository.save(noted(a_dossier(dossier_id, f"C{number}"), f"een {word} in {number}"))
        made.append(dossier_id)
    return made


@pytest.fixture
async def finder(folder: Path, identity: Identity, ids: Sequence[DossierId]) -> AsyncIterator[Finder]:  # noqa: ARG001  the dossiers come first
    finder = Finder(folder, identity, processes=2)
    yield finder
    finder.close()


async def answers(finder: Finder, words: str, ids: Sequence[DossierId]) -> list[Found | Looked]:
    return [each async for each in finder.search(words, ids)]


def found(all_of_them: Sequence[Found | Looked]) -> list[DossierId]:
    return sorted(each.dossier for each in all_of_them if isinstance(each, Found))


def looked(all_of_them: Sequence[Found | Looked]) -> tuple[int, int]:
    counts = [each for each in all_of_them if isinstance(each, Looked)]
    return sum(each.dossiers for each in counts), sum(each.unread for each in counts)


async def test_every_dossier_is_looked_through(finder: Finder, ids: Sequence[DossierId]) -> None:
    """What is there is found wherever it is, and every dossier is counted once."""
    got = await answers(finder, "NAALD", ids)
    assert found(got) == list(ids[::3])
    assert looked(got) == (COUNT, 0)
    (line,) = next(each.lines for each in got if isinstance(each, Found) and each.dossier == ids[0])
    assert line.text == "een naald in 0"


async def test_the_next_question_ends_the_one_before(finder: Finder, ids: Sequence[DossierId]) -> None:
    """Whoever types on gets the answers to what is typed now, and none of those before."""
    first = finder.search("hooi", ids)
    await anext(first)
    second = await answers(finder, "naald", ids)
    assert [each async for each in first] == []
    assert found(second) == list(ids[::3])
    assert looked(second) == (COUNT, 0)


async def test_it_can_be_stopped(finder: Finder, ids: Sequence[DossierId]) -> None:
    """After a stop nothing more comes, and the next question is answered."""
    going = finder.search("hooi", ids)
    await anext(going)
    finder.stop()
    assert [each async for each in going] == []
    assert found(await answers(finder, "naald", ids)) == list(ids[::3])


async def test_what_cannot_be_read_is_counted(
    finder: Finder, folder: Path, ids: Sequence[DossierId], vault: Vault
) -> None:
    """A damaged dossier is not passed over in silence; an erased one is gone and gives nothing."""
    file = folder / "dossiers" / f"{ids[1]}.age"
    file.write_bytes(file.read_bytes()[:-9])
    vault.repository.erase(ids[0], at=AT, reason="")
    got = await answers(finder, "naald", ids)
    assert found(got) == list(ids[3::3])
    assert looked(got) == (COUNT, 1)


async def test_a_process_that_is_killed_does_not_leave_one_waiting(finder: Finder, ids: Sequence[DossierId]) -> None:
    """When a process dies the question ends with less looked at than there is, and the next one is whole again."""
    await answers(finder, "naald", ids)
    for child in finder._children:
        os.kill(child._process.pid, signal.SIGKILL)
        child._process.wait()
    finder._children[0]._process.wait()
    assert looked(await answers(finder, "naald", ids)) == (COUNT, 0)
    os.kill(finder._children[0]._process.pid, signal.SIGSTOP)
    going = finder.search("naald", ids)
    await anext(going)
    os.kill(finder._children[0]._process.pid, signal.SIGKILL)
    got = [each async for each in going]
    assert looked(got)[0] <= COUNT // 2


async def test_the_key_is_nowhere_to_be_read(finder: Finder, identity: Identity, ids: Sequence[DossierId]) -> None:
    """The identity goes over a pipe: it stands in no argument and no variable of the process."""
    await answers(finder, "naald", ids)
    secret = str(identity.key).encode()
    for child in finder._children:
        there = Path(f"/proc/{child._process.pid}")
        assert secret not in (there / "cmdline").read_bytes() + (there / "environ").read_bytes()


async def test_closing_ends_the_processes(finder: Finder, ids: Sequence[DossierId], vault: Vault) -> None:
    """After closing, no process holds the key; a question then gives nothing."""
    await answers(finder, "naald", ids)
    processes = [child._process for child in finder._children]
    finder.close()
    assert all(process.poll() is not None for process in processes)
    assert await answers(finder, "naald", ids) == []
    its_own = vault.finder()
    assert its_own is not None
    assert vault.finder() is its_own
    await its_own.start()
    process = its_own._children[0]._process
    vault.close()
    assert process.poll() is not None


def test_a_process_ends_with_the_program_that_asked(folder: Path, identity: Identity) -> None:
    """When the other end of the pipe is gone, so is the process: nothing keeps a key in memory."""
    child = Child(folder)
    child.send(f'"{identity.text}"'.replace("\n", "\\n").encode())
    into = child._process.stdin
    out = child._process.stdout
    assert into is not None
    assert out is not None
    into.close()
    assert child._process.wait(timeout=30) == 0
    out.close()
