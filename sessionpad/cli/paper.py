"""Documents from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from sessionpad.cli.context import Context
from sessionpad.errors import NotFound


@click.command(epilog="Example: sessionpad export A. agreement -o agreement.docx")
@click.argument("client")
@click.argument("document")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where it goes; a folder is fine too. A file that is there is replaced.",
)
@click.pass_obj
def export(context: Context, client: str, document: str, output: Path | None) -> None:
    """Make a Word document of the dossier of CLIENT: agreement or task-sheet. Prints where it went."""
    from sessionpad.documents import Document  # noqa: PLC0415  help needs no documents

    if document not in set(Document):
        raise NotFound("document")
    with context.desk() as desk:
        dossier = desk.open(desk.find(client)).dossier
        target = output if output is not None else Path()
        replace = output is not None and not output.is_dir()
        path = desk.export(Document(document), dossier, context.language, target, replace=replace)
    click.echo(str(path))
