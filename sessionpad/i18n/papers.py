"""What each document, and what may stand in one, is called on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.paper import Paper
from sessionpad.i18n.moments import short_moment
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
NOT_PICKED: Final = {"dossier": N_("the whole dossier")}
"""What is made too, and is no document among the others."""
OVERVIEW_PARTS: Final = {
    "goal": N_("the goal"),
    "why": N_("what it is for"),
    "tasks": N_("tasks"),
    "succeeded": N_("what worked"),
    "strengths": N_("strengths"),
    "people": N_("people around me"),
    "needed": N_("what helps me"),
    "remembers": N_("how I remember best"),
    "appointment": N_("next appointment"),
    "reach": N_("reaching my coach"),
    "problem": N_("what is going on"),
    "tried": N_("what I tried"),
    "wishes": N_("what I wish for"),
    "way": N_("how I like to work"),
}
DIGEST: Final = 12
"""So many figures of the sum tell two files apart at a glance."""


def paper_name(document: str, texts: Texts) -> str:
    """A document in words; one that is not known is shown by its own name."""
    names = PAPERS | NOT_PICKED
    return texts.say(names[document]) if document in names else document


def paper_line(paper: Paper, agreements: Sequence[Agreement], texts: Texts, now: datetime) -> str:
    """A document that was made: when, which, and the beginning of its sum."""
    when = short_moment(paper.made_at.astimezone(now.tzinfo), texts, now)
    number = next((each.number for each in agreements if each.id == paper.agreement), None)
    name = paper_name(paper.document, texts)
    if number is not None:
        name = texts.say(N_("{document} number {number}"), document=name, number=number)
    return texts.say(
        N_("{when}  {document}  (sha256 {digest}…)"), when=when, document=name, digest=paper.sha256[:DIGEST]
    )
