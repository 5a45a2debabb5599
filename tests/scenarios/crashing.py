"""Starts the program with mistakes in it: each F3 in a conversation goes wrong in the next of the ways asked for.

Run as `python -m tests.scenarios.crashing WAY,WAY ARGUMENTS...`. The mistake quotes what stands in the notes, in a local
variable and in its message, as mistakes do. The program itself has no such door.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NoReturn

from sessionpad.cli import main
from sessionpad.ui import launch

if TYPE_CHECKING:
    from sessionpad.ui.screens.session import SessionScreen


class Boom(Exception):
    """What goes wrong; its message holds what the client said."""


class Failing:
    """Goes wrong when it is forgotten."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __del__(self) -> None:
        fail(self.words)


def fail(words: str) -> NoReturn:
    told = f"{words} in een variabele"
    raise Boom(told)


async def fail_later(words: str) -> NoReturn:
    fail(words)


def in_the_screen(screen: SessionScreen, words: str) -> None:  # noqa: ARG001
    fail(words)


def in_a_worker(screen: SessionScreen, words: str) -> None:
    screen.run_worker(fail_later(words))


def in_a_thread_worker(screen: SessionScreen, words: str) -> None:
    screen.run_worker(lambda: fail(words), thread=True)


def in_a_careful_worker(screen: SessionScreen, words: str) -> None:
    screen.run_worker(fail_later(words), exit_on_error=False)


def in_a_callback(screen: SessionScreen, words: str) -> None:
    screen.set_timer(0.01, lambda: fail(words))


def in_the_loop(screen: SessionScreen, words: str) -> None:  # noqa: ARG001
    asyncio.get_running_loop().call_soon(fail, words)


def in_a_thread(screen: SessionScreen, words: str) -> None:  # noqa: ARG001
    thread = threading.Thread(target=fail, args=(words,))
    thread.start()
    thread.join()


def in_a_forgotten_task(screen: SessionScreen, words: str) -> None:  # noqa: ARG001
    asyncio.ensure_future(fail_later(words))  # noqa: RUF006  forgotten is what it is


def while_cleaning_up(screen: SessionScreen, words: str) -> None:  # noqa: ARG001
    Failing(words)


def while_drawing(screen: SessionScreen, words: str) -> None:
    from sessionpad.ui.widgets.line import Line  # noqa: PLC0415  Textual is loaded after the environment is quiet

    Line.render = lambda _: fail(words)  # type: ignore[assignment, method-assign]  # the mistake
    screen.query_one("#title", Line).refresh()


def while_saving(screen: SessionScreen, words: str) -> None:
    from sessionpad.desk.pad import Pad  # noqa: PLC0415  idem

    Pad.save = lambda _: fail(words)  # type: ignore[assignment, method-assign]  # the mistake
    screen.query_one("#notes").insert("x")  # type: ignore[attr-defined]  # it is an editor


WAYS: Final[dict[str, Callable[[SessionScreen, str], None]]] = {
    way.__name__.replace("_", "-"): way
    for way in (
        *(in_the_screen, in_a_worker, in_a_thread_worker, in_a_careful_worker, in_a_callback, in_the_loop),
        *(in_a_thread, in_a_forgotten_task, while_cleaning_up, while_drawing, while_saving),
    )
}
FATAL: Final = {"in-the-screen", "in-a-worker", "in-a-thread-worker", "in-a-callback", "while-drawing"}
"""What ends the program; the rest is told on the screen, or nowhere, and one goes on."""


def _run(ways: list[str], arguments: list[str]) -> None:
    quieten = launch.quieten

    def with_a_mistake() -> None:
        quieten()
        from sessionpad.ui.screens.session import SessionScreen  # noqa: PLC0415  only after the environment is quiet
        from sessionpad.ui.widgets.notes_editor import NotesEditor  # noqa: PLC0415  idem

        async def round_off(screen: SessionScreen) -> None:
            WAYS[ways.pop(0)](screen, screen.query_one(NotesEditor).text)

        SessionScreen.action_round_off = round_off  # type: ignore[assignment, method-assign]  # the mistake

    launch.quieten = with_a_mistake  # type: ignore[assignment]  # the one moment after it and before the screens
    main(arguments)


if __name__ == "__main__":
    _run(sys.argv[1].split(","), sys.argv[2:])
