"""Picking one or several out of a few: every option is a word, with a digit to pick it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar, Final, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.field import Entry, Hint, Name
from sessionpad.ui.widgets.speaking import Speaking

_Kind = TypeVar("_Kind", bound=StrEnum)

DIGITS: Final = 9
"""Options that can be picked by a digit."""
FEW: Final = 2
"""So many are said by name; of more, only how many."""
BETWEEN: Final = 3
"""Cells between two options on one line."""


def picked(values: Iterable[str]) -> str:
    """These values as the value of a choice."""
    return "\n".join(values)


def one_of(kind: type[_Kind], value: str) -> _Kind | None:
    """What was picked, from the value of a choice of one."""
    return kind(value) if value else None


def some_of(kind: type[_Kind], value: str) -> tuple[_Kind, ...]:
    """What was picked, from the value of a choice of several."""
    return tuple(map(kind, names_in(value)))


def names_in(value: str) -> tuple[str, ...]:
    """The same for options that have no kind of their own, such as names."""
    return tuple(filter(None, value.split("\n")))


class Options(Speaking, can_focus=True):
    """The options themselves, in columns as the width allows."""

    DEFAULT_CSS = """
    Options { height: auto; width: 1fr; }
    Options > .options--caret { background: $primary 25%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"options--caret"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("space,enter", "pick", show=False),
        Binding("delete,backspace", "clear", show=False),
        *(Binding(str(number), f"pick({number - 1})", show=False) for number in range(1, DIGITS + 1)),
    ]

    at: reactive[int] = reactive(0)
    """Which option the caret is on."""
    chosen: reactive[tuple[str, ...]] = reactive(())

    class Picked(Message):
        """Another choice was made."""

    def __init__(self, texts: Texts, *, several: bool) -> None:
        super().__init__(texts)
        self._several = several
        self._words: Mapping[str, str] = {}
        self._own: Sequence[str] = ()

    def offer(self, words: Mapping[str, str], own: Sequence[str]) -> None:
        """Show these options: texts of ours, and names that are shown as they are."""
        self._words, self._own = words, own
        self.at = min(self.at, max(len(self.values) - 1, 0))
        self.refresh(layout=True)

    def offer_also(self, names: Iterable[str]) -> None:
        """What was picked once can be seen and let go of, also when it is no longer offered."""
        self.offer(self._words, (*self._own, *names))

    @property
    def values(self) -> tuple[str, ...]:
        return (*self._words, *(name for name in self._own if name not in self._words))

    def word(self, value: str) -> str:
        return self.texts.say(self._words[value]) if value in self._words else value

    # how it looks

    def _columns(self, width: int) -> tuple[int, int]:
        """How many options stand beside each other, and the cells of one of them."""
        cell = max((self._cell(index).cell_length for index in range(len(self.values))), default=0)
        return max((width + BETWEEN) // (cell + BETWEEN), 1), min(cell, max(width, 1))

    def _cell(self, index: int) -> Content:
        value = self.values[index]
        is_chosen = value in self.chosen
        signs = ("☑", "☐") if self._several else ("●", "○")
        digit = str(index + 1) if index < DIGITS else " "
        word = (self.word(value), "bold" if is_chosen else "")
        return Content.assemble((digit, "$quiet"), f" {signs[not is_chosen]} ", word)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        columns, _ = self._columns(width)
        return max(-(-len(self.values) // columns), 1)

    def render(self) -> Content:
        columns, room = self._columns(self.content_size.width)
        caret = self.get_visual_style("options--caret", partial=True)
        lines = []
        for first in range(0, len(self.values), columns):
            cells = []
            for index in range(first, min(first + columns, len(self.values))):
                cell = self._cell(index).truncate(room, ellipsis=True)
                shown = cell.stylize(caret) if self.has_focus and index == self.at else cell
                cells.append(shown.pad_right(room - cell.cell_length))
            lines.append(Content(" " * BETWEEN).join(cells))
        return Content("\n").join(lines)

    # keys and mouse

    def action_move(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), max(len(self.values) - 1, 0))

    def action_line(self, by: int) -> None:
        """A line up or down; when all stand on one line, one option."""
        columns, _ = self._columns(self.content_size.width)
        step = columns if columns < len(self.values) else 1
        if 0 <= self.at + by * step < len(self.values):
            self.at += by * step

    def action_edge(self, index: int) -> None:
        self.at = 0 if index == 0 else max(len(self.values) - 1, 0)

    def action_pick(self, index: int | None = None) -> None:
        """Pick the option, or let go of it when it was picked."""
        at = self.at if index is None else index
        if at >= len(self.values):
            return
        self.at, value = at, self.values[at]
        if value in self.chosen:
            kept = tuple(each for each in self.chosen if each != value)
        else:
            kept = (*self.chosen, value) if self._several else (value,)
        self._choose(kept)

    def action_clear(self) -> None:
        self._choose(())

    def _choose(self, chosen: tuple[str, ...]) -> None:
        now = tuple(each for each in self.values if each in chosen)
        if now != self.chosen:
            self.chosen = now
            self.post_message(self.Picked())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        columns, room = self._columns(self.content_size.width)
        column = offset.x // (room + BETWEEN)
        if column < columns:
            self.action_pick(offset.y * columns + column)


class Choice(Entry):
    """One or several of a table of words. Nothing picked is fine too.

    Args:
        words: what can be picked, with the text for each.
        several: whether more than one may be picked.
        own: names that can be picked too, shown as they are.
    """

    def __init__(
        self,
        texts: Texts,
        key: str,
        name: str,
        words: Mapping[_Kind, str] | Mapping[str, str],
        value: str = "",
        *,
        several: bool = False,
        own: Sequence[str] = (),
    ) -> None:
        super().__init__(texts, key, name)
        self._options = Options(texts, several=several)
        self._options.offer({str(each): word for each, word in words.items()}, own)
        self._several = several
        self._words = words
        self.value = value

    def compose(self) -> ComposeResult:
        yield Name(self.texts, self._name_text)
        yield self._options
        yield Hint(self.texts)

    def on_mount(self) -> None:
        self._tell()

    def offer(self, own: Sequence[str]) -> None:
        """These names can be picked now, beside the words."""
        self._options.offer({str(each): word for each, word in self._words.items()}, own)

    @property
    def value(self) -> str:
        return picked(self._options.chosen)

    @value.setter
    def value(self, value: str) -> None:
        chosen = names_in(value)
        self._options.offer_also(each for each in chosen if each not in self._options.values)
        self._options.chosen = chosen
        if self.is_mounted:
            self._tell()

    def watch_texts(self) -> None:
        if self.is_mounted:
            self._tell()

    def _tell(self) -> None:
        """Say in words what is picked."""
        chosen = self._options.chosen
        if self._several:
            words = ", ".join(map(self._options.word, chosen))
            said = words if len(chosen) <= FEW else self.texts.say(N_("{number} picked"), number=len(chosen))
        else:
            said = self._options.word(chosen[0]) if chosen else self.texts.say(N_("nothing picked"))
        self.query_one(Name).said = said

    def take_caret(self) -> None:
        self._options.focus()

    @on(Options.Picked)
    def _picked(self, event: Options.Picked) -> None:
        event.stop()
        self._tell()
        self.post_message(self.Changed(self, self.value))
