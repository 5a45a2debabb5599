"""The prompt cards as a list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row
from sessionpad.cli.speaking import command
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import DeckBroken, NotFound
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_
from sessionpad.method.cards import Card, check_file, load_deck
from sessionpad.method.language import Language


@command(
    help=N_("List the question cards: id, kind, question."),
    epilog=N_("Example: sessionpad cards --phase execution --json"),
)
@click.option(
    "--check",
    "own",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Look over a file with cards of your own."),
)
@click.option("--phase", type=click.Choice([phase.value for phase in Phase]), help=N_("Only cards for this phase."))
@click.option("--group", help=N_("Only cards of this kind."))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='[{"id", "group", "phases", "text", "steps", "followups", "tip", "source"}]',
)
@click.pass_obj
def cards(context: Context, own: Path | None, phase: str | None, group: str | None, *, as_json: bool) -> None:
    if own is not None:
        _check(own, context)
        return
    deck, language = load_deck(), context.language
    if group is not None and group not in {each.id for each in deck.groups}:
        raise NotFound("card-group")
    chosen = [
        card
        for card in deck.cards
        if (phase is None or not card.phases or Phase(phase) in card.phases) and (group is None or card.group == group)
    ]
    if as_json:
        put_json([_record(card, language) for card in chosen])
        return
    for card in chosen:
        put_row((card.id, card.group, card.say.text(language)))


def _check(own: Path, context: Context) -> None:
    """Every mistake with its file and line; exit code 2 when there is one."""
    if not own.is_file():
        raise NotFound("file", file=str(own))
    problems = check_file(own)
    for each in problems:
        error = DeckBroken(each.key, file=each.file, line=each.line, detail=each.detail, count=len(problems))
        put_row((sentence(error, context.texts),))
    if problems:
        raise click.exceptions.Exit(2)
    click.echo(context.texts.say(N_("These cards are fine.")), err=True)


def _record(card: Card, language: Language) -> Mapping[str, object]:
    return {
        "id": card.id,
        "group": card.group,
        "phases": list(card.phases),
        "text": card.say.text(language),
        "steps": [step.say.text(language) for step in card.steps],
        "followups": [each.text(language) for each in card.followups],
        "tip": card.tip.text(language),
        "source": list(card.source),
    }
