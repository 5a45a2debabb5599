"""The way to another service, in seven steps at the client's pace. Source: GW-104."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from sessionpad.domain.around import Referral, ReferralStep, StepTaken
from sessionpad.domain.ids import ReferralId, SharingId
from sessionpad.domain.sharing import Sharing
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import REFERRAL_STEPS
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Picks, Text
from sessionpad.ui.screens.records import RecordsScreen
from sessionpad.ui.widgets.choice import picked, some_of

STEPS = "steps"


class ReferralScreen(RecordsScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f7",
            "consent",
            N_("what may be told"),
            id="consent",
            tooltip=N_("Agree with the client what this service may be told"),
        ),
        Binding("f8", "end", N_("ended"), id="end_referral", tooltip=N_("This way has ended; once more: not yet")),
    ]

    of = "referrals"
    called = N_("to another service")
    unnamed = N_("another service")
    nothing = N_("Nobody else was looked for. Ctrl+N begins a way to another service, in steps that may be repeated.")
    parts = (
        Text("to", N_("To whom")),
        Text("about", N_("What for, in the client's words"), lines=2),
        Picks(STEPS, N_("What was done; going back is fine"), REFERRAL_STEPS, ReferralStep),
        Day("back_on", N_("Time-out until; then it comes back")),
        Text("note", N_("How it goes"), lines=3),
    )

    def fresh(self) -> Referral:
        return Referral(id=ReferralId(self._pad.new_id()), to="", made_at=self._desk.now)

    def line(self, record: Any) -> tuple[str, str]:
        say, today, language = self.texts.say, self._desk.today, self.texts.language
        if record.ended_on is not None:
            return record.to, say(N_("ended on {day}"), day=short_date(record.ended_on, language, today))
        if record.back_on is not None and record.back_on > today:
            return record.to, say(N_("time-out until {day}"), day=short_date(record.back_on, language, today))
        last = max(record.steps, key=lambda each: list(ReferralStep).index(each.step), default=None)
        return record.to, say(REFERRAL_STEPS[last.step]) if last is not None else ""

    def values_of(self, record: str) -> dict[str, str]:
        there = self.record(record)
        steps = picked(each.step for each in there.steps) if there is not None else ""
        return super().values_of(record) | {STEPS: steps} if there is not None else {}

    def put(self, key: str, value: str) -> None:
        there = self.record(self.shown)
        if key != STEPS or there is None:
            super().put(key, value)
            return
        known = {each.step: each for each in there.steps}
        today = self._desk.today
        steps = tuple(known.get(step, StepTaken(step=step, on=today)) for step in some_of(ReferralStep, value))
        self._pad.change(self.of, self.shown, steps=steps)

    def turned(self) -> None:
        super().turned()
        there = self.record(self.shown)
        language, today = self.texts.language, self._desk.today
        days = [
            f"{self.texts.say(REFERRAL_STEPS[each.step])} ({short_date(each.on, language, today)})"
            for each in (there.steps if there is not None else ())
        ]
        self.field(STEPS).advise(" · ".join(days))

    def action_consent(self) -> None:
        """To the consent that goes with this service; a new one with its name when there is none yet."""
        there = self.record(self.shown)
        if there is None:
            return
        self.take_in()
        known = {each.id for each in self._pad.dossier.sharings}
        if there.sharing not in known and not self.act(lambda: self._with_consent(there)):
            return
        from sessionpad.ui.screens.telling import TellingScreen  # noqa: PLC0415  only when it is asked for

        screen = TellingScreen(self.texts, self._desk, self._pad, self._saver)
        screen.begin_at = str(self.record(self.shown).sharing or "")
        self.app.push_screen(screen)

    def _with_consent(self, referral: Referral) -> None:
        named = self.record(referral.id).to
        self._pad.ask_consent(referral.id, Sharing(id=SharingId(self._pad.new_id()), recipient=named))

    def action_end(self) -> None:
        there = self.record(self.shown)
        if there is not None:
            day = self._desk.today if there.ended_on is None else None
            self.act(lambda: self._pad.change(self.of, there.id, ended_on=day))
