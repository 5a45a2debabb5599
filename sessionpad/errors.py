"""Everything that can go wrong, as one small tree.

    SessionpadError
    |- InvalidInput         a value that cannot be taken as it is
    |- NotFound             no such client, card, document, version
    |- Locked               no vault open: passphrase needed
    |  `- WrongPassphrase
    |- Damaged              a file that cannot be trusted
    |- Conflict             the file on disk is not the one that was read
    |- Busy                 another program holds the vault
    |- StorageFailed        the disk said no; the earlier version is still there
    |- VaultUnusable        the folder cannot be (or already is) a vault
    |- TemplateBroken       a Word template that does not fit its document
    `- DeckBroken           a card deck that cannot be read

An error carries a key and parameters; `sessionpad.i18n` makes the sentence where it is shown.
"""

from __future__ import annotations


class SessionpadError(Exception):
    """Base of all our errors.

    Args:
        key: what happened, in kebab-case; unique within its class.
        params: values for the sentence. Never client text: errors end up on screens and in logs.
    """

    def __init__(self, key: str, **params: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        return f"{type(self).__name__}: {self.key}"


class InvalidInput(SessionpadError):
    """Keys: passphrase-empty, passphrase-short (minimum), passphrases-differ, date-unknown, number-unknown.

    Also code-empty, code-taken, text-empty, note-empty, words-empty, task-not-reviewed, text-unreadable,
    file-unreadable (file), field-unknown (line, fields), not-together (options), erase-differs, erase-unconfirmed,
    version-stays, backup-inside (path), backup-in-the-way (file), recovery-key-exists, recovery-key-none,
    recovery-key-unreadable (file). Of a setting: setting-unknown (name), setting-choice (name, choices),
    setting-number (name, least, most), setting-list (name), setting-table (name), setting-by-hand (name, file),
    settings-syntax, settings-unreadable, settings-broken (file). Of a key of one's own: key-name (name),
    key-unreadable, key-types, key-edits (name, pressed), key-same, key-clash (name, pressed, other).
    Of documents: not-blank, no-parts, part-unknown (parts), no-number, no-recipient, recipient-needed,
    recipient-ambiguous, no-consent, template-of-what (documents). Of moving house: import-of-whom, import-no-notes,
    import-one-code. Of everything at once: not-for-client, whole-as-it-is.
    """


class NotFound(SessionpadError):
    """Keys: client, client-ambiguous, document, agreement, task, card, card-group, version, template, vault, file.

    Also version-none.
    """


class Locked(SessionpadError):
    """Keys: passphrase-needed, other-passphrase-needed (option), terminal-needed, vault-closed."""


class WrongPassphrase(Locked):
    """Keys: wrong-passphrase, wrong-backup-passphrase, wrong-recovery-key."""


class Damaged(SessionpadError):
    """Keys: unreadable, wrong-name, older-version, foreign, identity, settings, newer-format. Params: file."""


class Conflict(SessionpadError):
    """Keys: changed-underneath, read-only. Params: file, kept (where the other text was put)."""


class Busy(SessionpadError):
    """Keys: held. Params: holder."""


class StorageFailed(SessionpadError):
    """Keys: disk-full, read-only, no-permission, input-output, no-folder, other.

    Params: reason (the system's own words), path (of no-folder).
    """


class VaultUnusable(SessionpadError):
    """Keys: not-a-folder, not-empty, exists, no-permission, read-only. Params: path."""


class TemplateBroken(SessionpadError):
    """Keys: syntax, unknown-field, not-word. Params: file, detail."""


class DeckBroken(SessionpadError):
    """Params: file, line, detail, count.

    Keys: unreadable, syntax, field, unknown-field, missing-field, wrong-value, bad-id, duplicate, slot,
    unknown-group, unknown-hidden.
    """
