"""Work beside the caller: waiting for a disk and hashing leave the interpreter free, so they need not come after it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Aside(Generic[_T]):
    """Starts an act at once in a thread of its own; `result` waits for it and gives or raises what it did."""

    def __init__(self, act: Callable[[], _T]) -> None:
        self._act = act
        self._given: list[_T] = []
        self._raised: BaseException | None = None
        self._thread = Thread(target=self._run, name="sessionpad-store")
        self._thread.start()

    def result(self) -> _T:
        self._thread.join()
        if self._raised is not None:
            raise self._raised
        return self._given[0]

    def _run(self) -> None:
        try:
            self._given.append(self._act())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._raised = error
