"""What every shelf keeps, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionpad.errors import Conflict, NotFound
from sessionpad.store.shelf import FolderShelf, MemoryShelf, Shelf, Version, version_of

SHELVES: dict[str, Callable[[Path], Shelf]] = {
    "memory": lambda _: MemoryShelf(),
    "folder": FolderShelf,
}


@pytest.fixture(params=SHELVES)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    return SHELVES[request.param](tmp_path)


def test_what_is_put_is_what_is_got(shelf: Shelf) -> None:
    """The bytes come back the same, under the version that `put` gave."""
    version = shelf.put("a", b"one", None)
    assert shelf.get("a") == (b"one", version)


def test_version_is_the_hash_of_the_bytes(shelf: Shelf) -> None:
    """The same bytes are the same version on every shelf."""
    assert shelf.put("a", b"one", None) == version_of(b"one")


def test_an_expected_version_is_replaced(shelf: Shelf) -> None:
    """Who read the last version may replace it."""
    first = shelf.put("a", b"one", None)
    second = shelf.put("a", b"two", first)
    assert shelf.get("a") == (b"two", second)


def test_an_outdated_expectation_is_a_conflict(shelf: Shelf) -> None:
    """Nothing is ever overwritten by someone who did not see it."""
    first = shelf.put("a", b"one", None)
    second = shelf.put("a", b"two", first)
    with pytest.raises(Conflict) as conflict:
        shelf.put("a", b"three", first)
    assert (conflict.value.key, shelf.get("a")) == ("changed-underneath", (b"two", second))


def test_something_where_nothing_was_expected_is_a_conflict(shelf: Shelf) -> None:
    """A new file never takes the place of one that is there."""
    shelf.put("a", b"one", None)
    with pytest.raises(Conflict):
        shelf.put("a", b"two", None)
    assert shelf.get("a")[0] == b"one"


def test_nothing_where_something_was_expected_is_a_conflict(shelf: Shelf) -> None:
    """A file that was taken away is not put back unasked."""
    version = shelf.put("a", b"one", None)
    shelf.erase("a")
    with pytest.raises(Conflict):
        shelf.put("a", b"two", version)
    assert shelf.list() == ()


def test_the_same_bytes_again_are_fine(shelf: Shelf) -> None:
    """Writing what is already there changes nothing and is no error."""
    version = shelf.put("a", b"one", None)
    assert shelf.put("a", b"one", version) == version


def test_what_is_not_there_is_not_found(shelf: Shelf) -> None:
    """A missing file has its own error."""
    with pytest.raises(NotFound) as missing:
        shelf.get("a")
    assert missing.value.key == "file"


def test_list_has_every_id_in_order(shelf: Shelf) -> None:
    """Ids come sorted, each once."""
    for name in ("b", "a", "c"):
        shelf.put(name, b"x", None)
    assert shelf.list() == ("a", "b", "c")


def test_erase_takes_one_away_and_is_fine_twice(shelf: Shelf) -> None:
    """Erasing something that is gone is not an error, and leaves the others."""
    shelf.put("a", b"one", None)
    shelf.put("b", b"two", None)
    shelf.erase("a")
    shelf.erase("a")
    assert shelf.list() == ("b",)


def test_mark_changes_with_the_bytes(shelf: Shelf) -> None:
    """A cheap look shows that something changed, and the look at all of them says the same."""
    before = shelf.mark("a")
    version = shelf.put("a", b"one", None)
    first = shelf.mark("a")
    shelf.put("a", b"longer", version)
    assert before == ""
    assert first not in {"", shelf.mark("a")}
    assert shelf.marks() == {"a": shelf.mark("a")}


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../a", "a.b", ".a", "a\0", "a\n", "-a", "é", "a" * 201])
def test_a_name_is_never_a_path(shelf: Shelf, name: str) -> None:
    """No id leads outside the shelf."""
    with pytest.raises(NotFound):
        shelf.put(name, b"x", None)
    with pytest.raises(NotFound):
        shelf.get(name)


@pytest.mark.parametrize("kind", SHELVES)
@given(puts=st.lists(st.tuples(st.sampled_from("abc"), st.binary(max_size=64)), max_size=12))
def test_a_shelf_is_a_dictionary_that_checks(
    tmp_path_factory: pytest.TempPathFactory, kind: str, puts: list[tuple[str, bytes]]
) -> None:
    """Whatever is put in whatever order, the last bytes of each id are there and no others."""
    shelf = SHELVES[kind](tmp_path_factory.mktemp("shelf"))
    model: dict[str, bytes] = {}
    versions: dict[str, Version] = {}
    for name, data in puts:
        versions[name] = shelf.put(name, data, versions.get(name))
        model[name] = data
    assert {name: shelf.get(name)[0] for name in shelf.list()} == model
