"""One vault for the whole run; each scenario plays on a copy of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenarios.template import PASSPHRASE, make_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "vault"
    make_template(folder)
    return folder


@pytest.fixture
def home(tmp_path: Path, template: Path) -> Path:
    """A folder with a vault and the file with its passphrase."""
    shutil.copytree(template, tmp_path / "vault")
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n", "utf-8")
    return tmp_path
