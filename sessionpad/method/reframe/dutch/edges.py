"""Where the core of a Dutch clause ends: what comes after it stays behind the verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple, TypeAlias

from sessionpad.method.reframe.dutch.agreement import finite_at, is_subject
from sessionpad.method.reframe.dutch.segments import is_participle, runs
from sessionpad.method.reframe.dutch.verbs import is_finite, is_kind, lemmas, readings
from sessionpad.method.reframe.dutch.words import classes, opens_subject, verb_classes
from sessionpad.method.reframe.text import MARKS, Word

Holds: TypeAlias = Callable[[list[Word]], bool]
"""Whether a stretch of words holds the verbs the finite verb asks for."""

Opening: TypeAlias = Literal["mark", "clause", "complement", "relative", "phrase", "pair"]

_AMBIGUOUS: Final = frozenset({"voor", "na", "tot", "sinds", "sedert"})
_LIKENESS: Final = frozenset({"zo", "even", "evenveel", "zoveel", "hetzelfde", "dezelfde", "evenzeer"})
_MORE: Final = frozenset(
    {"meer", "minder", "liever", "beter", "anders", "slechter", "andere", "ander", "eerder", "vaker"}
)
_CARRIED: Final = frozenset({"met", "aan", "over", "bij", "tegen", "van", "voor", "op", "door", "om"})


class Core(NamedTuple):
    end: int
    """The number of words, from the subject on, the finite verb goes behind."""
    resumed: int = 0
    """Where the core goes on after the last clause inside it: the verbs of that clause are not its own."""


def core_of(parts: list[Word], holds: Holds | None) -> Core:
    place, since = 1, 0
    while place < len(parts):
        opening = _opening(parts, place, holds)
        if opening is None:
            place += 1
            continue
        resumed = _resumes(parts, place, opening, holds)
        if resumed is None and opening == "relative" and holds is not None and _rather_object(parts, place, holds):
            place += 1
            continue
        if resumed is None:
            end = _before_antecedent(parts, place) if opening == "relative" and parts[place].key != "dat" else place
            return Core(end, since)
        place = since = resumed
    return Core(len(parts), since)


def _rather_object(parts: list[Word], place: int, holds: Holds) -> bool:
    """Moest per se die dure telefoon kopen: the only verb behind die is the one the clause waits for."""
    stop = _stop(parts, place)
    found = runs(parts[place:stop], "inf")
    alone = len(found) == 1 and len(found[0].roles) == 1 and found[0].first == "inf"
    return alone and not holds(parts[:place]) and parts[place + 1].key not in classes().subject_pronouns


def _before_antecedent(parts: list[Word], place: int) -> int:
    """Blijft bij iemand die je slaat: the phrase the relative clause hangs on goes along behind the verb."""
    for at in range(place - 1, max(0, place - 5), -1):
        key = parts[at].key
        if key in _CARRIED:
            return at if at > 1 or parts[0].key in classes().subject_pronouns else place
        if key in classes().prepositions | classes().negation or is_participle(key):
            break
    return place


def _opening(parts: list[Word], place: int, holds: Holds | None) -> Opening | None:
    key = parts[place].key
    known = classes()
    if key in MARKS:
        return "mark"
    if _relative(parts, place):
        return "relative"
    if (
        key in known.subordinators
        and place + 1 < len(parts)
        and finite_at(parts, place + 1, _stop(parts, place), parts[place + 1].key) is not None
    ):
        return "clause"
    if key in known.clause_openers and _clause(parts, place):
        return "complement" if key in {"dat", "of"} else "clause"
    if key in known.question_words and _question(parts, place):
        return "complement"
    if key in known.coordinators and _second_clause(parts, place, holds):
        return "pair"
    return "phrase" if _phrase(parts, place) or _comparison(parts, place) else None


def _stop(parts: list[Word], place: int) -> int:
    """The next mark or sure subordinator, or the end."""
    closing = MARKS | classes().subordinators
    return next((at for at in range(place + 1, len(parts)) if parts[at].key in closing), len(parts))


def _relative(parts: list[Word], place: int) -> bool:
    """A noun with die, dat, waar ... and a verb of its own (de man die hier woont)."""
    known = classes()
    key = parts[place].key
    if key in known.prepositions and place + 1 < len(parts) and parts[place + 1].key in {"wie", "welke"}:
        return finite_at(parts, place + 2, _stop(parts, place), "die") is not None
    if key not in known.relatives or place + 1 >= len(parts):
        return False
    before = parts[place - 1].key
    if key == "wat":
        if before not in {"alles", "iets", "niets", "dat", "datgene", "niks"}:
            return False
    elif not _noun_like(before):
        return False
    return finite_at(parts, place + 1, _stop(parts, place), _relative_subject(parts, place)) is not None


def _relative_subject(parts: list[Word], place: int) -> str:
    """In `de mensen die je willen helpen` die may be the subject as well as je."""
    following = parts[place + 1].key
    if following == "ik" or parts[place].key not in {"die", "dat"}:
        return _number(parts, place + 1) if opens_subject(following) else "hij"
    return parts[place].key


def _noun_like(key: str) -> bool:
    """An open word: no function word and no verb that ends a clause."""
    known = classes()
    if key in {"iemand", "niemand", "iedereen", "alles", "degene", "diegene", "mensen", "jij", "hij", "zij", "wij"}:
        return True
    closed = known.subject_pronouns | known.determiners | known.prepositions | known.adverbs | known.negation
    if key in closed | known.coordinators | MARKS | known.question_words | {
        "me",
        "mij",
        "hem",
        "ons",
        "zich",
        "jou",
        "hen",
    }:
        return False
    return not is_participle(key)


def _clause(parts: list[Word], place: int) -> bool:
    """Als, toen, dat, of, tot, voor, na and sinds open a clause only with a subject and a verb of its own."""
    if place + 2 >= len(parts):
        return False
    key, first = parts[place].key, parts[place + 1]
    stop = _stop(parts, place)
    if key == "nu" and not (opens_subject(first.key) and first.key in classes().subject_pronouns):
        return False
    if key in _AMBIGUOUS:
        return _ambiguous_clause(parts, place, stop)
    if is_subject(first) and first.key not in {"geen", "veel"}:
        subject = _number(parts, place + 1)
        return finite_at(parts, place + 2, stop, subject) is not None
    last = parts[stop - 1].key
    return key in {"als", "dat"} and is_kind(last, "third", "past", "pasts") and not is_kind(last, "inf", "part")


def _number(parts: list[Word], place: int) -> str:
    """The word that stands for the subject; `je kinderen` counts as more than one."""
    key = parts[place].key
    following = parts[place + 1].key if place + 1 < len(parts) else ""
    possible = key in {"je", "jouw", "mijn", "uw", "haar", "zijn", "ons", "hun"} and following.endswith(("en", "s"))
    if possible and (following in classes().friends or not (readings(following) or following in classes().adverbs)):
        return "we"
    return "hij" if key in {"je", "haar", "zijn"} else key


def _ambiguous_clause(parts: list[Word], place: int, stop: int) -> bool:
    first = parts[place + 1].key
    last = parts[stop - 1].key
    sure = is_kind(last, "third", "past") and not is_kind(last, "inf", "part", "first")
    if first in classes().subject_pronouns - {"niets", "niks", "iets", "alles", "niemand", "iedereen"}:
        at = finite_at(parts, place + 2, stop, "hij" if first in {"je", "het"} else first)
        return at is not None and (first not in {"je", "het", "u"} or not is_kind(parts[at].key, "inf"))
    return first in classes().determiners and sure


def _question(parts: list[Word], place: int) -> bool:
    """Wat je moet doen, hoe lang het duurt, wie er komt."""
    stop = _stop(parts, place)
    if place + 1 >= stop:
        return False
    first = parts[place + 1]
    if parts[place].key == "wat" and not opens_subject(first.key):
        last = parts[stop - 1].key
        return is_kind(last, "third", "past") and not is_kind(last, "inf", "part")
    at = next((at for at in range(place + 1, stop) if opens_subject(parts[at].key)), None)
    return finite_at(parts, place + 1, stop, "hij" if at is None else _number(parts, at)) is not None


def _second_clause(parts: list[Word], place: int, holds: Holds | None) -> bool:
    """En, maar, of ... with a clause or a verb of their own behind them."""
    if place + 1 >= len(parts):
        return False
    key, first = parts[place].key, parts[place + 1]
    if _contrast(parts, place):
        return True
    after = parts[place + 2].key if place + 2 < len(parts) else ""
    known = classes()
    if key in {"want", "noch"}:
        return True
    if (
        is_kind(first.key, "third", "past", "first", "second", "pasts", "plural")
        and first.key not in known.never_finite
    ):
        if after in known.subject_pronouns:
            return True
        if is_kind(first.key, "third", "past") and not is_kind(first.key, "inf", "part", "first"):
            return True
    pronouns = {"ik", "je", "jij", "hij", "ze", "zij", "we", "wij", "jullie", "u", "het", "er", "dat"}
    if (
        first.key in pronouns
        and finite_at(parts, place + 2, len(parts), "hij" if first.key == "je" else first.key) is not None
    ):
        return holds is None or holds(parts[:place])
    if first.key == "dat" and _clause(parts, place + 1):
        return True
    return holds is not None and holds(parts[:place]) and holds(parts[place + 1 :])


def _contrast(parts: list[Word], place: int) -> bool:
    """Vorige maand wel en nu niet."""
    stop = _stop(parts, place)
    last = parts[stop - 1].key
    if stop - place > 6 or last not in {"niet", "nooit", "wel", "ook", "altijd", "zelden"}:
        return False
    opposed = {parts[place - 1].key, last} == {"wel", "niet"}
    return opposed or parts[place + 1].key in {"ik", "jij", "hij", "zij", "wij", "jullie", "u"}


def _phrase(parts: list[Word], place: int) -> bool:
    """Om, zonder, door, in plaats van ... te with an infinitive."""
    key = parts[place].key
    stop = _stop(parts, place)
    rest = parts[place + 1 : stop]
    if key == "in" and [part.key for part in rest[:2]] == ["plaats", "van"]:
        return any(run.has("te") for run in runs(rest, "inf"))
    if key not in {"om", "zonder", "door", "teneinde"}:
        return False
    if key == "om" and any(part.key == "om" for part in rest):
        return False
    te = next((run for run in runs(rest, "inf") if run.has("te")), None)
    return te is not None and (
        key == "om" or te.start == 0 or not any(part.key in classes().negation for part in rest[: te.start])
    )


def _comparison(parts: list[Word], place: int) -> bool:
    """Minder dan je collega, zo boos als je vader, zoals gisteren."""
    key = parts[place].key
    before = [part.key for part in parts[:place]]
    if place + 1 >= len(parts):
        return False
    if key == "zoals":
        return True
    if key == "als":
        return bool(_LIKENESS & set(before[:-1])) and before[-1] not in {"net", "zo"}
    return (
        key == "dan"
        and any(
            word in _MORE or (word.endswith("er") and len(word) > 5 and not is_finite(word)) for word in before[-4:]
        )
        and parts[place + 1].key not in classes().negation
    )


def _resumes(parts: list[Word], place: int, opening: Opening, holds: Holds | None) -> int | None:
    """Where the core goes on after a clause inside it; None when it ends here."""
    if opening == "pair":
        return None
    if opening == "phrase":
        return _after_phrase(parts, place, holds)
    if opening == "mark":
        return _after_mark(parts, place, holds)
    after = _clause_stop(parts, place)
    if after >= len(parts):
        return None
    rest = parts[after:]
    if holds is not None:
        return after if not holds(parts[:place]) and holds(rest) else None
    if opening == "relative":
        pronoun = parts[0].key in classes().subject_pronouns and parts[0].key != "er"
        blocked = (
            MARKS
            | classes().coordinators
            | classes().subordinators
            | (classes().prepositions if pronoun else frozenset())
        )
        return None if rest[0].key in blocked else after
    return after if opening == "clause" and rest[0].key in classes().negation else None


def _after_phrase(parts: list[Word], place: int, holds: Holds | None) -> int | None:
    """Zonder iets te zeggen vertrokken: the phrase stands in the middle."""
    te = next((run for run in runs(parts[place:], "inf") if run.has("te")), None)
    if te is None or holds is None or holds(parts[:place]):
        return None
    after = place + te.stop
    return after if holds(parts[after:]) else None


def _after_mark(parts: list[Word], place: int, holds: Holds | None) -> int | None:
    rest = parts[place + 1 :]
    if not rest:
        return None
    if holds is not None:
        return place + 1 if not holds(parts[:place]) and holds(rest) else None
    second = _stop(parts, place)
    aside = rest[0].key in classes().subordinators | classes().clause_openers | classes().relatives | {
        "net",
        "zeker",
        "ook",
        "zelfs",
        "vooral",
        "bijvoorbeeld",
    }
    if (
        second + 1 < len(parts)
        and aside
        and parts[second + 1].key not in classes().coordinators | classes().afterthoughts
    ):
        return second + 1
    return None


def _clause_stop(parts: list[Word], place: int) -> int:
    """Behind the verbs that close the clause that opens here."""
    stop = _stop(parts, place)
    first = parts[place + 1].key if place + 1 < len(parts) else ""
    subject = _number(parts, place + 1) if opens_subject(first) else parts[place].key
    if parts[place].key in {"die", "dat"} and first != "ik":
        subject = "die"
    at = finite_at(parts, place + 1, stop, subject)
    if at is None:
        return len(parts)
    helper = lemmas(parts[at].key) & (
        verb_classes().with_infinitive | verb_classes().with_participle | verb_classes().raising
    )
    return at + 1 + (_cluster(parts[at + 1 : stop]) if helper else 0)


def _cluster(parts: list[Word]) -> int:
    """How many words the verbs behind a helper take; a second participle belongs to the clause around it."""
    run = next((run for run in runs(parts) if run.start == 0), None)
    if run is None:
        return 0
    width = 0
    for place, (role, words) in enumerate(run.roles):
        if (
            role == "part"
            and place
            and run.roles[place - 1][0] == "part"
            and parts[width].key not in {"geweest", "geworden"}
        ):
            break
        width += words
    return width
