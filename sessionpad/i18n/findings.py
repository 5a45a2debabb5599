"""The sentence for every finding: one friendly line that says why, and never tells anyone off."""

from __future__ import annotations

from datetime import date
from typing import Final

from sessionpad.i18n.dates import long_date
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.finding import Finding

_SENTENCES: Final[dict[str, str]] = {
    # a typed task line
    "date-unknown": N_('"{text}" is not a date I know; it stays in the line as it is.'),
    "date-past": N_("That date has passed: {date}."),
    "owner-twice": N_("Two people are named; the last one counts."),
    "kind-twice": N_("Two kinds are named; the last one counts."),
    "difficulty-twice": N_("It is said twice how hard it is; the last one counts."),
    "rhythm-twice": N_("It is said twice how often; the last one counts."),
    "date-twice": N_("Two dates are named; the last one counts."),
    "task-empty": N_("There is nothing in this line yet."),
    # one task
    "task-without-how": N_("How will it be done? One line is enough."),
    "repeat-without-end": N_("A task that comes back has an end: until when?"),
    "repeat-ends-before": N_("The end lies before the first day."),
    "mostly-proposed": N_("Of {tasks} open tasks {proposed} came from the coach. What would the client think of?"),
    # a trajectory
    "too-many-goals": N_("There are {goals} goals open or waiting; {limit} is much for one plan."),
    "too-many-active-goals": N_("There are {goals} goals under way at once; one at a time gives more grip."),
    "deadline-missing": N_("The goal has no date yet; three months from the start is {latest}."),
    "period-over": N_("The three months are over since {latest}: a good moment to look back."),
    "deadline-too-far": N_("A goal takes at most three months: until {latest}."),
    "deadline-before-start": N_("The date of the goal lies before the start."),
    "deadline-passed": N_("The date of the goal has passed: look back, round off or choose a new goal."),
    "end-in-sight": N_("The end is in sight ({deadline}): time to talk about rounding off."),
    "talks-enough": N_("This is talk {talks}; after {limit} it is time to look back, round off or choose a new goal."),
    "talks-planned": N_("Three to twelve talks suit one goal; planned are {planned}."),
    "closing-early": N_(
        "Rounding off is early (talks: {talks} of at least {least}); fine when the client sees it that way."
    ),
    "too-many-open-tasks": N_("The client has {tasks} open tasks. Few, doable ones that ease the problem work best."),
    "no-task-yet": N_("After {talks} talks there is no task yet; a small one may help already."),
    "no-easy-start": N_("None of the first tasks is light; one that succeeds soon gives courage for the rest."),
    "no-buffer": N_("The last task falls on the day of the goal: leave some room for a setback."),
    "task-after-deadline": N_("A task falls after the day of the goal."),
    "evaluation-missing": N_("No moment to look back is planned yet."),
    "evaluation-outside-period": N_("{date} lies outside the period of this goal."),
    "fallback-missing": N_("What will you do if it does not work out? That may be agreed beforehand."),
    "appointment-missing": N_("There is no next appointment yet."),
    "appointment-passed": N_("The appointment of {date} has passed."),
    # an agreement
    "oral-nothing-to-look-at": N_(
        "By word of mouth is complete too. Later there is no paper to look back at; memory notes only when the client "
        "is fine with that. Ctrl+G puts this away."
    ),
    # a document
    "missing-problem": N_("What is going on, in the client's own words, is still empty."),
    "missing-goal": N_("The goal is still empty."),
    "missing-why": N_("Why it matters to the client is still empty."),
    "missing-main-task": N_("The main task is still empty."),
    "missing-deadline": N_("The goal has no date yet."),
    "missing-evaluation": N_("No moment to look back is planned yet."),
    "missing-talks": N_("The number of talks is still empty."),
    "missing-reason": N_("Why it is different now is still empty."),
    "missing-fallback": N_("What you do if it does not work out is still empty."),
    "missing-tasks": N_("There are no tasks yet."),
    "missing-coach-tasks": N_("The coach has not promised anything yet."),
    "missing-next-appointment": N_("There is no next appointment yet."),
    "missing-reach": N_("How to reach the coach is still empty."),
    "missing-coach": N_("The name of the coach is still empty."),
    "missing-look-back": N_("Nothing was looked back on yet."),
    "missing-headline": N_("The client's own words about the whole are still empty."),
    "missing-aftercare": N_("Nothing was agreed about aftercare yet."),
    "missing-aftercare-end": N_("Aftercare has no end yet."),
    "missing-consent": N_("The client has not agreed yet that something is told to someone."),
    "missing-client": N_("The name of the client is still empty."),
    "tasks-without-date": N_("Some tasks have no date yet: {count}."),
}

_DATES: Final = frozenset({"date", "deadline", "due", "latest", "started", "until"})
"""Which values of a finding are days."""


def known_findings() -> frozenset[str]:
    """Every code that has a sentence of its own."""
    return frozenset(_SENTENCES)


def finding_sentence(finding: Finding, texts: Texts) -> str:
    values = {name: shown(name, value, texts) for name, value in finding.params}
    text = _SENTENCES.get(finding.code)
    return texts.say(text, **values) if text is not None else finding.code


def shown(name: str, value: str | int, texts: Texts) -> str:
    """The value for a sentence: dates in full, all else as it is, since what was typed may look like a date."""
    return long_date(date.fromisoformat(str(value)), texts.language) if name in _DATES else str(value)
