"""Where things are looked for, or put, when nobody says."""

from __future__ import annotations

from pathlib import Path


def default_vault() -> Path:
    """The folder for data of this user, as the system has it."""
    # platformdirs asks the environment and, on some systems, the registry: only when it is needed.
    from platformdirs import user_data_dir  # noqa: PLC0415 - kept out of the start of every other command

    return Path(user_data_dir("sessionpad", appauthor=False))


def export_folder() -> Path:
    """Where documents go: the folder for documents when there is one, otherwise where the program was started."""
    from platformdirs import user_documents_path  # noqa: PLC0415  idem

    documents = user_documents_path()
    return documents if documents.is_dir() else Path()
