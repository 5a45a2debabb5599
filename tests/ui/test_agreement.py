"""The agreement on the screen: what cannot be read stays as it was typed, and paper comes out of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from textual import events

from sessionpad.desk.desk import Desk
from sessionpad.documents import Document
from sessionpad.domain.agreement import AgreementState
from sessionpad.domain.ending import GoalResult
from sessionpad.domain.trajectory import Form, Title
from sessionpad.errors import InvalidInput, StorageFailed
from sessionpad.i18n.sentences import sentence
from sessionpad.i18n.texts import texts_in
from sessionpad.store import exports
from sessionpad.ui.screens import exporting
from sessionpad.ui.screens.agreement import AgreementScreen
from sessionpad.ui.screens.dossier import DossierScreen
from sessionpad.ui.widgets.field import Entry, Field, Hint
from tests.ui.conftest import Coach, Sit, dossier_of

NO_DATE = sentence(InvalidInput("date-unknown"), texts_in("nl"))
NO_NUMBER = sentence(InvalidInput("number-unknown"), texts_in("nl"))


def said(coach: Coach) -> str:
    return " ".join(coach.seen.split())


def field(coach: Coach, key: str) -> Entry:
    return coach.on(AgreementScreen).field(key)


def hint(coach: Coach, key: str) -> str:
    return field(coach, key).query_one(Hint).said


def papers_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.docx"))


def key_event(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


async def fill(coach: Coach, key: str, text: str) -> None:
    """Type over what stands in a field of one line."""
    field(coach, key).take_caret()
    await coach.pilot.pause()
    await coach.press("end", "ctrl+u")
    await coach.write(text)
    coach.on(AgreementScreen).take_in()
    await coach.pilot.pause()


async def test_a_date_that_does_not_exist_stays_as_typed(demo: Desk, sit: Sit) -> None:
    """An impossible date says so under its own field, keeps what was typed, and changes nothing in the dossier."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        await fill(coach, "deadline", "31/2")
        assert hint(coach, "deadline") == NO_DATE
        assert NO_DATE in said(coach)
        await fill(coach, "talks", "acht")
        assert hint(coach, "talks") == NO_NUMBER
        await fill(coach, "evaluations", "8/12, 31/2")
        assert hint(coach, "evaluations") == NO_DATE
        assert hint(coach, "deadline") == NO_DATE
        await coach.saved()
        assert [field(coach, key).value for key in ("deadline", "talks", "evaluations")] == [
            "31/2",
            "acht",
            "8/12, 31/2",
        ]
        trajectory = dossier_of(demo, "A.").trajectory
        assert (trajectory.goal.deadline, trajectory.talks) == (date(2026, 12, 29), 8)
        assert trajectory.evaluations == (date(2026, 12, 8), date(2026, 12, 28))
        await fill(coach, "deadline", "15/12")
        assert hint(coach, "deadline").startswith("dinsdag 15 december 2026")
        assert hint(coach, "talks") == NO_NUMBER
        await coach.saved()
    assert dossier_of(demo, "A.").trajectory.goal.deadline == date(2026, 12, 15)


async def test_what_is_no_number_of_talks(demo: Desk, sit: Sit) -> None:
    """Nothing, minus, half, foreign figures, far too long: each gets the sentence and is not kept."""
    async with sit(demo, size=(80, 24)) as coach:
        await coach.press("enter", "f4")
        for number in ("0", "-3", "2,5", "९", "9" * 400, "1e3"):
            field(coach, "talks").value = number
            coach.on(AgreementScreen).take_in()
            assert hint(coach, "talks") == NO_NUMBER, number
        await coach.saved()
    assert dossier_of(demo, "A.").trajectory.talks == 8


async def test_several_that_cannot_be_read_do_not_bar_the_way(demo: Desk, sit: Sit) -> None:
    """Each of them is pointed at once, and then one goes on."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        for key, text in (("deadline", "ooit"), ("talks", "acht"), ("evaluations", "eens")):
            await fill(coach, key, text)
        for text in ("ooit", "acht", "eens"):
            await coach.press("escape")
            assert f'"{text}" kan ik niet lezen' in said(coach)
        await coach.press("escape")
        coach.on(DossierScreen)


async def test_leaving_points_once_at_what_cannot_be_read(demo: Desk, sit: Sit) -> None:
    """Nothing typed is dropped in silence: the first Escape, or signing, goes to that field; the second goes on."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        await fill(coach, "evaluations", "ooit eens")
        await coach.press("shift+tab", "f7")
        assert '"ooit eens" kan ik niet lezen' in said(coach)
        assert field(coach, "evaluations").has_focus_within
        assert len(dossier_of(demo, "A.").agreements) == 1
        await fill(coach, "evaluations", "eens ooit")
        await coach.press("escape")
        assert '"eens ooit" kan ik niet lezen' in said(coach)
        coach.on(AgreementScreen)
        await coach.press("escape")
        coach.on(DossierScreen)


async def test_a_period_longer_than_three_months_is_noticed(demo: Desk, sit: Sit) -> None:
    """A deadline past the last day is kept, and said; it blocks nothing. Source: TGH-4."""
    async with sit(demo, size=(120, 70)) as coach:
        await coach.press("enter", "f4")
        assert "uiterlijk woensdag 27 januari 2027" in hint(coach, "deadline")
        await fill(coach, "deadline", "1/6/2027")
        assert "Een doel duurt hoogstens drie maanden" in said(coach)
        await coach.saved()
    assert dossier_of(demo, "A.").trajectory.goal.deadline == date(2027, 6, 1)


async def test_form_and_title_change_with_one_key(demo: Desk, sit: Sit) -> None:
    """F8 makes it oral, F2 gives it the other title, in the heading and in the dossier; undo takes each back."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        assert "Samenwerkingsovereenkomst · schriftelijk" in coach.seen
        await coach.press("f8", "f2")
        assert "Engagementsverklaring · mondeling" in coach.seen
        await coach.saved()
        trajectory = dossier_of(demo, "A.").trajectory
        assert (trajectory.form, trajectory.title) == (Form.ORAL, Title.COMMITMENT)
        await coach.press("ctrl+z", "ctrl+z")
        assert "Samenwerkingsovereenkomst · schriftelijk" in coach.seen


async def test_agreements_are_numbered(demo: Desk, sit: Sit) -> None:
    """F7 makes the next number; a later change is named on the dossier; undo takes the agreement back."""
    async with sit(demo, size=(100, 70)) as coach:
        await coach.press("enter", "f4", "f7")
        assert "overeenkomst nummer 2" in said(coach)
        await fill(coach, "talks", "9")
        await coach.press("escape")
        assert "nummer 2, ondertekend" in said(coach)
        assert "sindsdien gewijzigd" in said(coach)
        await coach.press("f4", "ctrl+z", "ctrl+z", "escape")
        assert "nummer 1, ondertekend" in said(coach)
        await coach.saved()
    assert len(dossier_of(demo, "A.").agreements) == 1


async def test_a_key_just_before_leaving_is_kept(demo: Desk, sit: Sit) -> None:
    """Escape right after a letter, with nothing in between, keeps that letter."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        await coach.press("tab", "end")
        for key in (*"snel", "escape"):
            coach.app.post_message(key_event(key))
        await coach.until(lambda: isinstance(coach.app.screen, DossierScreen))
        await coach.saved()
    assert dossier_of(demo, "A.").trajectory.problem.text.endswith("snel")


async def test_undo_shows_in_the_fields(demo: Desk, sit: Sit) -> None:
    """Undo and redo change the field that was filled in, and leave alone what cannot be read in another."""
    async with sit(demo, size=(100, 24)) as coach:
        await coach.press("enter", "f4")
        goal = field(coach, "goal").value
        field(coach, "goal").take_caret()
        await coach.pilot.pause()
        await coach.press("end")
        await coach.write(" Echt.")
        coach.on(AgreementScreen).take_in()
        await fill(coach, "deadline", "31/2")
        await coach.press("ctrl+z")
        assert field(coach, "goal").value == goal
        assert field(coach, "deadline").value == "31/2"
        assert "Ongedaan gemaakt" in coach.seen
        await coach.press("ctrl+y")
        assert field(coach, "goal").value == f"{goal} Echt."
        await coach.saved()
    assert dossier_of(demo, "A.").trajectory.goal.text == f"{goal} Echt."


async def test_paper_twice_is_two_files(demo: Desk, sit: Sit, home: Path) -> None:
    """Each export is a file of its own in the folder for documents, private, and its place is said."""
    async with sit(demo, size=(160, 24)) as coach:
        await coach.press("enter", "f4", "f5")
        await coach.until(lambda: "Het document staat in" in coach.seen)
        await coach.press("f5")
        await coach.until(lambda: len(papers_in(home / "Documents")) == 2)
        await coach.until(lambda: "-2.docx" in said(coach))
        await coach.press("f6")
        await coach.until(lambda: len(papers_in(home / "Documents")) == 3)
    papers = papers_in(home / "Documents")
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in papers)
    words = ["\n".join(part.text for part in docx.Document(str(path)).paragraphs) for path in papers]
    assert any("blauwe mappen" in each for each in words)


async def test_no_folder_for_documents_is_no_trouble(
    demo: Desk, sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder for documents the paper comes where the program was started."""
    (home / "Documents").rmdir()
    monkeypatch.chdir(home)
    async with sit(demo, size=(160, 24)) as coach:
        await coach.press("enter", "f4", "f5")
        await coach.until(lambda: "Het document staat in" in coach.seen)
    assert len(papers_in(home)) == 1


async def test_an_export_that_fails_says_why(demo: Desk, sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is gone and a full disk each get a sentence; nothing is left behind, and one can go on typing."""
    monkeypatch.setattr(exporting, "export_folder", lambda: home / "weg" / "map")
    async with sit(demo, size=(160, 24)) as coach:
        await coach.press("enter", "f4", "f5")
        await coach.until(lambda: "weg/map bestaat niet." in coach.seen)

        def full(*_: object, **__: object) -> None:
            raise StorageFailed("disk-full", reason="ENOSPC")

        monkeypatch.setattr(exporting, "export_folder", lambda: home)
        monkeypatch.setattr(exports, "write_export", full)
        await coach.press("f5")
        await coach.until(lambda: "De schijf is vol." in coach.seen)
        await fill(coach, "talks", "7")
        await coach.saved()
    assert papers_in(home) == papers_in(home / "Documents") == []
    assert dossier_of(demo, "A.").trajectory.talks == 7


async def test_a_fault_while_making_paper_is_said(demo: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program beside the screen is named by kind and place, without a word of the dossier."""

    async def broken(_: Desk, document: Document, *__: object) -> None:
        raise ValueError(f"geheim {document}")

    monkeypatch.setattr(Desk, "export_aside", broken)
    async with sit(demo, size=(160, 24)) as coach:
        await coach.press("enter", "f4", "f5")
        await coach.until(lambda: "ValueError (" in coach.seen)
        assert "geheim" not in coach.seen
        coach.on(AgreementScreen)


async def test_a_hint_about_the_wording_stands_beside_the_field_and_can_be_put_away(demo: Desk, sit: Sit) -> None:
    """A goal that says what stops gets a quiet line under it; Ctrl+G puts it away for this text, for good."""
    async with sit(demo, size=(120, 40)) as coach:
        await coach.press("enter", "f4")
        goal = coach.app.screen.query_one("#field-goal", Field)
        goal.take_caret()
        await coach.press("end")
        await coach.write(" Ik wil stoppen met uitstellen.")
        await coach.saved()
        assert '"stoppen met" zegt wat ophoudt.' in coach.seen
        await coach.press("ctrl+g")
        assert '"stoppen met"' not in coach.seen
        await coach.press("escape", "f4")
        assert '"stoppen met"' not in coach.seen
        coach.app.screen.query_one("#field-goal", Field).take_caret()
        await coach.press("end")
        await coach.write(" Echt.")
        await coach.saved()
        assert '"stoppen met" zegt wat ophoudt.' in coach.seen
    assert [each.code for each in dossier_of(demo, "A.").trajectory.dismissed] == ["NEG"]


async def test_the_keys_of_the_screen_work_in_every_field(demo: Desk, sit: Sit) -> None:
    """F7 means agreed today, also with the caret in a field of more lines."""
    async with sit(demo) as coach:
        await coach.press("enter", "f4")
        screen = coach.on(AgreementScreen)
        before = len(dossier_of(demo, "A.").agreements)
        for number, key in enumerate(("problem", "client"), start=1):
            screen.field(key).take_caret()
            await coach.press("f7")
            await coach.saved()
            assert len(dossier_of(demo, "A.").agreements) == before + number, key


ORAL = "geen papier om op terug te vallen"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_that_word_of_mouth_leaves_no_paper_is_said_once(desk: Desk, sit: Sit, size: tuple[int, int]) -> None:
    """Ctrl+G puts it away for good, undo brings it back, and the goal after this one does not hear it again.

    Source: TGH-50.
    """
    pad = desk.new_client("O. 1")
    pad.save()
    async with sit(desk, size=size) as coach:
        await coach.press("enter", "f4")
        assert ORAL not in said(coach)
        await coach.press("f8")
        assert ORAL in said(coach)
        await coach.press("ctrl+g")
        assert ORAL not in said(coach)
        await coach.press("ctrl+z")
        assert ORAL in said(coach)
        await coach.press("ctrl+g", "f8", "f8", "escape", "f4")
        assert ORAL not in said(coach)
        await coach.saved()
    pad = desk.open(desk.find("O. 1"))
    pad.close(GoalResult.EASED)
    pad.next_trajectory()
    pad.change_trajectory(form=Form.ORAL)
    pad.save()
    async with sit(desk, size=size) as coach:
        await coach.press("enter", "f4")
        assert "mondeling" in said(coach)
        assert ORAL not in said(coach)


async def test_what_is_said_about_word_of_mouth_blocks_nothing(desk: Desk, sit: Sit) -> None:
    """With the hint in sight F7 agrees all the same, and after that it is not said again. Source: TGH-50, TGH-49."""
    pad = desk.new_client("O. 2")
    pad.save()
    async with sit(desk, size=(80, 24)) as coach:
        await coach.press("enter", "f4", "f8", "f7")
        assert ORAL not in said(coach)
        await coach.saved()
    (agreement,) = dossier_of(desk, "O. 2").agreements
    assert agreement.state is AgreementState.ORAL
    assert dossier_of(desk, "O. 2").trajectory.dismissed == ()


async def test_a_hint_under_the_caret_goes_before_the_one_above(desk: Desk, sit: Sit) -> None:
    """Ctrl+G in a field with a hint of its own puts that one away and leaves the other in view."""
    pad = desk.new_client("O. 3")
    pad.change_trajectory(form=Form.ORAL)
    pad.change_goal(text="Ik wil stoppen met uitstellen.")
    pad.save()
    async with sit(desk) as coach:
        await coach.press("enter", "f4")
        field(coach, "goal").take_caret()
        await coach.press("ctrl+g")
        assert '"stoppen met"' not in coach.seen
        assert ORAL in said(coach)
        await coach.press("ctrl+g")
        assert ORAL not in said(coach)


async def test_an_answer_to_a_card_stands_in_the_agreement_with_two_keys(desk: Desk, sit: Sit) -> None:
    """F9 and Enter in a field; undo takes it out again; it is read on the paper as it was said."""
    pad = desk.new_client("O. 4")
    pad.write_notes(
        pad.start_session().id, "» Wat doen we als het niet lukt?\ndan proberen we het op zaterdag\n! geheim"
    )
    pad.save()
    async with sit(desk, size=(80, 24)) as coach:
        await coach.press("enter", "f4")
        field(coach, "fallback").take_caret()
        await coach.press("f9", "enter")
        await coach.saved()
        assert dossier_of(desk, "O. 4").trajectory.fallback == "dan proberen we het op zaterdag"
        await coach.press("ctrl+z")
        await coach.saved()
        assert dossier_of(desk, "O. 4").trajectory.fallback == field(coach, "fallback").value == ""
