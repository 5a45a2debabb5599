"""What may be asked instead of an English why."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessionpad.method.reframe.english.clause import Clause
from sessionpad.method.reframe.english.words import as_object, classes, past_of, third, verbs, with_ing
from sessionpad.method.reframe.text import MARKS, Word, join, word
from sessionpad.method.reframe.values import Form

_BE: Final = {"am": "present", "is": "present", "are": "present", "was": "past", "were": "past"}
_DEGREES: Final = frozenset({"so", "too", "that", "very", "still", "always", "such", "more", "less"})
_NOBODY: Final = {"anyone": "nobody", "anybody": "nobody", "anything": "nothing"}
"""Why didn't anyone help: how come nobody helped."""


class Said(NamedTuple):
    text: str
    form: Form


def ways_of(clause: Clause) -> list[Said]:
    """Best first; empty when nothing can be said safely."""
    come = _how_come(clause)
    if clause.helper in {"do", "does", "did"}:
        return _with_do(clause, come)
    if clause.helper in _BE:
        return [*_makes_so(clause), *come]
    if clause.helper == "would" and not clause.negative and join(clause.rest[:1]) != "rather":
        return [Said(f"what would make {_object(clause)} {join(clause.rest)}", "what-makes"), *come]
    return come


def _with_do(clause: Clause, come: list[Said]) -> list[Said]:
    at = _verb_place(clause)
    base = clause.rest[at].key if at is not None else ""
    if [part.key for part in clause.rest[:2]] in (["used", "to"], ["use", "to"]) and not clause.negative:
        return [Said(f"how come {join(clause.subject)} used {join(clause.rest[1:])}", "how-come")]
    if clause.negative:
        kept = None if _two_verbs(clause, at) else _keeps(clause, at)
        if kept is None:
            return come
        return [*come, kept] if base in classes().states or not _a_person(clause) else [kept, *come]
    if not clause.rest:
        return []
    if _thought(clause):
        return [Said(f"what do {join(clause.subject)} think makes it so", "what-makes")]
    if _two_verbs(clause, at):
        come = []
    unmade = base in classes().no_making or clause.subject[0].key in {"nobody", "nothing", "no"}
    past = clause.helper == "did"
    subject, rest = _object(clause), join(clause.rest)
    made = Said(f"what {'made' if past else 'makes'} {subject} {rest}", "what-makes")
    more = (
        [Said(f"what led {subject} to {rest}", "what-makes")]
        if past and at == 0 and _a_person(clause) and base not in classes().states
        else []
    )
    more += [] if past else [Said(f"what is it that makes {subject} {rest}", "what-makes")]
    return [*come, made] if come and unmade else [made, *come, *more]


def _thought(clause: Clause) -> bool:
    """Why do you think that is."""
    keys = [part.key for part in clause.rest]
    return clause.helper == "do" and keys[:1] in (["think"], ["suppose"]) and keys[1:] in (["that", "is"], ["it", "is"])


def _two_verbs(clause: Clause, at: int | None) -> bool:
    """Go out and leave: the second verb takes the same form, or none of the forms is safe."""
    rest = clause.rest
    return at is not None and any(
        rest[place].key in {"and", "or"} and any(part.key in verbs().known for part in rest[place + 1 : place + 3])
        for place in range(at + 1, len(rest) - 1)
    )


def _verb_place(clause: Clause) -> int | None:
    """Where the verb stands behind adverbs such as always and never; None when an aside comes first."""
    skipped = classes().adverbs | {"no", "longer"}
    at = next((at for at, part in enumerate(clause.rest) if part.key not in skipped), None)
    return None if at is None or clause.rest[at].key in MARKS else at


def _keeps(clause: Clause, at: int | None) -> Said | None:
    if at is None or clause.rest[at].key == "like":
        return None
    rest = [*clause.rest[:at], word(with_ing(clause.rest[at].key)), *clause.rest[at + 1 :]]
    verb = "kept" if clause.helper == "did" else "keeps"
    return Said(f"what {verb} {_object(clause)} from {join(rest)}", "what-makes")


def _makes_so(clause: Clause) -> list[Said]:
    """What makes you so angry with your sister."""
    if clause.negative or not clause.rest:
        return []
    at = 1 if clause.rest[0].key in _DEGREES and len(clause.rest) > 1 else 0
    if clause.rest[at].key not in classes().feelings:
        return []
    past = _BE[clause.helper] == "past"
    return [Said(f"what {'made' if past else 'makes'} {_object(clause)} {join(clause.rest)}", "what-makes")]


def _how_come(clause: Clause) -> list[Said]:
    subject = join(clause.subject)
    if clause.negative and clause.subject[0].key in _NOBODY and len(clause.subject) == 1:
        turned = clause._replace(negative=False, subject=[word(_NOBODY[subject.lower()])], typed=clause.helper)
        return _how_come(turned)
    if (
        clause.helper in {"is", "was"}
        and subject.lower() in {"that", "this"}
        and not clause.rest
        and not clause.negative
    ):
        return [Said("how come", "how-come")]
    pointing = clause.subject[0].key == "it" and clause.helper in _BE and clause.rest[2:]
    if pointing and clause.rest[0].key == "that":
        return [Said(f"how come {join(clause.rest[1:])}", "how-come")]
    if clause.helper in {"do", "does", "did"} and not clause.negative:
        return _tensed(clause, subject)
    pulled = ["not"] if clause.pulled else []
    return [Said(" ".join(filter(None, ["how come", subject, clause.typed, *pulled, join(clause.rest)])), "how-come")]


def _tensed(clause: Clause, subject: str) -> list[Said]:
    at = _verb_place(clause)
    if at is None:
        return []
    base = clause.rest[at].key
    if base not in verbs().known and len(clause.subject) > 1:
        return []
    form = past_of(base) if clause.helper == "did" else third(base) if clause.helper == "does" else base
    rest = [*clause.rest[:at], word(form), *clause.rest[at + 1 :]]
    return [Said(f"how come {subject} {join(rest)}", "how-come")]


def _object(clause: Clause) -> str:
    return as_object(join(clause.subject))


def _a_person(clause: Clause) -> bool:
    known = classes()
    last = clause.subject[-1]
    if len(clause.subject) == 1:
        return last.key in {"i", "you", "he", "she", "we", "they"} or last.text[:1].isupper()
    return any(part.key in known.people for part in clause.subject)


def bare_ways(rest: list[Word]) -> list[Said]:
    """Why, why not, why not call him."""
    keys = [part.key for part in rest]
    if not keys:
        return [Said("how come", "how-come")]
    if keys == ["not"]:
        return [Said("how come", "how-come"), Said("what stops you", "what-makes")]
    if keys[0] != "not":
        return []
    at = next((at for at in range(1, len(keys)) if keys[at] not in classes().adverbs), 0)
    if keys[at] not in verbs().known:
        return []
    told = [*rest[1:at], word(with_ing(keys[at])), *rest[at + 1 :]]
    return [Said(f"what keeps you from {join(told)}", "what-makes")]
