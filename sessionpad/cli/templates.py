"""The Word templates: ours to start from, and one's own looked over before the meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_line, put_row, tell
from sessionpad.cli.speaking import Acts, SpeakingCommand
from sessionpad.documents import Checked, check_template, our_templates, which
from sessionpad.errors import NotFound, StorageFailed
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_, Texts

ACTS: Final = {
    "copy": N_("Put our templates in a folder, to change them there."),
    "check": N_("Look over a template of your own."),
}


@click.group(
    cls=Acts,
    summaries=ACTS,
    help=N_(
        "Word templates. One of your own in the folder `templates` beside settings.toml, "
        "such as templates/nl/agreement.docx, is used instead of ours."
    ),
    epilog=N_("Example: sessionpad templates copy ~/.config/sessionpad/templates"),
)
def templates() -> None:
    pass


@templates.command(
    "copy",
    cls=SpeakingCommand,
    help=N_("Put our templates in the folder DIR, one a document and language. What is there already is left alone."),
    epilog=N_("Example: sessionpad templates copy house-style"),
)
@click.argument("folder", metavar=N_("DIR"), type=click.Path(path_type=Path))
@click.pass_obj
def copy(context: Context, folder: Path) -> None:
    from sessionpad.store.exports import write_export  # noqa: PLC0415  help writes nothing

    if not folder.parent.is_dir():
        raise StorageFailed("no-folder", path=str(folder.parent))
    for language, ours in our_templates():
        target = folder / language / ours.name
        if target.exists():
            tell(context.texts.say(N_("{file} is there already, and is left as it is."), file=str(target)))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        put_line(str(write_export(target, ours.read_bytes(), replace=True)))


@templates.command(
    "check",
    cls=SpeakingCommand,
    help=N_(
        "Look over the template FILE, without a dossier: which fields it uses, which it leaves out, and which do not "
        "exist, with the field that was probably meant. Exit code 2 when it cannot be used."
    ),
    epilog=N_("Example: sessionpad templates check templates/nl/agreement.docx"),
)
@click.argument("file", metavar=N_("FILE"), type=click.Path(path_type=Path))
@click.option(
    "--document", default="", metavar=N_("DOCUMENT"), help=N_("Of which document, when the name of FILE does not say.")
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='{"document", "ok": bool, "used": [...], "unused": [...], "unknown": [{"field", "near"}], "trouble"}',
)
@click.pass_obj
def check(context: Context, file: Path, document: str, *, as_json: bool) -> None:
    if not file.is_file():
        raise NotFound("file", file=str(file))
    of, texts = which(file, document), context.texts
    checked = check_template(file, of)
    trouble = sentence(checked.trouble, texts) if checked.trouble else ""
    is_fine = not checked.misspelt and not trouble
    if as_json:
        unknown = [{"field": each.field, "near": each.near} for each in checked.misspelt]
        put_json(
            {
                "document": of,
                "ok": is_fine,
                "used": list(checked.used),
                "unused": list(checked.unused),
                "unknown": unknown,
                "trouble": trouble,
            }
        )
    else:
        _show(checked, trouble, texts)
    if not is_fine:
        raise click.exceptions.Exit(2)
    tell(texts.say(N_("This template can be used.")))


def _show(checked: Checked, trouble: str, texts: Texts) -> None:
    for each in checked.misspelt:
        near = texts.say(N_("did you mean {field}?"), field=each.near) if each.near else ""
        put_row((texts.say(N_("does not exist")), each.field, near))
    if trouble:
        put_row((texts.say(N_("trouble")), trouble))
    for name in checked.used:
        put_row((texts.say(N_("used")), name))
    for name in checked.unused:
        put_row((texts.say(N_("left out")), name))
