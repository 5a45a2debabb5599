"""The base of every value of a dossier."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen record. A field that is not known is an error: a dossier of a newer program is never silently cut.

    On disk a field with its usual value is left out, so a default never changes once it was released.
    """
