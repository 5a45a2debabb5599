"""Words after `#`: a domain of life, in any of the words people have for it, or what a task is. Source: IW-3.

    #schulden #wonen maakt zich zorgen

Any other word is the coach's own and may stand there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from sessionpad.domain.life_domains import LifeDomain
from sessionpad.domain.task import Difficulty, Kind
from sessionpad.domain.text import folded
from sessionpad.method.capture import DIFFICULTIES, KINDS
from sessionpad.method.language import Language

Meaning: TypeAlias = LifeDomain | Kind | Difficulty

DOMAINS: Final[Mapping[Language, Mapping[LifeDomain, str]]] = {
    "nl": {
        LifeDomain.WORK: "werk job baan",
        LifeDomain.CARE: "zorg hulp",
        LifeDomain.INCOME: "inkomen geld loon uitkering",
        LifeDomain.DEBTS: "schulden schuld",
        LifeDomain.HOUSEHOLD: "huishouden",
        LifeDomain.SOCIAL: "netwerk familie vrienden contacten mensen",
        LifeDomain.DAY: "dagbesteding dag vrijetijd",
        LifeDomain.HOUSING: "wonen huis huur",
        LifeDomain.SAFETY: "veiligheid veilig",
        LifeDomain.ADDICTION: "verslaving middelen",
        LifeDomain.MENTAL_HEALTH: "psychisch gevoel",
        LifeDomain.PHYSICAL_HEALTH: "gezondheid lichaam",
        LifeDomain.PARENTING: "opvoeding opvoeden kinderen",
    },
    "en": {
        LifeDomain.WORK: "work job",
        LifeDomain.CARE: "care support",
        LifeDomain.INCOME: "income money benefits",
        LifeDomain.DEBTS: "debts debt",
        LifeDomain.HOUSEHOLD: "household",
        LifeDomain.SOCIAL: "network family friends contacts people",
        LifeDomain.DAY: "daytime day leisure",
        LifeDomain.HOUSING: "housing home rent",
        LifeDomain.SAFETY: "safety safe",
        LifeDomain.ADDICTION: "addiction",
        LifeDomain.MENTAL_HEALTH: "feelings mental",
        LifeDomain.PHYSICAL_HEALTH: "health body",
        LifeDomain.PARENTING: "parenting children",
    },
}
"""The words for each; the first one is offered while one types."""

TASKS: Final[Mapping[Language, str]] = {
    "nl": "contact geleid extern licht middel zwaar",
    "en": "contact guided external light medium heavy",
}
"""What is offered for a task. Source: TGH-58, TGH-59, TGH-60, TGH-7."""

SHORTEST: Final = 2
"""Letters that are typed before the rest is offered."""

_TAG: Final = re.compile(r"(?<!\S)#([^\s#@!\"“]+)")
_TRAILING: Final = ".,;:!?)"
_MEANINGS: Final[Mapping[str, Meaning]] = {
    **{folded(word): meaning for table in (KINDS, DIFFICULTIES) for word, meaning in table.items()},
    **{
        folded(word): domain
        for domains in DOMAINS.values()
        for domain, words in domains.items()
        for word in (*words.split(), domain.value)
    },
}


class Tag(NamedTuple):
    start: int
    """Of the sign `#`."""
    end: int
    meaning: Meaning | None
    """None for a word of the coach's own."""


def tags_in(line: str) -> Iterator[Tag]:
    """The tags of a line; a sign that follows a word is not part of it."""
    if "#" in line:
        for match in _TAG.finditer(line):
            word = match[1].rstrip(_TRAILING)
            if word:
                yield Tag(match.start(), match.start(1) + len(word), meaning_of(word))


def meaning_of(word: str) -> Meaning | None:
    return _MEANINGS.get(folded(word))


def rest_of(begun: str, language: Language, *, task: bool = False) -> str:
    """What is still to be typed of the first word that begins so; nothing when there is none, or it is complete.

    Args:
        begun: what was typed after the sign.
        language: of the words that are offered.
        task: whether it is the line of a task, with words of its own.
    """
    if len(begun) < SHORTEST or meaning_of(begun) is not None:
        return ""
    words = [*(TASKS[language].split() if task else ()), *(words.split()[0] for words in DOMAINS[language].values())]
    return next((word[len(begun) :] for word in words if folded(word).startswith(folded(begun))), "")
