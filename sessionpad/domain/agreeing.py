"""How an agreement comes about: the draft is the trajectory itself, what is made of it never changes again."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from sessionpad.domain.agreement import Agreement, Signature
from sessionpad.domain.client import Client
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
        reason=reason or trajectory.renewing,
    )
    offered = msgspec.structs.replace(dossier, agreements=(*dossier.agreements, agreement))
    return change_trajectory(offered, trajectory.id, lambda each: msgspec.structs.replace(each, renewing=""))


def sign_agreement(dossier: Dossier, agreement_id: AgreementId, on: date, by: tuple[str, ...] = ()) -> Dossier:
    """Signed that day by these, or by all who did not yet; the goal is no draft then. An oral one has no signature."""
    names = tuple(name for each in dossier.agreements if each.id == agreement_id for name in _names_with(each, by))
    return set_signed(dossier, agreement_id, names, on)


def set_signed(dossier: Dossier, agreement_id: AgreementId, names: tuple[str, ...], on: date) -> Dossier:
    """Exactly these signed: who did before keeps the day, who did not signs now."""
    agreements = tuple(
        _signed_by(each, names, on) if each.id == agreement_id and each.form is Form.WRITTEN else each
        for each in dossier.agreements
    )
    signed = msgspec.structs.replace(dossier, agreements=agreements)
    if dossier.trajectory.id not in {each.trajectory for each in agreements if each.id == agreement_id and names}:
        return signed
    return change_trajectory(signed, dossier.trajectory.id, _agreed)


def _names_with(agreement: Agreement, by: tuple[str, ...]) -> tuple[str, ...]:
    """Who signed already, and these; or all who were to sign."""
    return (*(each.name for each in agreement.signed), *(by or agreement.unsigned))


def _signed_by(agreement: Agreement, names: tuple[str, ...], on: date) -> Agreement:
    days = {each.name: each.on for each in agreement.signed}
    signatures = tuple(Signature(name=name, on=days.get(name, on)) for name in dict.fromkeys(names))
    first = min((each.on for each in signatures), default=None)
    return msgspec.structs.replace(agreement, signed_on=first, signatures=signatures)


def make_agreement(dossier: Dossier, agreement_id: AgreementId, on: date, reason: str = "") -> Dossier:
    """Offered and agreed on one day: what is written is signed, what is oral has no signature. Source: TGH-49."""
    return sign_agreement(offer_agreement(dossier, agreement_id, on, reason), agreement_id, on)


def standing_agreement(dossier: Dossier) -> Agreement | None:
    """The last agreement of the current trajectory, if there is one."""
    same = [each for each in dossier.agreements if each.trajectory == dossier.trajectory.id]
    return same[-1] if same else None


def has_changed_since(dossier: Dossier, agreement: Agreement) -> bool:
    """Whether what is agreed now differs from what stands in the agreement, tasks apart: those change at every talk."""
    terms = terms_changed(agreement.terms, terms_of(dossier.trajectory))
    return bool(terms) or parties_changed(agreement.client, dossier.client)


def takes_a_place(dossier: Dossier) -> bool:
    """Whether the next agreement takes the place of one in which something else stands."""
    standing = standing_agreement(dossier)
    return standing is not None and has_changed_since(dossier, standing)


def parties_changed(older: Client, newer: Client) -> bool:
    """Whether others sign beside client and coach than before. Source: IW-41."""
    others = {each.name for each in older.signing} != {each.name for each in newer.signing}
    return others or older.signs is not newer.signs


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
