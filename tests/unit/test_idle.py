"""How long nobody was there: by the clock that says most."""

from __future__ import annotations

from sessionpad.ui.idle import Idle


class Clocks:
    """Both clocks of a computer."""

    def __init__(self) -> None:
        self.monotonic = 1000.0
        self.wall = 1_800_000_000.0

    def pass_(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


def idle(clocks: Clocks) -> Idle:
    return Idle(lambda: clocks.monotonic, lambda: clocks.wall)


def test_it_is_over_after_the_minutes_and_not_before() -> None:
    """Five minutes without a touch, counted from the last one."""
    clocks = Clocks()
    watch = idle(clocks)
    clocks.pass_(299)
    assert not watch.is_over(5)
    clocks.pass_(1)
    assert watch.is_over(5)
    watch.touch()
    assert not watch.is_over(5)


def test_a_sleeping_computer_counts() -> None:
    """While it sleeps only the clock of the day goes on: that is enough."""
    clocks = Clocks()
    watch = idle(clocks)
    clocks.wall += 3600
    assert watch.is_over(5)


def test_a_clock_set_back_does_not_keep_it_open() -> None:
    """The clock of the day set back an hour: the other one still counts the minutes."""
    clocks = Clocks()
    watch = idle(clocks)
    clocks.wall -= 3600
    clocks.pass_(300)
    assert watch.is_over(5)


def test_only_the_last_half_minute_is_told_in_steps() -> None:
    """Nothing until half a minute before, and then a word that hardly changes."""
    clocks = Clocks()
    watch = idle(clocks)
    told = []
    for _ in range(300):
        told.append(watch.told(5))
        clocks.pass_(1)
    assert told[:270] == [0] * 270
    assert told[270:] == [30] * 10 + [20] * 10 + [10] * 10
    assert watch.told(5) == 0
