"""The agreement: what client and coach promise each other, in the client's first person. Source: TGH-41, TGH-43."""

from __future__ import annotations

from typing import Final

from sessionpad.documents import words
from sessionpad.documents.agreement_parts import (
    Basis,
    Change,
    Facets,
    Helping,
    Party,
    SharedWith,
    Signer,
    basis,
    changes,
    facets_of,
    helping,
    parties,
    shared_with,
    signers,
)
from sessionpad.documents.occasion import Occasion
from sessionpad.documents.shared import Common, TaskLine, common, in_full, owned_by, plain, task_line
from sessionpad.domain.goal import Whose
from sessionpad.domain.task import Owner
from sessionpad.domain.text import clean_line
from sessionpad.domain.trajectory import Form, Say, Section, Trajectory
from sessionpad.i18n.dates import long_date
from sessionpad.method.language import Language

_CLIENT_SIDE: Final = (Owner.CLIENT, Owner.TOGETHER, Owner.NETWORK)


class AgreementContext(Common):
    """Every name the template of the agreement may use. A text that was not given is empty, a list is too."""

    number: int
    replaces: int
    """The number of the agreement whose place it takes; 0 when it is the first one for this goal."""
    reason: str
    """Why it takes that place."""
    changes: list[Change]
    parties: list[Party]
    problem: str
    facets: Facets
    goal: str
    personal: bool
    societal: bool
    """A personal goal and a societal one are told apart; neither when nobody said. Source: IW-27."""
    notice: str
    agreed_by: list[str]
    """Who stands behind the goal. Source: IW-12."""
    deadline: str
    why: str
    main_task: str
    tasks: list[TaskLine]
    """What the client, client and coach together, and people of the network do."""
    coach_tasks: list[TaskLine]
    expectations: bool
    """Whether the agreement has this part; so for the next ones. Source: TGH-43."""
    expects_client: str
    """What the client expects of the coach."""
    expects_coach: str
    """What the coach expects of the client."""
    period_from: str
    period_to: str
    talks: int | None
    evaluations: list[str]
    evaluation_way: str
    fallback: str
    say: str
    """In what the client had a say: "mijn doelen, wat we doen en hoe we samenwerken". Source: EPH-7."""
    way: str
    supporter: str
    helpers: list[Helping]
    strengths: list[str]
    rights: bool
    sharings: list[SharedWith]
    reflection: bool
    reflect_until: str
    oral: bool
    blanks: bool
    """Whether what is still empty gets lines to write on."""
    signers: list[Signer]


def agreement_context(occasion: Occasion) -> AgreementContext:
    """What stands in an agreement: only what was meant for paper. Source: IW-42, TGH-44."""
    language, base = occasion.language, basis(occasion)
    terms = base.terms
    goal, has = terms.goal, terms.sections.__contains__
    oral = terms.form is Form.ORAL
    return {
        **common(occasion, words.AGREEMENT_TITLES[language][terms.title], base.on),
        "number": base.number,
        "replaces": base.before.number if base.before else 0,
        "reason": plain(base.reason),
        "changes": changes(base, language),
        "parties": list(parties(occasion.client, language)),
        "problem": plain(terms.problem.text) if terms.problem.in_document else "",
        "facets": facets_of(terms),
        "goal": plain(goal.text),
        "personal": goal.whose is Whose.PERSONAL,
        "societal": goal.whose is Whose.SOCIETAL,
        "notice": plain(goal.notice),
        "agreed_by": [clean_line(name) for name in goal.agreed_by],
        "deadline": in_full(goal.deadline, language),
        "why": plain(goal.why),
        "main_task": plain(goal.main_task),
        "tasks": [task_line(each, occasion) for each in owned_by(base.tasks, *_CLIENT_SIDE)],
        "coach_tasks": [task_line(each, occasion) for each in owned_by(base.tasks, Owner.COACH)],
        "expectations": has(Section.EXPECTATIONS),
        "expects_client": plain(terms.expects_client) if has(Section.EXPECTATIONS) else "",
        "expects_coach": plain(terms.expects_coach) if has(Section.EXPECTATIONS) else "",
        "period_from": in_full(terms.started, language),
        "period_to": in_full(goal.deadline, language),
        "talks": terms.talks,
        "evaluations": [long_date(day, language) for day in sorted(terms.evaluations)],
        "evaluation_way": plain(terms.evaluation_way),
        "fallback": plain(terms.fallback),
        "say": _say(terms, language),
        "way": plain(terms.way),
        "supporter": plain(terms.supporter) if has(Section.SUPPORTER) else "",
        "helpers": helping(occasion.client) if has(Section.WHO_HELPS) else [],
        "strengths": _strengths(base) if has(Section.STRENGTHS) else [],
        "rights": has(Section.RIGHTS),
        "sharings": shared_with(base.sharings, language) if has(Section.SHARING) else [],
        "reflection": has(Section.REFLECTION),
        "reflect_until": in_full(terms.reflect_until, language) if has(Section.REFLECTION) else "",
        "oral": oral,
        "blanks": not oral,
        "signers": [] if oral else list(signers(occasion)),
    }


def _say(terms: Trajectory, language: Language) -> str:
    said = [words.SAY[language][each] for each in Say if each in terms.say]
    if not said:
        return ""
    *first, last = said
    return f"{', '.join(first)} {words.AND[language]} {last}" if first else last


def _strengths(base: Basis) -> list[str]:
    return [text for text in map(plain, base.strengths) if text]
