"""The way to the goal as a path from above to below: what lies behind, today, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from textual.content import Content

from sessionpad.domain.path import Step, Stop
from sessionpad.i18n.path import path_in_words, stop_in_words
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.hanging import Hung, plain

BEHIND: Final = "│"
AHEAD: Final = "┊"
_SIGNS: Final = {
    Stop.BEGIN: ("●", "$quiet"),
    Stop.TALK: ("●", "$quiet"),
    Stop.DONE: ("✓", "$success"),
    Stop.TODAY: ("◆", "bold $primary"),
    Stop.AHEAD: ("○", "$accent"),
    Stop.MEETING: ("○", "$accent"),
    Stop.GOAL: ("◎", "bold $accent"),
    Stop.REACHED: ("◎", "bold $success"),
    Stop.ENDED: ("◎", "bold $quiet"),
}


def path_lines(path: Sequence[Step], texts: Texts, today: date, width: int) -> list[Content]:
    """The lines of the path, for a width in cells; first the whole of it in one sentence."""
    if not path:
        empty = N_("There is no path yet: it begins with a first talk or a goal.")
        return list(plain(texts.say(empty)).lines(width))
    lines = [*plain(Content.styled(path_in_words(path, texts, today), "$quiet")).lines(width), Content("")]
    turned = next((at for at, step in enumerate(path) if step.stop is Stop.TODAY), len(path))
    for at, step in enumerate(path):
        if at:
            lines.append(Content.styled(BEHIND if at <= turned else AHEAD, "$line"))
        lines += _step(step, texts, today).lines(width)
    return lines


def _step(step: Step, texts: Texts, today: date) -> Hung:
    sign, style = _SIGNS[step.stop]
    return Hung(Content.styled(f"{sign} ", style), Content("\n").join(_words(step, texts, today)))


def _words(step: Step, texts: Texts, today: date) -> Iterator[Content]:
    """What it is and when, quietly, and under it the words themselves."""
    yield Content.styled(stop_in_words(step, texts, today), "bold" if step.stop is Stop.TODAY else "$quiet")
    if step.text.strip():
        yield Content.styled(step.text.strip(), "bold" if step.stop in (Stop.GOAL, Stop.REACHED) else "")
