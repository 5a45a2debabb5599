"""What each document is called on the screen."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

PAPERS: Final = {
    "agreement": N_("agreement"),
    "step-plan": N_("step plan"),
    "task-sheet": N_("task sheet"),
    "evaluation-form": N_("evaluation form"),
    "closing-review": N_("look back at the end"),
    "aftercare-plan": N_("aftercare plan"),
    "client-overview": N_("overview on one page"),
    "handover": N_("hand-over letter"),
}


def paper_name(document: str, texts: Texts) -> str:
    """A document in words; one that is not known is shown by its own name."""
    return texts.say(PAPERS[document]) if document in PAPERS else document
