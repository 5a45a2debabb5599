"""What is said of the settings file: what in it cannot be used, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sessionpad.errors import InvalidInput
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_, Texts

_OF_VALUES: Final = ("setting-choice", "setting-number", "setting-list", "setting-table")


def trouble_in_file(error: InvalidInput, line: int, texts: Texts) -> str:
    """What cannot be used, with its line when there is one, to come after the name of the file."""
    said = sentence(error, texts)
    if error.key in _OF_VALUES:
        said = " ".join((said, texts.say(N_("The usual value is used."))))
    return texts.say(N_("line {line}: {what}"), line=line, what=said) if line else said


def troubles_in_short(told: Sequence[str], file: str, texts: Texts) -> str:
    """One calm line: the trouble itself when there is only one.

    Args:
        told: what `trouble_in_file` says of each.
        file: how the file is called.
        texts: the language.
    """
    if len(told) == 1:
        return f"{file}: {told[0]}"
    lines = texts.count("{number} line cannot be used.", "{number} lines cannot be used.", len(told))
    return " ".join((f"{file}: {lines}", texts.say(N_("The command 'sessionpad check' says which."))))
