"""English: the helper verb steps back."""

from sessionpad.method.reframe.values import Suggestion


def ways(sentence: str) -> list[Suggestion] | None:
    return None


def framed(q: str) -> Suggestion:
    return Suggestion(text=q, form="open-frame")
