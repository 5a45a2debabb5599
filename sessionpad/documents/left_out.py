"""What does not stand in the readable copy of a dossier, and why: said on the copy itself, and beside it."""

from __future__ import annotations

from sessionpad.domain.coach_alone import coach_alone
from sessionpad.domain.dossier import Dossier
from sessionpad.i18n.texts import N_, Texts

_ALWAYS = (
    N_(
        "The ids by which the program knows and links its records: they say nothing to a person. "
        "They are in dossier.json."
    ),
    N_(
        "In each agreement the copy of the client, the tasks and who is told what, as they were that day: it stands on "
        "the agreement itself, and is in dossier.json."
    ),
    N_("Earlier versions of this dossier: they stay in the vault, and the command restore lists them."),
    N_("The documents that were made before: they are listed here, and are where they were put."),
)
_ALONE = N_(
    "What the coach keeps for the coach alone (memory aids: {aids}, own look back: {reflections}, other: {others}): "
    "not meant for others. A client who asks for it may have a right to see it too."
)


def left_out(dossier: Dossier, texts: Texts, *, for_client: bool) -> list[str]:
    """One sentence for each; what is in neither file comes first."""
    alone = coach_alone(dossier)
    said = []
    if for_client and any(alone):
        said.append(texts.say(_ALONE, aids=alone.memory_aids, reflections=alone.reflections, others=alone.others))
    if dossier.trajectories and not for_client and any(each.dismissed for each in dossier.trajectories):
        said.append(texts.say(N_("Hints about wording that were put away. They are in dossier.json.")))
    return [*said, *(texts.say(each) for each in _ALWAYS)]
