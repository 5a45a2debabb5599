"""How it goes from talk to talk, as a small picture that is also said in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sessionpad.domain.growth import Then, ThenNow
from sessionpad.domain.scoring import NO_OCCASION, Level, Nearer, Scale
from sessionpad.i18n.terms import NEARER, PROBLEM_PARTS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import LEVELS

BLOCKS: Final = "▁▂▄▆█"
"""From the lowest level to the highest."""
SPARE: Final = "·"
"""When there was no occasion."""
SAID: Final = 4
"""So many of the last ones are said in words; the picture has them all."""
DRAWN: Final = 12
"""So many of the last ones are in the picture."""

_NEARER: Final = {
    Nearer.FURTHER: BLOCKS[0],
    Nearer.SAME: BLOCKS[1],
    Nearer.A_LITTLE: BLOCKS[2],
    Nearer.CLOSER: BLOCKS[4],
}
THEN: Final = {
    Then.WORDS: N_("In own words"),
    Then.GOAL: N_("The goal"),
    Then.IMPORTANCE: N_("How important, 0 to 10"),
    Then.PROBLEM: N_("what is going on"),
    Then.CONFIDENCE: N_("How sure that it will work, 0 to 10"),
}


def levels_picture(levels: Sequence[Level]) -> str:
    return "".join(SPARE if level == NO_OCCASION else BLOCKS[level] for level in levels[-DRAWN:])


def levels_words(levels: Sequence[Level], scale: Scale, texts: Texts) -> str:
    """Such as "a little, a lot, very much": the last ones, the earlier ones as dots."""
    return _said([texts.say(LEVELS[scale][level]) for level in levels])


def nearer_picture(steps: Sequence[Nearer]) -> str:
    return "".join(_NEARER[each] for each in steps[-DRAWN:])


def nearer_words(steps: Sequence[Nearer], texts: Texts) -> str:
    return _said([texts.say(NEARER[each]) for each in steps])


def _said(words: Sequence[str]) -> str:
    lead = "… " if len(words) > SAID else ""
    return lead + ", ".join(words[-SAID:])


def then_name(each: ThenNow, texts: Texts) -> str:
    """What was put beside what it is now."""
    return texts.say(PROBLEM_PARTS[each.part] if each.part is not None else THEN[each.kind])
