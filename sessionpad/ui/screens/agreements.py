"""The draft and the agreements that were made, as they stand on paper; offered, thought over, signed. Source: TGH-8."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.papers import Order
from sessionpad.documents import Document, PaperLine
from sessionpad.documents.paper_lines import Kind
from sessionpad.domain.agreeing import terms_changed
from sessionpad.domain.agreement import Agreement, AgreementState
from sessionpad.domain.trajectory import terms_of
from sessionpad.errors import SessionpadError
from sessionpad.i18n.agreements import before, changes_in_words, standing_of
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.exporting import made
from sessionpad.ui.screens.kept import KeptScreen
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.rows import Row, Rows
from sessionpad.ui.widgets.save_mark import SaveMark

DRAFT: Final = "draft"
_STYLES: Final = {Kind.TITLE: "bold", Kind.HEADING: "bold $primary", Kind.DETAIL: "$quiet"}
_LEADS: Final = {Kind.ITEM: "· ", Kind.ROW: "▸ ", Kind.DETAIL: "  "}


class AgreementsScreen(KeptScreen):
    CSS_PATH = "agreements.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "export", N_("Word document"), id="export", tooltip=N_("Make the Word document of this one")),
        Binding(
            "f6", "offer", N_("offer"), id="offer", tooltip=N_("Keep the draft as the next agreement, to think over")
        ),
        Binding("f7", "sign", N_("signed today"), id="sign", tooltip=N_("Everyone who was to sign has signed")),
        Binding("escape", "back", N_("back"), id="back", tooltip=N_("Back to where you were")),
    ]

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with Horizontal(id="body"):
            yield Rows(self._rows, id="made")
            with VerticalScroll(id="paper", can_focus=True):
                yield Block(self.texts, id="about")
                yield Block(self.texts, id="lines")

    def on_mount(self) -> None:
        self.relabel()
        self.query_one(Rows).focus()

    def relabel(self) -> None:
        name = self.texts.say(N_("agreements"))
        self.query_one("#title", Line).content = Content.styled(f"{self._pad.dossier.client.code} · {name}", "bold")
        self.changed()

    # what is kept

    def bring(self) -> None:
        """Nothing is typed here."""

    def changed(self) -> None:
        self.query_one(Rows).rebuild()
        self._turned()

    def went(self) -> None:
        """The list was made anew already."""

    # what is on it

    def _rows(self, _: int) -> Sequence[Row]:
        say, today = self.texts.say, self._desk.today
        rows = [Row((Content.styled(say(N_("as it stands now")), "bold"),), DRAFT)]
        for each in reversed(self._pad.dossier.agreements):
            name = Content(say(N_("agreement {number}"), number=each.number))
            rows.append(Row((name, Content.styled(f"  {standing_of(each, self.texts, today)}", "$quiet")), each.id))
        return rows

    @property
    def _chosen(self) -> Agreement | None:
        """The agreement under the caret; None on the draft."""
        chosen = self.query_one(Rows).chosen
        return next((each for each in self._pad.dossier.agreements if each.id == chosen), None)

    @on(Rows.Moved)
    def _turned(self) -> None:
        """Another one under the caret: say what it is, and read its paper beside the screen."""
        self.query_one("#about", Block).content = Content.styled(self._about(), "$quiet")
        self.run_worker(self._read(self._chosen), exclusive=True, exit_on_error=False, group="reading")

    def _about(self) -> str:
        dossier, chosen = self._pad.dossier, self._chosen
        if chosen is not None:
            earlier = before(dossier.agreements, chosen)
            changed = changes_in_words(earlier.terms, chosen.terms, self.texts) if earlier is not None else ""
            named = self.texts.say(N_("Otherwise than in the one before: {changed}."), changed=changed)
            return named if changed else standing_of(chosen, self.texts, self._desk.today)
        last = next((each for each in reversed(dossier.agreements) if each.trajectory == dossier.trajectory.id), None)
        if last is None:
            return self.texts.say(
                N_("Nothing is agreed on paper yet, and nothing has to be. F6 offers what stands here.")
            )
        now = terms_of(dossier.trajectory)
        if not terms_changed(last.terms, now):
            return self.texts.say(N_("The same as agreement {number}."), number=last.number)
        changed = changes_in_words(last.terms, now, self.texts)
        return self.texts.say(
            N_("Changed since agreement {number}: {changed}. F6 makes the next one."),
            number=last.number,
            changed=changed,
        )

    async def _read(self, agreement: Agreement | None) -> None:
        try:
            lines = await self._desk.read_aside(self._order(agreement), self._pad.dossier)
        except SessionpadError as error:
            self.query_one("#lines", Block).content = Content(sentence(error, self.texts))
        else:
            self.query_one("#lines", Block).content = Content("\n").join(map(_shown, lines))

    def _order(self, agreement: Agreement | None) -> Order:
        number = agreement.number if agreement is not None else None
        return Order(document=Document.AGREEMENT, language=self.texts.language, number=number)

    # acts

    def action_export(self) -> None:
        self.say(N_("The document is being made..."))
        making = made(self, self._desk, self._pad, self._order(self._chosen))
        self.run_worker(making, exclusive=True, exit_on_error=False, group="export")

    def action_offer(self) -> None:
        offered: list[str] = []
        if self.act(lambda: offered.append(self._pad.offer_agreement())):
            self.query_one(Rows).chosen = offered[0]
            self.say(N_("Offered, to think over. F7 when it is signed; Ctrl+Z takes it back."))

    def action_sign(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self.say(N_("First F6: what is signed does not change any more."))
        elif chosen.state is not AgreementState.OFFERED:
            self.say_line(standing_of(chosen, self.texts, self._desk.today))
        elif self.act(lambda: self._pad.sign_agreement(chosen.id)):
            self.say(N_("Signed. Ctrl+Z takes it back."))

    async def action_back(self) -> None:
        if await self.before_leaving():
            self.dismiss(None)


def _shown(line: PaperLine) -> Content:
    text = Content.styled(f"{_LEADS.get(line.kind, '')}{line.text}", _STYLES.get(line.kind, ""))
    return Content("\n") + text if line.kind in (Kind.TITLE, Kind.HEADING) else text
