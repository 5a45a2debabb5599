"""How an agreement comes about: the draft is the trajectory itself, what is made of it never changes again."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.domain.agreement import Agreement
from sessionpad.domain.dossier import Dossier, change_trajectory
from sessionpad.domain.ids import AgreementId
from sessionpad.domain.trajectory import Form, GoalState, Trajectory, terms_of

_BEFORE: Final = {GoalState.DRAFT}


def offer_agreement(dossier: Dossier, agreement_id: AgreementId, on: date, reason: str = "") -> Dossier:
    """What stands now, frozen under the next number; earlier ones stay as they are. Source: TGH-8, TGH-41."""
    trajectory = dossier.trajectory
    agreement = Agreement(
        id=agreement_id,
        number=len(dossier.agreements) + 1,
        made_on=on,
        terms=terms_of(trajectory),
        client=dossier.client,
        tasks=dossier.under_review,
        sharings=tuple(each for each in dossier.sharings if each.holds(on)),
        strengths_self=dossier.exploration.strengths_self,
        strengths_around=dossier.exploration.strengths_around,
        reason=reason,
    )
    return msgspec.structs.replace(dossier, agreements=(*dossier.agreements, agreement))


def sign_agreement(dossier: Dossier, agreement_id: AgreementId, on: date, by: tuple[str, ...] = ()) -> Dossier:
    """The agreement with the day it was signed, and the goal no longer a draft; an oral one has no signature."""
    agreements = tuple(
        msgspec.structs.replace(each, signed_on=on, signed_by=by)
        if each.id == agreement_id and each.form is Form.WRITTEN
        else each
        for each in dossier.agreements
    )
    signed = msgspec.structs.replace(dossier, agreements=agreements)
    return change_trajectory(signed, dossier.trajectory.id, _agreed)


def make_agreement(dossier: Dossier, agreement_id: AgreementId, on: date, reason: str = "") -> Dossier:
    """Offered and agreed on one day: what is written is signed, what is oral has no signature. Source: TGH-49."""
    return sign_agreement(offer_agreement(dossier, agreement_id, on, reason), agreement_id, on)


def standing_agreement(dossier: Dossier) -> Agreement | None:
    """The last agreement of the current trajectory, if there is one."""
    same = [each for each in dossier.agreements if each.trajectory == dossier.trajectory.id]
    return same[-1] if same else None


def has_changed_since(dossier: Dossier, agreement: Agreement) -> bool:
    """Whether what is agreed now differs from what stands in the agreement, tasks apart: those change at every talk."""
    return bool(terms_changed(agreement.terms, terms_of(dossier.trajectory)))


def agreement_to_print(dossier: Dossier) -> Agreement | None:
    """The agreement that stands, as long as the same is agreed now; otherwise what is on paper next is a draft."""
    standing = standing_agreement(dossier)
    return None if standing is None or has_changed_since(dossier, standing) else standing


def terms_changed(older: Trajectory, newer: Trajectory) -> tuple[str, ...]:
    """The names of the terms that differ, those of goal and problem with theirs before them: `goal.text`."""
    changed = []
    for name in older.__struct_fields__:
        old, new = getattr(older, name), getattr(newer, name)
        if old == new:
            continue
        if name in {"goal", "problem"}:
            parts = (part for part in old.__struct_fields__ if getattr(old, part) != getattr(new, part))
            changed += [f"{name}.{part}" for part in parts]
        else:
            changed.append(name)
    return tuple(changed)


def _agreed(trajectory: Trajectory) -> Trajectory:
    if trajectory.state not in _BEFORE:
        return trajectory
    return msgspec.structs.replace(trajectory, state=GoalState.AGREED)
