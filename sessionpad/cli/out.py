"""Data to stdout: as JSON, or as lines in which client text cannot speak to the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from sessionpad.domain.text import clean_line


def put_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def put_row(cells: Sequence[str]) -> None:
    """Cells with a tab between them."""
    click.echo("\t".join(clean_line(cell) for cell in cells))
