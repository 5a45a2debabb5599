"""Documents from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NoReturn

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import code_of
from sessionpad.cli.out import put_line, tell
from sessionpad.cli.speaking import command
from sessionpad.documents import AS_USUAL, USUAL, Asked, Document, Part, check_asked
from sessionpad.errors import InvalidInput, NotFound, StorageFailed, TemplateBroken
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_

WHOLE: Final = "dossier"


@command(
    help=N_(
        "Make a Word document of the dossier of CLIENT (a code, a name that only one has, or an id). DOCUMENT is "
        "agreement, step-plan, task-sheet, evaluation-form, closing-review, aftercare-plan, client-overview or "
        "handover; or dossier: everything of this client in one zip, to read and as JSON for import. "
        "Prints where it went, and remembers it in the dossier."
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
@click.option("--blank", is_flag=True, help=N_("Empty, to write on: evaluation-form, closing-review, aftercare-plan."))
@click.option("--large", is_flag=True, help=N_("In large print."))
@click.option(
    "--parts",
    metavar=N_("PARTS"),
    help=N_("What is in client-overview, with commas: goal, why, tasks, ...; a wrong one names them all."),
)
@click.option(
    "--to", "recipient", default="", metavar=N_("WHO"), help=N_("For whom handover is; the client agreed to it.")
)
@click.option("--number", type=int, metavar=N_("NUMBER"), help=N_("An earlier agreement, by its number."))
@click.option(
    "--for-client",
    is_flag=True,
    help=N_("Of dossier: without what the coach keeps for the coach alone. A client may have a right to see that too."),
)
@click.option("--ours", is_flag=True, help=N_("With the template of sessionpad, also when there is one of your own."))
@click.pass_obj
def export(
    context: Context,
    client: str,
    document: str,
    output: Path | None,
    parts: str | None,
    recipient: str,
    number: int | None,
    *,
    blank: bool,
    large: bool,
    for_client: bool,
    ours: bool,
) -> None:
    from sessionpad.desk.papers import Order  # noqa: PLC0415  help needs no desk

    whole = document == WHOLE
    if not whole and document not in set(Document):
        raise NotFound("document")
    asked = Asked(blank=blank, large=large, parts=_parts(parts), recipient=recipient)
    if for_client and not whole:
        raise InvalidInput("not-for-client")
    if whole and (asked != AS_USUAL or number is not None or ours):
        raise InvalidInput("whole-as-it-is")
    if not whole:
        check_asked(Document(document), asked)
    if number is not None and document != Document.AGREEMENT:
        raise InvalidInput("no-number")
    target = output if output is not None else Path()
    if not target.parent.is_dir():
        raise StorageFailed("no-folder", path=str(target.parent))
    replace = output is not None and not target.is_dir()
    with context.desk() as desk:
        pad = desk.open(desk.find(client))
        try:
            if whole:
                made = desk.export_whole(pad.dossier, context.language, target, for_client=for_client, replace=replace)
            else:
                order = Order(
                    document=Document(document), language=context.language, asked=asked, number=number, ours=ours
                )
                made = desk.export(order, pad.dossier, target, replace=replace)
        except TemplateBroken as error:
            _offer_ours(error, context)
        put_line(str(made.path))
        if desk.is_read_only:
            tell(context.texts.say(N_("The dossier is open for reading only, so the document is not listed there.")))
        else:
            pad.add("papers", made.paper)
            pad.save()


def _offer_ours(error: TemplateBroken, context: Context) -> NoReturn:
    texts = context.texts
    offer = texts.say(N_("With --ours the template of sessionpad is used."))
    tell(f"sessionpad: {sentence(error, texts)} {offer}")
    raise click.exceptions.Exit(code_of(error))


def _parts(said: str | None) -> tuple[Part, ...]:
    """Raises: InvalidInput("part-unknown")."""
    if said is None:
        return USUAL
    wanted = {each.strip() for each in said.split(",")} - {""}
    if not wanted or not wanted <= set(Part):
        raise InvalidInput("part-unknown", parts=", ".join(Part))
    return tuple(part for part in Part if part in wanted)
