"""What is in memory stays there: when the program is ended by force, the system writes no picture of it."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final

_SET_DUMPABLE: Final = 4
"""PR_SET_DUMPABLE. Beside the limit, because a limit of none does not hold for dumps that go to another program."""


def forbid_core_dumps() -> None:
    """For this process alone; one that it starts does it again. Other programs of this user may not look in either."""
    with suppress(ImportError):  # not on every system
        import resource  # noqa: PLC0415 - idem

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only here

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
