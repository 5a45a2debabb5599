"""Everything of one client in one file: to read, for another program, and what was left out."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Final

from sessionpad.desk.papers import Exported, Papers
from sessionpad.domain.coach_alone import without_coach_alone
from sessionpad.domain.dossier import Dossier
from sessionpad.domain.ids import PaperId
from sessionpad.domain.paper import Paper
from sessionpad.i18n.texts import N_, Texts, texts_in
from sessionpad.method.language import Language

WHOLE: Final = "dossier"
"""How it is asked for, and listed among the documents that were made."""
READ_ME: Final = {"nl": "lees-mij.txt", "en": "read-me.txt"}
_FILES: Final = {
    "dossier.docx": N_("everything, to read"),
    "dossier.json": N_("the same for another program; sessionpad import takes it in again"),
    "dossier.schema.json": N_("what stands where in dossier.json (a JSON Schema)"),
}


class Whole(Papers):
    def export_whole(
        self, dossier: Dossier, language: Language, path: Path, *, for_client: bool = False, replace: bool = False
    ) -> Exported:
        """Put everything of this client in one zip at `path`; a folder gets its own name for it.

        Args:
            dossier: whose.
            language: of what is there to read.
            path: a file or a folder.
            for_client: whether what the coach keeps for the coach alone is left out, in what is to read and in JSON.
            replace: take the place of a file that is there.

        Raises:
            StorageFailed: the file could not be written; nothing is left behind.
        """
        from sessionpad.documents.everything import everything_name  # noqa: PLC0415  only when one is made
        from sessionpad.store.exports import write_export  # noqa: PLC0415  idem

        made = self.whole(dossier, language, for_client=for_client)
        target = path / everything_name(dossier, self.today) if path.is_dir() else path
        placed = write_export(target, made, replace=replace)
        paper = Paper(
            id=PaperId(self._new_id()),
            document=WHOLE,
            made_at=self._clock(),
            file=str(placed.absolute()),
            sha256=hashlib.sha256(made).hexdigest(),
        )
        return Exported(placed, paper)

    async def export_whole_aside(
        self, dossier: Dossier, language: Language, folder: Path, *, for_client: bool = False
    ) -> Exported:
        """The same away from the screen, into a folder; a file that is there already is never replaced."""
        return await asyncio.to_thread(self.export_whole, dossier, language, folder, for_client=for_client)

    def whole(self, dossier: Dossier, language: Language, *, for_client: bool = False) -> bytes:
        from sessionpad.documents.everything import render_everything  # noqa: PLC0415  idem
        from sessionpad.documents.left_out import left_out  # noqa: PLC0415  idem
        from sessionpad.store.moving.bundle import DOSSIER, bundled  # noqa: PLC0415  idem
        from sessionpad.store.moving.dossier_json import schema, write_dossier  # noqa: PLC0415  idem

        readable = render_everything(
            dossier,
            language=language,
            address=self.choices.address,
            today=self.today,
            deck=self.deck().deck,
            for_client=for_client,
        )
        texts = texts_in(language)
        plain = without_coach_alone(dossier) if for_client else dossier
        return bundled(
            {
                READ_ME[language]: _read_me(left_out(dossier, texts, for_client=for_client), texts),
                "dossier.docx": readable,
                DOSSIER: write_dossier(plain),
                "dossier.schema.json": json.dumps(schema(), indent=2, ensure_ascii=False).encode() + b"\n",
            }
        )


def _read_me(missing: list[str], texts: Texts) -> bytes:
    lines = [texts.say(N_("In this file:")), *(f"  {name}: {texts.say(what)}" for name, what in _FILES.items())]
    lines += ["", texts.say(N_("Not in dossier.docx, and why:")), *(f"- {each}" for each in missing)]
    return ("\n".join(lines) + "\n").encode()
