"""One question, of one or more sentences, turned sentence by sentence."""

from __future__ import annotations

from sessionpad.method.language import Language
from sessionpad.method.reframe import dutch, english
from sessionpad.method.reframe.text import sentences
from sessionpad.method.reframe.values import Suggestion


def turned(question: str, language: Language) -> tuple[Suggestion, ...]:
    room = dutch if language == "nl" else english
    parts = sentences(question)
    for place, sentence in enumerate(parts):
        if _inside_quotes(parts[:place]):
            continue
        ways = room.ways(sentence)
        if ways is None:
            continue
        around = [
            Suggestion(text=" ".join([*parts[:place], way.text, *parts[place + 1 :]]), form=way.form) for way in ways
        ]
        return (*_distinct(around), room.framed(question))
    return ()


def _inside_quotes(before: list[str]) -> bool:
    text = " ".join(before)
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”") or text.count("„") > text.count("”")


def _distinct(ways: list[Suggestion]) -> list[Suggestion]:
    return list({way.text: way for way in ways}.values())
