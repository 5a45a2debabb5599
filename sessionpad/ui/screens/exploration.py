"""What was explored together, in pieces, in any order. Source: TGH-16, TGH-18, TGH-19, GW-68."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from sessionpad.domain.exploration import Exploration
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Part, Text, entries
from sessionpad.ui.parts_listed import Tries
from sessionpad.ui.screens.parts_form import PartsScreen
from sessionpad.ui.widgets.client_page import Page
from sessionpad.ui.widgets.line import Label

_TOLD: Final = (
    Text("facts", N_("What is going on, as anyone could see it"), lines=4),
    Text("experience", N_("What it is like for the client"), lines=4),
)
_SIDES: Final = (
    Text("strengths_self", N_("Strengths of my own"), lines=3),
    Text("strengths_around", N_("Strengths around me"), lines=3),
    Text("hindrances_self", N_("What holds me back, in me"), lines=3),
    Text("hindrances_around", N_("What holds me back, around me"), lines=3),
)
_HELP: Final = (
    Text("can_self", N_("What the client can do alone"), lines=2),
    Text("can_network", N_("What the people around can do"), lines=2),
    Text("help_needed", N_("Where help is needed"), lines=2),
)
_EARLIER: Final = (
    Text("earlier_help_good", N_("What helped"), lines=2),
    Text("earlier_help_less", N_("What helped less"), lines=2),
)

WIDE: Final = frozenset({_SIDES, _EARLIER})
"""Groups that stand two by two."""


class ExplorationScreen(PartsScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f5",
            "picture",
            N_("show together"),
            id="picture",
            tooltip=N_("What was explored as one picture, to look at together"),
        ),
    ]

    called = N_("exploring")
    groups = (
        (N_("What the client tells"), _TOLD),
        (N_("What was tried already"), (Tries("tried", N_("What was done"), N_("What came of it")),)),
        (N_("Strengths and hindrances"), _SIDES),
        (
            N_("How it goes until now"),
            (
                Text("coping", N_("How the client has managed until now"), lines=2),
                Text("works_already", N_("What works already"), lines=2),
                Text("exceptions", N_("When is it different, or less?"), lines=2),
            ),
        ),
        (
            N_("Hope and help"),
            (
                Text("hope", N_("What the client hopes for"), lines=2),
                Text("expected_help", N_("What help the client expects or needs"), lines=2),
            ),
        ),
        (N_("Who can do what"), _HELP),
        (N_("Earlier help from services"), _EARLIER),
        (
            N_("What was told by others; not in the picture for the client"),
            (
                Text("told_by", N_("What a referrer told, and who"), lines=2),
                Day("told_discussed_on", N_("Talked over with the client on"), past=True),
            ),
        ),
    )

    TEXTS: ClassVar[tuple[str, ...]] = tuple(
        part.key for _, group in groups for part in group if isinstance(part, Text)
    )
    """What is told in words of one's own."""

    def compose_form(self) -> Iterable[Widget]:
        quiet = N_("Nothing here has to be filled in, and nothing at once. The rest keeps for another talk.")
        yield Label(self.texts, quiet, classes="quiet")
        for name, group in self.groups:
            yield Label(self.texts, name, classes="part")
            yield from self._group(group)

    def _group(self, group: tuple[Part, ...]) -> Iterable[Widget]:
        fields = list(entries(group, self.texts, lambda: self._desk.today))
        if group not in WIDE:
            yield from fields
            return
        for left, right in zip(fields[::2], fields[1::2], strict=True):
            yield Horizontal(left, right, classes="beside")

    def record(self) -> Exploration:
        return self._pad.dossier.exploration

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_exploration(**{key: value})

    async def action_picture(self) -> None:
        await self.look_together(Page.EXPLORED)
