"""What was found wrong with a vault or a backup, one line a file, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from sessionpad.cli.out import put_line
from sessionpad.i18n.problems import problem_sentence
from sessionpad.i18n.settings import trouble_in_file
from sessionpad.i18n.texts import Texts

if TYPE_CHECKING:
    from sessionpad.desk.choices import Choices
    from sessionpad.store.check import Problem

_PLAIN: Final = re.compile(r"[\w.+-]+")


def client_word(code: str, dossier_id: str) -> str:
    """How a client is called on a command line: the code, or the id when the code would need quoting."""
    return code if _PLAIN.fullmatch(code) and not code.startswith("-") else dossier_id


def problem_records(problems: Iterable[Problem], texts: Texts) -> list[Mapping[str, object]]:
    return [
        {
            "file": each.file,
            "kind": each.kind,
            "text": problem_sentence(
                each.kind, texts, each.remedy or "", client_word(each.code, each.dossier or "") if each.dossier else ""
            ),
            "client": each.code,
        }
        for each in problems
    ]


def setting_records(choices: Choices, texts: Texts) -> list[Mapping[str, object]]:
    """What in the settings file cannot be used, in the same shape."""
    from sessionpad.ui.launch import quieten  # noqa: PLC0415  only a key of one's own is looked up among the screens

    quieten()
    from sessionpad.ui.own_keys import setting_troubles  # noqa: PLC0415  idem

    return [
        {"file": choices.file, "kind": "setting", "text": trouble_in_file(each.error, each.line, texts), "client": ""}
        for each in setting_troubles(choices)
    ]


def put_problems(records: Iterable[Mapping[str, object]]) -> None:
    for each in records:
        put_line(f"{each['file']}: {each['text']}")
