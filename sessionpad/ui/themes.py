"""Our own colours: calm, with text that is easy to read (contrast at least 4.5, at least 7 in high contrast)."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

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
    variables={"quiet": "#a9adb1", "line": "#4a545e", "input-selection-background": "#3d5a75"},
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
    variables={"quiet": "#565b61", "line": "#a39d90", "input-selection-background": "#bcd6ea"},
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
    variables={"quiet": "#d6d6d6", "line": "#bdbdbd", "input-selection-background": "#003e73"},
)
THEMES: Final = (DARK, LIGHT, HIGH_CONTRAST)
