"""Wording from the command line: why-questions turned, and texts looked over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TextIO, TypedDict

import click

from sessionpad.cli.context import Context
from sessionpad.cli.out import put_json, put_row
from sessionpad.cli.speaking import command
from sessionpad.errors import InvalidInput
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.wording import wording_sentence


class Looked(TypedDict):
    """What was noticed in one line; codes and hints in the same order."""

    line: int
    codes: list[str]
    hints: list[str]


@command(
    help=N_("Turn a why-question: suggestions, best first, one a line. Nothing for a question that is fine as it is."),
    epilog=N_('Example: sessionpad reframe "Why did you not call?"'),
)
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help='{"question", "suggestions": ["..."]}')
@click.pass_obj
def reframe(context: Context, question: str, *, as_json: bool) -> None:
    from sessionpad.method.reframe import reframe as turn  # noqa: PLC0415  help needs no grammar

    language = context.language if context.lang else None
    turned = turn(question, language)
    if as_json:
        put_json({"question": question, "suggestions": [each.text for each in turned.suggestions]})
        return
    for each in turned.suggestions:
        put_row((each.text,))


@command(
    help=N_("Look over texts, one a line as FIELD, a tab, TEXT; from standard input without FILE."),
    epilog=N_("Example: printf 'goal\\tIk wil niet meer te laat komen\\n' | sessionpad wording"),
)
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"), default="-")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar=N_("DATE"), help=N_("The day to read dates from; today.")
)
@click.option(
    "--start", type=click.DateTime(["%Y-%m-%d"]), metavar=N_("DATE"), help=N_("The day the goal started; today.")
)
@click.option("--json", "as_json", is_flag=True, help='[{"line", "codes": ["..."], "hints": ["..."]}]')
@click.pass_obj
def wording(context: Context, file: TextIO, today: date | None, start: date | None, *, as_json: bool) -> None:
    from sessionpad.desk.desk import system_clock  # noqa: PLC0415  help needs no clock

    day = _day(today) or system_clock().date()
    found = list(_look_over(file, day, _day(start) or day, context.texts))
    if as_json:
        put_json(found)
        return
    for each in found:
        for code, hint in zip(each["codes"], each["hints"], strict=True):
            put_row((str(each["line"]), code, hint))


def _day(given: date | None) -> date | None:
    """Click hands a day over as a moment."""
    return date(given.year, given.month, given.day) if given else None


def _look_over(file: TextIO, today: date, start: date, texts: Texts) -> Iterator[Looked]:
    from sessionpad.desk.choices import Choices  # noqa: PLC0415  help needs no lexicon
    from sessionpad.desk.wordings import vocabulary_with  # noqa: PLC0415  idem
    from sessionpad.method.wording import Field, check  # noqa: PLC0415  idem

    vocabulary = vocabulary_with(Choices.of_this_machine().own_lexicons)
    if vocabulary.trouble is not None:
        raise vocabulary.trouble
    fields = {field.value: field for field in Field}
    for number, line in enumerate(file, 1):
        name, tab, text = line.rstrip("\n").partition("\t")
        if not line.strip():
            continue
        if not tab or name.strip() not in fields:
            raise InvalidInput("field-unknown", line=number, fields=", ".join(fields))
        found = check(fields[name.strip()], text, today=today, start=start, lexicons=vocabulary.lexicons)
        yield {
            "line": number,
            "codes": [each.code for each in found],
            "hints": [wording_sentence(each, texts) for each in found],
        }
