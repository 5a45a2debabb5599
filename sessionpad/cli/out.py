"""Data to stdout, talk to stderr: as JSON, or as lines in which nothing can speak to the terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import click

from sessionpad.domain.text import clean_line
from sessionpad.i18n.texts import N_, Texts

_LOUD: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""What a terminal would act on, or choke on."""


plain_option: Final = click.option("--plain", is_flag=True, help=N_("In sentences, for a screen reader."))


def put_json(value: object) -> None:
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    _put("\n".join(_LOUD.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in lines))


def put_row(cells: Sequence[str]) -> None:
    """Cells with a tab between them."""
    _put("\t".join(clean_line(cell) for cell in cells))


def put_said(sentence: str) -> None:
    """A sentence that may hold what somebody typed."""
    _put(clean_line(sentence))


def put_line(line: str) -> None:
    """A line that may be a path: nothing a person would see is changed."""
    _put(_LOUD.sub("", line))


def tell(line: str) -> None:
    """Say something to the person at the terminal; when nobody can hear it, what was done is done all the same."""
    with suppress(OSError):
        click.echo(clean_line(line), err=True)


class Counter:
    """Says how far long work is, in one line of a terminal that is gone when it is done."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._width = 0

    def tell(self, done: int, of: int) -> None:
        if sys.stderr.isatty():
            line = self._texts.say(N_("Sealing again: {done} of {of}"), done=done, of=of)
            self._width = max(self._width, len(line))
            self._write(f"\r{line:<{self._width}}")

    def end(self) -> None:
        if self._width:
            self._write(f"\r{'':<{self._width}}\r")

    @staticmethod
    def _write(text: str) -> None:
        with suppress(OSError):
            click.echo(text, nl=False, err=True)


def _put(text: str) -> None:
    try:
        click.echo(text)
    except BrokenPipeError:
        # Whoever read along has seen enough. What is still in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
