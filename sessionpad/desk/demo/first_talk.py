"""T., who is expected for a first talk: a code, and nothing else yet."""

from __future__ import annotations

from sessionpad.desk.demo.scene import Scene
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.trajectory import Trajectory


def dossier(scene: Scene) -> Dossier:
    return scene.dossier("T.", Trajectory(id=scene.trajectory_id("first"), started=scene.days.today))
