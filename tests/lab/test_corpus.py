"""What the bench builds is sound and says the same for every builder.

No test here looks at a clock.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.reading.project import open_toolbox
from scripts.lab.corpus import hugo_project, material_project, own_project
from scripts.lab.measure_builds import found_builders


def test_the_corpus_is_sound_and_all_builders_get_its_words(tmp_path: Path) -> None:
    own = own_project(tmp_path / "kist", 2)
    records = open_toolbox(own).records["instrumenten"]
    assert {"proef-0", "proef-1"} <= records.keys()
    hugo, material = (
        hugo_project(tmp_path / "hugo", own),
        material_project(tmp_path / "material", own),
    )
    page = (hugo / "content/instrumenten/proef-1.md").read_text("utf-8")
    assert '{"title": "Proef 1", ' in page
    assert all(stap.tekst in page for stap in records["proef-1"].stappen)  # type: ignore[attr-defined]
    assert "{{" not in page
    assert page == (material / "docs/instrumenten/proef-1.md").read_text("utf-8")


def test_without_hugo_the_rest_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert [builder.name for builder in found_builders()][-1] == "gewoon Material"
    assert capsys.readouterr().out.startswith("Hugo is er niet")
