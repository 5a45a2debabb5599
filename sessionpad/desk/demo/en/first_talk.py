from __future__ import annotations

from typing import Final

from sessionpad.desk.demo.scene import Script

SCRIPT: Final = Script(texts={}, notes={})
