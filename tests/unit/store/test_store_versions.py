"""Which earlier versions stay, and how they are named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sessionpad.store.vault import Vault, memory_vault
from sessionpad.store.versions import EVERY, Kind, VersionInfo, is_due, newest_first, read_name, thin
from tests.unit.store.conftest import Clock
from tests.unit.store.dossiers import a_dossier, noted, notes_in

NOW = datetime(2026, 3, 15, 12, tzinfo=timezone(timedelta(hours=1)))


def _version(at: datetime, kind: Kind = Kind.SAVE, revision: int = 1) -> VersionInfo:
    return VersionInfo(at=at, revision=revision, kind=kind, sign="0" * 12)


_VERSIONS = st.lists(
    st.builds(
        _version,
        st.integers(0, 400 * 24 * 6).map(lambda ten: NOW - timedelta(minutes=10 * ten)),
        st.sampled_from(Kind),
        st.integers(1, 99),
    ),
    max_size=60,
    unique_by=lambda each: each.id,
)


def test_all_of_today_stay() -> None:
    """Nothing of today goes, in the days of the coach's own clock."""
    today = [_version(NOW.replace(hour=hour)) for hour in range(12)]
    assert thin(today, NOW) == ()


def test_of_an_earlier_day_the_last_stays() -> None:
    """Within a month one a day is left: the last of that day."""
    day = NOW - timedelta(days=3)
    versions = [_version(day.replace(hour=hour)) for hour in (8, 11, 23)]
    assert {each.at.hour for each in thin([*versions, _version(NOW)], NOW)} == {8, 11}


def test_of_an_earlier_month_the_last_stays() -> None:
    """After a month one a month is left: the last of that month."""
    versions = [_version(NOW.replace(year=2025, month=11, day=day)) for day in (2, 9, 28)]
    assert {each.at.day for each in thin([*versions, _version(NOW)], NOW)} == {2, 9}


@given(versions=_VERSIONS)
def test_only_plain_saves_go_and_never_the_newest(versions: list[VersionInfo]) -> None:
    """Session starts, conflicts and damaged bytes stay whatever happens, and so does the newest save."""
    gone = thin(versions, NOW)
    saves = newest_first(each for each in versions if each.kind is Kind.SAVE)
    assert {each.kind for each in gone} <= {Kind.SAVE}
    assert not saves or saves[0] not in gone


@given(versions=_VERSIONS)
def test_thinning_again_takes_nothing_more(versions: list[VersionInfo]) -> None:
    """What stays after thinning stays until time passes."""
    gone = {each.id for each in thin(versions, NOW)}
    assert thin([each for each in versions if each.id not in gone], NOW) == ()


@given(versions=_VERSIONS)
def test_every_day_and_month_keeps_one(versions: list[VersionInfo]) -> None:
    """No day within a month, and no month, that had a save is left without one."""
    gone = {each.id for each in thin(versions, NOW)}
    saves = [each for each in versions if each.kind is Kind.SAVE]
    left = [each for each in saves if each.id not in gone]
    days = {each.at.date() for each in saves if NOW - each.at < timedelta(days=31)}
    assert days <= {each.at.date() for each in left}
    assert {(each.at.year, each.at.month) for each in saves} <= {(each.at.year, each.at.month) for each in left}


@given(version=st.builds(_version, st.datetimes(timezones=st.just(UTC)), st.sampled_from(Kind), st.integers(1, 10**6)))
def test_a_name_says_what_is_known(version: VersionInfo) -> None:
    """A name is read back to what it was made from, to the second."""
    if version.at.year >= 1000:
        read = read_name(version.id)
        assert read is not None
        assert (read.id, read.kind, read.revision) == (version.id, version.kind, version.revision)
        assert version.at - read.at < timedelta(seconds=1)


@given(name=st.text(max_size=60))
def test_another_name_is_no_version(name: str) -> None:
    """Whatever else lies there is not taken for a version."""
    assert read_name(name) is None
    assert read_name("20261399T000000Z-1-000000000000-save") is None
    assert read_name("20260105T000000Z-1-000000000000-other") is None


def test_a_version_is_due_after_a_while_or_on_a_new_day() -> None:
    """Versions are ten minutes apart, and every day has its own; a clock that was set back makes one too."""
    assert is_due(None, NOW)
    assert not is_due(NOW, NOW + EVERY - timedelta(seconds=1))
    assert is_due(NOW, NOW + EVERY)
    assert is_due(NOW, NOW - timedelta(hours=5))
    midnight = NOW.replace(hour=0, minute=1)
    assert is_due(midnight - timedelta(minutes=2), midnight)


def test_typing_for_an_hour_keeps_a_version_each_ten_minutes(clock: Clock) -> None:
    """A save a second leaves a handful of versions, ten minutes apart, and the one just before the last save."""
    vault = memory_vault(clock)
    dossier = a_dossier()
    for number in range(360):
        clock.move(seconds=10)
        dossier = noted(dossier, f"regel {number}")
        vault.repository.save(dossier)
    versions = vault.repository.versions(dossier.id)
    texts = [notes_in(vault.repository.load_version(dossier.id, each.id).dossier) for each in versions]
    assert texts[0] == "regel 358"
    assert 6 <= len(versions) <= 8
    assert all(later.at - earlier.at >= EVERY for later, earlier in pairwise(versions[1:]))


def test_a_year_leaves_a_few_dozen(clock: Clock, opening: Callable[[], Vault]) -> None:
    """A talk every week for a year: every session start is there, and the rest is thinned."""
    dossier = a_dossier()
    for week in range(20):
        vault = opening()
        vault.repository.start_version(dossier.id, clock())
        for number in range(3):
            clock.move(minutes=20)
            dossier = noted(dossier, f"week {week} regel {number}")
            vault.repository.save(dossier)
        vault.close()
        clock.move(days=7)
    kinds = [each.kind for each in opening().repository.versions(dossier.id)]
    assert kinds.count(Kind.SESSION) == 19
    assert kinds.count(Kind.SAVE) <= 12
