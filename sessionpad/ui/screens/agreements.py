"""The draft and the agreements that were made, as they stand on paper; offered, thought over, signed. Source: TGH-8."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.papers import Order
from sessionpad.documents import Document, PaperLine
from sessionpad.documents.paper_lines import Kind
from sessionpad.domain.agreeing import standing_agreement, takes_a_place
from sessionpad.domain.agreement import Agreement, AgreementState
from sessionpad.domain.trajectory import terms_of
from sessionpad.errors import SessionpadError
from sessionpad.i18n.agreements import before, changes_in_words, signer_name, standing_of
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_
from sessionpad.ui.screens.agreement import RENEWING
from sessionpad.ui.screens.exporting import made
from sessionpad.ui.screens.form import FormScreen
from sessionpad.ui.screens.list_form import Records
from sessionpad.ui.widgets.choice import Choice, names_in, picked
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block, Line
from sessionpad.ui.widgets.rows import Row
from sessionpad.ui.widgets.save_mark import SaveMark

DRAFT: Final = "draft"
SIGNED: Final = "signed"
_STYLES: Final = {Kind.TITLE: "bold", Kind.HEADING: "bold $primary", Kind.DETAIL: "$quiet"}
_LEADS: Final = {Kind.ITEM: "· ", Kind.ROW: "▸ ", Kind.DETAIL: "  "}


class AgreementsScreen(FormScreen):
    CSS_PATH = "agreements.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "export", N_("Word document"), id="export", tooltip=N_("Make the Word document of this one")),
        Binding(
            "f6", "offer", N_("offer"), id="offer", tooltip=N_("Keep the draft as the next agreement, to think over")
        ),
        Binding("f7", "sign", N_("signed today"), id="sign", tooltip=N_("Everyone who was to sign has signed")),
    ]

    shown = DRAFT
    """What is on the right: the draft, or the id of an agreement."""

    def compose_pad(self) -> Iterable[Widget]:
        with Horizontal(id="head"):
            yield Line(self.texts, id="title")
            yield SaveMark(self.texts)
        with Horizontal(id="body"):
            yield Records(self._rows, self._turn_to)
            with VerticalScroll(id="column", can_focus=True):
                yield Block(self.texts, id="about")
                yield Field(self.texts, "renewing", RENEWING, lines=2)
                yield Choice(
                    self.texts, SIGNED, N_("Who signed; the day stands beside the name on paper"), {}, several=True
                )
                yield Block(self.texts, id="lines")

    def on_mount(self) -> None:
        self.query_one(Records).rebuild()
        self._fill()
        self.query_one(Records).focus()

    @property
    def heading(self) -> str:
        return f"{self._pad.dossier.client.code} · {self.texts.say(N_('agreements'))}"

    # what is filled in: why the next one is different, and who signed the one that was made

    def values(self) -> dict[str, str]:
        signed = {each.name for each in self._chosen.signed} if self._chosen else set()
        names = (name for name in self._to_sign().values() if name in signed)
        return {
            "renewing": self._pad.dossier.trajectory.renewing,
            SIGNED: picked(signer_name(name, self.texts) for name in names),
        }

    def put(self, key: str, value: str) -> None:
        if key == "renewing":
            self._pad.change_trajectory(renewing=value)
        elif self._chosen is not None:
            names = self._to_sign()
            self._pad.set_signed(self._chosen.id, tuple(names[label] for label in names_in(value)))

    def _to_sign(self) -> dict[str, str]:
        """Who signs the chosen one, by how the screen calls them."""
        chosen = self._chosen
        return {signer_name(name, self.texts): name for name in chosen.to_sign} if chosen else {}

    # what is on it

    def changed(self) -> None:
        super().changed()
        self.query_one(Records).rebuild()
        self._told()

    def went(self) -> None:
        super().went()
        self._told()

    def _rows(self, _: int) -> Sequence[Row]:
        say, today = self.texts.say, self._desk.today
        rows = [Row((Content.styled(say(N_("as it stands now")), "bold"),), DRAFT)]
        for each in reversed(self._pad.dossier.agreements):
            name = Content(say(N_("agreement {number}"), number=each.number))
            rows.append(Row((name, Content.styled(f"  {standing_of(each, self.texts, today)}", "$quiet")), each.id))
        return rows

    @property
    def _chosen(self) -> Agreement | None:
        """The agreement that is shown; None on the draft."""
        return next((each for each in self._pad.dossier.agreements if each.id == self.shown), None)

    def _turn_to(self, record: str) -> None:
        """Another one under the caret: what was typed belongs to the one before."""
        if record != self.shown:
            self.take_in()
            self.shown = record
            self._fill()

    def _fill(self) -> None:
        self.query_one(Choice).offer(tuple(self._to_sign()))
        self.filling.show()
        self._told()
        self.query_one("#column").scroll_home(animate=False)

    def _told(self) -> None:
        """Say what it is, and read its paper beside the screen."""
        dossier, chosen = self._pad.dossier, self._chosen
        written = chosen is not None and chosen.state is not AgreementState.ORAL
        self.field(SIGNED).display = written
        renewed = takes_a_place(dossier) or bool(dossier.trajectory.renewing)
        self.field("renewing").display = chosen is None and renewed
        self.query_one("#about", Block).content = Content.styled(self._about(), "$quiet")
        self._read(chosen)

    def _about(self) -> str:
        dossier, chosen, say = self._pad.dossier, self._chosen, self.texts.say
        if chosen is not None:
            earlier = before(dossier.agreements, chosen)
            changed = changes_in_words(earlier, chosen.terms, chosen.client, self.texts) if earlier else ""
            named = say(N_("Otherwise than in the one before: {changed}."), changed=changed)
            return named if changed else standing_of(chosen, self.texts, self._desk.today)
        last = standing_agreement(dossier)
        if last is None:
            return say(N_("Nothing is agreed on paper yet, and nothing has to be. F6 offers what stands here."))
        changed = changes_in_words(last, terms_of(dossier.trajectory), dossier.client, self.texts)
        if not changed:
            return say(N_("The same as agreement {number}."), number=last.number)
        return say(
            N_("Changed since agreement {number}: {changed}. F6 makes the next one."),
            number=last.number,
            changed=changed,
        )

    @work(exclusive=True, exit_on_error=False, group="reading")
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
        order = self._order(self._chosen)
        making = made(
            self, self._desk, lambda folder: self._desk.export_aside(order, self._pad.dossier, folder), order.document
        )
        self.run_worker(making, exclusive=True, exit_on_error=False, group="export")

    def action_offer(self) -> None:
        offered: list[str] = []
        if self.act(lambda: offered.append(self._pad.offer_agreement())):
            self.query_one(Records).chosen = offered[0]
            self.say(N_("Offered, to think over. F7 when it is signed; Ctrl+Z takes it back."))

    def action_sign(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self.say(N_("First F6: what is signed does not change any more."))
        elif chosen.state is AgreementState.ORAL or not chosen.unsigned:
            self.say_line(standing_of(chosen, self.texts, self._desk.today))
        elif self.act(lambda: self._pad.sign_agreement(chosen.id)):
            self.say(N_("Signed. Ctrl+Z takes it back."))


def _shown(line: PaperLine) -> Content:
    text = Content.styled(f"{_LEADS.get(line.kind, '')}{line.text}", _STYLES.get(line.kind, ""))
    return Content("\n") + text if line.kind in (Kind.TITLE, Kind.HEADING) else text
