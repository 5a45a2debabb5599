"""What all tests share: they see nothing of the machine they run on, and say which tools they need."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

TOOLS = {"tmux": "tmux", "office": "soffice", "age": "age", "strace": "strace"}
"""The program that a mark asks for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="draw the pictures of the README anew")
    parser.addoption("--deep", action="store_true", help="proofs that take minutes: every fault, hundreds of kills")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a machine with only Python, what needs another program is left out by name; in CI it must be there."""
    if os.environ.get("CI"):
        return
    for item in items:
        for mark, tool in TOOLS.items():
            if item.get_closest_marker(mark) and shutil.which(tool) is None:
                item.add_marker(pytest.mark.skip(reason=f"{tool} is not installed here"))


@pytest.fixture(scope="session")
def deep(request: pytest.FixtureRequest) -> bool:
    """Whether there is time for all of it."""
    return bool(request.config.getoption("--deep"))


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings, vault or language of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "SESSIONPAD_VAULT", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return home
