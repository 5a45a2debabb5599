"""Between the fields on a screen and the dossier: what was typed and is not there yet, and what changed there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from sessionpad.ui.widgets.field import Entry


class Filling:
    """The fields of one form.

    Args:
        fields: the fields that are on the screen now.
        values: what they show, read from the dossier.
        put: brings the value of a field into the dossier.
    """

    def __init__(
        self,
        fields: Callable[[], Iterable[Entry]],
        values: Callable[[], Mapping[str, str]],
        put: Callable[[str, str], None],
    ) -> None:
        self._fields = fields
        self._values = values
        self._put = put
        self._brought: dict[str, str] = {}
        """What was last brought from each field to the dossier."""
        self._stood: dict[str, str] = {}
        """What stood in the dossier then."""

    @property
    def has_begun(self) -> bool:
        return bool(self._stood)

    def begin(self) -> None:
        """The fields show what is in the dossier."""
        self._stood = dict(self._values())
        self._brought = dict(self._stood)

    def show(self) -> None:
        """Make them show it."""
        self.begin()
        for field in self._fields():
            field.value = self._stood[field.key]

    @property
    def waiting(self) -> dict[str, str]:
        """What was typed, read from the fields themselves: a key may be faster than the message that tells of it."""
        now = {field.key: field.value for field in self._fields()}
        return {key: value for key, value in now.items() if value != self._brought.get(key, value)}

    def bring(self) -> bool:
        """Bring what waits into the dossier, as far as it can be read. Returns whether anything waited."""
        waiting, reads = self.waiting, {field.key: field.reads for field in self._fields()}
        self._brought |= waiting
        for key, value in waiting.items():
            if reads[key]:
                self._put(key, value)
        if waiting:
            self._show_all_but(waiting)
        return bool(waiting)

    def went(self) -> None:
        """Show what changed in the dossier; a field that did not is left as it was typed."""
        self._show_all_but(())

    def _show_all_but(self, typed: Container[str]) -> None:
        """Show what changed; a field that did not, or that was just typed in, is left as it was typed."""
        before, self._stood = self._stood, dict(self._values())
        for field in self._fields():
            value = self._stood.get(field.key)
            if value is not None and value != before.get(field.key, value) and field.key not in typed:
                self._brought[field.key] = value
                field.value = value
