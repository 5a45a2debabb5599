"""The prompt cards as a list."""

from __future__ import annotations

from collections.abc import Mapping

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row
from sessionpad.cli.speaking import command
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import NotFound
from sessionpad.i18n.texts import N_
from sessionpad.method.cards import Card, load_deck
from sessionpad.method.language import Language


@command(
    help=N_("List the question cards: id, kind, question."),
    epilog=N_("Example: sessionpad cards --phase execution --json"),
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
def cards(context: Context, phase: str | None, group: str | None, *, as_json: bool) -> None:
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
