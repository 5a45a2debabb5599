"""The words for what the program knows: owners, kinds, levels, phases, marks."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.client import Role
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.goal import Aim
from sessionpad.domain.notes import Mark
from sessionpad.domain.scoring import NO_OCCASION, Decision, Hindrance, Level, Outcome, Scale
from sessionpad.domain.task import Difficulty, Kind, Owner, State, Task
from sessionpad.domain.trajectory import Form, Phase, Title
from sessionpad.i18n.texts import N_, Texts

OWNERS: Final = {
    Owner.CLIENT: N_("client"),
    Owner.COACH: N_("coach"),
    Owner.TOGETHER: N_("together"),
    Owner.NETWORK: N_("network"),
}
KINDS: Final = {
    Kind.EXTERNAL: N_("between two talks"),
    Kind.CONTACT: N_("during a talk"),
    Kind.GUIDED: N_("going along"),
}
DIFFICULTIES: Final = {
    Difficulty.LIGHT: N_("light"),
    Difficulty.MEDIUM: N_("medium"),
    Difficulty.HEAVY: N_("heavy"),
}
STATES: Final = {State.OPEN: N_("open"), State.DONE: N_("finished"), State.STOPPED: N_("let go")}
EFFORT: Final[dict[Level, str]] = {
    0: N_("not yet begun"),
    1: N_("a little"),
    2: N_("fair"),
    3: N_("a lot"),
    4: N_("very much"),
    NO_OCCASION: N_("no occasion yet"),
}
RESULT: Final[dict[Level, str]] = {
    0: N_("nothing yet"),
    1: N_("a little"),
    2: N_("half"),
    3: N_("mostly"),
    4: N_("entirely"),
    NO_OCCASION: N_("no occasion yet"),
}
LEVELS: Final = {Scale.EFFORT: EFFORT, Scale.RESULT: RESULT}
SCALES: Final = {Scale.EFFORT: N_("effort"), Scale.RESULT: N_("result")}
OUTCOMES: Final = {
    Outcome.DONE: N_("done"),
    Outcome.DIFFERENTLY: N_("done differently"),
    Outcome.PARTLY: N_("partly"),
    Outcome.NOT_YET: N_("not yet"),
}
HINDRANCES: Final = {
    Hindrance.SELF: N_("in myself"),
    Hindrance.OTHERS: N_("with others"),
    Hindrance.SURROUNDINGS: N_("in the surroundings"),
}
DECISIONS: Final = {
    Decision.KEEP: N_("keep it as it is"),
    Decision.ADAPT: N_("adapt it"),
    Decision.SMALLER: N_("make it smaller"),
    Decision.NEW: N_("a new task"),
    Decision.STOP: N_("let it go"),
}
PHASES: Final = {
    Phase.FIRST_RECEPTION: N_("first reception"),
    Phase.CLARIFYING: N_("clarifying"),
    Phase.GOAL_SETTING: N_("goal and strategy"),
    Phase.EXECUTION: N_("carrying out"),
    Phase.CLOSING: N_("closing"),
    Phase.AFTERCARE: N_("aftercare"),
}
AIMS: Final = {Aim.SOLVE: N_("solve the problem"), Aim.EASE: N_("ease the problem")}
GOAL_RESULTS: Final = {
    GoalResult.SOLVED: N_("solved"),
    GoalResult.EASED: N_("eased"),
    GoalResult.EASED_FOR_NOW: N_("eased for now"),
    GoalResult.NOT_YET: N_("not reached yet"),
    GoalResult.NOT_FEASIBLE: N_("not within reach now"),
}
FORMS: Final = {Form.WRITTEN: N_("written"), Form.ORAL: N_("oral")}
TITLES: Final = {
    Title.COOPERATION: N_("Cooperation agreement"),
    Title.COMMITMENT: N_("Statement of commitment"),
}
ROLES: Final = {
    Role.HOUSEHOLD: N_("household"),
    Role.NETWORK: N_("network"),
    Role.HELPER: N_("another helper"),
}
MARKS: Final = {
    Mark.STRENGTH: N_("strength or success"),
    Mark.HINDRANCE: N_("hindrance"),
    Mark.QUOTE: N_("the client's own words"),
    Mark.COACH_ONLY: N_("memory aid for the coach"),
    Mark.LATER: N_("come back to this"),
    Mark.TASK: N_("task"),
    Mark.ASKED: N_("question asked"),
}


def owner_of(task: Task, texts: Texts) -> str:
    """Who does it: the person's own name when it is someone of the network."""
    return task.person or texts.say(OWNERS[task.owner])
