"""The closing review: looking back together, in the client's words. Source: TGH-78, GW-93, GW-94, GW-95."""

from __future__ import annotations

from typing import Final, TypedDict

from sessionpad.documents import words
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, common, done_tasks, in_full, plain
from sessionpad.domain.ending import Answer, Closing
from sessionpad.errors import NotFound
from sessionpad.method.limits import talks_held

ROAD: Final = "closing"
AHEAD: Final = "aftercare"
"""The groups of cards that the seven and the six questions are of. Source: GW-97, GW-98."""


class Answered(TypedDict):
    question: str
    """Empty when the card is not there any more."""
    answer: str


class ClosingContext(Common):
    """Every name the template of the closing review may use."""

    headline: str
    """The client's own words about the whole. Source: GW-94."""
    goal: str
    period_from: str
    period_to: str
    talks: int
    result: str
    succeeded: list[str]
    realised: str
    brought: str
    process: str
    other_effects: str
    capacity: str
    keeps: str
    still_hard: str
    who_helps: str
    elsewhere: str
    answers: list[Answered]
    to_coach: str
    to_client: str
    onward: str
    blanks: bool
    """Whether what is still empty gets lines to write on."""


def closing_context(occasion: Occasion) -> ClosingContext:
    now, language, blank = occasion.trajectory, occasion.language, occasion.asked.blank
    closing = Closing() if blank else now.closing
    return {
        **common(occasion, words.TITLES[language]["closing-review"], now.closed_on or occasion.today),
        "headline": "" if blank else plain(now.headline),
        "goal": plain(now.goal.text),
        "period_from": in_full(now.started, language),
        "period_to": in_full(now.closed_on, language),
        "talks": talks_held(occasion.dossier, now),
        "result": words.RESULTS[language][now.result] if now.result and not blank else "",
        "succeeded": [plain(task.text) for task in done_tasks(occasion.dossier, now.id)],
        "realised": plain(closing.realised),
        "brought": plain(closing.brought),
        "process": plain(closing.process),
        "other_effects": plain(closing.other_effects),
        "capacity": plain(closing.capacity),
        "keeps": plain(closing.keeps),
        "still_hard": plain(closing.still_hard),
        "who_helps": plain(closing.who_helps),
        "elsewhere": plain(closing.elsewhere),
        "answers": answered(occasion, ROAD),
        "to_coach": plain(closing.to_coach),
        "to_client": plain(closing.to_client),
        "onward": words.ONWARD[language][closing.onward] if closing.onward else "",
        "blanks": blank or now.closing == Closing(),
    }


def answered(occasion: Occasion, group: str) -> list[Answered]:
    """The questions of this kind with what the client said; on a blank form the questions alone."""
    if occasion.asked.blank:
        asked = [card for card in occasion.cards.of_group(group) if _is_one_of_them(card.source)]
        return [{"question": card.say.text(occasion.language, occasion.address), "answer": ""} for card in asked]
    said = ((_asked(each, occasion), plain(each.text)) for each in occasion.trajectory.closing.answers)
    return [{"question": of[1], "answer": text} for of, text in said if of[0] == group and text]


def _is_one_of_them(source: tuple[str, ...]) -> bool:
    return bool({"GW-97", "GW-98"} & set(source))


def _asked(answer: Answer, occasion: Occasion) -> tuple[str, str]:
    """The kind of the card and its question. An answer outlives its card; what the coach alone may see has no kind."""
    try:
        card = occasion.cards.card(answer.card)
    except NotFound:
        return ROAD, ""
    return ("", "") if card.private else (card.group, card.say.text(occasion.language, occasion.address))
