"""Where a template is found. The user's own folders win over ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sessionpad.documents.catalogue import Document
from sessionpad.errors import NotFound
from sessionpad.method.language import LANGUAGES, Language

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_OURS: Final = (_PACKAGE / "_templates", _PACKAGE.parent / "templates")
"""The copy in an installed package, and the folder of the repository for an editable install."""


def find_template(document: Document, language: Language, folders: Sequence[Path] = ()) -> Path:
    """The first `<language>/<document>.docx` in the user's folders, then in ours.

    Raises:
        NotFound: there is none.
    """
    return _found(document.value, language, (*folders, *_OURS))


def own_template(name: str, language: Language) -> Path:
    """A template of ours that is not one of the documents to choose from. Raises: NotFound."""
    return _found(name, language, _OURS)


def _found(name: str, language: Language, folders: Sequence[Path]) -> Path:
    for folder in folders:
        path = folder / language / f"{name}.docx"
        if path.is_file():
            return path
    raise NotFound("template", document=name, language=language)


def our_templates() -> Iterator[tuple[Language, Path]]:
    """Every template of ours, with its language."""
    for language in LANGUAGES:
        for document in Document:
            yield language, find_template(document, language)
