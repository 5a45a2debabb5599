"""A task caught and a task scored, without opening the pad."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import plain_option, put_row, put_said, tell
from sessionpad.cli.speaking import command
from sessionpad.domain.scoring import LEVELS, NO_OCCASION, Level
from sessionpad.domain.task import Task
from sessionpad.i18n.aloud import score_aloud, task_aloud
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import STATES, owner_of

if TYPE_CHECKING:
    from sessionpad.domain.dossier import Dossier

SIGN: Final = "-"
"""Typed for "no occasion yet", as in the pad."""
LEVEL_OF: Final[dict[str, Level]] = {SIGN if level == NO_OCCASION else str(level): level for level in LEVELS}
LEVEL: Final = click.Choice(list(LEVEL_OF))


@command(
    help=N_(
        "Catch a task for CLIENT (a code, a name that only one has, or an id). LINE is typed as in the pad: "
        "@ says who, ! by when, # what kind. In a talk that is under way it belongs to that talk. "
        "Prints the task with its number, as tasks does."
    ),
    epilog=N_("Example: sessionpad task A. open the energy letter @together '!fri'"),
)
@click.argument("client")
@click.argument("line", nargs=-1, required=True)
@plain_option
@click.pass_obj
def task(context: Context, client: str, line: Sequence[str], *, plain: bool) -> None:
    texts, typed = context.texts, " ".join(line)
    with context.desk(writing=True) as desk:
        pad = desk.open(desk.find(client))
        read, under_way = pad.read_task(typed), pad.dossier.open_session
        captured = pad.capture(typed, under_way.id if under_way is not None else None)
        pad.save()
    put_task(pad.dossier, captured.task, texts, plain=plain)
    if not captured.is_new:
        tell(texts.say(N_("This task was there already: {task}"), task=captured.task.text))
    for each in read.findings:
        tell(finding_sentence(each, texts))


@command(
    help=N_(
        "Score a task of CLIENT. TASK is its number, as tasks shows it, or its id; EFFORT and RESULT are 0 to 4, "
        "or - when there was no occasion yet. They are the client's own scores, and are never averaged. "
        "Without a talk under way they are kept with their day, between two talks."
    ),
    epilog=N_("Example: sessionpad score A. 3 4 2"),
)
@click.argument("client")
@click.argument("task")
@click.argument("effort", type=LEVEL, metavar=N_("EFFORT"))
@click.argument("result", type=LEVEL, metavar=N_("RESULT"))
@click.pass_obj
def score(context: Context, client: str, task: str, effort: str, result: str) -> None:
    from sessionpad.desk.numbers import task_meant  # noqa: PLC0415  help needs no desk

    with context.desk(writing=True) as desk:
        pad = desk.open(desk.find(client))
        meant = task_meant(pad.dossier, task)
        pad.score_both(meant.id, LEVEL_OF[effort], LEVEL_OF[result])
        pad.save()
    tell(score_aloud(meant.text, LEVEL_OF[effort], LEVEL_OF[result], context.texts))


def put_task(dossier: Dossier, task: Task, texts: Texts, *, plain: bool) -> None:
    """One task as it stands in a list, with its number."""
    number = 1 + [each.id for each in dossier.tasks].index(task.id)
    if plain:
        put_said(task_aloud(task, number, dossier.client.code, texts))
        return
    due = task.due.isoformat() if task.due else ""
    put_row((dossier.client.code, task.text, owner_of(task, texts), due, texts.say(STATES[task.state]), str(number)))
