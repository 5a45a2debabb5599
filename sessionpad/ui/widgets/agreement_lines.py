"""What stands under the fields of the agreement: the tasks in it, who is told what, and what is still open."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from sessionpad.documents import Document, missing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.sharing import Sharing
from sessionpad.domain.trajectory import Section
from sessionpad.i18n.agreements import consent_of
from sessionpad.i18n.findings import finding_sentence
from sessionpad.i18n.tasks import describe_task_fully
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method import limits


def tasks_in(dossier: Dossier, texts: Texts, today: date) -> Content:
    lines = [Content(f"☐ {task.text}  ({describe_task_fully(task, texts, today)})") for task in dossier.open_tasks]
    return Content("\n").join(lines) if lines else Content(texts.say(N_("None yet: they come from the talk.")))


def told_in(dossier: Dossier, texts: Texts, today: date) -> Content:
    """Each recipient with how the consent stands, and whether any of it will be on paper. Source: GW-18."""
    if not dossier.sharings:
        return Content.styled(texts.say(N_("Nobody is told anything. F3 agrees it with the client.")), "$quiet")
    lines = [_told(each, texts, today) for each in dossier.sharings]
    if Section.SHARING not in dossier.trajectory.sections:
        out = texts.say(N_('Not in this agreement; "more in the agreement" puts what was agreed in it.'))
        lines.append(Content.styled(out, "$quiet"))
    return Content("\n").join(lines)


def _told(sharing: Sharing, texts: Texts, today: date) -> Content:
    head = Content.assemble("· ", sharing.recipient, (f"  {consent_of(sharing, texts, today)}", "$quiet"))
    return Content("\n").join([head, Content(f"  {sharing.what}")]) if sharing.what.strip() else head


def still_open(dossier: Dossier, texts: Texts, today: date) -> Content:
    gaps = [*missing(Document.AGREEMENT, dossier, today), *limits.findings(dossier, today)]
    lines = list(dict.fromkeys(finding_sentence(each, texts) for each in gaps))
    return Content("\n").join(
        Content.styled(f"· {line}", "$quiet") for line in lines or [texts.say(N_("Everything is there."))]
    )
