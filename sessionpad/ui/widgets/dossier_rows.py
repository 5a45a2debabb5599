"""The talks of a dossier in words, and what was noted in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content

from sessionpad.desk.became import lines_became
from sessionpad.domain import dossier as dossiers
from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.scoring import Scale
from sessionpad.domain.session import Session
from sessionpad.i18n.became import state_of
from sessionpad.i18n.moments import long_moment, short_moment
from sessionpad.i18n.tasks import describe_task
from sessionpad.i18n.texts import N_, Texts
from sessionpad.ui.widgets.rows import Row
from sessionpad.ui.widgets.task_rows import bar


def session_rows(dossier: Dossier, texts: Texts, now: datetime) -> Sequence[Row]:
    """The talks, the last one first."""
    rows = []
    for session in sorted(dossier.sessions, key=lambda each: each.started_at, reverse=True):
        state = texts.say(N_("under way")) if session.is_open else ""
        number = talk_number(dossier, session)
        talk = texts.say(N_("talk {number}"), number=number) if number else texts.say(N_("note"))
        when = short_moment(session.started_at, texts, now)
        line = Content.assemble((f"{when}  ", "bold"), talk, (f"  {state or session.summary}", "$quiet"))
        rows.append(Row((line,), key=session.id))
    if not rows:
        rows.append(
            Row((Content.styled(texts.say(N_("No talks yet. Press Enter to start the first one.")), "$quiet"),))
        )
    return rows


def session_story(dossier: Dossier, session: Session | None, texts: Texts, now: datetime) -> Content:
    """What was noted, scored and agreed in one talk."""
    if session is None:
        return Content("")
    parts = [Content.styled(long_moment(session.started_at, texts), "bold"), Content("")]
    parts += list(_noted(dossier, session, texts, now))
    scored = list(_scores(dossier, session, texts))
    if scored:
        parts += [Content(""), Content.styled(texts.say(N_("Tasks talked about")), "bold $primary"), *scored]
    agreed = dossiers.tasks_agreed(dossier, session)
    if agreed:
        parts += [Content(""), Content.styled(texts.say(N_("Agreed for the next time")), "bold $primary")]
        parts += [Content(f"☐ {task.text}  {describe_task(task, texts, now.date())}".rstrip()) for task in agreed]
    for name, text in ((N_("Summary"), session.summary), (N_("Last word"), session.last_word)):
        if text:
            parts += [Content(""), Content.styled(texts.say(name), "bold $primary"), Content(text)]
    return Content("\n").join(parts)


def _noted(dossier: Dossier, session: Session, texts: Texts, now: datetime) -> Iterator[Content]:
    """The notes; behind a line that became something how that stands now."""
    became, today = lines_became(dossier, session.id, now.date()), now.date()
    for line in session.notes:
        text = Content(line.text)
        if line.text in became:
            text = Content.assemble(text, (f"  {state_of(became[line.text], texts, today)[0]}", "$success"))
        yield text


def _scores(dossier: Dossier, session: Session, texts: Texts) -> Iterator[Content]:
    known = {task.id: task for task in dossier.tasks}
    for review in session.reviews:
        task = known.get(review.task)
        if task is not None:
            yield Content(task.text)
            effort = bar(review.effort, Scale.EFFORT, texts)
            result = bar(review.result, Scale.RESULT, texts)
            said = texts.say(N_("effort {effort} · result {result}"), effort=effort, result=result)
            yield Content.styled(f"  {said}", "$quiet")
