"""Where everything is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_line
from sessionpad.cli.speaking import command
from sessionpad.i18n.texts import N_

NAMES: Final = {
    "vault": N_("Vault, with the dossiers"),
    "settings": N_("Settings"),
    "decks": N_("Your own cards"),
    "wording": N_("Your own words for the hints"),
    "templates": N_("Your own Word templates"),
    "documents": N_("Documents made in the pad"),
}


@command(
    help=N_("Say where everything is kept, also what is not there yet: nothing is made by asking."),
    epilog=N_("Example: sessionpad paths --json"),
)
@click.option("--json", "as_json", is_flag=True, help='[{"name", "path", "exists": bool, "what"}]')
@click.pass_obj
def paths(context: Context, *, as_json: bool) -> None:
    found, say = places(context.vault), context.texts.say
    if as_json:
        put_json(
            [
                {"name": name, "path": str(path), "exists": path.exists(), "what": say(NAMES[name])}
                for name, path in found.items()
            ]
        )
        return
    for name, path in found.items():
        line = say(N_("{what}: {path}"), what=say(NAMES[name]), path=str(path))
        put_line(line if path.exists() else " ".join((line, say(N_("(not there yet)")))))


def places(vault: Path | None) -> dict[str, Path]:
    """Every place by its name, as a whole path."""
    from sessionpad.store.paths import default_vault, export_folder  # noqa: PLC0415  help needs no folders
    from sessionpad.store.preferences import preferences_file  # noqa: PLC0415  idem

    settings = preferences_file()
    found = {
        "vault": vault or default_vault(),
        "settings": settings,
        **{name: settings.parent / name for name in ("decks", "wording", "templates")},
        "documents": export_folder(),
    }
    return {name: path.absolute() for name, path in found.items()}
