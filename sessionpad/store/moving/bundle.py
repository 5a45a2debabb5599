"""Several files in one, as it leaves the vault: the same files always give the same bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

DOSSIER: Final = "dossier.json"
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_PRIVATE: Final = 0o600 << 16


def bundled(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, each for its owner alone where it is unpacked."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.external_attr = _PRIVATE
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


_UNUSABLE: Final = (
    zipfile.BadZipFile,  # no zip, or a part whose sum is wrong
    zlib.error,  # a part that was cut or changed
    KeyError,  # there is no dossier in it
    RuntimeError,  # it wants a password
    NotImplementedError,  # packed in a way that Python does not know
    OSError,  # a place in it before its beginning
    EOFError,
    ValueError,
)
"""What Python raises for the ways in which a file can be no usable zip; a zip from elsewhere may be any of them."""


def dossier_in(data: bytes, largest: int) -> bytes | None:
    """The dossier in such a zip; None when it is none, is damaged, or unpacks to more than so many bytes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(DOSSIER) as packed:
            found = packed.read(largest + 1)
    except _UNUSABLE:
        return None
    return found if len(found) <= largest else None
