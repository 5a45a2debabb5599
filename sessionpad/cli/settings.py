"""The settings: what they are now, another value for one of them, and the usual one again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row, tell
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput, NotFound
from sessionpad.i18n.texts import N_, Texts
from sessionpad.store.setting_table import SETTINGS, Kind, Setting, Value

if TYPE_CHECKING:
    from sessionpad.desk.choices import Choices

WRONG: Final = 2
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@command(
    help=N_(
        "List the settings: name, value, meaning. With NAME only that one; with NAME and VALUE it is chosen, and what "
        "else stands in the file stays as it is, comments too. A list has commas between its words. What cannot be "
        "used in the file makes the exit code of a list 2."
    ),
    epilog=N_("Example: sessionpad settings lock_after 10"),
)
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--default", "usual", is_flag=True, help=N_("Put NAME back to its usual value."))
@click.option("--json", "as_json", is_flag=True, help='[{"name", "value", "usual", "choices", "meaning"}]')
@click.pass_context
def settings(ctx: click.Context, name: str | None, value: str | None, *, usual: bool, as_json: bool) -> None:
    from sessionpad.desk.choices import Choices  # noqa: PLC0415  help needs no settings

    context: Context = ctx.obj
    choices = Choices.of_this_machine()
    if name is None:
        if usual:
            raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
        _list(choices, list(SETTINGS), context.texts, as_json=as_json)
        _tell_troubles(choices, context.texts)
        return
    if name not in SETTINGS:
        raise InvalidInput("setting-unknown", name=name)
    if usual:
        if value is not None:
            said = context.texts.say(N_("VALUE"))
            raise InvalidInput("not-together", options=f"--default, {said}")
        choices.put_back(name)
    elif value is not None:
        choices.choose(name, _read(SETTINGS[name], value, choices))
    _list(choices, [name], context.texts, as_json=as_json)


def _read(setting: Setting, typed: str, choices: Choices) -> Value:
    """What was typed, as the kind of thing that this setting is."""
    if setting.kind is Kind.NUMBER and _NUMBER.fullmatch(typed):
        return int(typed)
    if setting.kind is Kind.LIST:
        ids = tuple(each.strip() for each in typed.split(",") if each.strip())
        _expect_cards(ids, choices)
        return ids
    return typed


def _expect_cards(ids: tuple[str, ...], choices: Choices) -> None:
    from sessionpad.desk.cards import deck_with  # noqa: PLC0415  only a list of cards needs them

    if not set(ids) <= {card.id for card in deck_with(choices.own_decks).deck.cards}:
        raise NotFound("card")


def _list(choices: Choices, names: list[str], texts: Texts, *, as_json: bool) -> None:
    if as_json:
        put_json([_record(SETTINGS[name], choices.value(name), texts) for name in names])
        return
    for name in names:
        put_row((name, _shown(choices.value(name), texts), texts.say(SETTINGS[name].meaning)))


def _record(setting: Setting, value: Value, texts: Texts) -> Mapping[str, object]:
    is_table = setting.kind is Kind.TABLE
    return {
        "name": setting.name,
        "value": dict(value) if is_table and isinstance(value, tuple) else value,  # type: ignore[arg-type]  # pairs
        "usual": {} if is_table else setting.usual,
        "choices": list(setting.choices) or ([setting.least, setting.most] if setting.most else []),
        "meaning": texts.say(setting.meaning),
    }


def _shown(value: Value, texts: Texts) -> str:
    if value is None or value == ():
        return texts.say(N_("not chosen"))
    if isinstance(value, tuple):
        return ", ".join(each if isinstance(each, str) else "=".join(each) for each in value)
    return str(value)


def _tell_troubles(choices: Choices, texts: Texts) -> None:
    from sessionpad.cli.checked import setting_records  # noqa: PLC0415  help needs no check

    troubles = setting_records(choices, texts)
    for each in troubles:
        tell(f"sessionpad: {each['file']}: {each['text']}")
    if troubles:
        raise click.exceptions.Exit(WRONG)
