"""Aftercare: a time with an end of its own, and what the client wants to remember. Source: GW-100, GW-98."""

from __future__ import annotations

from typing import Any

from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Days, Text, Yes
from sessionpad.ui.screens.paper_form import PaperForm


class AftercareScreen(PaperForm):
    document = "aftercare-plan"
    called = N_("aftercare")
    groups = (
        (
            N_("It has an end too"),
            (
                Day("until", N_("Until")),
                Days("talks", N_("We talk again on")),
                Yes("coach_calls", N_("The coach calls, and not only when there are problems")),
            ),
        ),
        (
            N_("When it gets harder"),
            (
                Text("signals", N_("By what I notice that it is getting harder"), lines=3),
                Text("first_step", N_("What I do then, first"), lines=2),
                Text("who_to_call", N_("Whom I can call"), lines=2),
                Text("may_call_for", N_("What I may still call my coach for, and what not"), lines=2),
            ),
        ),
        (N_("To remember"), (Text("reminder", N_("What I want to remember, in my own words"), lines=4),)),
    )

    def record(self) -> Any:
        return self._pad.dossier.trajectory.aftercare

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_aftercare(**{key: value})
