"""How we work together: remembering, noting, secrecy, how many goals at a time. Source: GW-16, GW-17, GW-62."""

from __future__ import annotations

from typing import Any

from sessionpad.domain.client import Remembering
from sessionpad.i18n.terms import REMEMBERING
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Picks, Text, Yes
from sessionpad.ui.screens.parts_form import PartsScreen


class WorkingScreen(PartsScreen):
    called = N_("how we work together")
    groups = (
        (
            "",
            (
                Text("name", N_("Name of the client, as it stands on paper")),
                Yes("household", N_("The client is a household: who signs, does so by the own name")),
                Text("coach", N_("Name of the coach")),
                Text("reach", N_("How and when to reach the coach"), lines=2),
            ),
        ),
        (
            N_("Remembering what we agree"),
            (
                Picks("remembers", N_("The client remembers best"), REMEMBERING, Remembering),
                Text("remembers_by", N_("Or otherwise, in own words")),
            ),
        ),
        (
            N_("Told and talked about"),
            (
                Day("noting_told_on", N_("What I note and what not, and that it may be read"), past=True),
                Day("secrecy_told_on", N_("What stays between us, and when it cannot"), past=True),
            ),
        ),
        ("", (Yes("few_goals", N_("At most three goals at a time suit better than five")),)),
    )

    def record(self) -> Any:
        return self._pad.dossier.client

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_client(**{key: value})
