"""What weighs on someone and what carries them, side by side, in the client's own words.

It weighs nothing itself: the method names the picture but gives no scale for it. Source: GW-35, GW-73, TGH-18.
"""

from __future__ import annotations

from collections.abc import Iterable

from sessionpad.domain.picture import Picture
from sessionpad.domain.value import Value


class Balance(Value, frozen=True, kw_only=True):
    weighs: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.weighs or self.carries)


def balance_of(picture: Picture) -> Balance:
    """Each line that was written down as one thing."""
    return Balance(
        weighs=_things(
            (picture.hindrances_self, picture.hindrances_around, *(each.difficult for each in picture.domains))
        ),
        carries=_things(
            (
                picture.strengths_self,
                picture.strengths_around,
                picture.works_already,
                picture.coping,
                *(each.well for each in picture.domains),
            )
        ),
    )


def _things(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())
