"""The vault all scenarios begin with: a few people made up for the purpose, and names meant to do harm."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sessionpad.domain.client import Client
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import DossierId, SharingId, TaskId, TrajectoryId
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.task import Owner, State, Task
from sessionpad.domain.trajectory import Trajectory
from sessionpad.store.vault import open_vault
from tests.light_key import light_vault

PASSPHRASE: Final = "vijf woorden voor de proef"
NOW: Final = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
IDS: Final = {name: f"00000000-0000-4000-8000-00000000000{number}" for number, name in enumerate("AOJKE", start=1)}
"""A, with an ordinary name; O, the odd one; J and K, who are both called Jan; E, with escapes."""
ODD: Final = '[/b] {{x}} & <é> "'


def make_template(folder: Path) -> None:
    """The vault, behind a light key: what is proved here is not the derivation."""
    vault = open_vault(folder, light_vault(folder, PASSPHRASE), program="test", clock=lambda: NOW)
    try:
        for dossier in dossiers():
            vault.repository.save(dossier)
    finally:
        vault.close()


def dossiers() -> list[Dossier]:
    return [
        _dossier(
            "A",
            Client(code="A.", name="Anneke"),
            goal="De post ligt in blauwe mappen.",
            tasks=[
                _task("A", 1, text="de energiebrief openen", owner=Owner.TOGETHER, due=date(2026, 1, 9)),
                _task("A", 2, text="de mappen kopen", owner=Owner.NETWORK, person="broer"),
                _task("A", 3, text="bellen", state=State.DONE, ended_at=NOW),
            ],
            sharings=(
                Sharing(
                    id=SharingId(IDS["A"].replace("-8000-", "-b000-")),
                    recipient="Sociaal huis",
                    what="Dat ik mijn post orden.",
                    agreed_on=NOW.date(),
                ),
            ),
        ),
        _dossier("O", Client(code=ODD, name=ODD), goal=ODD, tasks=[_task("O", 1, text=ODD)]),
        _dossier("J", Client(code="J1", name="Jan")),
        _dossier("K", Client(code="J2", name="Jan")),
        _dossier(
            "E",
            Client(code="E\x1b]0;x\x07\tF\nG", name="E\u202eF"),
            goal="\x1b[2Jleeg\x9b1m",
            tasks=[_task("E", 1, text="een\ttaak\nmet \x1b[31mkleur")],
        ),
    ]


def _dossier(
    letter: str, client: Client, *, goal: str = "", tasks: list[Task] | None = None, sharings: tuple[Sharing, ...] = ()
) -> Dossier:
    trajectory = Trajectory(id=_trajectory(letter), started=NOW.date(), goal=Goal(text=goal))
    return Dossier(
        id=DossierId(IDS[letter]),
        client=client,
        trajectories=(trajectory,),
        tasks=tuple(tasks or ()),
        sharings=sharings,
    )


def _trajectory(letter: str) -> TrajectoryId:
    return TrajectoryId(IDS[letter].replace("-8000-", "-9000-"))


def _task(letter: str, number: int, **fields: object) -> Task:
    given = {"id": TaskId(IDS[letter].replace("-8000-", f"-a00{number}-")), "trajectory": _trajectory(letter)}
    return Task(**{**given, "made_at": NOW, **fields})  # type: ignore[arg-type]  # fields by name, as in the struct
