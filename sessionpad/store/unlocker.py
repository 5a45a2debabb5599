"""Unlocking in a short process of its own: the key derivation would freeze the screen for a second.

The passphrase goes in over stdin and the identity comes back over stdout; neither is ever an argument, in the
environment, or on disk. Run as `python -m sessionpad.store.unlocker FOLDER`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from sessionpad.errors import Damaged, Locked, NotFound, SessionpadError, StorageFailed, WrongPassphrase
from sessionpad.store.files import failure_of
from sessionpad.store.identity import COPY, FILE, Identity, unprotect
from sessionpad.store.no_dump import forbid_core_dumps

_ERRORS: Final[tuple[type[SessionpadError], ...]] = (WrongPassphrase, Damaged, NotFound, StorageFailed)
_OK: Final = "ok"
_DOSSIERS: Final = "*/*.age"


def unlock(folder: Path, passphrase: str) -> Identity:
    """The identity of a vault, from its file or from the copy of that.

    A flipped bit in the right place cannot be told from a wrong passphrase: where the two differ, both are tried.

    Raises:
        WrongPassphrase: nothing was touched.
        Damaged: neither file can be read ("identity").
        NotFound: there is no vault here ("vault").
    """
    held = _held(folder)
    if not held and next(folder.glob(_DOSSIERS), None) is None:
        raise NotFound("vault")
    trouble: Damaged | WrongPassphrase = Damaged("identity", file=FILE)
    for data, name in held.items():
        try:
            identity = unprotect(data, passphrase)
        except WrongPassphrase as wrong:
            trouble = wrong
        except Damaged:
            continue
        else:
            identity.source = name
            return identity
    raise trouble


def _held(folder: Path) -> dict[bytes, str]:
    """What stands in the two files, and in which first; once when it is the same."""
    held: dict[bytes, str] = {}
    refused: OSError | None = None
    for name in (FILE, COPY):
        try:
            held.setdefault((folder / name).read_bytes(), name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            refused = error
    if refused is not None and not held:
        raise failure_of(refused) from refused
    return held


def unlock_in_child(folder: Path, passphrase: str) -> Identity:
    """The same as `unlock`, while this process stays free to draw."""
    child = subprocess.run(  # noqa: S603 - this Python, this module
        [sys.executable, "-P", "-m", __name__, str(folder)],
        input=passphrase.encode("utf-8", "surrogatepass"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # The child finds what this process finds, and nothing in the folder it happens to be in.
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )
    word, _, rest = child.stdout.decode("utf-8", "replace").partition("\n")
    if child.returncode == 0 and word == _OK:
        source, _, text = rest.partition("\n")
        identity = Identity.from_text(text)
        identity.source = source
        return identity
    kind = {each.__name__: each for each in _ERRORS}.get(word)
    if kind is None:
        raise StorageFailed("other", reason=f"unlock ended with {child.returncode}")
    key, *params = rest.splitlines()
    raise kind(key, **dict(line.split("=", 1) for line in params))


def _main(folder: Path) -> str:
    try:
        identity = unlock(folder, sys.stdin.buffer.read().decode("utf-8", "surrogatepass"))
    except (Locked, Damaged, NotFound, StorageFailed) as error:
        params = "".join(f"{name}={value}\n" for name, value in error.params.items())
        return f"{type(error).__name__}\n{error.key}\n{params}"
    return f"{_OK}\n{identity.source}\n{identity.text}"


if __name__ == "__main__":
    forbid_core_dumps()
    sys.stdout.write(_main(Path(sys.argv[1])))
