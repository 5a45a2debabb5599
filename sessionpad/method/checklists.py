"""What may be good to go through: memory aids of the coach, without order, percentage or total. Source: IW-18."""

from __future__ import annotations

from enum import StrEnum


class FirstTalk(StrEnum):
    """What a first conversation may hold. Source: TGH-21, GW-61."""

    INTRODUCED = "first-introduced"
    """Source: GW-61."""
    PURPOSE = "first-purpose"
    """Source: GW-61."""
    NOT_EVERYTHING = "first-not-everything"
    ONE_THING = "first-one-thing"
    STEP_PLAN = "first-step-plan"
    EXPECTATIONS = "first-expectations"
    TIMING = "first-timing"
    """The five of the explanation; the last one says too that it ends. Source: TGH-21, TGH-85, GW-92."""
    REACH = "first-reach"
    """Source: GW-15."""
    SECRECY = "first-secrecy"
    """Source: GW-16."""
    NOTING = "first-noting"
    """Source: GW-17."""
    DOMAINS = "first-domains"
    """Source: GW-34."""
    QUICK_WIN = "first-quick-win"
    """Source: GW-19."""
    REMEMBERING = "first-remembering"
    """Source: GW-62."""
    EXPLAINED = "first-explained"
    """Source: GW-41."""
    APPOINTMENT = "first-appointment"
    """Source: GW-67."""


class LastTalk(StrEnum):
    """What an end may leave behind. Source: GW-99."""

    EVALUATED = "last-evaluated"
    ANCHORED = "last-anchored"
    NETWORK = "last-network"
    STRENGTHS = "last-strengths"
    PITFALLS = "last-pitfalls"
    HANDED_OVER = "last-handed-over"
    AFTERCARE = "last-aftercare"


class Element(StrEnum):
    """Elements of good work, for the coach's own look back: four in general, eight along the way. Source: IW-45."""

    CLIENT_DECIDES = "client-decides"
    ONE_COORDINATOR = "one-coordinator"
    WHOLE_SYSTEM = "whole-system"
    TAILORED = "tailored"
    LISTENING = "listening"
    """Source: IW-19."""
    QUESTION_LEADS = "question-leads"
    """Source: IW-20."""
    STRENGTHS = "strengths"
    """Source: IW-23."""
    SHARED_GOALS = "shared-goals"
    """Source: IW-27, IW-28."""
    SMALL_STEPS = "small-steps"
    """Source: IW-29."""
    PLAN_IN_USE = "plan-in-use"
    """Source: IW-35, IW-37."""
    WHO_WHAT_WHEN = "who-what-when"
    """Source: IW-38, IW-40."""
    ONE_TEAM = "one-team"
    """Source: IW-41, IW-43."""


LOWEST, HIGHEST = 0, 10
"""Of a score in the coach's own look back. Source: IW-45."""
