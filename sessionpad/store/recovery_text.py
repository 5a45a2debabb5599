"""The page that tells how to read everything without this program, in both languages."""

from __future__ import annotations

from typing import Final

FILE: Final = "RECOVERY.txt"
TEXT: Final = """\
NEDERLANDS

Alles in deze map is versleuteld met age (https://age-encryption.org), een open formaat met verschillende
programma's die het kunnen lezen. Met uw wachtwoordzin en zo'n programma leest u alles, ook zonder sessionpad.

1. Zet `age` op uw computer (op Debian en Ubuntu: sudo apt install age).
2. Open een terminal in deze map en maak de sleutel leesbaar; age vraagt naar uw wachtwoordzin:

       age -d -o identity.txt identity.age

3. Lees een dossier (vervang ID door de naam van een bestand in de map dossiers):

       age -d -i identity.txt dossiers/ID.age

   U krijgt gewone tekst (JSON). Eerdere versies staan in versions/ID/ en leest u op dezelfde manier.
4. Verwijder identity.txt weer: wie dat bestand heeft, kan alles lezen.

Zonder de wachtwoordzin, en zonder herstelsleutel, kan niemand de dossiers lezen. Ook wij niet.


ENGLISH

Everything in this folder is encrypted with age (https://age-encryption.org), an open format that several
programs can read. With your passphrase and one of those programs you can read it all, without sessionpad too.

1. Install `age` on your computer (on Debian and Ubuntu: sudo apt install age).
2. Open a terminal in this folder and make the key readable; age asks for your passphrase:

       age -d -o identity.txt identity.age

3. Read a dossier (put the name of a file in the folder dossiers in place of ID):

       age -d -i identity.txt dossiers/ID.age

   You get plain text (JSON). Earlier versions are in versions/ID/ and are read in the same way.
4. Delete identity.txt again: whoever has that file can read everything.

Without the passphrase, and without a recovery key, nobody can read the dossiers. Neither can we.
"""
