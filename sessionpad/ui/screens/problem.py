"""What is worked on, described until the client says: yes, this is it. Source: TGH-32, TGH-33, TGH-34, TGH-35."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from textual.binding import Binding, BindingType

from sessionpad.domain.goal import Problem, ProblemPart
from sessionpad.i18n.texts import N_
from sessionpad.ui.parts import Day, Text
from sessionpad.ui.screens.parts_form import PartsScreen

RECOGNISED: Final = "recognised_on"


class ProblemScreen(PartsScreen):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f7",
            "recognise",
            N_("recognised"),
            id="recognise",
            tooltip=N_("The client says today: yes, this is it; once more takes it back"),
        ),
        Binding(
            "f8",
            "paper",
            N_("on paper or not"),
            id="paper",
            tooltip=N_("Whether the field with the caret may stand in a document"),
        ),
    ]

    called = N_("what is going on")
    groups = (
        (
            "",
            (
                Text("text", N_("What it is, in the client's own words"), lines=4),
                Text("since", N_("Since when")),
                Text("where", N_("In which places")),
                Text("when", N_("At which moments")),
                Text("how_often", N_("How often")),
                Text("with_whom", N_("With whom")),
            ),
        ),
        (
            N_("What helps and what keeps it going"),
            (
                Text("strengths", N_("What is there already for this"), lines=2),
                Text("maintaining", N_("What keeps it going"), lines=2),
            ),
        ),
        (
            N_("What goes with it"),
            (
                Text("feelings", N_("Feelings"), lines=2),
                Text("beliefs", N_("Thoughts and beliefs"), lines=2),
            ),
        ),
        ("", (Day(RECOGNISED, N_("Recognised by the client on"), past=True),)),
    )

    @property
    def way(self) -> str:
        return super().way or "describe"

    def record(self) -> Problem:
        return self._pad.dossier.trajectory.problem

    def keep(self, key: str, value: Any) -> None:
        self._pad.change_problem(**{key: value})

    def relabel(self) -> None:
        super().relabel()
        for part in ProblemPart:
            may = self.record().may_stand(part)
            said = N_("may stand in a document") if may else N_("in no document")
            self.field(_key(part)).advise(self.texts.say(said))

    def action_recognise(self) -> None:
        day = None if self.record().recognised_on is not None else self._desk.today
        self.act(lambda: self._pad.change_problem(recognised_on=day))

    def action_paper(self) -> None:
        part = next((each for each in ProblemPart if self.field(_key(each)).has_focus_within), None)
        if part is None:
            self.say(N_("Put the caret in the field it is about."))
            return
        problem = self.record()
        if part is ProblemPart.TEXT:
            self.act(lambda: self._pad.change_problem(in_document=not problem.in_document))
            return
        kept = tuple(each for each in ProblemPart if (each in problem.on_paper) is not (each is part))
        self.act(lambda: self._pad.change_problem(on_paper=kept))


def _key(part: ProblemPart) -> str:
    return part.value.replace("-", "_")
