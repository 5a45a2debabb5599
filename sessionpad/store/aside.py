"""Work beside the caller: waiting for a disk and hashing leave the interpreter free, so they need not come after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_T = TypeVar("_T")

WORTH_A_THREAD: Final = 200_000
"""Bytes from which on handing something over costs less than it saves."""
AT_ONCE: Final = 2
"""Something is brought to the disk, and something else is tidied."""


class Aside(Generic[_T]):
    """Starts an act at once; `result` waits for it and gives or raises what it did.

    Args:
        act: what is done.
        size: how many bytes it is done with: many in another thread, few on the spot.
    """

    def __init__(self, act: Callable[[], _T], size: int = WORTH_A_THREAD) -> None:
        self._future: Future[_T] | None = _threads().submit(act) if size >= WORTH_A_THREAD else None
        self._given: list[_T] = []
        self._raised: BaseException | None = None
        if self._future is None:
            try:
                self._given.append(act())
            except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
                self._raised = error

    def result(self) -> _T:
        if self._future is not None:
            return self._future.result()
        if self._raised is not None:
            raise self._raised
        return self._given[0]


@cache
def _threads() -> ThreadPoolExecutor:
    """Kept for as long as the program runs: starting a thread for each save would cost more than it saves."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - nothing that only reads needs it

    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="sessionpad-store")
