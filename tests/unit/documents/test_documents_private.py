"""What reaches paper, field by field: a word is planted in every text of a dossier, and only the allowed ones are found.

A new field of the domain is private until it is put on one of these lists.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Final

import msgspec
import pytest

from sessionpad.documents import Asked, Document, Part, render
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.goal import ProblemPart
from sessionpad.domain.trajectory import Section
from sessionpad.method.language import LANGUAGES, Language
from tests.planted import Planted
from tests.unit.documents.filled import TODAY, filled, printed, signing

Paragraphs = Callable[[bytes], list[str]]

_CLIENT: Final = {"client.name", "client.coach", "client.reach"}
_STEP: Final = {"text", "how", "means", "conditions", "if_hard", "person"}
_GOAL: Final = {"trajectories.goal.text"}
_TERMS: Final = {
    *(f"trajectories.problem.{part.value.replace('-', '_')}" for part in ProblemPart),
    *(f"trajectories.goal.{name}" for name in ("text", "why", "main_task", "notice", "agreed_by")),
    *(f"trajectories.{name}" for name in ("evaluation_way", "fallback", "expects_client", "expects_coach")),
    *(f"trajectories.{name}" for name in ("way", "supporter")),
}
_PEOPLE: Final = {f"client.people.{name}" for name in ("name", "relation", "helps_with")}
_STRENGTHS: Final = {"exploration.strengths_self", "exploration.strengths_around"}
_REVIEW: Final = {f"sessions.reviews.{name}" for name in ("course", "went_well", "difficult")}
_CLOSING: Final = {
    f"trajectories.closing.{name}"
    for name in (
        *("realised", "brought", "process", "other_effects", "capacity", "keeps", "still_hard", "who_helps"),
        *("elsewhere", "to_coach", "to_client", "answers.text"),
    )
}
_AFTERCARE: Final = {
    f"trajectories.aftercare.{name}" for name in ("signals", "first_step", "who_to_call", "may_call_for", "reminder")
}

ON_PAPER: Final[dict[Document, set[str]]] = {
    Document.AGREEMENT: {
        *_CLIENT,
        *_TERMS,
        *_PEOPLE,
        *_STRENGTHS,
        *(f"tasks.{name}" for name in _STEP),
        *(f"sharings.{name}" for name in ("recipient", "what", "what_not", "why")),
    },
    Document.STEP_PLAN: {
        *(_CLIENT - {"client.reach"}),
        *_GOAL,
        "trajectories.goal.main_task",
        *(f"tasks.{name}" for name in (*_STEP, "where", "bring", "helps", "pitfall")),
        "sessions.next_where",
    },
    Document.TASK_SHEET: {
        *_CLIENT,
        *(f"tasks.{name}" for name in (*(_STEP - {"conditions"}), "where", "bring")),
        "sessions.next_where",
    },
    Document.EVALUATION_FORM: {
        *(_CLIENT - {"client.reach"}),
        *_GOAL,
        "tasks.text",
        "tasks.person",
        *_REVIEW,
        "trajectories.closing.realised",
        "trajectories.closing.brought",
    },
    Document.CLOSING_REVIEW: {
        *(_CLIENT - {"client.reach"}),
        *_GOAL,
        "trajectories.headline",
        "tasks.text",
        *_CLOSING,
    },
    Document.AFTERCARE_PLAN: {
        *_CLIENT,
        "trajectories.closing.keeps",
        "trajectories.closing.who_helps",
        *_AFTERCARE,
    },
    Document.CLIENT_OVERVIEW: {
        *_CLIENT,
        *_GOAL,
        *_PEOPLE,
        *_STRENGTHS,
        "client.remembers_by",
        "trajectories.goal.why",
        "trajectories.problem.text",
        "trajectories.way",
        "tasks.text",
        "tasks.person",
        "exploration.expected_help",
        "exploration.help_needed",
        "exploration.tried.what",
        "concerns.text",
        "sessions.next_where",
    },
    Document.HANDOVER: {*_CLIENT, "sharings.recipient", "sharings.what", "sharings.why"},
}


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def dossier(planted: Planted) -> Dossier:
    return filled(planted)


def _found(text: str, planted: Planted) -> set[str]:
    return {path for path, word in planted.texts.items() if word in text}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", Document)
def test_exactly_what_is_allowed_reaches_paper(
    dossier: Dossier, planted: Planted, paragraphs: Paragraphs, document: Document, language: Language
) -> None:
    """No id, note, score, memory aid, flag or reflection; and nothing that belongs on it is forgotten. Source: IW-42."""
    text = "\n".join(paragraphs(printed(document, dossier, language)))
    assert _found(text, planted) == ON_PAPER[document]
    numbers = {path for path, number in planted.numbers.items() if str(number) in text}
    assert numbers == ({"trajectories.talks"} if document is Document.AGREEMENT else set())


@pytest.mark.parametrize("document", Document)
def test_no_part_of_the_file_knows_more_than_the_page(dossier: Dossier, planted: Planted, document: Document) -> None:
    """Properties, headers, comments and the like hold nothing that was not meant for the page."""
    made = printed(document, dossier, "nl")
    assert _found("\n".join(_parts(made)), planted) <= ON_PAPER[document]


def _parts(document: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return [archive.read(name).decode() for name in archive.namelist()]


def test_what_is_kept_off_paper_stays_off_every_document(
    dossier: Dossier, planted: Planted, paragraphs: Paragraphs
) -> None:
    """Without sections, with the problem and its parts switched off, nothing of them is anywhere. Source: TGH-51."""
    now = dossier.trajectory
    problem = msgspec.structs.replace(now.problem, in_document=False, on_paper=())
    shy = msgspec.structs.replace(now, problem=problem, sections=())
    quiet = msgspec.structs.replace(dossier, trajectories=(shy,))
    gone = {f"trajectories.problem.{part.value.replace('-', '_')}" for part in ProblemPart}
    for document in Document:
        text = "\n".join(paragraphs(printed(document, quiet, "nl")))
        assert not _found(text, planted) & gone, document
    agreed = _found("\n".join(paragraphs(printed(Document.AGREEMENT, quiet, "nl"))), planted)
    optional = {"expects_client", "expects_coach", "supporter"}
    assert agreed == {
        path
        for path in ON_PAPER[Document.AGREEMENT]
        if path.split(".")[-1] not in {*optional, "helps_with"}
        and not path.startswith(("sharings.", "exploration.", "trajectories.problem."))
    }


def test_an_overview_holds_what_the_client_picked_and_nothing_else(
    dossier: Dossier, planted: Planted, paragraphs: Paragraphs
) -> None:
    """Each part alone, and none of the story when nobody picked. Source: IW-5."""
    always = {"client.name"}
    for part in Part:
        made = render(Document.CLIENT_OVERVIEW, dossier, language="nl", today=TODAY, asked=Asked(parts=(part,)))
        found = _found("\n".join(paragraphs(made)), planted) - always
        assert found, part
        assert found <= ON_PAPER[Document.CLIENT_OVERVIEW]
        assert ("trajectories.problem.text" in found) is (part is Part.PROBLEM)
    usual = render(Document.CLIENT_OVERVIEW, dossier, language="nl", today=TODAY)
    story = {"trajectories.problem.text", "exploration.tried.what", "concerns.text"}
    assert not _found("\n".join(paragraphs(usual)), planted) & story


def test_a_made_agreement_knows_nothing_of_today(planted: Planted, dossier: Dossier, paragraphs: Paragraphs) -> None:
    """Printed from what was frozen: not a word of the dossier as it is now, the client's code and ids included."""
    other = Planted(letter="y")
    frozen = other.dossier("dossier-two").agreements[0]
    made = msgspec.structs.replace(
        frozen,
        client=signing(frozen.client),
        terms=msgspec.structs.replace(frozen.terms, id=dossier.trajectory.id, sections=tuple(Section)),
    )
    text = "\n".join(paragraphs(printed(Document.AGREEMENT, dossier, "nl", made)))
    assert _found(text, planted) == set()
    assert _found(text, other)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_hand_over_follows_the_consent_of_the_day(dossier: Dossier, days: int) -> None:
    """On the last day it may still be made; before the first, after the last and when it was taken back it may not."""
    agreed = msgspec.structs.replace(dossier.sharings[0], agreed_on=TODAY, until=TODAY)
    told = msgspec.structs.replace(dossier, sharings=(agreed,))
    on = TODAY + timedelta(days=days)
    asked = Asked(recipient=agreed.recipient)
    if days == 0:
        assert render(Document.HANDOVER, told, language="nl", today=on, asked=asked)
    else:
        with pytest.raises(Exception, match="no-consent"):
            render(Document.HANDOVER, told, language="nl", today=on, asked=asked)
