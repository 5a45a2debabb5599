"""A calendar file without opening the pad."""

from __future__ import annotations

from pathlib import Path

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED, tell_error
from sessionpad.cli.out import put_line, tell
from sessionpad.cli.speaking import command
from sessionpad.errors import StorageFailed
from sessionpad.i18n.calendars import ahead_line
from sessionpad.i18n.texts import N_


@command(
    help=N_(
        "Make a calendar file (.ics) of the next appointment and the days of open tasks, of one CLIENT (a code, a name "
        "that only one has, or an id) or of everyone. A title is the code and nothing else. Taken in again later, "
        "what was moved moves. Prints where it went."
    ),
    epilog=N_("Example: sessionpad calendar -o agenda.ics"),
)
@click.argument("client", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Where it goes; a folder is fine too. A file that is there is replaced."),
)
@click.pass_obj
def calendar(context: Context, client: str | None, output: Path | None) -> None:
    texts, target = context.texts, output if output is not None else Path()
    if not target.parent.is_dir():
        raise StorageFailed("no-folder", path=str(target.parent))
    with context.desk() as desk:
        found = desk.all_ahead(desk.find(client) if client is not None else None)
        codes = {row.id: row.code for row in desk.clients()}
        if found.entries:
            replace = output is not None and not target.is_dir()
            put_line(str(desk.write_calendar(found, context.language, target, replace=replace)))
    tell(ahead_line(found.appointments, found.task_days, texts))
    for dossier_id, error in found.damage.items():
        tell_error(error, texts, about=codes.get(dossier_id, ""))
    if found.damage:
        raise click.exceptions.Exit(DAMAGED)
