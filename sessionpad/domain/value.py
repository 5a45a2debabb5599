from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record. A field that is not known is an error: a dossier of a newer program is never silently cut."""
