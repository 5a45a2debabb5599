"""The sentence for every error: clear, calm, and saying what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Final

from sessionpad import errors
from sessionpad.i18n.texts import N_, Texts

_SENTENCES: Final[dict[tuple[type[errors.SessionpadError], str], str]] = {
    (errors.InvalidInput, "passphrase-empty"): N_("A passphrase is needed: nothing was typed."),
    (errors.InvalidInput, "passphrase-short"): N_("That passphrase is too short: at least {minimum} characters."),
    (errors.InvalidInput, "passphrases-differ"): N_("The two passphrases are not the same."),
    (errors.InvalidInput, "code-empty"): N_("Type a short code for the client, such as initials or a number."),
    (errors.InvalidInput, "code-taken"): N_("There is already a client with this code."),
    (errors.InvalidInput, "text-empty"): N_("There is nothing in this line yet."),
    (errors.InvalidInput, "note-empty"): N_("There is nothing in this note. Nothing was changed."),
    (errors.InvalidInput, "words-empty"): N_("Type the words to look for."),
    (errors.InvalidInput, "task-not-reviewed"): N_(
        "This task was only agreed in this talk: it can be scored the next time. Nothing was changed."
    ),
    (errors.InvalidInput, "text-unreadable"): N_("This is not text I can read (UTF-8). Nothing was changed."),
    (errors.InvalidInput, "file-unreadable"): N_("{file} cannot be read."),
    (errors.InvalidInput, "date-unknown"): N_("That is not a date I can read, for example: fri 27/11 or +2w."),
    (errors.InvalidInput, "number-unknown"): N_("That is not a number I can read."),
    (errors.InvalidInput, "field-unknown"): N_("Line {line}: begin with one of {fields}, then a tab, then the text."),
    (errors.InvalidInput, "not-together"): N_("Choose one of these: {options}."),
    (errors.InvalidInput, "erase-differs"): N_("That is not how this client is called. Nothing was erased."),
    (errors.InvalidInput, "erase-unconfirmed"): N_(
        "Erasing cannot be undone: confirm with --yes-erase and the code of the client, or run this in a terminal."
    ),
    (errors.InvalidInput, "version-stays"): N_("This version once was the dossier itself: it stays."),
    (errors.InvalidInput, "backup-inside"): N_(
        "A backup inside the vault is lost with it. Choose a place outside {path}."
    ),
    (errors.InvalidInput, "backup-in-the-way"): N_("{file} is there already and is not a backup. It is left alone."),
    (errors.InvalidInput, "recovery-key-exists"): N_(
        "There is a recovery key already. --replace makes another one, --remove takes it away."
    ),
    (errors.InvalidInput, "recovery-key-none"): N_("This vault has no recovery key."),
    (errors.InvalidInput, "recovery-key-unreadable"): N_(
        "There is no recovery key in {file}: it has one line that begins with AGE-SECRET-KEY-1."
    ),
    (errors.InvalidInput, "setting-unknown"): N_("There is no setting called {name}."),
    (errors.InvalidInput, "setting-choice"): N_("{name} is one of: {choices}."),
    (errors.InvalidInput, "setting-number"): N_("{name} is a whole number from {least} to {most}."),
    (errors.InvalidInput, "setting-list"): N_('{name} is a list, such as ["one", "two"].'),
    (errors.InvalidInput, "setting-table"): N_("{name} stands between square brackets, with a line under it for each."),
    (errors.InvalidInput, "setting-by-hand"): N_("{name} is chosen in the file itself: {file}"),
    (errors.InvalidInput, "settings-syntax"): N_(
        "This is not written as TOML, so the usual settings are used. The file stays as it is."
    ),
    (errors.InvalidInput, "settings-unreadable"): N_(
        "The file cannot be read, so the usual settings are used. It stays as it is."
    ),
    (errors.InvalidInput, "settings-broken"): N_("{file} has a mistake and cannot be changed. It stays as it is."),
    (errors.InvalidInput, "key-name"): N_("Keys: there is nothing called {name}. The command keys shows the names."),
    (errors.InvalidInput, "key-unreadable"): N_("Keys: {pressed} is not a key I know, so {name} keeps its usual one."),
    (errors.InvalidInput, "key-types"): N_("Keys: {pressed} is typed as text, so {name} keeps its usual key."),
    (errors.InvalidInput, "key-edits"): N_("Keys: {pressed} edits text, so {name} keeps its usual key."),
    (errors.InvalidInput, "key-same"): N_(
        "Keys: {pressed} and {other} are the same key, so {name} keeps its usual one."
    ),
    (errors.InvalidInput, "key-clash"): N_(
        "Keys: {pressed} is the key of {other} already, so {name} keeps its usual one."
    ),
    (errors.InvalidInput, "not-blank"): N_("This document is not made empty: leave out --blank."),
    (errors.InvalidInput, "no-parts"): N_("Only client-overview has parts to pick from."),
    (errors.InvalidInput, "part-unknown"): N_("The parts of an overview are: {parts}."),
    (errors.InvalidInput, "no-number"): N_("Only an agreement has a number."),
    (errors.InvalidInput, "no-recipient"): N_("Only a handover is made for somebody."),
    (errors.InvalidInput, "recipient-needed"): N_("For whom? A hand-over is made for one recipient at a time."),
    (errors.InvalidInput, "recipient-ambiguous"): N_("More than one recipient fits this name: give all of it."),
    (errors.InvalidInput, "no-consent"): N_(
        "The client has not agreed that anything is told there today, so no hand-over is made. "
        "Talk it over first, and note it under who is told what."
    ),
    (errors.InvalidInput, "template-of-what"): N_(
        "Of which document is this the template? Say so with --document: {documents}."
    ),
    (errors.InvalidInput, "not-for-client"): N_(
        "--for-client is for dossier: the other documents are for the client already."
    ),
    (errors.InvalidInput, "whole-as-it-is"): N_("A whole dossier has no options but --for-client and -o."),
    (errors.InvalidInput, "import-of-whom"): N_("Whose notes are these? Say so with --client."),
    (errors.InvalidInput, "import-no-notes"): N_("--client is for notes (.txt, .md), and there are none among these."),
    (errors.InvalidInput, "import-one-code"): N_("--code is for one dossier (.json or .zip)."),
    (errors.NotFound, "agreement"): N_("There is no agreement with this number."),
    (errors.NotFound, "client"): N_("There is no such client in this vault."),
    (errors.NotFound, "client-ambiguous"): N_("More than one client has this name: use the code."),
    (errors.NotFound, "document"): N_("There is no such document."),
    (errors.NotFound, "task"): N_("There is no such task. The command tasks shows their numbers."),
    (errors.NotFound, "card"): N_("There is no such card."),
    (errors.NotFound, "card-group"): N_("There is no such kind of card."),
    (errors.NotFound, "template"): N_("The Word template for this document was not found."),
    (errors.NotFound, "version"): N_("There is no such earlier version."),
    (errors.NotFound, "version-none"): N_(
        "No earlier version can be read. A backup may have one: sessionpad backup --take-back FILE"
    ),
    (errors.NotFound, "vault"): N_("There is no vault here yet."),
    (errors.NotFound, "file"): N_("There is no such file: {file}."),
    (errors.Locked, "vault-closed"): N_("The vault is locked."),
    (errors.Locked, "passphrase-needed"): N_("The vault is locked. Give --passphrase-file, or run this in a terminal."),
    (errors.Locked, "other-passphrase-needed"): N_("A passphrase is needed. Give {option}, or run this in a terminal."),
    (errors.Locked, "terminal-needed"): N_("The pad needs a terminal to open in."),
    (errors.WrongPassphrase, "wrong-passphrase"): N_("That is not the passphrase of this vault. Nothing was changed."),
    (errors.WrongPassphrase, "wrong-backup-passphrase"): N_(
        "That is not the passphrase of this backup: it is the one the vault had when it was made. Nothing was changed."
    ),
    (errors.WrongPassphrase, "wrong-recovery-key"): N_(
        "That is not the recovery key of this vault. Nothing was changed."
    ),
    (errors.Damaged, "unreadable"): N_("{file} is damaged and cannot be read. Nothing was changed."),
    (errors.Damaged, "wrong-name"): N_("{file} holds another dossier than its name says. It is left alone."),
    (errors.Damaged, "older-version"): N_("{file} is an older version than the one last seen here. It is left alone."),
    (errors.Damaged, "foreign"): N_("{file} was not sealed for this vault. It is left alone."),
    (errors.Damaged, "identity"): N_("The key of this vault ({file}) is damaged. See RECOVERY.txt."),
    (errors.Damaged, "settings"): N_("{file} cannot be read. Nothing was changed."),
    (errors.Damaged, "newer-format"): N_("{file} was made by a newer sessionpad. Update this program to open it."),
    (errors.Conflict, "changed-underneath"): N_(
        "The file was changed by something else while it was open here. "
        "It is left as it is; what you had is kept in {kept}."
    ),
    (errors.Conflict, "read-only"): N_("This vault is open for reading only. Nothing can be changed here."),
    (errors.Busy, "held"): N_("The vault is in use: {holder}."),
    (errors.StorageFailed, "disk-full"): N_(
        "The disk is full. Your text is still on screen; the last saved version is whole."
    ),
    (errors.StorageFailed, "read-only"): N_("This disk can only be read. Nothing was written."),
    (errors.StorageFailed, "no-permission"): N_("There is no permission to write here. Nothing was written."),
    (errors.StorageFailed, "input-output"): N_("The disk gives an error. The last saved version was not touched."),
    (errors.StorageFailed, "no-folder"): N_("There is no folder {path}. Nothing was written."),
    (errors.StorageFailed, "other"): N_("Writing did not succeed ({reason}). The last saved version is whole."),
    (errors.VaultUnusable, "not-a-folder"): N_("{path} is not a folder, so it cannot be a vault."),
    (errors.VaultUnusable, "not-empty"): N_("{path} holds other files. Choose an empty folder for the vault."),
    (errors.VaultUnusable, "exists"): N_("There is already a vault in {path}."),
    (errors.VaultUnusable, "no-permission"): N_("There is no permission to use {path}."),
    (errors.VaultUnusable, "read-only"): N_("The vault in {path} can only be read. Nothing was changed."),
    (errors.TemplateBroken, "syntax"): N_("The template {file} has a mistake: {detail}."),
    (errors.TemplateBroken, "unknown-field"): N_("The template {file} uses a field that does not exist: {detail}."),
    (errors.TemplateBroken, "not-word"): N_("{file} is not a Word document."),
    (errors.DeckBroken, "syntax"): N_("{file}, line {line}: this cannot be read ({detail})."),
    (errors.DeckBroken, "field"): N_("{file}, line {line}: {detail}."),
    (errors.DeckBroken, "unreadable"): N_("{file} cannot be read."),
    (errors.DeckBroken, "unknown-field"): N_("{file}, line {line}: there is no field {detail}."),
    (errors.DeckBroken, "missing-field"): N_("{file}, line {line}: {detail} is missing."),
    (errors.DeckBroken, "wrong-value"): N_("{file}, line {line}: the value of {detail} is not one that can be used."),
    (errors.DeckBroken, "bad-id"): N_(
        "{file}, line {line}: an id has small letters, figures and hyphens only ({detail})."
    ),
    (errors.DeckBroken, "slot"): N_("{file}, line {line}: the text and the slot do not fit together ({detail})."),
    (errors.DeckBroken, "unknown-group"): N_("{file}, line {line}: there is no kind {detail}."),
    (errors.DeckBroken, "unknown-hidden"): N_("{file}, line {line}: there is no card or kind {detail} to hide."),
    (errors.DeckBroken, "duplicate"): N_("{file}, line {line}: this card is there twice ({detail})."),
}

_UNKNOWN: Final = "?"
"""What stands in a sentence for what an error does not know: telling of trouble never makes more of it."""


def known() -> frozenset[tuple[type[errors.SessionpadError], str]]:
    """Every error that has a sentence of its own."""
    return frozenset(_SENTENCES)


def _values_in(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(text) if name)


def sentence(error: errors.SessionpadError, texts: Texts) -> str:
    """What to tell a person about this error."""
    for kind in type(error).__mro__:
        text = _SENTENCES.get((kind, error.key))
        if text is not None:
            return texts.say(text, **{**dict.fromkeys(_values_in(text), _UNKNOWN), **error.params})
    return texts.say(N_("Something went wrong ({name})."), name=f"{type(error).__name__}: {error.key}")
