"""The days around the moment at which the demo is opened."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import Final

from sessionpad.domain.value import Value

_WEEK: Final = 7


class Weekday(IntEnum):
    MONDAY = 0
    WEDNESDAY = 2
    FRIDAY = 4
    SUNDAY = 6


class Days(Value, frozen=True, kw_only=True):
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def this_half_hour(self) -> datetime:
        """The half hour that has just begun: an appointment that can start now."""
        return self.now.replace(minute=self.now.minute // 30 * 30, second=0, microsecond=0)

    def ago(self, days: int) -> date:
        """The working day that many days ago; of a weekend, the Friday before it."""
        day = self.today - timedelta(days=days)
        return day - timedelta(days=max(0, day.weekday() - Weekday.FRIDAY))

    def ahead(self, days: int) -> date:
        """The working day that many days from now; of a weekend, the Monday after it."""
        day = self.today + timedelta(days=days)
        return day + timedelta(days=_WEEK - day.weekday() if day.weekday() > Weekday.FRIDAY else 0)

    def exactly(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def coming(self, weekday: Weekday) -> date:
        """The first such day after today, at most a week away."""
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % _WEEK + 1)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), tzinfo=self.now.tzinfo)
