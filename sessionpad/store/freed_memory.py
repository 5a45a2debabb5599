"""What a save frees is kept for the next one: handing it back and asking for it again cost a third of a large save."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from typing import Final

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""The names that the C library of Linux has for them in malloc.h."""
AT_ONCE: Final = 8 << 20
"""Bytes; a larger piece is handed back all the same."""
AT_MOST: Final = 32 << 20
"""Bytes that may be kept."""


@cache
def keep_freed_memory() -> None:
    """Done once for this program. Where the system has no such setting it is left as it is."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, AT_ONCE)
        library.mallopt(_TRIM_THRESHOLD, AT_MOST)
