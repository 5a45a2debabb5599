"""Dossiers to keep, and one protected identity for the whole run: making one costs a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from sessionpad.store.identity import Identity, protect
from sessionpad.store.vault import Vault, lay_vault, memory_vault, open_vault

PASSPHRASE = "vijf woorden voor de proef"  # of a vault that lives as long as a test


class Protected(NamedTuple):
    identity: Identity
    data: bytes
    passphrase: str


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def protected() -> Protected:
    identity = Identity.generate()
    return Protected(identity, protect(identity, PASSPHRASE), PASSPHRASE)


@pytest.fixture
def identity() -> Identity:
    return Identity.generate()


@pytest.fixture
def folder(tmp_path: Path, identity: Identity, protected: Protected) -> Path:
    """A vault on disk; nobody unlocks it, so what stands for its key is another one's."""
    folder = tmp_path / "vault"
    lay_vault(folder, identity, protected.data)
    return folder


@pytest.fixture
def opening(folder: Path, identity: Identity, clock: Clock) -> Iterator[Callable[[], Vault]]:
    """Opens the vault on disk, as often as asked; what is still open at the end is closed."""
    opened: list[Vault] = []

    def open_again() -> Vault:
        opened.append(open_vault(folder, identity, program="test", clock=clock))
        return opened[-1]

    yield open_again
    for vault in opened:
        vault.close()


@pytest.fixture(params=["memory", "folder"])
def vault(request: pytest.FixtureRequest, clock: Clock) -> Vault:
    """A vault of each kind: what it promises does not depend on where it stands."""
    if request.param == "memory":
        return memory_vault(clock)
    opened: Vault = request.getfixturevalue("opening")()
    return opened
