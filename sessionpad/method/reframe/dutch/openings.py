"""What opens a clause or phrase of its own inside a Dutch clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from sessionpad.method.reframe.dutch.agreement import closes_with_verb, finite_at, is_subject, number_of
from sessionpad.method.reframe.dutch.segments import is_participle, runs
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind
from sessionpad.method.reframe.dutch.words import classes, markers, opens_subject
from sessionpad.method.reframe.text import MARKS, Word

Holds: TypeAlias = Callable[[list[Word]], bool]
"""Whether a stretch of words holds the verbs the finite verb asks for."""

Opening: TypeAlias = Literal["mark", "clause", "complement", "relative", "phrase", "pair"]

_CONTRAST_WIDTH: Final = 6
_COMPARATIVE: Final = 6
"""From this length a word in -er may be a comparative (vroeger, rustiger)."""
_COMPARED: Final = 4
"""How many words before dan may hold the comparative."""


def opening_at(parts: list[Word], place: int, holds: Holds | None) -> Opening | None:
    if parts[place].key in MARKS:
        return "mark"
    if relative(parts, place):
        return "relative"
    if place + 1 >= len(parts):
        return None
    return _clausal(parts, place) or _linked(parts, place, holds)


def _clausal(parts: list[Word], place: int) -> Opening | None:
    key, known = parts[place].key, classes()
    if (
        key in known.subordinators
        and finite_at(parts, place + 1, stop_at(parts, place), parts[place + 1].key) is not None
    ):
        return "clause"
    if key in known.clause_openers and _clause(parts, place):
        return "complement" if key in {"dat", "of"} else "clause"
    return "complement" if key in known.question_words and _question(parts, place) else None


def _linked(parts: list[Word], place: int, holds: Holds | None) -> Opening | None:
    if parts[place].key in classes().coordinators and _second_clause(parts, place, holds):
        return "pair"
    return "phrase" if _phrase(parts, place) or _comparison(parts, place) else None


def stop_at(parts: list[Word], place: int) -> int:
    """The next mark or sure subordinator, or the end."""
    closing = MARKS | classes().subordinators
    return next((at for at in range(place + 1, len(parts)) if parts[at].key in closing), len(parts))


def relative(parts: list[Word], place: int) -> bool:
    """A noun with die, dat, waar ... and a verb of its own (de man die hier woont)."""
    known = classes()
    key = parts[place].key
    if place + 1 >= len(parts):
        return False
    if key in known.prepositions and parts[place + 1].key in {"wie", "welke"}:
        return finite_at(parts, place + 2, stop_at(parts, place), "die") is not None
    before = parts[place - 1].key
    hangs = before in markers().wat_antecedents if key == "wat" else _noun_like(before)
    if key not in known.relatives or not hangs:
        return False
    return finite_at(parts, place + 1, stop_at(parts, place), relative_subject(parts, place)) is not None


def relative_subject(parts: list[Word], place: int) -> str:
    """In `de mensen die je willen helpen` die may be the subject as well as je."""
    following = parts[place + 1].key
    if following == "ik" or parts[place].key not in {"die", "dat"}:
        return number_of(parts, place + 1) if opens_subject(following) else "hij"
    return parts[place].key


def _noun_like(key: str) -> bool:
    """An open word: no function word and no verb that ends a clause."""
    known = classes()
    if key in markers().antecedents:
        return True
    small = known.subject_pronouns | known.determiners | known.prepositions | known.adverbs | known.negation
    return (
        key not in small | known.coordinators | MARKS | known.question_words | markers().objects
        and not is_participle(key)
    )


def _clause(parts: list[Word], place: int) -> bool:
    """Als, toen, dat, of, tot, voor, na and sinds open a clause only with a subject and a verb of its own."""
    key, first = parts[place].key, parts[place + 1]
    stop = stop_at(parts, place)
    if key == "nu" and first.key not in classes().subject_pronouns:
        return False
    if key in markers().ambiguous:
        return _ambiguous_clause(parts, place, stop)
    if is_subject(first) and first.key not in {"geen", "veel"}:
        if key in {"dat", "of"} and stop == place + 2 and stop + 1 < len(parts):
            return True
        return finite_at(parts, place + 2, stop, number_of(parts, place + 1)) is not None
    if is_kind(first.key, "inf"):
        return False
    pointing = key == "dat" and parts[place - 1].key in classes().prepositions
    return key in {"als", "dat"} and not pointing and stop > place + 2 and closes_with_verb(parts[stop - 1].key)


def _ambiguous_clause(parts: list[Word], place: int, stop: int) -> bool:
    first = parts[place + 1].key
    if first in markers().nominative - {"dat"}:
        at = finite_at(parts, place + 2, stop, "hij" if first in {"je", "het"} else first)
        return at is not None and (first not in {"je", "het", "u"} or not is_kind(parts[at].key, "inf"))
    last = parts[stop - 1].key
    return (
        first in classes().determiners - {"dat"}
        and is_kind(last, "third", "past")
        and not is_kind(last, "inf", "part", "first")
    )


def _question(parts: list[Word], place: int) -> bool:
    """Wat je moet doen, hoe lang het duurt, wie er komt."""
    stop = stop_at(parts, place)
    if place + 1 >= stop:
        return False
    if parts[place].key == "wat" and not opens_subject(parts[place + 1].key):
        plural = parts[place + 1].key in markers().bare_plurals and place + 2 < stop
        return closes_with_verb(parts[stop - 1].key) or (plural and is_kind(parts[stop - 1].key, "plural"))
    at = next((at for at in range(place + 1, stop) if opens_subject(parts[at].key)), None)
    return finite_at(parts, place + 1, stop, "hij" if at is None else number_of(parts, at)) is not None


def _second_clause(parts: list[Word], place: int, holds: Holds | None) -> bool:
    """En, maar, of ... with a clause or a verb of their own behind them."""
    if parts[place].key in {"want", "noch"} or _contrast(parts, place) or _verb_behind(parts, place + 1):
        return True
    if holds is None and _denied(parts, place):
        return True
    first = parts[place + 1].key
    complete = holds is None or holds(parts[:place])
    subject = "hij" if first == "je" else first
    if first in markers().nominative and finite_at(parts, place + 2, len(parts), subject) is not None:
        return complete
    return holds is not None and complete and holds(parts[place + 1 :])


def _verb_behind(parts: list[Word], place: int) -> bool:
    """A finite verb with its subject, or one that can be nothing else."""
    key, known = parts[place].key, classes()
    if key in known.never_finite or not is_finite(key):
        return False
    after = parts[place + 1].key if place + 1 < len(parts) else ""
    return after in known.subject_pronouns or (
        is_kind(key, "third", "past") and not is_kind(key, "inf", "part", "first")
    )


def _contrast(parts: list[Word], place: int) -> bool:
    """Vorige maand wel en nu niet; jij altijd en ik nooit."""
    stop = stop_at(parts, place)
    last = parts[stop - 1].key
    if stop - place > _CONTRAST_WIDTH or last not in markers().contrast_ends:
        return False
    return {parts[place - 1].key, last} == {"wel", "niet"} or parts[place + 1].key in markers().contrasting


def _denied(parts: list[Word], place: int) -> bool:
    """Belt je zus en niet je broer: the other half of an object stays behind the verb."""
    known = classes()
    pronoun = parts[0].key in known.subject_pronouns and parts[1].key not in known.friends
    joined = parts[place].key == "en" or (
        parts[place].key == "maar" and any(part.key == "wel" for part in parts[:place])
    )
    turned = joined and parts[place + 1].key in {"niet", "geen"}
    return pronoun and turned and place > 1 and place + 2 < len(parts)


def _phrase(parts: list[Word], place: int) -> bool:
    """Om, zonder, door, in plaats van ... te with an infinitive."""
    key = parts[place].key
    rest = parts[place + 1 : stop_at(parts, place)]
    again = next((at for at, part in enumerate(rest) if part.key == "om"), len(rest))
    te = next((run for run in runs(rest[:again], "inf") if run.has("te")), None)
    if te is None:
        return False
    if key == "in":
        return [part.key for part in rest[:2]] == ["plaats", "van"]
    if key in {"om", "teneinde"}:
        return True
    return key in {"zonder", "door"} and not any(part.key in classes().negation for part in rest[: te.start])


def _comparison(parts: list[Word], place: int) -> bool:
    """Minder dan je collega, zo boos als je vader, zoals gisteren, ook al weet je dat."""
    key = parts[place].key
    before = [part.key for part in parts[:place]]
    if key == "als":
        return bool(markers().likeness & set(before[:-1])) and before[-1] not in {"net", "zo"}
    if key == "dan":
        compared = any(map(_comparative, before[-_COMPARED:]))
        return compared and parts[place + 1].key not in classes().negation
    if key == "zoals":
        return not _of_subject(parts, place)
    return key == "ook" and parts[place + 1].key == "al"


def _of_subject(parts: list[Word], place: int) -> bool:
    """Mensen zoals ik nooit: the comparison belongs to the subject."""
    first = parts[0].key
    noun = parts[1:place] if first in classes().determiners else parts[:place]
    named = len(noun) == 1 and (noun[0].key in markers().antecedents or noun[0].key not in classes().subject_pronouns)
    return named and parts[place + 1].key in markers().contrasting and place + 2 < len(parts)


def _comparative(key: str) -> bool:
    return key in markers().more or (key.endswith("er") and len(key) >= _COMPARATIVE and not is_finite(key))
