"""The words of the checklists, of what comes back, and of the coach's own look back."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.dates import long_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.checklists import Element, FirstTalk, LastTalk
from sessionpad.method.coming_back import Back, Returning

FIRST_TALK: Final = {
    FirstTalk.INTRODUCED: N_("we told each other who we are"),
    FirstTalk.PURPOSE: N_("what this talk is for, and how it goes"),
    FirstTalk.NOT_EVERYTHING: N_("not everything at once, and nobody expects that of you"),
    FirstTalk.ONE_THING: N_("one thing at a time, and you choose which"),
    FirstTalk.STEP_PLAN: N_("a plan of small steps comes out of it"),
    FirstTalk.EXPECTATIONS: N_("what we may expect of each other"),
    FirstTalk.TIMING: N_("how long it takes, and that it ends"),
    FirstTalk.REACH: N_("how and when to reach me"),
    FirstTalk.SECRECY: N_("what stays between us, and when it cannot"),
    FirstTalk.NOTING: N_("why I take notes, what I leave out, and that you may read them"),
    FirstTalk.DOMAINS: N_("everything in life may be talked about, and why that helps"),
    FirstTalk.QUICK_WIN: N_("one small gain that can be had soon"),
    FirstTalk.REMEMBERING: N_("how you best remember what we agree"),
    FirstTalk.EXPLAINED: N_("asked whether I explained it well"),
    FirstTalk.APPOINTMENT: N_("the next appointment"),
}
LAST_TALK: Final = {
    LastTalk.EVALUATED: N_("we looked back together"),
    LastTalk.ANCHORED: N_("what works has a place in daily life"),
    LastTalk.NETWORK: N_("there are people to fall back on"),
    LastTalk.STRENGTHS: N_("the client sees the own strengths"),
    LastTalk.PITFALLS: N_("the client knows the own pitfalls"),
    LastTalk.HANDED_OVER: N_("who goes on with it knows what is needed, as agreed"),
    LastTalk.AFTERCARE: N_("aftercare is agreed, or not needed"),
}
ELEMENTS: Final = {
    Element.CLIENT_DECIDES: N_("the client decides along, at the own pace"),
    Element.ONE_COORDINATOR: N_("there is one regular contact person"),
    Element.WHOLE_SYSTEM: N_("I look at the whole household and network"),
    Element.TAILORED: N_("it fits this client, and not a book"),
    Element.LISTENING: N_("I listen without judging, and ask on"),
    Element.QUESTION_LEADS: N_("the client's question leads"),
    Element.STRENGTHS: N_("we look at what the client and the network can do"),
    Element.SHARED_GOALS: N_("we have the same goals in mind, in the client's words"),
    Element.SMALL_STEPS: N_("steps are small, and small successes get attention"),
    Element.PLAN_IN_USE: N_("the goals are on the table in every talk"),
    Element.WHO_WHAT_WHEN: N_("it is clear who does what, and when"),
    Element.ONE_TEAM: N_("everyone who helps works as one team with the client"),
}

_BACK: Final = {
    Back.PARKED: N_("To come back to: {text}"),
    Back.CONCERN: N_("Put aside until today: {text}"),
    Back.GOAL: N_("The time-out of the goal ends: {text}"),
    Back.REFERRAL: N_("The time-out of this referral ends: {text}"),
    Back.PERSON: N_("Ask again how it is with: {text}"),
    Back.OFFER: N_("The time to think the agreement over has passed."),
    Back.CONSENT: N_("The consent to share ended: {text}"),
    Back.EVALUATION: N_("A planned moment to look back together."),
}


def returning_line(returning: Returning, texts: Texts) -> str:
    """What comes back, in one line, with the day that was agreed when it has passed or is today."""
    line = texts.say(_BACK[returning.kind], text=returning.text)
    if returning.on is None or returning.kind is Back.EVALUATION:
        return line
    return f"{line} ({long_date(returning.on, texts.language)})"
