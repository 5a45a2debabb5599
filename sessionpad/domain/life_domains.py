"""The domains of a life, as the method lists them. A coach may add others by name. Source: IW-3."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeAlias


class LifeDomain(StrEnum):
    WORK = "work"
    CARE = "care"
    INCOME = "income"
    DEBTS = "debts"
    HOUSEHOLD = "household"
    SOCIAL = "social"
    DAY = "day"
    """How the day is filled."""
    HOUSING = "housing"
    SAFETY = "safety"
    ADDICTION = "addiction"
    MENTAL_HEALTH = "mental-health"
    PHYSICAL_HEALTH = "physical-health"
    PARENTING = "parenting"


KNOWN: Final = frozenset(LifeDomain)

Domain: TypeAlias = str
"""A `LifeDomain`, or the coach's own word for another one."""
