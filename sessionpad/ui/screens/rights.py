"""Rights to look at and small gains that can be had soon; the list is the coach's own. Source: GW-19, GW-38."""

from __future__ import annotations

from typing import Any

from sessionpad.domain.around import Right, RightState
from sessionpad.domain.ids import RightId
from sessionpad.i18n.terms import LIFE_DOMAINS, RIGHT_STATES, domain_name
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Named, Pick, Text, Yes
from sessionpad.ui.screens.records import RecordsScreen


class RightsScreen(RecordsScreen):
    of = "rights"
    called = N_("rights and quick wins")
    unnamed = N_("a right or a quick win")
    nothing = N_("Nothing yet. Ctrl+N adds a right to look at, or something small that can be had soon.")
    parts = (
        Text("text", N_("Which right, or what can be had soon"), lines=2),
        Yes("quick", N_("A quick win")),
        Pick("state", N_("How it stands"), RIGHT_STATES, RightState, usual=RightState.TO_LOOK_AT),
        Named("domain", N_("Domain of life"), LIFE_DOMAINS),
        Text("note", N_("What was found out"), lines=3),
    )

    def fresh(self) -> Right:
        return Right(id=RightId(self._pad.new_id()), text="", made_at=self._desk.now)

    def line(self, record: Any) -> tuple[str, str]:
        quick = self.texts.say(N_("quick win")) if record.quick else ""
        said = (quick, self.texts.say(RIGHT_STATES[record.state]), domain_name(record.domain, self.texts))
        return record.text, " · ".join(filter(None, said))
