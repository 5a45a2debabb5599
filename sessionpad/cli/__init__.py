"""The command line: thin, and the only place that prints."""

from sessionpad.cli.main import main

__all__ = ["main"]
