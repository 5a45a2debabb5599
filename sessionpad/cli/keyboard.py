"""The keys of the pad: their names, for choosing others, and what is wrong with a choice."""

from __future__ import annotations

import click

from sessionpad.cli.context import Context
from sessionpad.cli.failures import tell_error
from sessionpad.cli.out import put_json, put_row
from sessionpad.cli.speaking import command
from sessionpad.i18n.texts import N_

WRONG = 2


@command(
    help=N_(
        "List what has a key in the pad: its name, its keys, what it does. Another key goes into settings.toml, under "
        "[keys]: the name, an equals sign, and the key between quotation marks. What is wrong there makes the exit "
        "code 2."
    ),
    epilog=N_("Example: sessionpad keys --json"),
)
@click.option("--json", "as_json", is_flag=True, help='[{"name", "keys", "usual", "what"}]')
@click.pass_obj
def keys(context: Context, *, as_json: bool) -> None:
    from sessionpad.desk.choices import Choices  # noqa: PLC0415  help needs no settings
    from sessionpad.ui.launch import quieten  # noqa: PLC0415  idem

    quieten()
    from sessionpad.ui.keymap import chosen_keys, named_keys  # noqa: PLC0415  it loads every screen there is

    chosen = chosen_keys(Choices.of_this_machine().keys)
    texts = context.texts
    rows = [
        {
            "name": name,
            "keys": chosen.keymap.get(name, usual).split(","),
            "usual": usual.split(","),
            "what": texts.say(what),
        }
        for name, (usual, what) in sorted(named_keys().items())
    ]
    if as_json:
        put_json(rows)
    else:
        for row in rows:
            put_row((str(row["name"]), " ".join(row["keys"]), str(row["what"])))
    for each in chosen.troubles:
        tell_error(each, texts)
    if chosen.troubles:
        raise click.exceptions.Exit(WRONG)
