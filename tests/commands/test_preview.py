"""A reviewer sees what a change does to the sheets, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.lab.sheet_diff import changes, show
from scripts.preview import main

SAME, OTHER, NEW, GONE = (
    f"instrumenten/{id}/{id}.pdf" for id in ("terugblik", "keetgesprek", "nieuw", "weg")
)


@pytest.fixture
def sites(tmp_path: Path, site: Path) -> tuple[Path, Path]:
    """Two versions of a site with a few sheets."""
    keet, terug = site / OTHER, site / SAME
    versions = {
        "voor": {SAME: terug, OTHER: keet, GONE: keet},
        "na": {SAME: terug, OTHER: terug, NEW: keet},
    }
    for version, sheets in versions.items():
        for name, source in sheets.items():
            (tmp_path / version / name).parent.mkdir(parents=True)
            shutil.copy(source, tmp_path / version / name)
    return tmp_path / "voor", tmp_path / "na"


def test_only_sheets_that_differ_are_shown_with_both_pictures(
    sites: tuple[Path, Path], tmp_path: Path
) -> None:
    found = list(changes(*sites))
    assert [(change.name, change.kind) for change in found] == [
        (OTHER, "anders"),
        (NEW, "nieuw"),
        (GONE, "weg"),
    ]
    show(found, tmp_path / "uit")
    assert {path.name for path in (tmp_path / "uit").rglob("*.*")} == {
        *(
            "index.html",
            "keetgesprek.pdf",
            "keetgesprek-1-voor.png",
            "keetgesprek-1-na.png",
            "nieuw.pdf",
            "nieuw-1-na.png",
        )
    }
    page = (tmp_path / "uit/index.html").read_text("utf-8")
    assert 'src="bladen/instrumenten/keetgesprek/keetgesprek-1-voor.png"' in page
    assert "terugblik" not in page


def test_a_version_that_git_does_not_know_is_said_in_dutch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bestaat-niet"]) == 1
    assert "git kent 'bestaat-niet' niet; haal de geschiedenis op" in capsys.readouterr().err
