"""Earlier versions of one dossier: look at what was in them, and bring one back. Also when the dossier is damaged."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.dossier import Dossier
from sessionpad.domain.lines import Line as FoundLine
from sessionpad.domain.lines import lines_of
from sessionpad.errors import Damaged, NotFound, SessionpadError
from sessionpad.i18n.lines import day_of, kind_of
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.versions import kind_of_version, long_moment_of_version, moment_of_version
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.hanging import Hung, HungLines, plain
from sessionpad.ui.widgets.key_line import KeyLine
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.rows import LateRow, Rows

if TYPE_CHECKING:
    from datetime import datetime

    from sessionpad.desk.past import Past
    from sessionpad.store.versions import VersionInfo

MOST: Final = 200
"""Lines of a version that are shown; enough to know it by."""
PAGE: Final = 10
"""Lines that a key for a page moves."""
DAY, KIND = 10, 12
"""Widths of the columns before what was written, in cells."""


def has_way_back(error: SessionpadError) -> bool:
    """Whether an earlier version can take the place of a dossier with this trouble."""
    return (isinstance(error, Damaged) and error.key != "newer-format") or isinstance(error, NotFound)


class PastScreen(PadScreen):
    """Dismissed with True when a version was brought back.

    Args:
        texts: the language.
        past: whose versions.
        now: the present moment.
    """

    CSS_PATH = "past.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "restore",
            N_("bring back"),
            id="restore",
            tooltip=N_("Make this version the dossier again; what is there now is kept"),
            priority=True,
        ),
        Binding(
            "f8",
            "let_go",
            N_("throw away"),
            id="let-go",
            tooltip=N_("Throw away what could not be saved, once you have looked at it"),
        ),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Change nothing"), priority=True),
    ]

    def __init__(self, texts: Texts, past: Past, now: datetime) -> None:
        super().__init__(texts)
        self._past = past
        self._now = now
        self._versions: Sequence[VersionInfo] | None = None
        self._trouble: SessionpadError | None = None
        self._sure_of = ""
        """The version that is thrown away when the key is pressed once more."""

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield Block(self.texts, id="said")
        with Horizontal(id="panes"):
            rows = Rows(self._rows, id="versions")
            rows.can_focus = False
            yield rows
            with VerticalScroll(id="page", can_focus=False):
                yield HungLines(self.texts, id="held")

    def on_mount(self) -> None:
        self.relabel()
        self._read()

    def _read(self) -> None:
        """Every version is opened to see whether it can be read, beside the screen."""
        self.run_worker(self._read_aside(), exclusive=True, exit_on_error=False)

    async def _read_aside(self) -> None:
        try:
            self._trouble = await asyncio.to_thread(lambda: self._past.trouble)
            self._versions = await asyncio.to_thread(self._past.versions)
        except SessionpadError as error:
            self._versions = ()
            self.say_trouble(error)
        self.relabel()

    def relabel(self) -> None:
        code = self._past.row.code if self._past.row is not None else self._past.dossier_id
        title = self.texts.say(N_("earlier versions"))
        self.query_one("#title", Line).content = Content.assemble((code, "bold"), (f"  ·  {title}", "$quiet"))
        self.query_one("#said", Block).content = self._said()
        self.query_one("#versions", Rows).rebuild()
        self._show_held()

    def _said(self) -> Content:
        say = self.texts.say
        if self._versions is None:
            return Content(say(N_("The versions are being opened.")))
        said = [(say(N_("This dossier cannot be read as it is now.")), "bold")] if self._trouble is not None else []
        newest = next((each for each in self._versions if each.is_own_past), None)
        if newest is not None and self._trouble is not None:
            moment = long_moment_of_version(newest.at, self.texts, self._now)
            text = say(
                N_("The newest version that can be read is of {moment}. Enter brings that one back."), moment=moment
            )
        elif newest is not None:
            text = say(N_("Enter brings a version back. What is there now is kept as a version too."))
        elif self._trouble is not None:
            text = sentence(NotFound("version-none"), self.texts)
        else:
            text = say(N_("There are no earlier versions yet."))
        return Content("\n").join(Content.styled(*part) for part in [*said, (text, "")])

    def _rows(self, _: int) -> Sequence[LateRow]:
        return [LateRow(partial(self._row, each), each.id) for each in self._versions or ()]

    def _row(self, version: VersionInfo) -> Content:
        moment = moment_of_version(version.at, self.texts, self._now)
        return Content.assemble((moment, "bold"), (f"  {kind_of_version(version.kind, self.texts)}", "$quiet"))

    @property
    def _chosen(self) -> VersionInfo | None:
        key = self.query_one("#versions", Rows).chosen
        return next((each for each in self._versions or () if each.id == key), None)

    @on(Rows.Moved, "#versions")
    def _moved(self) -> None:
        self.hush()
        self._sure_of = ""
        self._show_held()

    def _show_held(self) -> None:
        """What is in the version that is chosen, the last of it first."""
        version, held = self._chosen, self.query_one("#held", HungLines)
        try:
            held.said = () if version is None else self._held(self._past.look(version))
        except SessionpadError as error:
            held.said = [plain(sentence(error, self.texts))]
        self.query_one("#page").scroll_home(animate=False)
        self.query_one(KeyLine).refresh()

    def _held(self, dossier: Dossier) -> Sequence[Hung]:
        today = self._now.date()
        lines = sorted(lines_of(dossier), key=lambda each: (each.on is not None, each.on or today), reverse=True)
        shown = [Hung(self._head(each), Content(each.text)) for each in lines[:MOST]]
        return shown or [plain(self.texts.say(N_("Nothing was written yet.")))]

    def _head(self, line: FoundLine) -> Content:
        day, kind = day_of(line, self.texts, self._now.date()), kind_of(line, self.texts)
        return Content.assemble((f"{day:<{DAY}} ", "$quiet"), (f"{kind:<{KIND}} ", "$accent"))

    # what can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        if action == "let_go":
            return self._chosen is not None and not self._chosen.is_own_past
        return self._chosen is not None if action == "restore" else True

    def action_move(self, by: int) -> None:
        self.query_one("#versions", Rows).action_move(by)

    def action_page(self, by: int) -> None:
        self.query_one("#page").scroll_relative(y=by * PAGE, animate=False)

    @on(Rows.Chosen, "#versions")
    def action_restore(self) -> None:
        version = self._chosen
        if version is not None:
            self.run_worker(self._restore(version), exclusive=True, exit_on_error=False)

    async def _restore(self, version: VersionInfo) -> None:
        try:
            await asyncio.to_thread(self._past.restore, version)
        except SessionpadError as error:
            self.say_trouble(error)
        else:
            self.dismiss(True)  # noqa: FBT003  a screen's result has no name

    def action_let_go(self) -> None:
        version = self._chosen
        if version is None:
            return
        if self._sure_of != version.id:
            self._sure_of = version.id
            self.say(N_("This cannot be undone. Press F8 once more to throw it away."))
            return
        try:
            self._past.let_go(version.id)
        except SessionpadError as error:
            self.say_trouble(error)
        else:
            self.hush()
            self._read()

    def action_back(self) -> None:
        self.dismiss(False)  # noqa: FBT003  idem
