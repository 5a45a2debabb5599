"""The sentence for everything a check of the vault can find, and for what can be done about it."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

_SENTENCES: Final[dict[str, str]] = {
    "unreadable": N_("is damaged and cannot be read."),
    "wrong-name": N_("holds another dossier than its name says."),
    "older-version": N_("is an older version than the one last seen here."),
    "foreign": N_("was not sealed for this vault."),
    "newer-format": N_("was made by a newer sessionpad: update this program."),
    "lost": N_("is gone."),
    "settings": N_("does not say what it should; opening the vault makes it again."),
    "identity": N_("is lost or damaged; its twin is whole, and opening the vault makes it again."),
    "recovery-file": N_("is not what it should be for the recovery key; opening the vault makes it again."),
    "resealing": N_("is left of a change of keys that was broken off; opening the vault finishes it."),
    "index": N_("is out of date; opening the vault makes it again."),
    "version": N_("is an earlier version that cannot be read."),
    "conflict": N_("is what could not be saved at a conflict."),
    "tombstone": N_("should say when a dossier was erased, and cannot be read. The dossier stays erased."),
    "remains": N_("is left of a client who was erased; opening the vault takes it away."),
    "stray": N_("is not a file of sessionpad; a sync program may have put it there."),
    "exposed": N_("can be read by others on this computer."),
    "recovery-text": N_("is gone or does not say what it should; opening the vault makes it again."),
}
_REMEDIES: Final[dict[str, str]] = {
    "restore": N_("An earlier version can be brought back: sessionpad restore {client}"),
    "backup": N_("No earlier version can be read; a backup may have one: sessionpad backup --take-back FILE"),
    "look": N_("Look at it and choose: sessionpad restore {client}"),
}


def known_problems() -> frozenset[str]:
    return frozenset(_SENTENCES)


def known_remedies() -> frozenset[str]:
    return frozenset(_REMEDIES)


def problem_sentence(kind: str, texts: Texts, remedy: str = "", client: str = "") -> str:
    """What is wrong with a file; with what can be done, for the client of this code or id."""
    said = texts.say(_SENTENCES[kind]) if kind in _SENTENCES else kind
    return f"{said} {texts.say(_REMEDIES[remedy], client=client)}" if remedy in _REMEDIES else said
