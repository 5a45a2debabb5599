"""Everything in one dossier, in readable form: for a client who asks to see it, and for moving house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypedDict

import msgspec

from sessionpad.documents.catalogue import dated_name
from sessionpad.documents.in_words import Row, listed, question, row, rows_of
from sessionpad.documents.left_out import left_out
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, common, plain
from sessionpad.documents.templates import own_template
from sessionpad.domain.coach_alone import without_coach_alone
from sessionpad.domain.dossier import Dossier, talk_number
from sessionpad.domain.session import Review, Session
from sessionpad.domain.task import Kind
from sessionpad.i18n.dates import clock_time, long_date
from sessionpad.i18n.fields import FIELDS
from sessionpad.i18n.moments import long_moment
from sessionpad.i18n.papers import paper_name
from sessionpad.i18n.texts import N_
from sessionpad.i18n.words import MARKS
from sessionpad.method.cards import Deck
from sessionpad.method.language import Address, Language

TEMPLATE: Final = "dossier"


class Entry(TypedDict):
    """One record."""

    title: str
    rows: list[Row]
    lines: list[str]
    """Notes, each with its time."""


class Chapter(TypedDict):
    title: str
    rows: list[Row]
    entries: list[Entry]


class EverythingContext(Common):
    chapters: list[Chapter]
    left_out: list[str]
    """What does not stand in it, and why."""


def render_everything(
    dossier: Dossier,
    *,
    language: Language,
    address: Address = "je",
    today: date,
    deck: Deck | None = None,
    for_client: bool = False,
) -> bytes:
    """The whole dossier as .docx; the same input always gives the same bytes.

    Args:
        dossier: whose.
        language: of the template and the words around what was typed.
        address: how questions that were asked address the client.
        today: the date on it.
        deck: the cards whose questions stand in it; ours when None.
        for_client: whether what the coach keeps for the coach alone is left out.
    """
    from sessionpad.documents import words  # noqa: PLC0415  beside Word itself
    from sessionpad.documents.word import Properties, fill  # noqa: PLC0415 - Word costs 0.1 s, only a render needs it

    occasion = Occasion(
        dossier=without_coach_alone(dossier) if for_client else dossier,
        trajectory=dossier.trajectory,
        agreement=None,
        language=language,
        address=address,
        today=today,
        deck=deck,
    )
    title = occasion.texts.say(N_("Everything in this dossier"))
    context: EverythingContext = {
        **common(occasion, title, today),
        "chapters": [each for each in _chapters(occasion) if each["rows"] or each["entries"]],
        "left_out": left_out(dossier, occasion.texts, for_client=for_client),
    }
    return fill(
        own_template(TEMPLATE, language),
        context,
        Properties(title=title, locale=words.LOCALES[language], made_on=today),
    )


def everything_name(dossier: Dossier, today: date) -> str:
    """A neutral name, the same in both languages: "dossier-A-2026-11-22.zip"."""
    return dated_name(TEMPLATE, dossier, today, ".zip")


def _chapters(occasion: Occasion) -> Iterator[Chapter]:
    dossier, say = occasion.dossier, occasion.texts.say
    client = msgspec.structs.replace(dossier.client, people=())
    yield _chapter(say(N_("The client")), rows_of(client, occasion))
    yield _chapter(say(N_("People")), (), _entries(dossier.client.people, "name", occasion))
    yield _chapter(say(N_("Exploring")), rows_of(dossier.exploration, occasion))
    yield _chapter(say(N_("What was named")), (), _entries(dossier.concerns, "text", occasion))
    yield from _goals(occasion)
    yield _chapter(say(N_("Tasks")), (), _tasks(occasion))
    yield _chapter(say(N_("Talks and notes")), _signs(occasion), (_talk(each, occasion) for each in dossier.sessions))
    yield _chapter(say(N_("Agreements")), (), _agreements(occasion))
    yield _chapter(say(N_("Put aside, to come back to")), (), _entries(dossier.parked, "text", occasion))
    yield _chapter(say(N_("Rights and quick wins")), (), _entries(dossier.rights, "text", occasion))
    yield _chapter(say(N_("To another service")), (), _entries(dossier.referrals, "to", occasion))
    yield _chapter(say(N_("Who is told what")), (), _entries(dossier.sharings, "recipient", occasion))
    yield _chapter(say(N_("Missed appointments")), (), _missed(occasion))
    yield _chapter(say(N_("For the coach alone")), rows_of(dossier.coach_side, occasion), _reflections(occasion))
    yield _chapter(say(N_("Documents that were made")), (), _papers(occasion))


def _chapter(title: str, rows: Iterable[Row], entries: Iterable[Entry] = ()) -> Chapter:
    return {"title": title, "rows": list(rows), "entries": list(entries)}


def _entry(title: str, rows: Iterable[Row], lines: Iterable[str] = ()) -> Entry:
    return {"title": title, "rows": list(rows), "lines": list(lines)}


def _entries(records: Iterable[msgspec.Struct], called: str, occasion: Occasion) -> list[Entry]:
    """Each record under what it is called, which then has no line of its own."""
    return [_entry(plain(getattr(each, called)), rows_of(each, occasion)) for each in records]


def _goals(occasion: Occasion) -> Iterator[Chapter]:
    say = occasion.texts.say
    for number, each in enumerate(occasion.dossier.trajectories, start=1):
        now = msgspec.structs.replace(each, revisions=())
        before = [_entry(say(N_("The goal as it was before")), rows_of(was, occasion)) for was in each.revisions]
        yield _chapter(say(N_("Goal {number}"), number=number), rows_of(now, occasion), before)


def _talk(session: Session, occasion: Occasion) -> Entry:
    say, dossier = occasion.texts.say, occasion.dossier
    when = long_moment(session.started_at, occasion.texts)
    kind = (
        say(N_("Talk {number}"), number=talk_number(dossier, session)) if session.is_talk else say(N_("Note between"))
    )
    bare = msgspec.structs.replace(session, notes=(), reviews=(), asked=())
    asked = [f"{clock_time(each.at, occasion.language)}  {question(each.card, occasion)}" for each in session.asked]
    rows = [*rows_of(bare, occasion), *(_review(each, occasion) for each in session.reviews)]
    rows += [row(say(N_("Questions asked")), listed(asked))] if asked else []
    notes = [f"{clock_time(line.at, occasion.language)}  {plain(line.text)}" for line in session.notes if line.text]
    return _entry(f"{when} · {kind}", rows, notes)


def _review(review: Review, occasion: Occasion) -> Row:
    """Line by line; effort and result apart. Source: TGH-71."""
    about = next((plain(task.text) for task in occasion.dossier.tasks if task.id == review.task), "")
    lines = [each["name"] + each["text"] for each in rows_of(review, occasion)]
    return row(occasion.texts.say(N_("Looked back on")), "\n– ".join((about, *lines)))


def _signs(occasion: Occasion) -> Iterator[Row]:
    """What the signs before a line of the notes mean."""
    signs = ", ".join(f"{mark} {occasion.texts.say(meaning)}" for mark, meaning in MARKS.items())
    if occasion.dossier.sessions:
        yield row(occasion.texts.say(N_("Signs before a line")), signs)


def _tasks(occasion: Occasion) -> Iterator[Entry]:
    """Who speaks is of a task that takes client and coach somewhere, and of no other."""
    name = FIELDS["Task.speaker"]
    speaks = occasion.texts.say(name)
    for each in occasion.dossier.tasks:
        rows = [
            line for line in rows_of(each, occasion) if each.kind is Kind.GUIDED or line != row(speaks, line["text"])
        ]
        yield _entry(plain(each.text), rows)


def _agreements(occasion: Occasion) -> Iterator[Entry]:
    for each in occasion.dossier.agreements:
        title = occasion.texts.say(N_("Agreement number {number}"), number=each.number)
        yield _entry(title, [*rows_of(each, occasion), *rows_of(each.terms, occasion)])


def _missed(occasion: Occasion) -> Iterator[Entry]:
    for each in occasion.dossier.missed:
        yield _entry(long_date(each.on, occasion.language), rows_of(each, occasion))


def _reflections(occasion: Occasion) -> Iterator[Entry]:
    for each in occasion.dossier.reflections:
        yield _entry(long_moment(each.at, occasion.texts), rows_of(each, occasion))


def _papers(occasion: Occasion) -> Iterator[Entry]:
    for each in occasion.dossier.papers:
        yield _entry(paper_name(each.document, occasion.texts), rows_of(each, occasion))
