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
from sessionpad.store.identity import FILE, Identity, unprotect

_ERRORS: Final[tuple[type[SessionpadError], ...]] = (WrongPassphrase, Damaged, NotFound, StorageFailed)
_OK: Final = "ok"


def unlock(folder: Path, passphrase: str) -> Identity:
    """The identity of a vault.

    Raises:
        WrongPassphrase: nothing was touched.
        Damaged: the identity file cannot be read ("identity").
        NotFound: there is no vault here ("vault").
    """
    try:
        data = (folder / FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("vault") from None
    except OSError as error:
        raise failure_of(error) from error
    return unprotect(data, passphrase)


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
        return Identity.from_text(rest)
    kind = {each.__name__: each for each in _ERRORS}.get(word)
    if kind is None:
        raise StorageFailed("other", reason=f"unlock ended with {child.returncode}")
    key, *params = rest.splitlines()
    raise kind(key, **dict(line.split("=", 1) for line in params))


def _main(folder: Path) -> str:
    try:
        return f"{_OK}\n{unlock(folder, sys.stdin.buffer.read().decode('utf-8', 'surrogatepass')).text}"
    except (Locked, Damaged, NotFound, StorageFailed) as error:
        params = "".join(f"{name}={value}\n" for name, value in error.params.items())
        return f"{type(error).__name__}\n{error.key}\n{params}"


def _forbid_core_dumps() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _forbid_core_dumps()
    sys.stdout.write(_main(Path(sys.argv[1])))
