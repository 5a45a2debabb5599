"""What a rule noticed. A finding advises; it never blocks."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sessionpad.domain.value import Value

Severity: TypeAlias = Literal["low", "normal"]


class Finding(Value, frozen=True, kw_only=True):
    code: str
    """Name of the rule, such as `NEG` or `too-many-talks`. The sentence is made in i18n."""
    span: tuple[int, int] | None = None
    """Where in the text: from (included) and to (excluded), counted in characters."""
    severity: Severity = "normal"
    params: tuple[tuple[str, str | int], ...] = ()
    """Values for the sentence."""
    suggestion: str = ""
    """A concrete other wording, when there is one."""
    source: tuple[str, ...] = ()
    """Rows of the method it rests on, such as `TGH-4`."""
