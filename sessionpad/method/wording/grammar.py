"""The small words that build a sentence, in Dutch and English: closed classes, so they are code and not lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from sessionpad.method.language import Language
from sessionpad.method.wording.role import Role


class Grammar(NamedTuple):
    openers: Mapping[str, Role]
    """Words that open a clause wherever they stand."""
    openers_before_pronoun: Mapping[str, Role]
    """Words that open a clause when a pronoun follows; with anything else they are prepositions or adverbs."""
    openers_when_asked: frozenset[str]
    """Words that open an indirect question after a verb of asking or knowing."""
    first_verbs: frozenset[str]
    """Verbs that make a condition by standing first ("lukt het niet, dan ...")."""
    conditional_verbs: frozenset[str]
    """Verbs that make a condition by standing first, whatever follows ("mocht het", "should it")."""
    relatives: frozenset[str]
    """Words that say something of the thing before them, or point at the thing after them."""
    finite_verbs: frozenset[str]
    """Verbs that make "that" before them a relative: "the papers that must come along"."""
    breaks: frozenset[str]
    """Words with which the main clause goes on."""
    asking: frozenset[str]
    pronouns: frozenset[str]
    """Who does it, in one word."""
    subjects: frozenset[str]
    """The first words of who does it."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    saying: frozenset[str]
    """After these "dat" and "that" tell what is said, thought or seen to."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DUTCH: Final = Grammar(
    openers={
        **dict.fromkeys(_words("als indien tenzij zodra telkens zolang mits wanneer voordat nadat totdat"), Role.IF),
        **dict.fromkeys(_words("omdat doordat aangezien want hoewel ofschoon"), Role.REASON),
        **dict.fromkeys(_words("welke welk hoe hoeveel wie waarom waar waarmee waarvoor waarover waarvan"), Role.ABOUT),
        **dict.fromkeys(_words("waaraan waarin waarop waardoor wat zoals"), Role.ABOUT),
        **dict.fromkeys(_words("zodat opdat"), Role.PURPOSE),
    },
    openers_before_pronoun={"terwijl": Role.IF, "sinds": Role.REASON, "tot": Role.IF},
    openers_when_asked=_words("of wanneer"),
    first_verbs=_words(
        "lukt gaat komt werkt valt blijkt wordt word loopt kan heb heeft ben is zit krijg voel merk blijf"
    ),
    conditional_verbs=_words("mocht mochten moest moesten"),
    relatives=_words("die dat"),
    finite_verbs=frozenset(),
    breaks=_words("maar dan"),
    asking=_words(
        "vraag vraagt vragen vroeg kijk kijkt kijken bekijk bekijken na check checken weet weten zoek zoekt zoeken "
        "uitzoeken beslis beslissen kies kiezen bespreek bespreken hoor horen noteer noteren schrijf schrijven overleg "
        "overleggen informeer informeren navragen nakijken zie zien zeg zegt zeggen laat"
    ),
    pronouns=_words("ik jij je u hij zij ze we wij jullie"),
    subjects=_words("ik jij je u hij zij ze het we wij jullie er men mijn de een dit deze"),
    determiners=_words(
        "de het een mijn je jouw uw zijn haar ons onze hun dit deze die elk elke ieder iedere alle al geen"
    ),
    prepositions=_words(
        "met op in voor naar over aan om bij van tegen uit door na onder tussen en of zonder rond "
        "ik je jij u hij zij ze we wij"
    ),
    saying=_words("ervoor zorg zorgen vind vindt denk zeg zegt zeggen weet af beloof hoop wil blijkt merk zo ook zie"),
)

ENGLISH: Final = Grammar(
    openers={
        **dict.fromkeys(_words("if unless when whenever"), Role.IF),
        **dict.fromkeys(_words("because although though"), Role.REASON),
        **dict.fromkeys(_words("which who whom whose what where how whether why"), Role.ABOUT),
    },
    openers_before_pronoun={
        **dict.fromkeys(_words("once until till before after while as"), Role.IF),
        "since": Role.REASON,
        "so": Role.PURPOSE,
    },
    openers_when_asked=_words("if when"),
    first_verbs=frozenset(),
    conditional_verbs=_words("should had were"),
    relatives=_words("that"),
    finite_verbs=_words("is are was were has have had must can will need needs do does did come comes go goes"),
    breaks=_words("but then"),
    asking=_words("ask asks asked find out know check see decide wonder tell tells discuss choose note write"),
    pronouns=_words("i you he she we they"),
    subjects=_words("i you he she it we they there my the a an this that someone"),
    determiners=_words("the a an my your his her its our their this these those every each any all no some"),
    prepositions=_words("by on in at before until till after within from during to for this next with and or of"),
    saying=_words(
        "sure ensure so say says agree agreed know promise hope think see is was believe decide mean means agrees"
    ),
)

GRAMMARS: Final[Mapping[Language, Grammar]] = {"nl": DUTCH, "en": ENGLISH}

LEADS: Final = _words("the those these all any")
_TIMES: Final = _words("days weeks months years times mornings evenings nights afternoons weekends hours minutes")


def is_things(word: str) -> bool:
    """English: whether the word may be what is spoken about, and is no stretch of time: "letters", and not "days"."""
    return word.endswith("s") and not word.endswith("days") and word not in _TIMES


AFTER_WAT: Final = _words("extra tijd geld anders rust hulp uitleg lucht ruimte")
"""With these "wat" is a bit of something, not a question; just so with a comparative ("wat rustiger")."""
NO_COMPARATIVES: Final = _words("moeder vader broer er weer daar hier ander zeker jouw")
