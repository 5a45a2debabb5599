"""The domains of life, opened one or two at a time: what goes well comes first. Source: IW-3, GW-34, GW-71."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from textual.content import Content
from textual.widget import Widget

from sessionpad.domain import exploration as explorations
from sessionpad.domain.exploration import DomainView, Exploration
from sessionpad.domain.life_domains import KNOWN, LifeDomain
from sessionpad.domain.text import clean_line
from sessionpad.i18n.dates import short_date
from sessionpad.i18n.terms import domain_name
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Text, entries, shown
from sessionpad.ui.screens.list_form import ListFormScreen
from sessionpad.ui.widgets.rows import Row

FEW: Final = 2
"""Domains to talk about in one conversation: one or two. Source: GW-71."""
_OWN: Final = "own-"
"""Key of a row of a domain that was added by name, before its place among those."""
_PARTS: Final = (
    Text("domain", N_("What it is called")),
    Text("well", N_("What goes well here"), lines=3),
    Text("difficult", N_("What is difficult here"), lines=3),
    Text("helps_goal", N_("How a step here helps with what comes first"), lines=2),
)


class DomainsScreen(ListFormScreen):
    nothing = ""

    @property
    def heading(self) -> str:
        head = f"{self._pad.dossier.client.code} · {self.texts.say(N_('domains of life'))}"
        today = sum(view.on == self._desk.today for view in self._told.domains)
        if today > FEW:
            much = self.texts.say(N_("{number} today: one or two in a talk is enough"), number=today)
            return f"{head} · {much}"
        return head

    @property
    def _told(self) -> Exploration:
        return self._pad.dossier.exploration

    def _view(self, record: str) -> DomainView:
        """What was told of it; an empty one when nothing was."""
        own = [view for view in self._told.domains if view.domain not in KNOWN]
        if record.startswith(_OWN):
            place = int(record.removeprefix(_OWN))
            return own[place] if place < len(own) else DomainView(domain="")
        return next((view for view in self._told.domains if view.domain == record), DomainView(domain=record))

    # what is on it

    def compose_form(self) -> Iterable[Widget]:
        yield from entries(_PARTS, self.texts, lambda: self._desk.today)

    def rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002  a row is one line, however wide
        own = sum(view.domain not in KNOWN for view in self._told.domains)
        return [self._row(key) for key in (*LifeDomain, *(f"{_OWN}{place}" for place in range(own)))]

    def _row(self, key: str) -> Row:
        view = self._view(key)
        name = domain_name(view.domain, self.texts) or self.texts.say(N_("another domain, not named yet"))
        if view.on is None:
            return Row((Content.styled(name, "$quiet"),), key)
        day = short_date(view.on, self.texts.language, self._desk.today)
        said = (view.well or view.difficult or view.helps_goal).split("\n", 1)[0]
        return Row((Content.assemble((name, "bold"), (f"  {day}  {said}", "$quiet")),), key)

    def values_of(self, record: str) -> dict[str, str]:
        return shown(_PARTS, self._view(record))

    def turned(self) -> None:
        self.field("domain").display = self.shown.startswith(_OWN)

    def _to_fields(self) -> None:
        self.field("domain" if self.shown.startswith(_OWN) else "well").take_caret()

    # acts

    def put(self, key: str, value: str) -> None:
        if key == "domain":
            self._rename(value)
            return
        if self.shown.startswith(_OWN):
            changed = explorations.change_own_domain(self._told, self._place(self.shown), **{key: value})
        else:
            changed = explorations.tell_of_domain(self._told, self.shown, self._desk.today, **{key: value})
        self._pad.change_exploration(domains=changed.domains)

    def _rename(self, typed: str) -> None:
        """A name that is taken away on the way to another one stays until that is there."""
        if self.shown.startswith(_OWN) and (name := _own_name(typed)):
            self._pad.name_own_domain(self._place(self.shown), name)

    @staticmethod
    def _place(record: str) -> int:
        return int(record.removeprefix(_OWN))

    def add(self) -> None:
        self._do(explorations.add_own_domain(self._told, self._desk.today))

    def drop(self, record: str) -> None:
        """A domain of one's own is gone; of one of the list, what was told of it."""
        if record.startswith(_OWN):
            self._do(explorations.drop_own_domain(self._told, self._place(record)))
        else:
            nothing = {"well": "", "difficult": "", "helps_goal": ""}
            self._do(explorations.tell_of_domain(self._told, record, self._desk.today, **nothing))

    def _do(self, changed: Exploration) -> None:
        self._pad.do("domain", msgspec.structs.replace(self._pad.dossier, exploration=changed))

    def move(self, record: str, by: int) -> None:
        """They stand in the order of the list."""


def _own_name(typed: str) -> str:
    """A name of one's own is never taken for one of the list, however it is spelled on the way."""
    name = clean_line(typed)
    return name.capitalize() if name in KNOWN else name
