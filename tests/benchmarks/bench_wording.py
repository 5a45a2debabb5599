"""How long a look at one line takes: `pytest tests/benchmarks/bench_wording.py -s`."""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns

from sessionpad.method.wording import Field, check, our_lexicons

DATA = sorted((Path(__file__).parents[1] / "unit" / "method" / "data").glob("wording*.toml"))
TODAY = date(2026, 11, 22)
ROUNDS = 3
NANOSECONDS = 1_000_000
"""In a millisecond."""


def lines() -> list[tuple[Field, str]]:
    """Every judged line, most of which a coach might have typed."""
    contents = [tomllib.loads(path.read_text(encoding="utf-8")) for path in DATA]
    groups = [group for content in contents for group in content.values() if isinstance(group, list)]
    return [(Field(field), text) for group in groups for field, text, _ in group]


def yardstick() -> int:
    """A fixed bit of plain Python, to compare machines by."""
    counts: dict[str, int] = {}
    for number in range(2_000):
        word = str(number * 7919 % 997)
        counts[word] = counts.get(word, 0) + 1
    return len(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds it took."""
    begin = perf_counter_ns()
    work()
    return (perf_counter_ns() - begin) / NANOSECONDS


def test_a_look_at_a_line_is_not_felt() -> None:
    """Hints come while one types, so the median of a look stays under 2 ms."""
    our_lexicons()
    asked = lines()
    gc.collect()
    looks = [partial(check, field, text, today=TODAY, start=TODAY) for field, text in asked]
    took = [median(timed(look) for _ in range(ROUNDS)) for look in looks]
    stick = median(timed(yardstick) for _ in range(101))
    middle, high = median(took), quantiles(took, n=20)[-1]
    print(  # noqa: T201  the numbers are what one runs it for
        f"\nwording: {len(asked)} lines, median {middle:.3f} ms, p95 {high:.3f} ms, worst {max(took):.3f} ms"
        f"\nyardstick {stick:.3f} ms, median / yardstick {middle / stick:.2f}"
    )
    assert middle < 2
