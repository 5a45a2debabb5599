"""Looking back together on a whole trajectory, ending it, and going on. Source: TGH-78, TGH-79, GW-94, GW-97."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain.ending import GoalResult, Onward
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.terms import ONWARD
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import GOAL_RESULTS
from sessionpad.method.cards.deck import Card
from sessionpad.ui.parts import Pick, Text
from sessionpad.ui.screens.paper_form import PaperForm
from sessionpad.ui.widgets.card_field import CardField
from sessionpad.ui.widgets.choice import Choice, one_of
from sessionpad.ui.widgets.field import Field
from sessionpad.ui.widgets.line import Block, Label

ROAD: Final = (
    *("closing-experience", "closing-key-steps", "closing-take-along", "closing-advice-for-others"),
    *("closing-motivated", "closing-held-back", "closing-keep-doing"),
)
"""Seven questions about the road. Source: GW-97."""
AHEAD: Final = (
    *("aftercare-call-for", "aftercare-keep-going", "aftercare-hard-day"),
    *("aftercare-how-in-touch", "aftercare-good-news", "aftercare-limits"),
)
"""Six questions about what comes: three on content, three on the contact. Source: GW-98."""
CARD: Final = "card-"


class EndingScreen(PaperForm):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f7", "close", N_("end it today"), id="close", tooltip=N_("End this trajectory; once more: open again")
        ),
        Binding(
            "f8", "next", N_("new goal"), id="next", tooltip=N_("Begin a fresh trajectory that links back to this")
        ),
    ]

    document = "closing-review"
    called = N_("looking back and going on")
    groups = (
        (
            N_("What came of it"),
            (
                Text("realised", N_("Was the goal reached? What is there now?"), lines=2),
                Text("brought", N_("Did it bring what I wanted?"), lines=2),
                Text("other_effects", N_("What else changed"), lines=2),
                Text("capacity", N_("What I can do now that was hard before"), lines=2),
                Text("process", N_("How it went, along the way"), lines=2),
            ),
        ),
        (
            N_("What stays"),
            (
                Text("keeps", N_("What I keep doing"), lines=2),
                Text("still_hard", N_("What is still hard"), lines=2),
                Text("who_helps", N_("Who can help me with it"), lines=2),
                Text("elsewhere", N_("Where else I can use this"), lines=2),
            ),
        ),
        (
            N_("About working together"),
            (
                Text("to_coach", N_("From me to my coach"), lines=2),
                Text("to_client", N_("From my coach to me"), lines=2),
            ),
        ),
        (N_("How it goes on"), (Pick("onward", N_("I go on"), ONWARD, Onward),)),
    )

    def compose_form(self) -> Iterable[Widget]:
        yield Block(self.texts, id="where")
        headline = N_("The whole of it, in the client's own words")
        yield Field(self.texts, "headline", headline, lines=2)
        yield from super().compose_form()
        for name, cards in (
            (N_("Seven questions about the road; a few are enough"), ROAD),
            (N_("Six questions about what comes"), AHEAD),
        ):
            yield Label(self.texts, name, classes="part")
            for card in self._cards(cards):
                yield CardField(self.texts, f"{CARD}{card.id}", card, self._desk.choices.address)
        yield Choice(self.texts, "result", N_("The goal is; every one of these is fine"), GOAL_RESULTS)

    def _cards(self, ids: Sequence[str]) -> list[Card]:
        """These questions, as far as the coach did not hide them."""
        known = {card.id: card for card in self._desk.deck().deck.cards}
        return [known[each] for each in ids if each in known]

    # values

    def record(self) -> Any:
        return self._pad.dossier.trajectory.closing

    def values(self) -> dict[str, str]:
        now = self._pad.dossier.trajectory
        said = {each.card: each.text for each in now.closing.answers}
        answers = {f"{CARD}{each}": said.get(each, "") for each in (*ROAD, *AHEAD)}
        result = str(now.result) if now.result is not None else ""
        return super().values() | answers | {"headline": now.headline, "result": result}

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_closing(**{key: value})

    def put(self, key: str, value: str) -> None:
        if key == "headline":
            self._pad.change_trajectory(headline=value)
        elif key == "result":
            self._pad.change_trajectory(result=one_of(GoalResult, value))
        elif key.startswith(CARD):
            self._pad.answer(key.removeprefix(CARD), value)
        else:
            super().put(key, value)

    # what follows from them

    def relabel(self) -> None:
        super().relabel()
        now, language = self._pad.dossier.trajectory, self.texts.language
        said = self.texts.say(N_("Everything here may be skipped. The main lines are the client's."))
        if now.closed_on is not None:
            day = long_date(now.closed_on, language)
            said = self.texts.say(
                N_("This trajectory ended on {day}. F7 opens it again, F8 begins a new goal."), day=day
            )
        self.query_one("#where", Block).content = Content(said)

    def action_close(self) -> None:
        """End the trajectory today, or open it again."""
        self.take_in()
        now = self._pad.dossier.trajectory
        if now.is_closed:
            self.act(self._pad.open_again)
        elif now.result is None:
            self.field("result").take_caret()
            self.say(N_("First say together how it is with the goal; every answer is fine."))
        else:
            result = now.result
            if self.act(lambda: self._pad.close(result)):
                self.say(N_("This trajectory has ended. Ctrl+Z takes that back."))

    def action_next(self) -> None:
        self.take_in()
        if not self._pad.dossier.trajectory.is_closed:
            self.say(N_("First end this trajectory with F7; one goal at a time."))
        elif self.act(self._pad.next_trajectory):
            self._saver.now()
            self.dismiss(None)
