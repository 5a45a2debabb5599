"""One quiet page for the person across the table: short lines, much room, nothing but what they may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from sessionpad.domain.client_view import ClientView, SharedTask
from sessionpad.i18n.client_view import meeting, who_and_when
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.picture_lines import picture_lines
from sessionpad.ui.widgets.speaking import Speaking

DONE = "✓ "


class ClientPage(Speaking):
    DEFAULT_CSS = "ClientPage { height: auto; width: 1fr; }"

    picture: reactive[bool] = reactive(bool, layout=True)
    """Whether it shows what was explored together, instead of where we are going."""

    def __init__(self, texts: Texts, view: ClientView, today: date, *, id: str | None = None) -> None:  # noqa: A002  Textual's own name
        super().__init__(texts, id=id)
        self._view = view
        self._today = today

    def _lines(self, width: int) -> list[Content]:
        if self.picture:
            return picture_lines(self._view.picture, self.texts, width)
        return client_lines(self._view, self.texts, self._today, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))


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
