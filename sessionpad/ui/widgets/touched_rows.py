"""A text editor that draws again only the rows that came to look different.

Textual's own draws the whole widget at every key. Here each row that is seen has a face: everything that decides how
it looks. After an edit or a move of the caret only the rows whose face changed are drawn, whatever changed it.
The rest is Textual's: the document, the caret, selecting, the keys.

What this needs of Textual beyond its documented parts is checked once (`fits`); where it does not fit, the editor is
Textual's own in every respect, only slower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar, Final, Self

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Edit, EditResult, Location

from sessionpad.ui.widgets.faces import BLANK, NOWHERE, Face, Look, Palette, drawn
from sessionpad.ui.widgets.plain import PlainTextArea
from sessionpad.ui.widgets.wrapping import PlainDocument, QuickWrap, fits

KEPT: Final = 512
"""Rows that are remembered as they were drawn."""


class TouchedRows(PlainTextArea):
    """A subclass says how a row looks (`look_of`), and names the component classes for it.

    Args:
        text: what it begins with.
        read_only: nothing can be typed.
        quick: draw only what is touched; None does so when Textual `fits`.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """Without a layout of the whole screen at each new row: only a scroll bar that comes or goes needs one."""

    MARGIN_STYLE: ClassVar[str] = "text-area--gutter"
    TAIL_STYLE: ClassVar[str] = "text-area--suggestion"

    def __init__(
        self,
        text: str,
        *,
        read_only: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
        quick: bool | None = None,
    ) -> None:
        self._is_quick = False
        self._held = 0
        self._height = 0
        self._drawn: dict[int, Face] = {}
        self._strips: LRUCache[tuple[int, Face], Strip] = LRUCache(KEPT)
        self._base: Style | None = None
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, read_only=read_only, highlight_cursor_line=False, id=id
        )
        self.set_reactive(TextArea.cursor_blink, False)  # noqa: FBT003  Textual's signature
        self._wants_quick = fits() if quick is None else quick
        self._take_rows()

    def look_of(self, line_index: int, start: int, end: int) -> Look:
        """How the part of a line from `start` to `end` looks."""
        raise NotImplementedError

    # the document

    def _take_rows(self) -> None:
        if self._wants_quick:
            self.document = PlainDocument(self.document.text)
            self._rows = QuickWrap(self.document, self.wrap_width if self.is_mounted else 0, self.indent_width)
            self.wrapped_document = self._rows
            self.navigator = DocumentNavigator(self._rows)
            self._is_quick = True

    def load_text(self, text: str) -> None:
        with self.at_once():
            super().load_text(text)
            self._take_rows()

    def edit(self, edit: Edit) -> EditResult:
        if not self._is_quick:
            return super().edit(edit)
        height = self._rows.height
        with self.at_once():
            result = super().edit(edit)
            if self._rows.height != height and self.is_mounted:
                self.scroll_cursor_visible()  # the first time was before there was room for the new row
        return result

    def watch_virtual_size(self, size: Size) -> None:
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def on_resize(self, _: events.Resize) -> None:
        """Hold what is seen while the rows are broken anew: the caret where it stands, or else the row at the top."""
        wrapped, top = self.wrapped_document, int(self.scroll_offset.y)
        caret = wrapped.location_to_offset(self.cursor_location).y - top
        held = self.cursor_location if 0 <= caret < self._height else wrapped.offset_to_location(Offset(0, top))
        self._height = self.size.height
        self.call_next(self._hold, held, caret if held == self.cursor_location else 0)

    def _hold(self, location: Location, row: int) -> None:
        self.scroll_cursor_visible()  # finds out anew where the caret is drawn
        y = self.wrapped_document.location_to_offset(location).y
        self.scroll_to(y=y - min(row, max(self._height - 1, 0)), animate=False, force=True)
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        self.refresh()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: these are words of people, and looking for a bracket may go through the whole text."""

    # what is drawn again

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Everything that changes in here is drawn together."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        self.refresh()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if regions or layout or recompose or not repaint or not self._is_quick or not self._drawn:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if not self._held:
            width, drawn = self.size.width, self._drawn
            faces = enumerate(self._faces(self.size.height))
            touched = [Region(0, y, width, 1) for y, face in faces if drawn.get(y) != face]
            if touched:
                super().refresh(*touched)
        return self

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget()
        super().refresh()

    def _forget(self) -> None:
        self._drawn.clear()
        self._strips.clear()
        self._base = None

    # faces

    def _faces(self, count: int, y: int = 0) -> Iterator[Face]:
        """The faces of the rows from `y` on, as they should look now."""
        rows, document, hint = self._rows, self.document, self._placeholder_lines
        if hint:
            yield from (self._hint_face(hint, row) for row in range(y, y + count))
            return
        top = y + int(self.scroll_offset.y)
        room = max(min(count, rows.height - top), 0)
        if room:
            line_index, part = rows.row_at(top)
            line, parts = document.get_line(line_index), rows.parts(line_index)
            for _ in range(room):
                if part == parts:
                    line_index, part = line_index + 1, 0
                    line, parts = document.get_line(line_index), rows.parts(line_index)
                yield self._face(line_index, line, part, parts)
                part += 1
        for _ in range(count - room):
            yield BLANK

    def _face(self, line_index: int, line: str, part: int, parts: int) -> Face:
        start, end = self._rows.section(line_index, part)
        text, is_last = line[start:end], part + 1 == parts
        caret = -1
        row, column = self.selection.end
        if row == line_index and start <= column and (column < end or is_last) and self._shows_caret:
            caret = column - start
        signs = tuple(self._rows.expanded(line_index, start, end)) if "\t" in text else ()
        hint = self.suggestion if caret == len(text) else ""
        picked = NOWHERE if self.selection.is_empty else self._picked(line_index, start, end, is_last=is_last)
        return Face(text, signs, caret, picked, hint, self.look_of(line_index, start, end))

    @property
    def _placeholder_lines(self) -> Sequence[str]:
        if self.placeholder and self.document.line_count == 1 and not self.document.get_line(0):
            room = max(self.size.width - self.gutter_width, 1)
            return [line.plain for line in Content(str(self.placeholder)).wrap(room)]
        return ()

    def _hint_face(self, lines: Sequence[str], row: int) -> Face:
        caret = 0 if row == 0 and self._shows_caret else -1
        text = lines[row] if row < len(lines) else ""
        return Face(text, (), caret, NOWHERE, "", Look(style="text-area--placeholder"))

    @property
    def _shows_caret(self) -> bool:
        return self.has_focus and (self.show_cursor or not self.read_only)

    def _picked(self, line_index: int, start: int, end: int, *, is_last: bool) -> tuple[int, int]:
        """What is selected of a row; the end of a line counts as one more sign."""
        (top, first), (bottom, last) = sorted(self.selection)
        if not top <= line_index <= bottom:
            return NOWHERE
        from_ = max(first, start) if line_index == top else start
        to = min(last, end) if line_index == bottom else end + is_last
        return (from_ - start, to - start) if from_ < to else NOWHERE

    # drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual's editor works out its colours here, at every key.
        return ScrollView.render_lines(self, crop) if self._is_quick else super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        if not self._is_quick:
            return self._stock_line(y)
        face = next(self._faces(1, y))
        self._drawn[y] = face
        width = self.scrollable_content_region.width
        strip = self._strips.get((width, face))
        if strip is None:
            if self._base is None:
                self._base = self.rich_style
            palette = Palette(self._base, self._styled, self.MARGIN_STYLE, self.TAIL_STYLE)
            strip = self._strips[width, face] = drawn(face, width, self.gutter_width, palette)
        return strip

    def _styled(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    # the same by Textual's own drawing

    def get_line(self, line_index: int) -> Text:
        text = super().get_line(line_index)
        look = self.look_of(line_index, 0, len(text))
        if look.style:
            text.stylize(self._styled(look.style))
        for span in look.spans:
            text.stylize(self._styled(span.style), span.start, span.end)
        return text

    def _stock_line(self, y: int) -> Strip:
        strip, margin = super().render_line(y), ""
        row = y + int(self.scroll_offset.y)
        if row < self.wrapped_document.height:
            line_index = self.wrapped_document.offset_to_location(Offset(0, row))[0]
            is_first = self.wrapped_document.location_to_offset((line_index, 0)).y == row
            margin = self.look_of(line_index, 0, 0).margin if is_first else ""
        style = self.get_component_rich_style(self.MARGIN_STYLE)
        return Strip.join([Strip([Segment(f"{margin:<{self.gutter_width}}", style)], self.gutter_width), strip])
