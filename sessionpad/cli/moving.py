"""Moving house: what other programs wrote down is taken in, and what a dossier looks like on its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row, tell
from sessionpad.cli.speaking import command
from sessionpad.domain.notes import text_of
from sessionpad.i18n.moving import fault_sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.store.moving.text_file import ENCODINGS, Encoding

if TYPE_CHECKING:
    from sessionpad.desk.moving import Coming, Moving, Plan
    from sessionpad.domain.session import Session
    from sessionpad.store.moving.fault import Fault

USAGE: Final = 2


@command(
    "import",
    help=N_(
        "Take in FILES: a dossier that was exported (.zip, or the .json in it), a table of clients (.csv, "
        ".tsv; columns code, name, coach, reach, problem, goal, why, started, deadline, note, in English or "
        "Dutch), or notes of one client (.txt, .md). In notes a line with a day and its year, such as "
        "2025-11-27 or 27 november 2025, begins a note; or the day stands in the name of the file. Everything"
        " is looked over first: when something is wrong it is named by its place, and nothing comes in."
    ),
    epilog=N_("Example: sessionpad import --dry-run clients.csv"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--client", metavar=N_("CLIENT"), help=N_("Whose notes they are: a code, a name that only one has, or an id.")
)
@click.option("--code", default="", metavar=N_("CODE"), help=N_("Let the dossier come in under another code."))
@click.option("--talks", "as_talks", is_flag=True, help=N_("Each note was a conversation, and counts as one."))
@click.option(
    "--marks",
    "keep_marks",
    is_flag=True,
    help=N_("Signs such as + - > before a line mean what they mean in the pad."),
)
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS),
    default="utf-8",
    help=N_("How a text was written; an old Excel says cp1252."),
)
@click.option("--dry-run", is_flag=True, help=N_("Only say what would come in."))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='{"imported": bool, "dossiers": [{"id", "code", "talks", "tasks", "file"}], '
    '"notes": [{"day", "lines", "file"}], "faults": [{"file", "path", "key", "text"}]}',
)
@click.pass_obj
def import_(
    context: Context,
    files: Sequence[Path],
    client: str | None,
    code: str,
    encoding: Encoding,
    *,
    as_talks: bool,
    keep_marks: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    from sessionpad.desk.moving import Asked  # noqa: PLC0415  help needs no desk

    with context.desk(writing=not dry_run) as desk:
        moving = desk.moving()
        whose = desk.find(client) if client is not None else None
        plan = moving.look_over(
            files,
            Asked(client=whose, code=code, as_talks=as_talks, keep_marks=keep_marks, encoding=encoding),
        )
        if not plan.faults and not dry_run:
            _take_in(moving, plan, context.texts)
    _put(plan, context.texts, imported=not (plan.faults or dry_run), as_json=as_json)
    if plan.faults:
        raise click.exceptions.Exit(USAGE)


@command(
    help=N_("Print what a dossier looks like as JSON, for other programs: a JSON Schema of what export writes."),
    epilog=N_("Example: sessionpad schema > dossier.schema.json"),
)
def schema() -> None:
    from sessionpad.store.moving.dossier_json import schema as described  # noqa: PLC0415  help needs no records

    put_json(described())


def _take_in(moving: Moving, plan: Plan, texts: Texts) -> None:
    try:
        moving.take_in(plan)
    except BaseException:
        if moving.left:
            codes = ", ".join(each.client.code for each in moving.left)
            tell(texts.say(N_("Only this came in, and could not be taken out again: {codes}."), codes=codes))
        raise


def _put(plan: Plan, texts: Texts, *, imported: bool, as_json: bool) -> None:
    faults = [_fault_record(each, texts) for each in plan.faults]
    dossiers = [_dossier_record(each) for each in plan.dossiers]
    notes = [_note_record(*each) for each in plan.notes]
    if as_json:
        put_json({"imported": imported, "dossiers": dossiers, "notes": notes, "faults": faults})
    elif not faults:
        for each in dossiers:
            put_row((str(each["code"]), _counted(each, texts), str(each["file"])))
        for file, session in plan.notes:
            put_row((session.started_at.date().isoformat(), session.notes[0].text, file))
    for fault in faults:
        tell(": ".join(filter(None, ("sessionpad", str(fault["file"]), str(fault["path"]), str(fault["text"])))))
    tell(_outcome(plan, texts, imported=imported))


def _outcome(plan: Plan, texts: Texts, *, imported: bool) -> str:
    if plan.faults:
        return texts.say(N_("Nothing was taken in."))
    said = [texts.count("{number} dossier", "{number} dossiers", len(plan.dossiers))] if plan.dossiers else []
    said += [texts.count("{number} note", "{number} notes", len(plan.notes))] if plan.notes or plan.there else []
    what = ", ".join(said)
    sentences = [texts.say(N_("Taken in: {what}.") if imported else N_("Would come in: {what}."), what=what)]
    if plan.there:
        sentences.append(
            texts.count("{number} note was there already.", "{number} notes were there already.", plan.there)
        )
    return " ".join(sentences)


def _counted(record: Mapping[str, object], texts: Texts) -> str:
    talks, tasks = int(str(record["talks"])), int(str(record["tasks"]))
    return ", ".join(
        (texts.count("{number} talk", "{number} talks", talks), texts.count("{number} task", "{number} tasks", tasks))
    )


def _dossier_record(coming: Coming) -> Mapping[str, object]:
    dossier = coming.dossier
    return {
        "id": dossier.id,
        "code": dossier.client.code,
        "talks": sum(each.is_talk for each in dossier.sessions),
        "tasks": len(dossier.tasks),
        "file": coming.file,
    }


def _note_record(file: str, session: Session) -> Mapping[str, object]:
    return {
        "day": session.started_at.date().isoformat(),
        "lines": len(text_of(session.notes).split("\n")),
        "file": file,
    }


def _fault_record(fault: Fault, texts: Texts) -> Mapping[str, object]:
    return {
        "file": fault.file,
        "path": fault.path,
        "key": fault.key,
        "text": fault_sentence(fault.key, fault.params, texts),
    }
