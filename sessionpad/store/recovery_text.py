"""The page that tells how to read everything without this program, in both languages."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

FILE: Final = "RECOVERY.txt"
EARLIER: Final = frozenset({"8b3414fd746cb1d6d0bce05911c22a37f03789855690b35059d063888f7aeced"})
"""The SHA-256 of what earlier versions of this program wrote there, which is no damage."""
TEXT: Final = """\
NEDERLANDS

Alles in deze map is versleuteld met age (https://age-encryption.org), een open formaat met verschillende
programma's die het kunnen lezen. Met je wachtzin of je herstelsleutel en zo'n programma lees je alles, ook zonder
sessionpad. Zet `age` op je computer (op Debian en Ubuntu: sudo apt install age) en open een terminal in deze map.

MET DE WACHTZIN

1. Maak de sleutel leesbaar; age vraagt naar je wachtzin:

       age -d -o identity.txt identity.age

   Lukt dat niet, neem dan identity-copy.age: daarin staat hetzelfde.
2. Lees een dossier (vervang ID door de naam van een bestand in de map dossiers):

       age -d -i identity.txt dossiers/ID.age

   Je krijgt gewone tekst (JSON). Eerdere versies staan in versions/ID/ en lees je op dezelfde manier.
3. Verwijder identity.txt weer: wie dat bestand heeft, kan alles lezen.

MET DE HERSTELSLEUTEL

Heb je een herstelsleutel gemaakt (sessionpad recovery-key), dan opent die alles zonder wachtzin.
Zet de drie regels die je bewaard hebt in een bestand recovery-key.txt. Alleen de regel die met AGE-SECRET-KEY-1
begint is echt nodig. Lees dan een dossier:

       age -d -i recovery-key.txt dossiers/ID.age

Met sessionpad kies je met die sleutel een nieuwe wachtzin:

       sessionpad passphrase --recovery-key-file recovery-key.txt

WAT ER NOG KAN STAAN

Staat hier een bestand resealing.age, dan werd een wissel van sleutels onderbroken. Open de kluis met sessionpad om die
af te maken. Zonder sessionpad zet je de vorige sleutel erbij, en werkt identity.txt voor alles:

       age -d -i identity.txt resealing.age >> identity.txt

Zonder de wachtzin en zonder herstelsleutel kan niemand de dossiers lezen. Ook wij niet.


ENGLISH

Everything in this folder is encrypted with age (https://age-encryption.org), an open format that several
programs can read. With your passphrase or your recovery key and one of those programs you can read it all, without
sessionpad too. Install `age` (on Debian and Ubuntu: sudo apt install age) and open a terminal in this folder.

WITH THE PASSPHRASE

1. Make the key readable; age asks for your passphrase:

       age -d -o identity.txt identity.age

   If that does not work, take identity-copy.age: it holds the same.
2. Read a dossier (put the name of a file in the folder dossiers in place of ID):

       age -d -i identity.txt dossiers/ID.age

   You get plain text (JSON). Earlier versions are in versions/ID/ and are read in the same way.
3. Delete identity.txt again: whoever has that file can read everything.

WITH THE RECOVERY KEY

If you made a recovery key (sessionpad recovery-key), it opens everything without the passphrase.
Put the three lines that you kept in a file recovery-key.txt. Only the line that begins with AGE-SECRET-KEY-1
is really needed. Then read a dossier:

       age -d -i recovery-key.txt dossiers/ID.age

With sessionpad you choose a new passphrase with that key:

       sessionpad passphrase --recovery-key-file recovery-key.txt

WHAT ELSE MAY BE HERE

If there is a file resealing.age, a change of keys was broken off. Open the vault with sessionpad to finish it.
Without sessionpad, add the earlier key, and identity.txt works for everything:

       age -d -i identity.txt resealing.age >> identity.txt

Without the passphrase and without a recovery key nobody can read the dossiers. Neither can we.
"""


def is_ours(text: bytes) -> bool:
    return text == TEXT.encode() or sha256(text).hexdigest() in EARLIER
