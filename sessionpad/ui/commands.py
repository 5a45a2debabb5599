"""What the command palette offers: everything this screen can do, in words, with the key that does it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.offers import ClientRow, client_rows, offers
from sessionpad.ui.screens.base import PadScreen
from sessionpad.ui.widgets.key_line import acts_of


@dataclass(frozen=True)
class Command:
    name: str
    keys: tuple[str, ...]
    what: str
    do: Callable[[], object]


class PadCommands(Provider):
    """The keys of the screen first, in their order on the keyboard; then what has no key."""

    async def discover(self) -> Hits:
        for each in self._all():
            name = Content.assemble(each.name, ("".join(f"  {key}" for key in each.keys), "$quiet"))
            yield DiscoveryHit(_told(name, each.what), each.do, text=each.name)

    async def startup(self) -> None:
        self._rows: Sequence[ClientRow] = ()
        if isinstance(self.screen, PadScreen):
            # In a thread: with very many clients it takes longer than a frame.
            self._rows = await asyncio.to_thread(client_rows, self.screen)

    async def search(self, query: str) -> Hits:
        matcher, found = self.matcher(query), False
        for each in self._all():
            score = matcher.match(each.name)
            if score > 0:
                found = True
                yield Hit(score, _told(matcher.highlight(each.name), each.what), each.do, text=each.name)
        for offer in offers(self.screen, query, self._rows) if isinstance(self.screen, PadScreen) else ():
            found = True
            yield Hit(offer.score, _told(Content(offer.name), offer.what), offer.do, text=offer.name)
        if not found:
            nothing = self._texts.say(N_("Nothing here is called that."))
            yield Hit(0.01, Content(nothing), _do_nothing, text=nothing)

    @property
    def _texts(self) -> Texts:
        return self.screen.texts if isinstance(self.screen, PadScreen) else Texts("en")

    def _all(self) -> Iterator[Command]:
        say = self._texts.say
        for act in acts_of(self.screen):
            if act.action != "app.command_palette":
                what = say(act.binding.tooltip)
                yield Command(say(act.binding.description), act.keys, what, self._runner(act.action))
        if isinstance(self.screen, PadScreen):
            for name, what, do in self.screen.more_commands():
                yield Command(name, (), what, do)
        for action, name, what in (
            ("app.switch_language", N_("Nederlands/English"), N_("Switch the language")),
            ("app.switch_address", N_("je/u on the cards"), N_("How Dutch cards address the client")),
            ("app.next_theme", N_("colours"), N_("Dark, light or high contrast")),
            ("app.settings", N_("settings"), N_("Language, colours, minutes until the lock and more")),
        ):
            can_be = self.app.check_action(action.removeprefix("app."), ())
            if can_be and all(act.action != action for act in acts_of(self.screen)):
                yield Command(say(name), (), say(what), self._runner(action))

    def _runner(self, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.app.run_action(action, default_namespace=self.screen)

        return run


class Everything(CommandPalette):
    """Without the picture in front of the line, which many terminals have no letter for."""

    DEFAULT_CSS = "Everything SearchIcon { display: none; }"


def palette(texts: Texts) -> CommandPalette:
    return Everything([PadCommands], placeholder=texts.say(N_("Type what you want to do")))


def _do_nothing() -> None:
    """Nothing was found, so nothing is done."""


def _told(name: Content, what: str) -> Content:
    """The name with what it does under it, as text: as help it would be read as markup."""
    return Content("\n").join([name, Content.styled(what, "$quiet")]) if what else name
