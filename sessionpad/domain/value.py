"""The base of every value of a dossier."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A frozen record. A field that is not known is an error: a dossier of a newer program is never silently cut.

    On disk a field with its usual value is left out, so a default never changes once it was released.
    Values are made of values and can hold no ring, so Python need not look for one: it would do so at any key.
    """
