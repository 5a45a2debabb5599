"""What was found wrong with a vault or a backup, one line a file, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from sessionpad.cli.out import put_line
from sessionpad.i18n.problems import problem_sentence
from sessionpad.i18n.texts import Texts

if TYPE_CHECKING:
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


def put_problems(records: Iterable[Mapping[str, object]]) -> None:
    for each in records:
        put_line(f"{each['file']}: {each['text']}")
