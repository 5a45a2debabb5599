"""A line taken apart: words with their place, their sentence, and the role of the clause they stand in.

No parser: clauses are cut at punctuation and at the small words that open one. That is enough to know that "niet" in
"de brieven die nog niet open zijn" says something of the letters, and in "ik roep niet" of what is agreed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sessionpad.method.language import Language
from sessionpad.method.wording.grammar import AFTER_WAT, ENGLISH, GRAMMARS, LEADS, NO_COMPARATIVES, Grammar, is_things
from sessionpad.method.wording.role import Role

_QUOTED: Final = re.compile(
    r'"[^"\n]*"|[“„][^”“"\n]*[”“"]|«[^»\n]*»|‘[^‘\n]*?’(?!\w)|(?<![\w\'])\'(?=\w)(?:[^\'\n]|\w\'\w)*\'(?!\w)'
)
_UNCLOSED: Final = re.compile(r'^\s*["“„«].*', re.DOTALL)
_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|['’](?:s|n|t|k|m|r)\b|[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"[!?\n;…•]|\.(?!\w)")
_CLAUSE_END: Final = re.compile(r"[,:()\[\]–—]|\s-\s")
_ABBREVIATED: Final = frozenset(["bv", "bijv", "ca", "dhr", "mevr", "mr", "mrs", "ms", "dr", "nr", "tel", "incl", "st"])


class Word(NamedTuple):
    text: str
    """In small letters, with straight apostrophes."""
    start: int
    end: int
    sentence: int
    clause: int
    is_name: bool
    """Whether a capital inside a sentence marks it as a name."""
    in_brackets: bool


class Line(NamedTuple):
    """What stands between quotation marks is no part of it: those are the words of someone. Source: TGH-53."""

    text: str
    unquoted: str
    """The text with blanks in the place of quotations; places count the same."""
    words: tuple[Word, ...]
    roles: tuple[Role, ...]
    """The role of each clause."""
    starts: tuple[int, ...]
    """The place of the first word of each sentence in the row of words."""

    def role(self, word: Word) -> Role:
        return self.roles[word.clause]

    def sentence(self, word: Word) -> range:
        """The places of the words of the sentence that this word stands in."""
        ends = (*self.starts[1:], len(self.words))
        return range(self.starts[word.sentence], ends[word.sentence])


def without_quotes(text: str) -> str:
    """The text with blanks in the place of what is quoted."""
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    return _UNCLOSED.sub(lambda match: " " * len(match.group()), blanked)


def read_line(text: str, language: Language) -> Line:
    """The line taken apart, read as this language."""
    unquoted = without_quotes(text)
    reader = _Reader(unquoted, GRAMMARS[language])
    words = reader.words()
    return Line(text, unquoted, words, tuple(reader.roles), tuple(reader.starts))


class _Reader:
    """Walks over the words of a line and cuts it into sentences and clauses."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text = text
        self._grammar = grammar
        self._matches = tuple(_WORD.finditer(text))
        self._plain = tuple(match.group().casefold().replace("’", "'") for match in self._matches)
        self._first = 0
        """Where the sentence began, as a place in the row of words."""
        self.roles: list[Role] = []
        self.starts: list[int] = []

    def words(self) -> tuple[Word, ...]:
        words: list[Word] = []
        open_brackets = 0
        for index, match in enumerate(self._matches):
            before = self._text[self._matches[index - 1].end() if index else 0 : match.start()]
            begins_sentence = index == 0 or self._ends_sentence(before, self._plain[index - 1])
            if begins_sentence:
                self.starts.append(index)
                self._first = index
            is_cut = begins_sentence or _CLAUSE_END.search(before) is not None
            role = self._nested(self._opens(index, is_cut=is_cut), is_cut=is_cut)
            if role is not None or is_cut:
                self.roles.append(role or Role.MAIN)
            is_name = self._is_name(match.group(), before, is_first=index == self._first)
            open_brackets += before.count("(") - before.count(")")
            place = (match.start(), match.end(), len(self.starts) - 1, len(self.roles) - 1)
            words.append(Word(self._plain[index], *place, is_name, open_brackets > 0))
        return tuple(words)

    def _ends_sentence(self, between: str, word: str) -> bool:
        found = _SENTENCE_END.search(between)
        return found is not None and not (found.group() == "." and word in _ABBREVIATED)

    def _is_name(self, word: str, before: str, *, is_first: bool) -> bool:
        starts_anew = is_first or any(sign in before for sign in ':"“„«(') or word == "I"
        return word[0].isupper() and not starts_anew and not (word.isupper() and len(word) > 1)

    def _opens(self, index: int, *, is_cut: bool) -> Role | None:
        """The role of the clause that this word opens, or None when it opens none."""
        word, grammar = self._plain[index], self._grammar
        if word in grammar.relatives and index > self._first:
            return self._relative(index, is_cut=is_cut)
        if index == self._first and self._is_first_verb(word):
            return Role.IF
        if word in grammar.breaks and self.roles and self.roles[-1] is not Role.MAIN:
            return Role.MAIN
        return Role.ABOUT if self._is_contact_clause(index, is_cut=is_cut) else self._opener(index)

    def _nested(self, role: Role | None, *, is_cut: bool) -> Role | None:
        """What is told inside a clause about a thing is about it: "de brief waarin staat dat ik moet betalen"."""
        inside = self.roles[-1] if self.roles and not is_cut else Role.MAIN
        return inside if role is Role.THAT and inside is not Role.MAIN else role

    def _opener(self, index: int) -> Role | None:
        """The role that a conjunction or question word opens."""
        word, grammar = self._plain[index], self._grammar
        following = self._plain[index + 1] if index + 1 < len(self._plain) else ""
        if word in grammar.openers_when_asked and self._asked(index) and following in grammar.subjects:
            return Role.ABOUT
        if word == "wat" and _is_amount(following):
            return None
        if word == "al" and index > self._first and self._plain[index - 1] == "ook":
            return Role.REASON
        if word in grammar.openers_before_pronoun and following in grammar.pronouns:
            return grammar.openers_before_pronoun[word]
        return grammar.openers.get(word)

    def _asked(self, index: int) -> bool:
        return any(word in self._grammar.asking for word in self._plain[self._first : index])

    def _is_first_verb(self, word: str) -> bool:
        rest = self._text[self._matches[self._first].end() :]
        if word in self._grammar.conditional_verbs:
            return "," in rest or " dan " in rest
        return word in self._grammar.first_verbs and re.search(r",\s*dan\b", rest) is not None

    def _relative(self, index: int, *, is_cut: bool) -> Role | None:
        """The role that "die", "dat" or "that" opens: of a thing, of what is said, or none when it only points."""
        word, before = self._plain[index], self._plain[index - 1]
        earlier = self._plain[index - 2] if index - 2 >= self._first else ""
        of_a_thing = earlier in self._grammar.determiners and before not in self._grammar.saying
        if word == "die":
            points = before in self._grammar.prepositions or earlier in self._grammar.pronouns
            return None if points and not is_cut else Role.ABOUT
        if word == "that":
            following = self._plain[index + 1] if index + 1 < len(self._plain) else ""
            of_a_thing = of_a_thing or (before.endswith("s") and before not in self._grammar.saying)
            if of_a_thing or following in self._grammar.finite_verbs:
                return Role.ABOUT
            return Role.THAT if following in self._grammar.subjects else None
        return Role.ABOUT if of_a_thing and not is_cut else Role.THAT

    def _is_contact_clause(self, index: int, *, is_cut: bool) -> bool:
        """English: "the papers I have to bring"."""
        grammar = self._grammar
        if grammar is not ENGLISH or is_cut or self._plain[index] not in grammar.pronouns or index - 2 < self._first:
            return False
        if index - 2 == self._first:
            return self._plain[self._first] in LEADS and is_things(self._plain[index - 1])
        has_subject = any(word in grammar.pronouns for word in self._plain[self._first : index])
        is_after_thing = self._plain[index - 2] in grammar.determiners
        return is_after_thing and (has_subject or self._plain[self._first] not in grammar.prepositions)


def _is_amount(following: str) -> bool:
    """Whether "wat" before this word is "a bit": "wat rustiger", "wat hulp"."""
    return following in AFTER_WAT or (following.endswith("er") and following not in NO_COMPARATIVES)
