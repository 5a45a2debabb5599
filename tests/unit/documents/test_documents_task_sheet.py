from __future__ import annotations

from datetime import date, timedelta

import msgspec

from sessionpad.documents.occasion import Occasion
from sessionpad.documents.task_sheet import TaskSheetContext, task_sheet_context
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import TrajectoryId
from sessionpad.domain.trajectory import Trajectory


def _read(dossier: Dossier, today: date) -> TaskSheetContext:
    return task_sheet_context(
        Occasion(
            dossier=dossier,
            trajectory=dossier.trajectory,
            agreement=None,
            language="nl",
            address="je",
            today=today,
        )
    )


def test_tasks_stand_with_who_does_them(full_dutch: Dossier, today: date) -> None:
    """Mine, ours, the coach's and other people's tasks are told apart, each with its day in full."""
    context = _read(full_dutch, today)
    assert [each["day"] for each in context["mine"]] == ["vrijdag 27 november 2026", "woensdag 25 november 2026"]
    assert [each["what"] for each in context["together"]] == ["De energiebrief samen openen en lezen"]
    assert len(context["coach_tasks"]) == 2
    assert [each["who"] for each in context["others"]] == ["Tom"]


def test_the_next_appointment_is_that_of_the_last_talk(full_dutch: Dossier, today: date) -> None:
    """Day, time and place stand on the sheet."""
    context = _read(full_dutch, today)
    assert (context["next_day"], context["next_time"]) == ("vrijdag 4 december 2026", "14:00")
    assert context["next_where"] == "Bij Amina thuis"


def test_a_past_appointment_is_not_announced(full_dutch: Dossier, today: date) -> None:
    """A sheet printed after the planned day leaves a line to fill in, not a day that is gone."""
    assert _read(full_dutch, date(2026, 12, 4))["next_day"] == "vrijdag 4 december 2026"
    late = _read(full_dutch, today + timedelta(days=30))
    assert (late["next_day"], late["next_time"], late["next_where"]) == ("", "", "")


def test_tasks_of_another_trajectory_stay_away(full_dutch: Dossier, today: date) -> None:
    """A new trajectory starts with a clean sheet. Source: TGH-8."""
    second = Trajectory(id=TrajectoryId("trajectory-two"), started=today)
    later = msgspec.structs.replace(full_dutch, trajectories=(*full_dutch.trajectories, second))
    assert not _read(later, today)["any_task"]
