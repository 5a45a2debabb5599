"""Whatever stands in a field comes back from the disk as it was, whether it passed the gate or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, example, given, settings

from sessionpad.domain.lines import lines_of
from sessionpad.domain.overview import overview_of
from sessionpad.store.vault import Vault
from tests.hostile import EVERY, HALVES, MIXED, TYPED, Hostile, through_the_gate

NAME = "00000000-0000-4000-8000-000000000001"


def test_every_field_is_reopened_as_it_was(opening: Callable[[], Vault]) -> None:
    """Something of each kind in every field, a hundred thousand characters in some; not one sign more or less."""
    typed = Hostile(typed=MIXED, every_long=20)
    dossier = typed.dossier(NAME)
    vault = opening()
    vault.repository.save(dossier)
    vault.close()
    again = opening()
    assert again.repository.load(dossier.id).dossier == dossier
    assert again.repository.overviews() == (overview_of(dossier),)


@example(texts=HALVES)
@example(texts=EVERY)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts=TYPED)
def test_any_text_is_reopened_as_the_gate_leaves_it(opening: Callable[[], Vault], texts: Sequence[str]) -> None:
    """Behind the gate every text is equal after reopening; half a character costs itself and no other field."""
    typed = Hostile(typed=texts, every_long=50).dossier(NAME)
    clean = through_the_gate(typed)
    for dossier in (typed, clean):
        vault = opening()
        vault.repository.save(dossier)
        vault.close()
        again = opening()
        found = again.repository.load(dossier.id).dossier
        again.close()
        assert through_the_gate(found) == clean
    assert found == clean
    assert [line.text for line in lines_of(found)] == [line.text for line in lines_of(clean)]
