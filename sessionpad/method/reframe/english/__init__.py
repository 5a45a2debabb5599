"""English: the helper verb steps back."""

from __future__ import annotations

from sessionpad.method.reframe.english.suggest import framed, ways

__all__ = ["framed", "ways"]
