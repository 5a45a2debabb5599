"""The coach's map of one client: where we are, what comes back, what waits, who does what, and how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final

import msgspec
from textual.content import Content

from sessionpad.domain import dossier as dossiers
from sessionpad.domain.agreeing import has_changed_since, standing_agreement
from sessionpad.domain.concern import Concern, Standing
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.growth import then_and_now
from sessionpad.domain.picture import NAMED
from sessionpad.domain.task import Owner, Task
from sessionpad.i18n.agreements import state_of
from sessionpad.i18n.checklists import returning_line
from sessionpad.i18n.dates import long_date, short_date
from sessionpad.i18n.growth import then_name
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.papers import paper_name
from sessionpad.i18n.tasks import describe_task
from sessionpad.i18n.terms import GOAL_STATES, STANDINGS
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.trajectory import goal_of, talks_of, weeks_of
from sessionpad.i18n.words import GOAL_RESULTS
from sessionpad.method.coming_back import coming_back
from sessionpad.ui.widgets.growth_lines import growth_lines
from sessionpad.ui.widgets.hanging import Hung, plain

PAPERS: Final = 3
"""Documents that are named; the others are in their own room."""
_OWNED: Final = {
    Owner.COACH: N_("promised by me"),
    Owner.CLIENT: N_("of the client"),
    Owner.TOGETHER: N_("together"),
    Owner.NETWORK: N_("of the network"),
}


def back_today(dossier: Dossier, texts: Texts, now: datetime) -> Sequence[Hung]:
    """What was put aside until today, quietly; nothing when there is none."""
    arrow = Content.styled("↻ ", "$accent")
    return [Hung(arrow, Content(returning_line(each, texts))) for each in coming_back(dossier, now.date())]


def map_of(dossier: Dossier, texts: Texts, now: datetime) -> Sequence[Hung]:
    """Every part that has something in it, each under its name."""
    parts: Sequence[tuple[str, Callable[[Dossier, Texts, datetime], Iterator[Hung]]]] = (
        (N_("Goal"), _goal),
        (N_("Summary of last time"), _last_time),
        (N_("Tasks"), _tasks),
        (N_("What matters to the client, in that order"), _named),
        (N_("How it goes"), growth_lines),
        (N_("Agreement"), _agreement),
        (N_("Documents"), _papers),
        (N_("Then and now"), _then),
    )
    lines: list[Hung] = []
    for name, make in parts:
        made = list(make(dossier, texts, now))
        if made:
            head = plain(Content.styled(texts.say(name), "bold $primary"))
            lines += [*([plain()] if lines else []), head, *made]
    return lines


def _quiet(*said: str) -> Hung:
    return plain(Content.styled(" · ".join(filter(None, said)), "$quiet"))


def _under(name: str, text: str, after: str = "") -> Hung:
    """A text with a quiet name before it, and something quiet behind it."""
    return plain(Content.assemble((f"{name}  ", "$quiet"), text, (f"  {after}" if after else "", "$quiet")))


def _goal(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:
    say, trajectory = texts.say, dossier.trajectory
    yield plain(goal_of(dossier, texts))
    if trajectory.goal.why:
        yield _under(say(N_("Why it matters")), trajectory.goal.why)
    stands = say(GOAL_STATES[trajectory.state])
    if trajectory.back_on is not None:
        stands = say(N_("{state} until {day}"), state=stands, day=long_date(trajectory.back_on, texts.language))
    if trajectory.closed_on is not None:
        ended = say(N_("closed on {day}"), day=long_date(trajectory.closed_on, texts.language))
        yield _quiet(say(GOAL_RESULTS[trajectory.result]) if trajectory.result else stands, ended)
    else:
        since = say(N_("since {day}"), day=long_date(trajectory.started, texts.language))
        yield _quiet(stands, weeks_of(trajectory.goal.deadline, now.date(), texts), talks_of(dossier, texts), since)
    for each in dossier.trajectories[:-1]:
        if each.goal.text:
            result = say(GOAL_RESULTS[each.result]) if each.result is not None else ""
            yield _under(say(N_("Before this")), each.goal.text, result)


def _last_time(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:  # noqa: ARG001  one shape for all
    last = dossiers.last_session(dossier)
    if last is None:
        return
    if last.summary:
        yield plain(last.summary)
    if last.next_at is not None:
        when = " · ".join(filter(None, (long_moment(last.next_at, texts), last.next_where)))
        yield _under(texts.say(N_("Next appointment")), when)


def _tasks(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:
    for owner, name in _OWNED.items():
        tasks = [task for task in dossier.open_tasks if task.owner is owner]
        if tasks:
            yield _quiet(texts.say(name))
            yield from (_task(task, texts, now) for task in tasks)
    if not dossier.open_tasks:
        yield _quiet(texts.say(N_("None are open. They come from the talk.")))


def _task(task: Task, texts: Texts, now: datetime) -> Hung:
    under_its_owner = msgspec.structs.replace(task, owner=Owner.CLIENT) if task.owner is Owner.TOGETHER else task
    about = describe_task(under_its_owner, texts, now.date())
    return Hung(Content.styled("▸ ", "$accent"), Content.assemble(task.text, (f"  {about}" if about else "", "$quiet")))


def _named(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:
    wide = len(str(len(dossier.concerns)))
    for number, each in enumerate(dossier.concerns, 1):
        if each.standing in NAMED:
            mark = "▸" if each.standing is Standing.NOW else " "
            yield Hung(Content.styled(f"{number:>{wide}}{mark} ", "$accent"), _concern(each, texts, now))
    rest = sum(each.standing not in NAMED for each in dossier.concerns)
    if rest:
        yield _quiet(texts.say(N_("{number} settled, elsewhere or let go"), number=rest))


def _concern(concern: Concern, texts: Texts, now: datetime) -> Content:
    stands = texts.say(STANDINGS[concern.standing])
    if concern.back_on is not None:
        day = short_date(concern.back_on, texts.language, now.date())
        stands = texts.say(N_("{state} until {day}"), state=stands, day=day)
    text = concern.text.strip() or texts.say(N_("not in words yet"))
    return Content.assemble(text, (f"  {stands}", "$quiet"))


def _agreement(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:  # noqa: ARG001  one shape for all
    standing = standing_agreement(dossier)
    if standing is None:
        yield _quiet(texts.say(N_("none yet; that need not be in the way")))
        return
    day, state = long_date(standing.made_on, texts.language), state_of(standing, texts)
    said = texts.say(N_("number {number}, {form}, {day}"), number=standing.number, form=state, day=day)
    changed = texts.say(N_("changed since")) if has_changed_since(dossier, standing) else ""
    yield plain(" · ".join(filter(None, (said, changed))))


def _papers(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:
    for paper in dossier.papers[: -PAPERS - 1 : -1]:
        day = short_date(paper.made_at.date(), texts.language, now.date())
        yield plain(Content.assemble(f"{paper_name(paper.document, texts)}  ", (day, "$quiet")))
    rest = len(dossier.papers) - PAPERS
    if rest > 0:
        yield _quiet(texts.say(N_("{number} more before"), number=rest))


def _then(dossier: Dossier, texts: Texts, now: datetime) -> Iterator[Hung]:  # noqa: ARG001  one shape for all
    then, today = texts.say(N_("then")), texts.say(N_("now"))
    wide = max(len(then), len(today))
    for each in then_and_now(dossier):
        yield _quiet(then_name(each, texts))
        yield Hung(Content.styled(f"  {then:<{wide}}  ", "$quiet"), Content(each.then))
        yield Hung(Content.styled(f"  {today:<{wide}}  ", "$quiet"), Content(each.now))
