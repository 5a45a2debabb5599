"""Looking for words without opening the pad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import DAMAGED
from sessionpad.cli.out import plain_option, put_json, put_row, put_said, tell
from sessionpad.cli.speaking import command
from sessionpad.domain.lines import Line
from sessionpad.errors import InvalidInput
from sessionpad.i18n.aloud import line_aloud
from sessionpad.i18n.lines import kind_of
from sessionpad.i18n.texts import N_, Texts


@command(
    help=N_(
        "Look for WORDS in all dossiers, or in that of one client: every line that has them all, whatever the accents "
        "and capitals. Prints client, day, kind, line; the last talks first. "
        "A dossier that cannot be read makes the exit code 4."
    ),
    epilog=N_("Example: sessionpad search energy letter --client A."),
)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--client", metavar=N_("CLIENT"), help=N_("Only this client: a code, a name that only one has, or an id.")
)
@click.option("--json", "as_json", is_flag=True, help='[{"client", "id", "day", "kind", "field", "text", "session"}]')
@plain_option
@click.pass_obj
def search(context: Context, words: Sequence[str], client: str | None, *, as_json: bool, plain: bool) -> None:
    from sessionpad.desk.searching import Hits, Progress  # noqa: PLC0415  help needs no desk

    if not (typed := " ".join(words)).strip():
        raise InvalidInput("words-empty")
    found: list[tuple[Hits, Line]] = []
    unread = 0
    with context.desk() as desk:
        only = (desk.find(client),) if client is not None else ()
        for each in desk.searching().now(typed, only):
            if isinstance(each, Progress):
                unread = each.unread
            else:
                found += [(each, line) for line in each.lines]
    texts = context.texts
    if as_json:
        put_json([_record(hits.dossier, hits.code, line, texts) for hits, line in found])
    for hits, line in found if not as_json else ():
        if plain:
            put_said(line_aloud(line, hits.code, texts))
        else:
            put_row((hits.code, line.on.isoformat() if line.on else "", kind_of(line, texts), line.text))
    if not found and not as_json:
        tell(texts.say(N_("There is no line with all these words.")))
    if unread:
        tell(texts.count("{number} dossier cannot be read.", "{number} dossiers cannot be read.", unread))
        raise click.exceptions.Exit(DAMAGED)


def _record(dossier: str, code: str, line: Line, texts: Texts) -> Mapping[str, object]:
    return {
        "client": code,
        "id": dossier,
        "day": line.on.isoformat() if line.on else None,
        "kind": kind_of(line, texts),
        "field": line.path,
        "text": line.text,
        "session": line.session,
    }
