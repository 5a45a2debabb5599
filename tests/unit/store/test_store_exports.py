"""Files that leave the vault, on systems with files without a name and on those that have none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sessionpad.errors import StorageFailed
from sessionpad.store import exports
from sessionpad.store.exports import write_export

MADE = b"een heel document " * 10_000


@pytest.fixture(params=["nameless", "named", "refused"], autouse=True)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused: this Python knows such files, and the disk does not."""
    if request.param == "named":
        monkeypatch.setattr(exports, "_NAMELESS", None)
    if request.param == "refused":
        known, opening = exports._NAMELESS or 0, os.open

        def no_such_files(path: str, flags: int, *rest: int, **more: int) -> int:
            if known and flags & known == known:
                raise OSError(errno.EOPNOTSUPP, "no such files")
            return opening(path, flags, *rest, **more)

        monkeypatch.setattr(os, "open", no_such_files)


def test_a_new_file_is_whole_and_for_the_coach_alone(tmp_path: Path) -> None:
    """The bytes and no others, mode 0600, and nothing beside it."""
    path = write_export(tmp_path / "a.docx", MADE)
    assert (path, path.read_bytes(), path.stat().st_mode & 0o777) == (tmp_path / "a.docx", MADE, 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_there_stays_or_is_replaced(tmp_path: Path) -> None:
    """Without `replace` the next number is taken; with it the file itself, and nothing is left beside it."""
    target = tmp_path / "a.docx"
    assert [write_export(target, b"%d" % number).name for number in range(3)] == ["a.docx", "a-2.docx", "a-3.docx"]
    (tmp_path / "a-2.docx").unlink()
    assert write_export(target, MADE, replace=True) == target
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.docx": MADE, "a-3.docx": b"2"}


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, replace: bool
) -> None:
    """A full disk, at the first byte or at the last: the earlier file and nothing else."""
    (tmp_path / "a.docx").write_bytes(b"eerder")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(StorageFailed) as failed:
        write_export(tmp_path / "a.docx", MADE, replace=replace)
    assert failed.value.key == "disk-full"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.docx": b"eerder"}


def test_a_folder_in_the_way_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    """What cannot be replaced is not, and the new file does not stay beside it under a number."""
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(StorageFailed):
        write_export(tmp_path / "a.docx", MADE, replace=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]
