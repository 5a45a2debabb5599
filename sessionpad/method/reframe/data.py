"""Reads the word lists of this room; only when a question is asked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("sessionpad.method").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8"))


def listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


def paired(text: str) -> frozenset[tuple[str, str]]:
    """Reads `denken:aan` as (denken, aan)."""
    pairs = (item.partition(":") for item in text.split())
    return frozenset((left, right) for left, _, right in pairs)
