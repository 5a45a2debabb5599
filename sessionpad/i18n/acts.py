"""What undo and redo say they did."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

_ACTS: Final = {
    "session": N_("starting the conversation"),
    "notes": N_("notes"),
    "task": N_("new task"),
    "task-state": N_("task finished or let go"),
    "drop-tasks": N_("task taken out"),
    "split": N_("a smaller task"),
    "practise": N_("practising in the talk"),
    "decision": N_("what happens with the task"),
    "score": N_("score"),
    "review": N_("review"),
    "asked": N_("question asked"),
    "summary": N_("summary"),
    "next": N_("next appointment"),
    "last-word": N_("last word"),
    "gentle": N_("beginning with what went better"),
    "look-again": N_("looking at problem and goal again"),
    "end": N_("rounding off"),
    "agreement": N_("agreement"),
    "hint": N_("hint put away"),
    "offer": N_("agreement offered"),
    "sign": N_("signing"),
    "choose": N_("what to work on"),
    "concern": N_("what waits and what does not"),
    "revise": N_("another goal"),
    "state": N_("where the goal stands"),
    "people": N_("people"),
    "domain": N_("a domain of life"),
    "close": N_("ending the trajectory"),
    "open-again": N_("opening the trajectory again"),
    "trajectory": N_("new trajectory"),
    "park": N_("put aside to come back to"),
    "check": N_("line of a checklist"),
}
_LISTS: Final = {
    "tasks": N_("the order of the tasks"),
    "concerns": N_("what the client named"),
    "parked": N_("something to come back to"),
    "rights": N_("rights and quick wins"),
    "referrals": N_("referral"),
    "sharings": N_("who is told what"),
    "missed": N_("missed appointment"),
    "reflections": N_("looking back for oneself"),
    "papers": N_("document"),
}
"""For putting into a list, changing, moving and taking out."""
_FIELD: Final = N_("what was filled in")


def act_name(act: str, texts: Texts) -> str:
    verb, _, rest = act.partition("-")
    known = next((name for name in _LISTS if rest == name or rest.startswith(f"{name}-")), "")
    if act in _ACTS:
        return texts.say(_ACTS[act])
    if verb == "field" and rest.startswith("review-"):
        return texts.say(_ACTS["review"])
    if verb in {"add", "move", "drop", "field"} and known:
        return texts.say(_LISTS[known])
    return texts.say(_ACTS.get(act, _FIELD))


def undone_sentence(act: str | None, texts: Texts) -> str:
    if act is None:
        return texts.say(N_("There is nothing to take back."))
    return texts.say(N_("Taken back: {act}."), act=act_name(act, texts))


def redone_sentence(act: str | None, texts: Texts) -> str:
    if act is None:
        return texts.say(N_("There is nothing to do again."))
    return texts.say(N_("Done again: {act}."), act=act_name(act, texts))
