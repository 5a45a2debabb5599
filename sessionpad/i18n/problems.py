"""The sentence for everything a check of the vault can find."""

from __future__ import annotations

from typing import Final

from sessionpad.i18n.texts import N_, Texts

_SENTENCES: Final[dict[str, str]] = {
    "unreadable": N_("is damaged and cannot be read; an earlier version may be there: sessionpad restore"),
    "wrong-name": N_("holds another dossier than its name says"),
    "older-version": N_("is an older version than the one last seen here"),
    "foreign": N_("was not sealed for this vault"),
    "newer-format": N_("was made by a newer sessionpad"),
    "lost": N_("is gone, but earlier versions are there: sessionpad restore"),
    "settings": N_("does not say what it should; it will be made again"),
    "identity": N_("is damaged; see RECOVERY.txt"),
    "index": N_("is out of date; it will be made again"),
    "version": N_("is an earlier version that cannot be read"),
    "conflict": N_("is what could not be saved at a conflict; look at it and remove it"),
    "tombstone": N_("should say that a dossier was erased, and cannot be read"),
    "stray": N_("is not a file of sessionpad; a sync program may have put it there"),
    "exposed": N_("can be read by others on this computer"),
    "recovery-text": N_("is gone or does not say what it should"),
}


def known_problems() -> frozenset[str]:
    return frozenset(_SENTENCES)


def problem_sentence(kind: str, texts: Texts) -> str:
    return texts.say(_SENTENCES[kind]) if kind in _SENTENCES else kind
