"""The coarse look never says no to a text that holds the words."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.domain.text import clean_text, folded
from sessionpad.domain.words import Words
from sessionpad.store.coarse import Coarse

LETTERS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet='aAeEéÉèïÏçßẞæÆøØñµμşŞıİğłŁőŸÿ’‘“”–…·ªº№Ⅷⅷﬁﬂ각ᄀが\u0301\u0308 "\\\n\t', max_size=40),
)


@given(text=LETTERS, data=st.data())
def test_what_is_there_is_never_missed(text: str, data: st.DataObject) -> None:
    """Any part of a text, typed with other accents and capitals, may be in the file that holds the text."""
    kept = clean_text(text)
    bare = folded(kept)
    start = data.draw(st.integers(0, len(bare)))
    end = data.draw(st.integers(start, len(bare)))
    words = Words(bare[start:end])
    assert words.are_in(kept)
    assert Coarse(words).may_hold(msgspec.json.encode({"x": {"text": kept}}))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Élève geïnd", "eleve GEIND"),
        ("straße", "STRASSE"),
        ("Şükrü", "sukru"),
        ("Łódź", "łodz"),
        ("foto’s", "foto's"),
        ("zei “ja”", '"ja"'),
        ("10 µg", "μg"),
        ("één dóór één", "door een"),
    ],
)
def test_accents_and_capitals_make_no_difference(text: str, typed: str) -> None:
    """A word is found however it was written, and however the file writes its signs."""
    words = Words(typed)
    assert words.are_in(text)
    assert Coarse(words).may_hold(msgspec.json.encode([text]))


def test_most_is_said_no_to() -> None:
    """A word that is not there is not held possible; without that there would be no point."""
    data = msgspec.json.encode(["elke vrijdag ligt de post geïnd en geopend in de blauwe mappen"])
    assert not Coarse(Words("zzz")).may_hold(data)
    assert not Coarse(Words("post rood")).may_hold(data)
    assert not Coarse(Words("blauwemappen")).may_hold(data)
