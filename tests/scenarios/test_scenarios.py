"""Plays every scenario in this folder; `script.py` says how they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.scenarios.script import Scene, promise_of

SCRIPTS: Final = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_scenario(script: Path, home: Path) -> None:
    """What a scenario shows is what happens."""
    Scene(home).play(script)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_scenario_says_what_it_promises(script: Path) -> None:
    """Each scenario begins with one sentence, the promise it keeps."""
    assert promise_of(script).endswith(".")
