"""Nothing of a client stays behind in what the libraries keep for speed."""

from __future__ import annotations

import gc
import re
from functools import lru_cache
from typing import Final

ROOMS: Final = ("textual", "rich", "sessionpad")
CACHE: Final = type(lru_cache(lambda: None))


def forget_words() -> None:
    """Let go of what nobody holds any more, and empty every cache of what passed by: texts that were measured or cut.

    A cache without a limit holds what belongs to the program, such as its cards and word lists, and stays.
    """
    gc.unfreeze()
    for each in gc.get_objects():
        if type(each) is CACHE and each.__module__.startswith(ROOMS):
            passes_by = each.cache_parameters()["maxsize"] is not None
            if passes_by:
                each.cache_clear()
    re.purge()
    gc.collect()
