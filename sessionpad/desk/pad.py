"""One opened dossier: every act of the coach is a method here, and none of them contains a rule."""

from __future__ import annotations

from sessionpad.desk.agreed import Agreed
from sessionpad.desk.caught import Captured
from sessionpad.desk.kept_lists import KeptLists
from sessionpad.desk.opened import Clock, NewId, Saved
from sessionpad.desk.talking import Talking
from sessionpad.desk.task_acts import TaskActs

__all__ = ["Captured", "Clock", "NewId", "Pad", "Saved"]


class Pad(Talking, TaskActs, Agreed, KeptLists):
    """The dossier on the desk, with everything that can be done with it, verb by verb."""
