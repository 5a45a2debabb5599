"""How long a question takes to be turned, beside a fixed piece of plain Python run at the same time."""

from __future__ import annotations

import re
import statistics
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest

from sessionpad.method.language import Language
from sessionpad.method.reframe import reframe

DATA = Path(__file__).parents[1] / "unit" / "method" / "data"
LEVELS = ("simple", "ordinary", "hard")
YARDSTICK_ROUNDS = 200
REPEATS = 3
MEDIAN_LIMIT_MS = 2.0
_GAP = re.compile(r"\W+")


def dutch() -> list[str]:
    raw = tomllib.loads((DATA / "reframe_nl.toml").read_text(encoding="utf-8"))
    return [row[0] for level in LEVELS for row in raw[level]] + list(raw["answers"])


def english() -> list[str]:
    raw = tomllib.loads((DATA / "reframe_en.toml").read_text(encoding="utf-8"))
    return [question for level in LEVELS for question in raw[level]]


def yardstick(question: str) -> None:
    """Folding and splitting the same text, often enough to be measured on any machine."""
    for _ in range(YARDSTICK_ROUNDS):
        _GAP.split(question.casefold())


def best_of(run: Callable[[], object]) -> Iterator[float]:
    for _ in range(REPEATS):
        started = perf_counter()
        run()
        yield (perf_counter() - started) * 1000


def timed(questions: list[str], run: Callable[[str], object]) -> list[float]:
    """Milliseconds for each question, the best of a few runs: what else the machine does is not measured."""
    return sorted(min(best_of(partial(run, question))) for question in questions)


def p95(sorted_times: list[float]) -> float:
    return sorted_times[int(len(sorted_times) * 0.95)]


@pytest.mark.parametrize(("language", "questions"), [("nl", dutch()), ("en", english())], ids=["nl", "en"])
def test_a_question_is_turned_before_the_coach_notices(
    language: Language, questions: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Under two milliseconds at the median, once the word lists are read."""
    reframe(questions[0], language)
    ours = timed(questions, lambda question: reframe(question, language))
    plain = timed(questions, yardstick)
    median, middle = statistics.median(ours), statistics.median(plain)
    with capsys.disabled():
        sys.stdout.write(
            f"\nreframe {language}: {len(questions)} questions, median {median:.3f} ms ({median / middle:.2f}x yardstick), "
            f"p95 {p95(ours):.3f} ms ({p95(ours) / middle:.2f}x), yardstick {middle:.3f} ms\n"
        )
    assert median < MEDIAN_LIMIT_MS
