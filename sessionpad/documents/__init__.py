"""Paper: a dossier becomes a context, a context becomes a Word document. Importing this room loads no Word library."""

from sessionpad.documents.catalogue import Document, file_name, missing
from sessionpad.documents.rendering import render
from sessionpad.documents.templates import find_template

__all__ = ["Document", "file_name", "find_template", "missing", "render"]
