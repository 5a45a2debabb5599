"""Paper: a dossier becomes a context, a context becomes a Word document. Importing this room loads no Word library."""

from sessionpad.documents.asked import AS_USUAL, USUAL, Asked, Part
from sessionpad.documents.catalogue import Document, check_asked, file_name, missing, takes_blank
from sessionpad.documents.checking import Checked, check_template, which
from sessionpad.documents.handover import consents, recipients, sole_recipient
from sessionpad.documents.paper_lines import PaperLine, read_paper
from sessionpad.documents.rendering import render
from sessionpad.documents.templates import find_template, our_templates

__all__ = [
    "AS_USUAL",
    "USUAL",
    "Asked",
    "Checked",
    "Document",
    "PaperLine",
    "Part",
    "check_asked",
    "check_template",
    "consents",
    "file_name",
    "find_template",
    "missing",
    "our_templates",
    "read_paper",
    "recipients",
    "render",
    "sole_recipient",
    "takes_blank",
    "which",
]
