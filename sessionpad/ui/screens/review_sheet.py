"""The rest of the review of one task: success first, then what stood in the way, then the next step. Source: TGH-62."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.content import Content
from textual.widget import Widget

from sessionpad.desk.pad import Pad
from sessionpad.domain.ids import SessionId, TaskId
from sessionpad.domain.scoring import Decision, Hindrance, Nearer, Outcome, is_high, is_low
from sessionpad.domain.session import Review
from sessionpad.domain.task import Task
from sessionpad.i18n.tasks import describe_task_fully
from sessionpad.i18n.terms import NEARER
from sessionpad.i18n.texts import N_, Texts
from sessionpad.i18n.words import DECISIONS, HINDRANCES, OUTCOMES
from sessionpad.ui.widgets.choice import Choice, one_of, picked, some_of
from sessionpad.ui.widgets.field import Entry, Field
from sessionpad.ui.widgets.line import Block
from sessionpad.ui.widgets.press import Press
from sessionpad.ui.widgets.sheet import Sheet
from sessionpad.ui.widgets.task_rows import score_lines

TEXTS: Final = ("went_well", "course", "own_change", "difficult", "held_back", "insight", "belief_now")
"""The fields in which something is typed."""

_EFFORT: Final = N_("Much effort: say what you saw. Then, together: how come it brought little so far?")
"""Affirm first, then ask how it came about. Source: TGH-72."""


class ReviewSheet(Sheet):
    def __init__(self, texts: Texts, pad: Pad, session: SessionId) -> None:
        super().__init__(texts, id="review")
        self._pad = pad
        self._session = session
        self.of = TaskId("")

    def compose_fields(self) -> Iterable[Widget]:
        texts = self._first_texts
        yield Field(texts, "went_well", N_("What went well?"), lines=2)
        yield Choice(texts, "outcome", N_("What came of it?"), OUTCOMES)
        yield Field(texts, "course", N_("How did it go?"), lines=2)
        yield Choice(texts, "nearer", N_("Did it bring the goal closer?"), NEARER)
        yield Field(texts, "own_change", N_("What was done in another way than agreed?"), lines=2)
        yield Field(texts, "difficult", N_("What was difficult?"), lines=2)
        yield Choice(texts, "hindrances", N_("Where did something hold it back?"), HINDRANCES, several=True)
        yield Field(texts, "held_back", N_("What was that?"), lines=2)
        yield Field(texts, "insight", N_("What do we know now that we did not know before?"), lines=2)
        yield Field(texts, "belief_now", N_("What does this say about that thought?"), lines=2)
        yield Choice(texts, "decision", N_("And now?"), DECISIONS)
        yield Press(texts, N_("practise it together, in this talk"), id="practise")
        yield Press(texts, N_("the task in full"), id="in-full")

    # what it shows

    @property
    def is_there(self) -> bool:
        """Whether the task it is about is still in the dossier: undo may have taken it away."""
        return any(task.id == self.of for task in self._pad.dossier.tasks)

    @property
    def _about(self) -> Task:
        return self._pad.dossier.task(self.of)

    @property
    def _review(self) -> Review:
        review = self._pad.dossier.session(self._session).review_of(self.of)
        return review or Review(task=self.of, at=self._pad.now)

    def values(self) -> dict[str, str]:
        review = self._review
        return {
            **{name: getattr(review, name) for name in TEXTS},
            "outcome": review.outcome or "",
            "nearer": review.nearer or "",
            "hindrances": picked(review.hindrances),
            "decision": review.decision or "",
        }

    def put(self, key: str, value: str) -> None:
        match key:
            case "outcome":
                self._pad.review(self._session, self.of, outcome=one_of(Outcome, value))
            case "nearer":
                self._pad.review(self._session, self.of, nearer=one_of(Nearer, value))
            case "hindrances":
                self._pad.review(self._session, self.of, hindrances=some_of(Hindrance, value))
            case "decision":
                self._pad.decide(self._session, self.of, one_of(Decision, value))
            case _:
                self._pad.review(self._session, self.of, **{key: value})

    def show(self, task: TaskId) -> None:
        self.of = task
        self.open()

    def tell(self) -> None:
        task, review, say = self._about, self._review, self.texts.say
        about = describe_task_fully(task, self.texts, self._pad.now.date())
        lines = [Content.styled(task.text, "bold"), Content.styled(about, "$quiet")]
        lines += score_lines(review, self.texts)
        if is_high(review.effort) and is_low(review.result):
            lines.append(Content.styled(say(_EFFORT), "$accent"))
        self.query_one(".head", Block).content = Content("\n").join(lines)
        belief = self.field("belief_now")
        belief.display = bool(task.belief or review.belief_now)
        belief.advise(say(N_("The thought: {belief}"), belief=task.belief) if task.belief else "")
        self.field("own_change").advise(say(N_("A change of one's own is worth something.")))
        self.field("decision").advise(_effect(review.decision, self.texts))


def _effect(decision: Decision | None, texts: Texts) -> str:
    """What a decision does."""
    effects = {
        Decision.KEEP: N_("It stays on the list as it is."),
        Decision.ADAPT: N_("The task opens, to be changed."),
        Decision.SMALLER: N_("The task opens, to be split into smaller ones."),
        Decision.NEW: N_("A line opens for a new task; this one stays until it is finished or let go."),
        Decision.STOP: N_("It is let go, and stays in what was noted."),
    }
    return texts.say(effects[decision]) if decision is not None else ""


def decision_in(field: Entry) -> Decision | None:
    return one_of(Decision, field.value)
