"""Why a wording was noticed, in one friendly line, with another wording when there is one."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.findings import shown
from sessionpad.i18n.texts import N_, Texts
from sessionpad.method.finding import Finding

_SENTENCES: Final[dict[tuple[str, str], str]] = {
    ("NEG", "not"): N_('"{word}" says what should not happen. What will there be instead?'),
    ("NEG", "never"): N_('"{word}" says what should never happen. What will there be instead?'),
    ("NEG", "stop"): N_('"{word}" says what stops. What takes its place?'),
    ("NEG", "avoid"): N_('"{word}" says what is avoided. What does the client move towards?'),
    ("NEG", "less"): N_('"{word}" says what there will be less of. What will there be more of?'),
    ("NEG", "without"): N_('"{word}" says what will be missing. What will be there?'),
    ("CONTRACT", ""): N_('"{word}" sounds like law. It is an agreement between the two of you.'),
    ("BLAME", "label"): N_('"{word}" says what someone is like. What did you see or hear?'),
    ("BLAME", "accusation"): N_('"{word}" may read as a reproach. What is hard, in the client\'s own words?'),
    ("BLAME", "fault"): N_('"{word}" looks for whose fault it is. What happened, and what helps?'),
    ("BLAME", "always"): N_('"{word}" leaves no room for the times it went differently.'),
    ("JARGON", "term"): N_('"{word}" is a word of the profession. Would the client say it like that?'),
    ("JARGON", "abbreviation"): N_('"{word}" is an abbreviation. Write it in full, or explain it in brackets.'),
    ("JARGON", "officialese"): N_('"{word}" is the language of offices. A plainer word reads more easily.'),
    ("VAGUE", "more"): N_('"{word}": how will you both see it? When, how often, with what?'),
    ("VAGUE", "often"): N_('"{word}": how often is that, on which days?'),
    ("VAGUE", "try"): N_('"{word}" leaves the door open. What is the first small thing that is sure to happen?'),
    ("VAGUE", "soon"): N_('"{word}": which day will that be?'),
    ("VAGUE", "work-on"): N_('"{word}" does not say yet what happens. What is the first thing one would see?'),
    ("NODEADLINE", ""): N_("There is no day in it yet. For a goal, {latest} is the latest."),
    ("TOOFAR", ""): N_(
        "{date} is further than three months away; {latest} is the latest. A nearer step gives more grip."
    ),
    ("MUST", "must"): N_('"{word}" sounds like an order. What does the client choose to do?'),
    ("MUST", "duty"): N_('"{word}" sounds like a duty. What does the client choose to do?'),
    ("MUST", "threat"): N_('"{word}" holds out a punishment. What will you do together if it does not work out?'),
    ("UNDERSTOOD", ""): N_('"{word}" puts it to the client. Ask whether you explained it clearly.'),
    ("WHY", "direct"): N_("A why may feel like having to defend oneself. F9 gives other ways to ask."),
    ("WHY", "inside"): N_("A why may feel like having to defend oneself. F9 gives other ways to ask."),
}


def known_wordings() -> frozenset[tuple[str, str]]:
    """Every code with its reason that has a sentence."""
    return frozenset(_SENTENCES)


def wording_sentence(finding: Finding, texts: Texts) -> str:
    """Why it was noticed, and another wording when there is one."""
    values = {name: shown(name, value, texts) for name, value in finding.params}
    said = texts.say(_SENTENCES[finding.code, str(values.pop("why", ""))], **values)
    if not finding.suggestion:
        return said
    instead = texts.say(N_("For instance: {wording}"), wording=finding.suggestion)
    return f"{said} {instead}"
