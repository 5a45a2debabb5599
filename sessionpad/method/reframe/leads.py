"""What comes before the why: nothing much, a request to tell, or someone else's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.data import listed
from sessionpad.method.reframe.patterns import Matcher, Pattern, patterns, pieces
from sessionpad.method.reframe.text import MARKS, Word

Manner: TypeAlias = Literal["plain", "asked"]
"""How a why is led in: by nothing that counts, or by a request."""

_REPORT_WIDTH: Final = 4
"""A stretch this short with a verb of saying in it leads in someone else's words."""


class Leads(NamedTuple):
    small: frozenset[str]
    """Little words and calls; they stay in front of the suggestion."""
    report: frozenset[str]
    reported: frozenset[str]
    """The participles among them: these do not report on their own (niets gezegd)."""
    nouns: frozenset[str]
    """Right before a why these make it a thing (het waarom)."""
    you: frozenset[str]
    ask: tuple[Pattern, ...]
    wonder: tuple[Pattern, ...]
    """Remarks that only ask when they are about the one spoken to."""
    matcher: Matcher

    def without_small(self, keys: list[str]) -> list[str]:
        """The stretch from its first word that counts; `zeg` and `tell` may begin a request."""
        if all(key in self.small for key in keys):
            return []
        start = next((at for at in range(len(keys)) if self._asks(keys[at:]) or keys[at] not in self.small), 0)
        return keys[start:]

    def _asks(self, keys: list[str]) -> bool:
        return self.matcher.any(keys, self.ask)

    def manner(self, lead: list[Word], rest: list[Word]) -> Manner | Literal["unsure"] | None:
        """None for a report, a noun, or what is not asked; `unsure` when no mark parts the lead from the why."""
        stretches, mark = pieces(lead)
        last = stretches[-1]
        if not mark and last[-1] in self.nouns:
            return None
        core = self.without_small(last)
        if not core:
            return "plain"
        if self._asks(core):
            return "asked"
        if self.matcher.any(core, self.wonder):
            return "asked" if rest and rest[0].key in self.you else None
        if self._reports(last, mark):
            return None
        return "plain" if mark else "unsure"

    def _reports(self, keys: list[str], mark: str) -> bool:
        """Hij vroeg: waarom ... - but `je zegt dat je wil werken, waarom ...` is a question."""
        if not set(keys) & self.report:
            return False
        if keys[0] in self.you:
            return keys[-1] in self.report
        return mark in {":", ""} or len(keys) <= _REPORT_WIDTH

    def reported_behind(self, rest: list[Word]) -> bool:
        """Waarom kom je niet, vroeg ze; why don't you come, she asked."""
        told = self.report - self.reported
        return any(
            rest[at].key in MARKS
            and {rest[at + 1].key, rest[at + 2].key} & told
            and not {rest[at + 1].key, rest[at + 2].key} & self.you
            for at in range(len(rest) - 2)
        )


def read_leads(raw: Mapping[str, str]) -> Leads:
    return Leads(
        listed(raw["small"]),
        listed(raw["report"]),
        listed(raw["reported"]),
        listed(raw["nouns"]),
        listed(raw["you"]),
        patterns(raw["ask"]),
        patterns(raw["wonder"]),
        Matcher(listed(raw["small_in_ask"]), listed(raw["ask_verbs"])),
    )
