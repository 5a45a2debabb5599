"""A second clause behind en, maar or of: en belde je niet af becomes en niet afbelde."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sessionpad.method.reframe.dutch.agreement import is_subject, second_person
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind
from sessionpad.method.reframe.dutch.words import classes
from sessionpad.method.reframe.text import Word

Turn: TypeAlias = Callable[[list[Word]], list[Word] | None]


def second_clause(tail: list[Word], subject: list[Word], turn: Turn) -> list[Word]:
    """The tail with its verb at the end too; the subject is the first one, not said twice."""
    lead = 2 if [part.key for part in tail[:1]] == [","] else _lead(tail)
    rest = tail[lead:]
    if not rest or tail[lead - 1].key not in classes().coordinators or not _begins_with_verb(rest):
        return tail
    own = len(rest) > 1 and is_subject(rest[1]) and rest[1].key in classes().subject_pronouns
    if own:
        turned = turn(rest)
        same = _same(rest, subject)
    else:
        turned = turn([rest[0], subject[0], *rest[1:]])
        same = True
    if turned is None:
        return tail
    return tail[:lead] + (turned[1:] if same else turned)


def _lead(tail: list[Word]) -> int:
    """Om alleen te zijn en blijf je toch: the second clause may come behind what stays behind the first."""
    known = classes()
    return next(
        (
            at + 1
            for at in range(1, len(tail) - 2)
            if tail[at].key in known.coordinators
            and tail[at + 1].key not in known.never_finite
            and _begins_with_verb(tail[at + 1 :])
            and tail[at + 2].key in known.subject_pronouns
        ),
        1,
    )


def _begins_with_verb(rest: list[Word]) -> bool:
    if not is_finite(rest[0].key):
        return False
    return not is_kind(rest[0].key, "inf") or (len(rest) > 1 and is_subject(rest[1]))


def _same(rest: list[Word], subject: list[Word]) -> bool:
    """Whether both clauses have the same pronoun for a subject; the je of je moeder is none."""
    if rest[1].key != subject[0].key:
        return False
    return rest[1].key != "je" or (second_person(rest[0].key, rest[1:]) and second_person("", subject))
