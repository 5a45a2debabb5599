"""Documents from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_line
from sessionpad.cli.speaking import command
from sessionpad.documents import Document
from sessionpad.errors import NotFound, StorageFailed
from sessionpad.i18n.texts import N_


@command(
    help=N_(
        "Make a Word document of the dossier of CLIENT (a code, a name that only one has, or an id). "
        "DOCUMENT is agreement or task-sheet. Prints where it went."
    ),
    epilog=N_("Example: sessionpad export A. agreement -o agreement.docx"),
)
@click.argument("client")
@click.argument("document")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Where it goes; a folder is fine too. A file that is there is replaced."),
)
@click.pass_obj
def export(context: Context, client: str, document: str, output: Path | None) -> None:
    if document not in set(Document):
        raise NotFound("document")
    target = output if output is not None else Path()
    if not target.parent.is_dir():
        raise StorageFailed("no-folder", path=str(target.parent))
    with context.desk() as desk:
        dossier = desk.open(desk.find(client)).dossier
        path = desk.export(
            Document(document), dossier, context.language, target, replace=output is not None and not target.is_dir()
        )
    put_line(str(path))
