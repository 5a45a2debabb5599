"""A figure from 0 to 10, as a row of boxes and in words."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

MOST: Final = 10


def figure_bar(figure: int | None, texts: Texts) -> str:
    """Such as "■■■■■■□□□□ 6 of 10"; empty when nobody gave a figure."""
    if figure is None:
        return ""
    said = texts.say(N_("{figure} of {most}"), figure=figure, most=MOST)
    return f"{'■' * figure}{'□' * (MOST - figure)} {said}"
