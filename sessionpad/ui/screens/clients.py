"""The client list: type to filter, Enter to open."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from sessionpad.desk.desk import Desk
from sessionpad.domain.ids import DossierId
from sessionpad.domain.overview import Overview
from sessionpad.domain.text import folded
from sessionpad.errors import SessionpadError
from sessionpad.i18n.calendars import today_line
from sessionpad.i18n.moments import short_moment
from sessionpad.i18n.settings import trouble_in_file, troubles_in_short
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import weeks_of
from sessionpad.ui.own_keys import setting_troubles
from sessionpad.ui.screens.base import Offered
from sessionpad.ui.screens.seeking import Seeking
from sessionpad.ui.widgets.line import Label, Line
from sessionpad.ui.widgets.plain import PlainInput
from sessionpad.ui.widgets.rows import LateRow, Rows

if TYPE_CHECKING:
    from sessionpad.ui.screens.new_client import NewClient

WIDE, NARROW = (18, 18, 16, 12), (10, 17, 13, 9)
"""Widths of the columns for code, appointment, weeks and tasks, in cells; the goal takes what is left."""
WITH_NAME = 7
"""So much more has the first of them when the name stands there too."""


class Client:
    """A row of the list, ready to be compared with what is typed."""

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.code, self.name = folded(overview.code), folded(overview.name)
        self.words = f"{self.code} {self.name} {folded(overview.goal)}"

    def distance(self, typed: str) -> int:
        """How far from what was meant: the code itself, a code that begins so, a name that does, anything else."""
        if self.code == typed:
            return 0
        if self.code.startswith(typed):
            return 1
        return 2 if any(part.startswith(typed) for part in (self.name, *self.name.split())) else 3


class ClientsScreen(Seeking):
    CSS_PATH = "clients.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("open dossier"), id="open", tooltip=N_("Open the dossier"), priority=True),
        Binding("f5", "app.tour", N_("tour"), id="tour", tooltip=N_("Begin a tour of two minutes, or leave it")),
        Binding(
            "f8",
            "app.settings",
            N_("settings"),
            id="settings",
            show=False,
            tooltip=N_("Language, colours, minutes until the lock and more"),
        ),
        Binding("ctrl+n", "new", N_("new client"), id="new", tooltip=N_("Make a new dossier"), priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding(
            "f9", "app.switch_language", N_("Nederlands/English"), id="language", tooltip=N_("Switch the language")
        ),
    ]

    def __init__(self, texts: Texts, desk: Desk) -> None:
        super().__init__(texts)
        self._desk = desk
        self._clients: Sequence[Client] = ()
        self._unread: frozenset[DossierId] = frozenset()

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
        yield PlainInput(id="filter", compact=True, select_on_focus=False)
        yield Line(self.texts, id="columns")
        rows = Rows(self._rows, id="clients")
        rows.can_focus = False
        yield rows
        yield Label(self.texts, "", id="empty")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one("#filter", PlainInput).focus()

        self.call_after_refresh(self._load_the_rest)

    def _load_the_rest(self) -> None:
        """Load what comes next while the coach looks at the list."""
        self.run_worker(
            partial(importlib.import_module, "sessionpad.ui.screens.dossier"), thread=True, exit_on_error=False
        )

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._show)

    def relabel(self) -> None:
        self.query_one("#filter", PlainInput).placeholder = self.texts.say(
            N_("Type a code, a name or a word of the goal")
        )
        self.refresh_pad()

    def refresh_pad(self) -> None:
        try:
            self._clients = [Client(each) for each in self._desk.clients()]
            self._unread = frozenset(self._desk.distrusted())
        except SessionpadError as error:
            self.say_trouble(error)
        else:
            self._tell()
        self._show()

    def _tell(self) -> None:
        """What the coach should know about this vault before anything else."""
        damaged = len(self._unread)
        if self.say_reading(self._desk):
            return
        if damaged:
            unread = self.texts.count("{number} dossier cannot be read.", "{number} dossiers cannot be read.", damaged)
            listed = self._unread <= {each.overview.id for each in self._clients}
            way = N_("Open it to see what can be brought back.")
            check = N_("The command 'sessionpad check' says what can be done.")
            self.say_line(unread + " " + self.texts.say(way if listed else check))
        elif troubles := setting_troubles(self._desk.choices):
            told = [trouble_in_file(each.error, each.line, self.texts) for each in troubles]
            self.say_line(troubles_in_short(told, self._desk.choices.file_name, self.texts))
        elif self.app.check_action("offer_tour", ()):
            self.say(N_("Fictional clients: nothing here is kept. F5 begins a tour of two minutes."))

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self._show()
        if self.query_one("#filter", PlainInput).value:
            self.query_one("#clients", Rows).action_edge(0)

    def _show(self) -> None:
        rows = self.query_one("#clients", Rows)
        rows.rebuild()
        count = self.texts.count("{number} client", "{number} clients", len(self._clients))
        today = today_line(self._coming_today(), self.texts)
        self.query_one("#title", Line).content = Content.assemble(
            ("sessionpad", "bold"), (f"  ·  {count}", "$quiet"), (f"  ·  {today}" if today else "", "$accent")
        )
        self.query_one("#columns", Line).content = self._columns()
        self.query_one("#empty", Label).text = "" if rows.keys else self._empty()
        self.query_one("#empty", Label).display = not rows.keys

    def _coming_today(self) -> Iterator[tuple[str, datetime]]:
        today = self._desk.now.date()
        for each in self._clients:
            if each.overview.next_at is not None and each.overview.next_at.date() == today:
                yield each.overview.code, each.overview.next_at

    def more_commands(self) -> Iterable[Offered]:
        yield (
            self.texts.say(N_("Calendar file of everyone")),
            self.texts.say(N_("Appointments and days of tasks, with nothing but codes in it")),
            self.make_calendar,
        )
        yield from super().more_commands()

    def make_calendar(self) -> None:
        from sessionpad.ui.screens.exporting import calendar_made  # noqa: PLC0415  only when it is asked for

        self.say(N_("The calendar file is being made..."))
        self.run_worker(calendar_made(self, self._desk), exclusive=True, exit_on_error=False, group="export")

    def _empty(self) -> str:
        if not self._clients:
            return N_(
                "There are no clients yet. Press Ctrl+N, or type a code and press Enter, to begin with the first one."
            )
        return N_("No client fits what is typed. Press Enter to make a new client with this code.")

    def _columns(self) -> Content:
        say = self.texts.say
        names = (say(N_("CLIENT")), say(N_("NEXT")), say(N_("LEFT")), say(N_("OPEN")))
        head = "".join(_cell(name, width) for name, width in zip(names, self._widths(), strict=True))
        return Content.styled(head + say(N_("GOAL")), "bold $quiet")

    def _widths(self) -> tuple[int, ...]:
        first, *others = WIDE if self.size.width >= 100 else NARROW  # noqa: PLR2004  as in the style
        return first + (WITH_NAME if self.lists_names else 0), *others

    def _rows(self, _: int) -> Sequence[LateRow]:
        typed, now = folded(self.query_one("#filter", PlainInput).value).strip(), self._desk.now
        words = typed.split()
        found = [each for each in self._clients if all(word in each.words for word in words)]
        # Who comes today stands first, in order of time; who is looked for by name comes as near as the name is.
        found.sort(key=(lambda each: each.distance(typed)) if typed else partial(_time_today, now=now))
        return [LateRow(partial(self._row, each.overview, now), each.overview.id) for each in found]

    def _row(self, each: Overview, now: datetime) -> Content:
        code, next_at, weeks, tasks = self._widths()
        when = short_moment(each.next_at, self.texts, now) if each.next_at and each.next_at.date() >= now.date() else ""
        if each.id in self._unread:
            when = self.texts.say(N_("cannot be read"))
        elif each.is_open:
            when = self.texts.say(N_("talk under way"))
        left = self.texts.say(N_("closed")) if each.is_closed else weeks_of(each.deadline, now.date(), self.texts)
        open_tasks = self.texts.count("{number} task", "{number} tasks", each.open_tasks) if each.open_tasks else ""
        return Content.assemble(
            _called(each, code, named=self.lists_names),
            (_cell(when, next_at), "$accent"),
            _cell(left, weeks),
            _cell(open_tasks, tasks),
            (each.goal, "$quiet"),
        )

    def action_move(self, by: int) -> None:
        self.query_one("#clients", Rows).action_move(by)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        rows = self.query_one("#clients", Rows)
        if not rows.chosen:
            self.action_new()
            return
        self.action_open_dossier(rows.chosen)

    def action_new(self) -> None:
        from sessionpad.ui.screens.new_client import NewClientScreen  # noqa: PLC0415  idem

        typed = self.query_one("#filter", PlainInput).value
        known = any(each.code == folded(typed.strip()) for each in self._clients)
        self.app.push_screen(NewClientScreen(self.texts, "" if known else typed, self._make), self._made)

    def _make(self, new: NewClient) -> DossierId:
        return self._desk.new_client(new.code, new.name).dossier.id

    def _made(self, dossier: object) -> None:
        if dossier:
            self.query_one("#filter", PlainInput).value = ""
            self.refresh_pad()
            self.query_one("#clients", Rows).chosen = str(dossier)
            self.action_open()


def _time_today(client: Client, now: datetime) -> tuple[bool, float]:
    """First who comes today, in order of time; the others keep their order."""
    at = client.overview.next_at
    is_today = at is not None and at.date() == now.date()
    return not is_today, at.timestamp() if at is not None and is_today else 0


def _called(each: Overview, width: int, *, named: bool) -> Content:
    """The code, and the name as far as there is room for it."""
    name = f" · {each.name}" if named and each.name else ""
    return Content(_cell(f"{each.code}{name}", width)).stylize("bold", 0, len(each.code))


def _cell(text: str, width: int) -> str:
    """The text in a column: cut with an ellipsis, with at least one cell of room after it."""
    if not width:
        return ""
    shown = Content(text).truncate(width - 1, ellipsis=True)
    return shown.plain + " " * (width - shown.cell_length)
