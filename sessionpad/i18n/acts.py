"""What undo and redo say they did."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

_ACTS: Final = {
    "session": N_("starting the conversation"),
    "notes": N_("notes"),
    "task": N_("new task"),
    "task-state": N_("task finished or let go"),
    "score": N_("score"),
    "review": N_("review"),
    "asked": N_("question asked"),
    "summary": N_("summary"),
    "next": N_("next appointment"),
    "last-word": N_("last word"),
    "end": N_("rounding off"),
    "agreement": N_("agreement"),
    "hint": N_("hint put away"),
}


_FIELD: Final = N_("field of the agreement")


def act_name(act: str, texts: Texts) -> str:
    return texts.say(_ACTS.get(act, _FIELD))


def undone_sentence(act: str | None, texts: Texts) -> str:
    if act is None:
        return texts.say(N_("There is nothing to take back."))
    return texts.say(N_("Taken back: {act}."), act=act_name(act, texts))


def redone_sentence(act: str | None, texts: Texts) -> str:
    if act is None:
        return texts.say(N_("There is nothing to do again."))
    return texts.say(N_("Done again: {act}."), act=act_name(act, texts))
