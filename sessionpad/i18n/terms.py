"""The words for what belongs to a whole trajectory: domains of life, where things stand, who is ready, how it ends."""

from __future__ import annotations

from typing import Final

from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.around import ReferralStep, RightState
from sessionpad.domain.client import Closeness, Ready, Remembering
from sessionpad.domain.concern import ConcernKind, Criterion, Influence, Standing
from sessionpad.domain.ending import Onward
from sessionpad.domain.goal import Origin, ProblemPart, Reach, Smart, Way, Whose
from sessionpad.domain.life_domains import Domain, LifeDomain
from sessionpad.domain.said import SaidKind
from sessionpad.domain.scoring import Nearer
from sessionpad.domain.session import Event, Place, Tempo
from sessionpad.domain.task import Every, GuidedStep, Speaker
from sessionpad.domain.trajectory import GoalState, Say, Section
from sessionpad.i18n.texts import N_, Texts

LIFE_DOMAINS: Final = {
    LifeDomain.WORK: N_("work"),
    LifeDomain.CARE: N_("care"),
    LifeDomain.INCOME: N_("income"),
    LifeDomain.DEBTS: N_("debts"),
    LifeDomain.HOUSEHOLD: N_("running the household"),
    LifeDomain.SOCIAL: N_("people around me"),
    LifeDomain.DAY: N_("how the day is filled"),
    LifeDomain.HOUSING: N_("housing"),
    LifeDomain.SAFETY: N_("safety"),
    LifeDomain.ADDICTION: N_("addiction"),
    LifeDomain.MENTAL_HEALTH: N_("how I feel"),
    LifeDomain.PHYSICAL_HEALTH: N_("my health"),
    LifeDomain.PARENTING: N_("parenting"),
}
CONCERN_KINDS: Final = {ConcernKind.PROBLEM: N_("difficulty"), ConcernKind.WISH: N_("wish")}
STANDINGS: Final = {
    Standing.WAITING: N_("waits"),
    Standing.NOW: N_("now"),
    Standing.TIME_OUT: N_("put aside for a while"),
    Standing.ELSEWHERE: N_("taken up elsewhere"),
    Standing.SETTLED: N_("settled"),
    Standing.LET_GO: N_("let go of"),
}
INFLUENCES: Final = {
    Influence.YES: N_("we can do something about it"),
    Influence.PARTLY: N_("we can do something about a part of it"),
    Influence.NO: N_("we can do nothing about it this way"),
}
CRITERIA: Final = {
    Criterion.WANTED_FIRST: N_("the client wants this first"),
    Criterion.WORRIES_MOST: N_("it worries the client most"),
    Criterion.BEST_CHANCE: N_("it has the best chance to change"),
    Criterion.CONCRETE: N_("it is concrete already"),
    Criterion.WORKABLE_NOW: N_("it can be worked on now"),
    Criterion.WORST_IF_LEFT: N_("leaving it would be worst"),
    Criterion.UNLOCKS_OTHERS: N_("it makes other things easier"),
    Criterion.SEEN_SOON: N_("the change would be seen soon"),
}
PROBLEM_PARTS: Final = {
    ProblemPart.TEXT: N_("what it is, in own words"),
    ProblemPart.SINCE: N_("since when"),
    ProblemPart.WHERE: N_("in which places"),
    ProblemPart.WHEN: N_("at which moments"),
    ProblemPart.HOW_OFTEN: N_("how often"),
    ProblemPart.WITH_WHOM: N_("with whom"),
    ProblemPart.FEELINGS: N_("feelings that go with it"),
    ProblemPart.BELIEFS: N_("thoughts that go with it"),
    ProblemPart.STRENGTHS: N_("what is there already"),
    ProblemPart.MAINTAINING: N_("what keeps it going"),
}
GOAL_STATES: Final = {
    GoalState.DRAFT: N_("being looked for"),
    GoalState.AGREED: N_("agreed"),
    GoalState.RUNNING: N_("under way"),
    GoalState.ADJUSTED: N_("adjusted"),
    GoalState.TIME_OUT: N_("time-out"),
    GoalState.REACHED: N_("reached"),
    GoalState.EASED: N_("lighter than before"),
    GoalState.CLOSED: N_("ended"),
}
ORIGINS: Final = {
    Origin.CLIENT: N_("from the client"),
    Origin.PROPOSED: N_("proposed by the coach, chosen by the client"),
}
REACHES: Final = {Reach.PERSON: N_("about myself"), Reach.SURROUNDINGS: N_("about my surroundings")}
WHOSE: Final = {Whose.PERSONAL: N_("personal"), Whose.SOCIETAL: N_("societal")}
WAYS: Final = {
    Way.INFORM: N_("give information"),
    Way.STRUCTURE: N_("bring structure"),
    Way.GUIDE: N_("guide and support"),
    Way.AFFIRM: N_("affirm"),
    Way.FOLLOW: N_("follow along"),
    Way.LET_GO: N_("let go and accept"),
}
SMART: Final = {
    Smart.SPECIFIC: N_("about one thing"),
    Smart.MEASURABLE: N_("we see when it is there"),
    Smart.ACCEPTABLE: N_("everyone is behind it"),
    Smart.REALISTIC: N_("within reach"),
    Smart.TIME_BOUND: N_("with a day"),
}
SECTIONS: Final = {
    Section.EXPECTATIONS: N_("what we expect of each other"),
    Section.RIGHTS: N_("what I may always do"),
    Section.REFLECTION: N_("time to think it over"),
    Section.SHARING: N_("who is told what"),
    Section.SUPPORTER: N_("who stands by me"),
    Section.WHO_HELPS: N_("who helps with what"),
    Section.STRENGTHS: N_("what I am good at"),
}
SAYS: Final = {
    Say.GOALS: N_("the goals"),
    Say.CONTENT: N_("what we do"),
    Say.WAY: N_("how we work together"),
}
SAID_KINDS: Final = {
    SaidKind.WORDS: N_("The client's own words"),
    SaidKind.ANSWER: N_("Answers to a question"),
    SaidKind.STRENGTH: N_("Strengths and what succeeded"),
    SaidKind.HINDRANCE: N_("What stands in the way"),
    SaidKind.OTHER: N_("Other lines"),
}
AGREEMENT_STATES: Final = {
    AgreementState.OFFERED: N_("offered, to think over"),
    AgreementState.SIGNED: N_("signed"),
    AgreementState.ORAL: N_("agreed by word of mouth"),
}
READY: Final = {Ready.YES: N_("yes"), Ready.PARTLY: N_("partly, or not sure"), Ready.NO: N_("no")}
CLOSENESS: Final = {Closeness.NEAR: N_("near"), Closeness.AROUND: N_("around"), Closeness.FAR: N_("far")}
REMEMBERING: Final = {
    Remembering.PAPER: N_("on paper"),
    Remembering.LARGE_PRINT: N_("in large print"),
    Remembering.MAIL: N_("by mail"),
    Remembering.MESSAGE: N_("by a message"),
    Remembering.CALL: N_("by a call"),
    Remembering.CALENDAR: N_("in my calendar"),
}
EVERY: Final = {
    Every.DAY: N_("every day"),
    Every.WEEKDAY: N_("every weekday"),
    Every.WEEK: N_("every week"),
    Every.TWO_WEEKS: N_("every two weeks"),
    Every.MONTH: N_("every month"),
}
SPEAKERS: Final = {
    Speaker.CLIENT: N_("the client speaks"),
    Speaker.TOGETHER: N_("we speak together"),
    Speaker.COACH: N_("the coach speaks, with the client there"),
}
GUIDED_STEPS: Final = {
    GuidedStep.PLACE_AND_TIME: N_("the right place and time"),
    GuidedStep.WHO_CALLS: N_("who makes the appointment"),
    GuidedStep.PAPERS: N_("the papers to take along"),
    GuidedStep.WAY_THERE: N_("how to get there"),
    GuidedStep.WHO_SAYS_WHAT: N_("who says what"),
    GuidedStep.WHAT_NOT: N_("what stays unsaid"),
    GuidedStep.REMINDER: N_("a reminder the day before"),
}
NEARER: Final = {
    Nearer.CLOSER: N_("clearly closer"),
    Nearer.A_LITTLE: N_("a little closer"),
    Nearer.SAME: N_("about the same"),
    Nearer.FURTHER: N_("further away"),
}
PLACES: Final = {
    Place.OFFICE: N_("at the office"),
    Place.HOME: N_("at the client's home"),
    Place.OUTSIDE: N_("outside, walking"),
    Place.SERVICE: N_("at another service"),
    Place.PHONE: N_("by phone"),
    Place.ONLINE: N_("online"),
}
TEMPOS: Final = {Tempo.REST: N_("rest for a moment"), Tempo.ON: N_("go on")}
EVENTS: Final = {
    Event.RELAPSE: N_("a step back"),
    Event.CRISIS: N_("a crisis"),
    Event.NEWS: N_("new information"),
}
RIGHT_STATES: Final = {
    RightState.TO_LOOK_AT: N_("to look at"),
    RightState.UNDER_WAY: N_("asked for"),
    RightState.REALISED: N_("obtained"),
    RightState.NOT_NOW: N_("talked about, not now"),
    RightState.NO_RIGHT: N_("does not apply"),
}
REFERRAL_STEPS: Final = {
    ReferralStep.TALK: N_("talk it over, honestly and without pushing"),
    ReferralStep.SEARCH: N_("look for who could help"),
    ReferralStep.INFORM: N_("tell what they do and how"),
    ReferralStep.APPOINTMENT: N_("make the appointment"),
    ReferralStep.PREPARE: N_("prepare the first contact"),
    ReferralStep.FIRST_CONTACT: N_("the first contact"),
    ReferralStep.FOLLOW_UP: N_("ask how it went, if the client wants that"),
}
ONWARD: Final = {
    Onward.ON_MY_OWN: N_("on my own"),
    Onward.NEW_TRAJECTORY: N_("a new goal"),
    Onward.AFTERCARE: N_("aftercare first"),
}


def domain_name(domain: Domain, texts: Texts) -> str:
    """A domain of life in words; the coach's own word is shown as it is."""
    known = {each.value: name for each, name in LIFE_DOMAINS.items()}
    return texts.say(known[domain]) if domain in known else domain
