"""Files of systems and editors are not read, and MkDocs does not publish them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from macros.reading.system_files import is_left_behind
from tests.conftest import ROOT

LEFT_BEHIND = [
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "~$kist.md",
    "kist.md~",
    ".kist.md.swp",
    "kist.swp",
    "._kist.md",
    "kist.md.bak",
    "kist.md.orig",
    "#kist.md#",
]


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_it_is_neither_read_nor_published(tmp_path: Path, name: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_text("x", "utf-8")
    (tmp_path / "docs/index.md").write_text("# X\n", "utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    published = [file.src_uri for file in get_files(config) if file.inclusion.name != "EXCLUDED"]
    assert (is_left_behind(name), published) == (True, ["index.md"])


@pytest.mark.parametrize("name", ["keetgesprek.yml", "index.md", "foto.jpg", "schaal.yml"])
def test_a_file_of_the_project_is_read(name: str) -> None:
    assert not is_left_behind(name)
