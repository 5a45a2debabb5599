"""The prompt cards as a list."""

from __future__ import annotations

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row
from sessionpad.domain.trajectory import Phase
from sessionpad.errors import NotFound


@click.command(epilog="Example: sessionpad cards --phase execution --json")
@click.option("--phase", type=click.Choice([phase.value for phase in Phase]), help="Only cards for this phase.")
@click.option("--group", help="Only cards of this group.")
@click.option(
    "--json", "as_json", is_flag=True, help='[{"id", "group", "phases", "text", "followups", "tip", "source"}]'
)
@click.pass_obj
def cards(context: Context, phase: str | None, group: str | None, *, as_json: bool) -> None:
    """List the prompt cards."""
    from sessionpad.method.cards import load_deck  # noqa: PLC0415  help needs no cards

    deck, language = load_deck(), context.language
    if group is not None and group not in {each.id for each in deck.groups}:
        raise NotFound("card-group")
    chosen = [
        card
        for card in deck.cards
        if (phase is None or not card.phases or Phase(phase) in card.phases) and (group is None or card.group == group)
    ]
    if not as_json:
        for card in chosen:
            put_row((card.id, card.group, card.say.text(language)))
        return
    put_json(
        [
            {
                "id": card.id,
                "group": card.group,
                "phases": list(card.phases),
                "text": card.say.text(language),
                "steps": [step.say.text(language) for step in card.steps],
                "followups": [each.text(language) for each in card.followups],
                "tip": card.tip.text(language),
                "source": list(card.source),
            }
            for card in chosen
        ]
    )
