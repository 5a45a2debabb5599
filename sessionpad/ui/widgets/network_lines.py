"""Who is around, by how near the client feels them: the longer the line from the middle, the further away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from sessionpad.domain.client import Closeness
from sessionpad.domain.picture import SharedPerson
from sessionpad.i18n.terms import CLOSENESS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.hanging import Hung, plain

_BANDS: Final = (Closeness.NEAR, Closeness.AROUND, Closeness.FAR, None)
_ARMS: Final = {Closeness.NEAR: "├── ", Closeness.AROUND: "├────── ", Closeness.FAR: "├────────── ", None: "├┄ "}


def network_lines(people: Sequence[SharedPerson], texts: Texts, width: int) -> list[Content]:
    """The lines of the picture, for a width in cells: a name for each distance, and the people at it."""
    if not people:
        empty = N_("Nobody yet: who is around is written down under people.")
        return list(plain(texts.say(empty)).lines(width))
    lines = [*plain(Content.styled(network_in_words(people, texts), "$quiet")).lines(width), Content("")]
    lines.append(Content.styled(f"◆ {texts.say(N_('me'))}", "bold $primary"))
    for band in _BANDS:
        there = [each for each in people if each.closeness is band]
        if there:
            stem = Content.styled("│ ", "$line")
            lines += [stem, *Hung(stem, Content.styled(_name(band, texts), "bold")).lines(width)]
            for each in there:
                lines += _arm(each, width)
    return lines


def network_in_words(people: Sequence[SharedPerson], texts: Texts) -> str:
    """Such as "2 dichtbij · 1 eromheen · 1 verder weg"."""
    return " · ".join(_counted(people, texts))


def _counted(people: Sequence[SharedPerson], texts: Texts) -> Iterator[str]:
    for band in _BANDS:
        there = sum(each.closeness is band for each in people)
        if there:
            yield f"{there} {_name(band, texts)}"


def _name(band: Closeness | None, texts: Texts) -> str:
    return texts.say(CLOSENESS[band] if band is not None else N_("not said how near"))


def _arm(person: SharedPerson, width: int) -> Iterator[Content]:
    about = " · ".join(filter(None, (person.relation.strip(), person.helps_with.strip())))
    words = Content.assemble((person.name.strip(), "bold"), (f"  {about}" if about else "", "$quiet"))
    return Hung(Content.styled(_ARMS[person.closeness], "$line"), words).lines(width)
