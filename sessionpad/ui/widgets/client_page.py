"""One quiet page for the person across the table: short lines, much room, nothing but what they may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from sessionpad.domain.balance import balance_of
from sessionpad.domain.client_view import ClientView, SharedTask
from sessionpad.i18n.client_view import meeting, who_and_when
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.balance_lines import balance_lines
from sessionpad.ui.widgets.network_lines import network_lines
from sessionpad.ui.widgets.path_lines import path_lines
from sessionpad.ui.widgets.picture_lines import picture_lines
from sessionpad.ui.widgets.speaking import Speaking

DONE = "✓ "


class Page(StrEnum):
    GOAL = "goal"
    EXPLORED = "explored"
    PATH = "path"
    BALANCE = "balance"
    NETWORK = "network"


PICTURES: Final = {
    Page.PATH: N_("The way to my goal"),
    Page.BALANCE: N_("What weighs and what carries"),
    Page.NETWORK: N_("Who is around me"),
}


class ClientPage(Speaking):
    DEFAULT_CSS = "ClientPage { height: auto; width: 1fr; }"

    page: reactive[Page] = reactive(Page.GOAL, layout=True)
    """Where we are going, what was explored together, or one of the pictures."""

    def __init__(self, texts: Texts, view: ClientView, today: date, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._view = view
        self._today = today

    @property
    def pages(self) -> list[Page]:
        """Those that have something on them; the first two always say what they are for."""
        picture = self._view.picture
        there = {
            Page.PATH: self._view.path,
            Page.BALANCE: not balance_of(picture).is_empty,
            Page.NETWORK: picture.people,
        }
        return [page for page in Page if there.get(page, True)]

    def _lines(self, width: int) -> list[Content]:
        if self.page is Page.GOAL:
            return client_lines(self._view, self.texts, self._today, width)
        if self.page is Page.EXPLORED:
            return picture_lines(self._view.picture, self.texts, width)
        head = Content.styled(self.texts.say(PICTURES[self.page]).upper(), "bold $accent")
        return [head, Content(""), *page_lines(self.page, self._view, self.texts, self._today, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))


def page_lines(page: Page, view: ClientView, texts: Texts, today: date, width: int) -> list[Content]:
    """One of the pictures, for a width in cells."""
    if page is Page.PATH:
        return path_lines(view.path, texts, today, width)
    if page is Page.BALANCE:
        return balance_lines(balance_of(view.picture), texts, width)
    return network_lines(view.picture.people, texts, width)


def client_lines(view: ClientView, texts: Texts, today: date, width: int) -> list[Content]:
    """The lines of the page, for a width in cells."""
    parts = [
        [Content.styled(texts.say(name).upper(), "bold $accent"), Content(""), *_wrapped(body, width)]
        for name, body in _parts(view, texts, today)
    ]
    lines: list[Content] = []
    for part in parts:
        lines += [*([Content(""), Content("")] if lines else []), *part]
    return lines


def _parts(view: ClientView, texts: Texts, today: date) -> Iterator[tuple[str, list[Content]]]:
    """Each part that has something in it: its name, and its paragraphs."""
    looking = texts.say(N_("We are still looking for it together."))
    yield N_("My goal"), [Content.styled(view.goal, "bold") if view.goal else Content(looking)]
    if view.why:
        yield N_("What I do this for"), [Content(view.why)]
    if view.agreed:
        read_back = Content.styled(texts.say(N_("Is this how we agreed it?")), "$primary")
        yield N_("Agreed today"), [*_tasks(view.agreed, texts, today), read_back]
    if view.tasks:
        name = N_("Also still to do") if view.agreed else N_("What we do")
        yield name, list(_tasks(view.tasks, texts, today))
    if view.succeeded:
        yield (
            N_("What already worked out"),
            [Content("\n").join(Content.assemble((DONE, "$success"), text) for text in view.succeeded)],
        )
    if view.next_at is not None:
        yield N_("We meet again"), [Content(meeting(view.next_at, view.next_where, texts, today))]


def _tasks(tasks: tuple[SharedTask, ...], texts: Texts, today: date) -> Iterator[Content]:
    for task in tasks:
        yield Content.assemble((task.text, "bold"), "\n", (who_and_when(task, texts, today), "$quiet"))


def _wrapped(paragraphs: list[Content], width: int) -> Iterator[Content]:
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield Content("")
        for line in paragraph.split("\n", allow_blank=True):
            yield from line.wrap(max(width, 1))
