"""A dossier in words: where we are, the talks, and what was noted in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.content import Content

from sessionpad.domain import dossier as dossiers
from sessionpad.domain.agreeing import has_changed_since, standing_agreement
from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.scoring import Scale
from sessionpad.domain.session import Session
from sessionpad.i18n.dates import long_date
from sessionpad.i18n.moments import long_moment, short_moment
from sessionpad.i18n.tasks import describe_task, describe_task_fully
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import goal_of, phases_hint, phases_of, weeks_of
from sessionpad.i18n.words import FORMS
from sessionpad.ui.widgets.rows import Row
from sessionpad.ui.widgets.task_rows import bar


def glance(dossier: Dossier, texts: Texts, now: datetime) -> Content:
    """Goal, time, agreement, what was said last, and the open tasks."""
    say, trajectory = texts.say, dossier.trajectory
    parts: list[Content] = []

    def part(name: str, text: str) -> None:
        if text:
            parts.append(Content.assemble((f"{say(name)}  ", "bold $primary"), text))

    part(N_("Goal"), goal_of(dossier, texts))
    part(N_("Why it matters"), trajectory.goal.why)
    part(N_("Phase"), " · ".join(filter(None, (phases_of(dossier, texts), phases_hint(dossier, texts)))))
    part(N_("Time"), _time(dossier, texts, now))
    part(N_("Agreement"), _agreement(dossier, texts))
    last = dossiers.last_session(dossier)
    if last is not None:
        part(N_("Summary of last time"), last.summary)
        part(N_("Next appointment"), " · ".join(filter(None, (_next(last, texts), last.next_where))))
    parts.append(Content(""))
    parts.append(Content.styled(say(N_("Open tasks")), "bold $primary"))
    parts += list(_open_tasks(dossier, texts, now))
    return Content("\n").join(parts)


def _open_tasks(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Content]:
    for task in dossier.open_tasks:
        about = describe_task_fully(task, texts, now.date())
        yield Content.assemble(("▸ ", "$accent"), task.text, (f"  {about}", "$quiet"))
    if not dossier.open_tasks:
        yield Content.styled(texts.say(N_("None. Press Enter to start a talk.")), "$quiet")


def _time(dossier: Dossier, texts: Texts, now: datetime) -> str:
    trajectory = dossier.trajectory
    if trajectory.closed_on is not None:
        return texts.say(N_("closed on {day}"), day=long_date(trajectory.closed_on, texts.language))
    talks = sum(each.is_talk and each.trajectory == trajectory.id for each in dossier.sessions)
    told = texts.count("{number} talk", "{number} talks", talks)
    since = texts.say(N_("since {day}"), day=long_date(trajectory.started, texts.language))
    return " · ".join(filter(None, (told, since, weeks_of(trajectory.goal.deadline, now.date(), texts))))


def _agreement(dossier: Dossier, texts: Texts) -> str:
    standing = standing_agreement(dossier)
    if standing is None:
        return texts.say(N_("none yet; that need not be in the way"))
    day = long_date(standing.made_on, texts.language)
    said = texts.say(
        N_("number {number}, {form}, {day}"), number=standing.number, form=texts.say(FORMS[standing.form]), day=day
    )
    changed = texts.say(N_("changed since")) if has_changed_since(dossier, standing) else ""
    return " · ".join(filter(None, (said, changed)))


def _next(session: Session, texts: Texts) -> str:
    return long_moment(session.next_at, texts) if session.next_at else ""


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
    parts += [Content(line.text) for line in session.notes]
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
