"""What more there may be in an agreement: each part only when it is wanted. Source: TGH-43, EPH-7, IW-24."""

from __future__ import annotations

from typing import Any

from sessionpad.domain.trajectory import Form, Say, Section, Title
from sessionpad.i18n.terms import SAYS, SECTIONS
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import FORMS, TITLES
from sessionpad.ui.parts import Day, Pick, Picks, Text
from sessionpad.ui.screens.parts_form import PartsScreen


class TermsScreen(PartsScreen):
    called = N_("more in the agreement")
    groups = (
        (
            "",
            (
                Picks("sections", N_("Parts that are in it"), SECTIONS, Section),
                Pick("form", N_("On paper or by word of mouth; both are complete"), FORMS, Form, usual=Form.WRITTEN),
                Pick("title", N_("What it is called"), TITLES, Title, usual=Title.COOPERATION),
            ),
        ),
        (
            N_("What we expect of each other"),
            (
                Text("expects_client", N_("I may expect of my coach"), lines=2),
                Text("expects_coach", N_("My coach may expect of me"), lines=2),
            ),
        ),
        (
            N_("How we work together"),
            (
                Text("way", N_("In the client's words"), lines=2),
                Picks("say", N_("Talked about and chosen by the client"), SAYS, Say),
                Text("evaluation_way", N_("How and with whom we look back"), lines=2),
                Text("supporter", N_("Who stands by the client")),
            ),
        ),
        (N_("Time to think it over"), (Day("reflect_until", N_("Until")),)),
    )

    def record(self) -> Any:
        return self._pad.dossier.trajectory

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_trajectory(**{key: value})
