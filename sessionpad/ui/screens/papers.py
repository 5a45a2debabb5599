"""Every document that can be made of this dossier, what is asked for beside it, and what was made already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.documents import USUAL, Asked, Document, Part, missing, recipients, sole_recipient, takes_blank
from sessionpad.domain.value import Value
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.papers import OVERVIEW_PARTS, PAPERS, paper_line
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.parts import Pick, Picks, Yes, entries
from sessionpad.ui.saver import Saver
from sessionpad.ui.screens.exporting import ExportingScreen, calendar_made
from sessionpad.ui.screens.parts_form import PartsScreen
from sessionpad.ui.widgets.choice import Choice, names_in
from sessionpad.ui.widgets.field import Entry
from sessionpad.ui.widgets.line import Block, Label

RECIPIENT = "recipient"


class Wanted(Value, frozen=True, kw_only=True):
    """What was picked on this screen; it is not part of the dossier."""

    document: Document = Document.AGREEMENT
    blank: bool = False
    large: bool = False
    parts: tuple[Part, ...] = USUAL
    recipient: str = ""
    for_client: bool = False


class PapersScreen(PartsScreen, ExportingScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "export", N_("Word document"), id="export", tooltip=N_("Make the document that is picked")),
        Binding(
            "f6",
            "everything",
            N_("everything"),
            id="everything",
            tooltip=N_("Everything of this client in one file, to read and as JSON"),
        ),
        Binding(
            "f7",
            "calendar",
            N_("calendar file"),
            id="calendar",
            tooltip=N_("The next appointment and the days of tasks, for a calendar; only the code stands in it"),
        ),
    ]

    called = N_("documents")
    groups = (
        (
            "",
            (
                Pick("document", N_("Document"), PAPERS, Document, usual=Document.AGREEMENT),
                Yes("large", N_("In large print")),
                Yes("blank", N_("Empty, to write on together")),
                Picks("parts", N_("In the overview; the client picks"), OVERVIEW_PARTS, Part),
            ),
        ),
        (
            N_("Everything (F6); a client may have a right to see what is for you alone too"),
            (Yes("for_client", N_("Without what is for me alone")),),
        ),
    )

    def __init__(self, texts: Texts, desk: Desk, pad: Pad, saver: Saver) -> None:
        super().__init__(texts, desk, pad, saver)
        self._wanted = Wanted()

    def compose_form(self) -> Iterable[Widget]:
        (_, document), (everything, whole) = self.groups
        yield from entries(document, self.texts, lambda: self._desk.today)
        name = N_("The hand-over is for; only who the client agreed to")
        yield Choice(self.texts, RECIPIENT, name, dict[str, str](), own=self._recipients())
        yield Block(self.texts, id="open")
        yield Label(self.texts, everything, classes="part")
        yield from entries(whole, self.texts, lambda: self._desk.today)
        yield Label(self.texts, N_("Made before"), classes="part")
        yield Block(self.texts, id="made")

    def _recipients(self) -> list[str]:
        return recipients(self._pad.dossier, self._desk.today)

    # values

    def record(self) -> Any:
        return self._wanted

    def values(self) -> dict[str, str]:
        return super().values() | {RECIPIENT: self._wanted.recipient}

    def put(self, key: str, value: str) -> None:
        if key == RECIPIENT:
            self.keep(key, next(iter(names_in(value)), ""))
        else:
            super().put(key, value)

    def keep(self, key: str, value: Any) -> None:
        self._wanted = msgspec.structs.replace(self._wanted, **{key: value})

    @on(Entry.Changed)
    def _picked(self) -> None:
        """Nothing is typed here: what is picked counts at once."""
        self.take_in()

    # what follows from them

    def relabel(self) -> None:
        super().relabel()
        picked = self._wanted.document
        self.field("blank").display = takes_blank(picked)
        self.field("parts").display = picked is Document.CLIENT_OVERVIEW
        recipients = self.query_one(f"#field-{RECIPIENT}", Choice)
        recipients.display = picked is Document.HANDOVER
        recipients.offer(self._recipients())
        gaps = missing(picked, self._pad.dossier, self._desk.today)
        lines = list(dict.fromkeys(finding_sentence(each, self.texts) for each in gaps))
        said = lines or [self.texts.say(N_("Everything is there."))]
        self.query_one("#open", Block).content = _quiet(f"· {line}" for line in said)
        self.query_one("#made", Block).content = self._made()

    def _made(self) -> Content:
        """What was made, the last one first."""
        dossier, now = self._pad.dossier, self._desk.now
        if not dossier.papers:
            return _quiet([self.texts.say(N_("Nothing was made of this dossier yet."))])
        return Content("\n").join(
            Content(paper_line(each, dossier.agreements, self.texts, now))
            + Content.styled(f"\n  {each.file}", "$quiet")
            for each in reversed(dossier.papers)
        )

    def action_export(self) -> None:
        self.take_in()
        wanted, dossier = self._wanted, self._pad.dossier
        document = wanted.document
        is_overview, is_handover = document is Document.CLIENT_OVERVIEW, document is Document.HANDOVER
        asked = Asked(
            blank=wanted.blank and takes_blank(document),
            large=wanted.large,
            parts=wanted.parts if is_overview else USUAL,
            recipient=wanted.recipient or sole_recipient(dossier, self._desk.today) if is_handover else "",
        )
        self.make_paper(document, asked)

    def action_everything(self) -> None:
        self.take_in()
        self.make_whole(for_client=self._wanted.for_client)

    def action_calendar(self) -> None:
        self.take_in()
        self.say(N_("The calendar file is being made..."))
        making = calendar_made(self, self._desk, self._pad.dossier)
        self.run_worker(making, exclusive=True, exit_on_error=False, group="export")


def _quiet(lines: Iterable[str]) -> Content:
    return Content("\n").join(Content.styled(line, "$quiet") for line in lines)
