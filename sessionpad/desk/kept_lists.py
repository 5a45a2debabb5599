"""The lists and the loose parts of a dossier: put in, changed, moved, taken out, all in one way."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from sessionpad.desk.opened import Opened, cleaned, field_act
from sessionpad.domain import course, listed, naming
from sessionpad.domain.around import Missed, Parked, Referral, Right
from sessionpad.domain.coach_side import Checked, Reflection
from sessionpad.domain.concern import Concern
from sessionpad.domain.ids import ConcernId, ReferralId
from sessionpad.domain.life_domains import Domain
from sessionpad.domain.paper import Paper
from sessionpad.domain.sharing import Sharing

Record: TypeAlias = Concern | Parked | Right | Referral | Sharing | Missed | Reflection | Paper


class KeptLists(Opened):
    def add(self, name: listed.List, record: Record) -> None:
        """Put a record at the end of a list, or in the place of the one with its id."""
        self.do(f"add-{name}", listed.put(self.dossier, name, cleaned(record)))

    def change(self, name: listed.List, record_id: str, **fields: object) -> None:
        """Set fields of a record; typing in one field is one act.

        Raises:
            LookupError: there is no such record.
        """
        new = cleaned(fields)
        changed = listed.change(self.dossier, name, record_id, lambda each: msgspec.structs.replace(each, **new))
        self.do(field_act(f"{name}-{record_id}", fields), changed, joins=True)

    def move(self, name: listed.List, record_id: str, by: int) -> None:
        """Move a record so many places down, or up when below zero."""
        self.do(f"move-{name}", listed.move(self.dossier, name, record_id, by))

    def drop(self, name: listed.List, record_id: str) -> None:
        dropped = (
            course.drop_concern(self.dossier, ConcernId(record_id))
            if name == "concerns"
            else listed.drop(self.dossier, name, record_id)
        )
        self.do(f"drop-{name}", dropped)

    def ask_consent(self, referral: ReferralId, sharing: Sharing) -> None:
        """Begin to agree what the service of this referral may be told. Source: GW-104, GW-18."""
        put = listed.put(self.dossier, "sharings", cleaned(sharing))
        linked = listed.change(
            put, "referrals", referral, lambda each: msgspec.structs.replace(each, sharing=sharing.id)
        )
        self.do("add-sharings", linked)

    def change_exploration(self, **fields: object) -> None:
        exploration = msgspec.structs.replace(self.dossier.exploration, **cleaned(fields))
        changed = msgspec.structs.replace(self.dossier, exploration=exploration)
        self.do(field_act("exploration", fields), changed, joins=True)

    def name_own_domain(self, place: int, name: Domain) -> None:
        """Another name for a domain of life that was added by name; what points to it goes along."""
        self.do(
            field_act("exploration", ["domains"]),
            naming.name_own_domain(self.dossier, place, cleaned(name)),
            joins=True,
        )

    def check(self, item: str, *, is_done: bool) -> None:
        """Tick a line of a checklist today, or take the tick away."""
        side = self.dossier.coach_side
        if side.has(item) == is_done:
            return
        others = tuple(each for each in side.checked if each.item != item)
        checked = (*others, Checked(item=item, on=self.now.date())) if is_done else others
        changed = msgspec.structs.replace(side, checked=checked)
        self.do("check", msgspec.structs.replace(self.dossier, coach_side=changed))

    def change_coach_side(self, **fields: object) -> None:
        side = msgspec.structs.replace(self.dossier.coach_side, **cleaned(fields))
        self.do(field_act("coach-side", fields), msgspec.structs.replace(self.dossier, coach_side=side), joins=True)
