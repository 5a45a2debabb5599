"""Lists and loose parts of a dossier at the desk: through the one gate, typed as one act, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sessionpad.desk.desk import Desk
from sessionpad.desk.pad import Pad
from sessionpad.domain.concern import Concern
from sessionpad.domain.exploration import Tried
from sessionpad.domain.ids import ConcernId
from sessionpad.errors import InvalidInput
from sessionpad.store.vault import memory_vault
from tests.unit.domain.builders import TODAY, Clock, counting_ids


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pad(clock: Clock) -> Pad:
    return Desk(memory_vault(clock), clock=clock, new_id=counting_ids()).new_client("A.")


def named(pad: Pad, text: str) -> ConcernId:
    concern = Concern(id=ConcernId(pad.new_id()), text=text, made_at=pad.now)
    pad.add("concerns", concern)
    return concern.id


def test_what_comes_in_goes_through_the_one_gate(pad: Pad) -> None:
    """A control character is taken out of a record however deep it stands, and of a single field too."""
    named(pad, "de post\x1b[31m")
    pad.change_exploration(tried=(Tried(what="bellen\x07", effect="niets\u202e"),))
    assert pad.dossier.concerns[0].text == "de post[31m"
    assert pad.dossier.exploration.tried == (Tried(what="bellen", effect="niets"),)


def test_typing_in_one_field_of_one_record_is_one_act(pad: Pad, clock: Clock) -> None:
    """Undo takes back the whole of it, and nothing of another record."""
    first, second = named(pad, "een"), named(pad, "twee")
    for text in ("d", "dr", "drie"):
        clock.move(seconds=0.2)
        pad.change("concerns", first, text=text)
    clock.move(seconds=0.2)
    pad.change("concerns", second, text="vier")
    pad.undo()
    assert [each.text for each in pad.dossier.concerns] == ["drie", "twee"]
    pad.undo()
    assert [each.text for each in pad.dossier.concerns] == ["een", "twee"]


def test_the_client_ranks_and_everything_is_kept(pad: Pad) -> None:
    """What is moved can be moved back; what is saved comes back in that order. Source: TGH-30."""
    ids = [named(pad, text) for text in ("een", "twee", "drie")]
    pad.move("concerns", ids[2], -2)
    pad.save()
    assert [each.text for each in pad.dossier.concerns] == ["drie", "een", "twee"]
    pad.drop("concerns", ids[0])
    assert [each.text for each in pad.dossier.concerns] == ["drie", "twee"]
    assert pad.undo() == "drop-concerns"
    assert [each.text for each in pad.dossier.concerns] == ["drie", "een", "twee"]


def test_a_subject_is_put_aside_with_a_day(pad: Pad, clock: Clock) -> None:
    """The day is read from the line, a name stays in the text, and saying it again only moves the day. Source: GW-42."""
    talk = pad.start_session().id
    parked = pad.park("? de auto van @broer !+2w", talk)
    assert (parked.text, parked.back_on) == ("de auto van @broer", clock.now.date() + timedelta(weeks=2))
    again = pad.park("? de auto van @broer !morgen", talk)
    assert (again.id, again.back_on) == (parked.id, clock.now.date() + timedelta(days=1))
    assert pad.dossier.parked == (again,)
    assert pad.undo() == "park"
    assert pad.dossier.parked == (parked,)


def test_an_empty_line_puts_nothing_aside(pad: Pad) -> None:
    """It says nothing to come back to."""
    with pytest.raises(InvalidInput):
        pad.park("?  ", None)
    assert pad.dossier.parked == ()


def test_rounding_off_keeps_what_is_to_come_back_to(pad: Pad) -> None:
    """Every such line of the notes is on the list once, and undo takes the end and the list back together."""
    talk = pad.start_session().id
    pad.write_notes(talk, "? de auto !+2w\ngewone regel\n? de zus\n? de zus\n?")
    pad.park("? de auto !+2w", talk)
    pad.end_session(talk)
    assert [each.text for each in pad.dossier.parked] == ["de auto", "de zus"]
    assert all(each.session == talk for each in pad.dossier.parked)
    assert pad.undo() == "end"
    assert [each.text for each in pad.dossier.parked] == ["de auto"]


def test_a_line_of_a_checklist_is_ticked_once(pad: Pad, clock: Clock) -> None:
    """With its day; ticking it again changes nothing, and a tick can be taken away."""
    pad.check("first-purpose", is_done=True)
    clock.move(days=1)
    pad.check("first-purpose", is_done=True)
    (checked,) = pad.dossier.coach_side.checked
    assert (checked.item, checked.on) == ("first-purpose", TODAY)
    pad.check("first-purpose", is_done=False)
    assert pad.dossier.coach_side.checked == ()
    pad.check("first-purpose", is_done=False)
    assert pad.undo() == "check"
    assert pad.dossier.coach_side.has("first-purpose")
