"""What client and coach agree: the problem, the goal, the terms, and the agreement that is made of them."""

from __future__ import annotations

from datetime import date

import msgspec

from sessionpad.desk.opened import Opened, cleaned, field_act
from sessionpad.domain import agreeing, course
from sessionpad.domain import dossier as dossiers
from sessionpad.domain.client import Person
from sessionpad.domain.concern import Standing
from sessionpad.domain.ending import Answer, GoalResult
from sessionpad.domain.goal import Goal
from sessionpad.domain.ids import AgreementId, ConcernId, TrajectoryId
from sessionpad.domain.trajectory import Dismissed, GoalState


class Agreed(Opened):
    def change_client(self, **fields: object) -> None:
        """Set fields of the client; typing in one field is one act, here and below."""
        client = msgspec.structs.replace(self.dossier.client, **cleaned(fields))
        self.do(field_act("client", fields), msgspec.structs.replace(self.dossier, client=client), joins=True)

    def put_people(self, people: tuple[Person, ...]) -> None:
        """Someone more or less, or in another place; an act of its own."""
        client = msgspec.structs.replace(self.dossier.client, people=cleaned(people))
        self.do("people", msgspec.structs.replace(self.dossier, client=client))

    def change_trajectory(self, **fields: object) -> None:
        self._change_trajectory(field_act("trajectory", fields), **cleaned(fields))

    def change_goal(self, **fields: object) -> None:
        goal = msgspec.structs.replace(self.dossier.trajectory.goal, **cleaned(fields))
        self._change_trajectory(field_act("goal", fields), goal=goal)

    def change_problem(self, **fields: object) -> None:
        problem = msgspec.structs.replace(self.dossier.trajectory.problem, **cleaned(fields))
        self._change_trajectory(field_act("problem", fields), problem=problem)

    def change_closing(self, **fields: object) -> None:
        """Set fields of the look back on the current trajectory."""
        closing = msgspec.structs.replace(self.dossier.trajectory.closing, **cleaned(fields))
        self._change_trajectory(field_act("closing", fields), closing=closing)

    def answer(self, card: str, text: str) -> None:
        """Keep what the client said to a question at the end; an empty answer is none. Source: GW-97, GW-98."""
        now, said = self.dossier.trajectory.closing, cleaned(text)
        others = tuple(each for each in now.answers if each.card != card)
        answers = (*others, Answer(card=card, text=said)) if said.strip() else others
        changed = msgspec.structs.replace(now, answers=answers)
        self._change_trajectory(field_act("answer", (card,)), closing=changed)

    def change_aftercare(self, **fields: object) -> None:
        aftercare = msgspec.structs.replace(self.dossier.trajectory.aftercare, **cleaned(fields))
        self._change_trajectory(field_act("aftercare", fields), aftercare=aftercare)

    def _change_trajectory(self, name: str, **fields: object) -> None:
        changed = dossiers.change_trajectory(
            self.dossier, self.dossier.trajectory.id, lambda each: msgspec.structs.replace(each, **fields)
        )
        self.do(name, changed, joins=True)

    def dismiss(self, code: str, text: str) -> None:
        """Do not show this hint again for this text."""
        seen = Dismissed(code=code, text=text)
        if seen not in self.dossier.trajectory.dismissed:
            self._change_trajectory("hint", dismissed=(*self.dossier.trajectory.dismissed, seen))

    # the agreement

    def make_agreement(self, reason: str = "") -> None:
        """Freeze what is agreed now as the next agreement, made and (when written) signed today."""
        on, words = self.now.date(), cleaned(reason)
        self.do("agreement", agreeing.make_agreement(self.dossier, AgreementId(self.new_id()), on, words))

    def offer_agreement(self, reason: str = "") -> AgreementId:
        """Freeze what stands now as the next agreement, to think over; `sign_agreement` comes later."""
        made, on = AgreementId(self.new_id()), self.now.date()
        self.do("offer", agreeing.offer_agreement(self.dossier, made, on, cleaned(reason)))
        return made

    def sign_agreement(self, agreement: AgreementId, by: tuple[str, ...] = ()) -> None:
        """Signed today by these, or by everyone who did not yet."""
        self.do("sign", agreeing.sign_agreement(self.dossier, agreement, self.now.date(), cleaned(by)))

    def set_signed(self, agreement: AgreementId, names: tuple[str, ...]) -> None:
        """Exactly these signed, those who did not before today."""
        self.do("sign", agreeing.set_signed(self.dossier, agreement, cleaned(names), self.now.date()))

    # the course of the goal

    def choose(self, concern: ConcernId) -> None:
        """The client works on this one now; the others wait."""
        self.do("choose", course.choose(self.dossier, concern))

    def let_wait(self, concern: ConcernId, standing: Standing, back_on: date | None = None) -> None:
        self.do("concern", course.let_wait(self.dossier, concern, standing, back_on))

    def revise_goal(self, goal: Goal, reason: str) -> None:
        """Another goal, with the one before it kept."""
        self.do("revise", course.revise_goal(self.dossier, cleaned(goal), cleaned(reason), self.now))

    def keep_goal(self) -> None:
        """Keep the goal as it is among the earlier ones, before it is adjusted."""
        self.do("revise", course.keep_goal(self.dossier, self.now))

    def explain_revision(self, reason: str) -> None:
        self.do(field_act("revision", ["reason"]), course.explain_revision(self.dossier, cleaned(reason)), joins=True)

    def look_again(self) -> None:
        """Problem and goal are looked at again, beside what is going on."""
        self.do("look-again", course.look_again(self.dossier))

    def set_state(self, state: GoalState, back_on: date | None = None) -> None:
        self.do("state", course.set_state(self.dossier, state, back_on))

    def close(self, result: GoalResult) -> None:
        """End the trajectory today."""
        self.do("close", course.close(self.dossier, result, self.now.date()))

    def open_again(self) -> None:
        self.do("open-again", course.open_again(self.dossier))

    def next_trajectory(self) -> TrajectoryId:
        """A fresh trajectory, from today."""
        made = TrajectoryId(self.new_id())
        self.do("trajectory", course.next_trajectory(self.dossier, made, self.now.date()))
        return made
