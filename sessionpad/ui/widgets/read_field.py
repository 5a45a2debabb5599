"""Fields of one line that read what is typed: a day, a number. They echo in full what they read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sessionpad.errors import InvalidInput
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.dates import read_date
from sessionpad.ui.screens.typed import dates_in
from sessionpad.ui.widgets.field import Entry, Field


class ReadField(Field):
    """A subclass says what can be read (`reads`), what is wrong otherwise (`trouble`) and how it is echoed (`echo`)."""

    trouble = ""
    """Key of the sentence for what cannot be read."""

    def echo(self) -> str:
        """What was read, in full; or what may be typed here."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.tell()

    def on_entry_changed(self, _: Entry.Changed) -> None:
        self.tell()

    def watch_texts(self) -> None:
        if self.is_mounted:
            self.tell()

    def tell(self) -> None:
        self.advise(self.echo() if self.reads else sentence(InvalidInput(self.trouble), self.texts))


class DateField(ReadField):
    """A day, typed as it is said: "vr", "27/11", "+2w".

    Args:
        today: what such words are counted from.
        beside: what else there is to say about the day, such as the latest one there can be.
        reading: how it is read; `read_past_date` for a day that was.
    """

    trouble = "date-unknown"

    def __init__(
        self,
        texts: Texts,
        key: str,
        name: str,
        value: str = "",
        *,
        today: Callable[[], date],
        beside: Callable[[], str] = str,
        reading: Callable[[str, date], date | None] = read_date,
    ) -> None:
        super().__init__(texts, key, name, value)
        self._today = today
        self._reading = reading
        self.beside = beside

    @property
    def reads(self) -> bool:
        return not self.value.strip() or self.day is not None

    @property
    def day(self) -> date | None:
        typed = self.value.strip()
        return self._reading(typed, self._today()) if typed else None

    def echo(self) -> str:
        read = long_date(self.day, self.texts.language) if self.day is not None else ""
        said = read or self.texts.say(N_("For instance: fri, 27/11, +2w, today"))
        return " · ".join(filter(None, (said, self.beside())))


class DatesField(ReadField):
    """Several days, with commas between them."""

    trouble = "date-unknown"

    def __init__(self, texts: Texts, key: str, name: str, value: str = "", *, today: Callable[[], date]) -> None:
        super().__init__(texts, key, name, value)
        self._today = today

    @property
    def reads(self) -> bool:
        return None not in self._days

    @property
    def _days(self) -> list[date | None]:
        return [read_date(part, self._today()) for part in dates_in(self.value)]

    def echo(self) -> str:
        read = [long_date(day, self.texts.language) for day in self._days if day is not None]
        return " · ".join(read) or self.texts.say(N_("For instance: fri, 27/11, +2w, today"))


class NumberField(ReadField):
    """A whole number from `least` to `most`, or nothing.

    Args:
        beside: what to say under the number.
    """

    trouble = "number-unknown"

    def __init__(
        self,
        texts: Texts,
        key: str,
        name: str,
        value: str = "",
        *,
        least: int,
        most: int,
        beside: Callable[[int | None], str] = lambda _: "",
    ) -> None:
        super().__init__(texts, key, name, value)
        self._least = least
        self._most = most
        self.beside = beside

    @property
    def number(self) -> int | None:
        return read_number(self.value, self._least, self._most)

    @property
    def reads(self) -> bool:
        return not self.value.strip() or self.number is not None

    def echo(self) -> str:
        return self.beside(self.number)


def read_number(value: str, least: int, most: int) -> int | None:
    """The number that is typed, None when there is none between these two."""
    typed = value.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(most))):
        return None
    return int(typed) if least <= int(typed) <= most else None
