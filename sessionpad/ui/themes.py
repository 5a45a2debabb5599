"""Our own colours: calm, with text that is easy to read (contrast at least 4.5, at least 7 in high contrast).

What says nothing in words, frames and scroll bars, differs at least 3 from what is behind it.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme


def _more(*, quiet: str, line: str, picked: str, pointed: str, track: str) -> dict[str, str]:
    """The colours beside those of every theme: our own, and those that Textual would make too faint.

    Args:
        quiet: what is said less loudly, and what may be typed in an empty field.
        line: frames, and the part of a scroll bar that moves.
        picked: behind selected text.
        pointed: behind the chosen row of a list that has not the caret, as in the palette.
        track: behind the part of a scroll bar that moves.
    """
    return {
        "quiet": quiet,
        "line": line,
        "text-disabled": quiet,
        "input-selection-background": picked,
        "block-cursor-blurred-background": pointed,
        "scrollbar": line,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background": track,
        "scrollbar-background-hover": track,
        "scrollbar-background-active": track,
        "scrollbar-corner-color": track,
    }


DARK: Final = Theme(
    name="sessionpad-dark",
    dark=True,
    background="#15181c",
    surface="#1b1f24",
    panel="#252b32",
    boost="#20252b",
    foreground="#e9e6df",
    primary="#9cc3e6",
    secondary="#b9a7d9",
    accent="#e6c07b",
    success="#a3cf9d",
    warning="#e6c07b",
    error="#f0a79d",
    variables=_more(quiet="#a9adb1", line="#687480", picked="#3d5a75", pointed="#252b32", track="#15181c"),
)
LIGHT: Final = Theme(
    name="sessionpad-light",
    dark=False,
    background="#f7f5f0",
    surface="#fdfcfa",
    panel="#e9e5dc",
    boost="#f0ede6",
    foreground="#23272c",
    primary="#1d5480",
    secondary="#5a4187",
    accent="#734a00",
    success="#2a6130",
    warning="#734a00",
    error="#93291d",
    variables=_more(quiet="#4e5359", line="#858073", picked="#bcd6ea", pointed="#e9e5dc", track="#f7f5f0"),
)
HIGH_CONTRAST: Final = Theme(
    name="sessionpad-high-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    boost="#101010",
    foreground="#ffffff",
    primary="#a8d8ff",
    secondary="#dcc8ff",
    accent="#ffe08a",
    success="#b6f2ae",
    warning="#ffe08a",
    error="#ffc2ba",
    variables=_more(quiet="#d6d6d6", line="#bdbdbd", picked="#003e73", pointed="#1a1a1a", track="#000000"),
)
THEMES: Final = (DARK, LIGHT, HIGH_CONTRAST)
