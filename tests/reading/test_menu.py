"""The side menu leaves no part of the site out."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.menu import check_menu
from tests.conftest import ROOT

NAV = """nav:
  - Start: index.md
  - Doen: doen/index.md
  - Over:
      - over/index.md
      - over/privacy.md
  - Drukwerk: drukwerk.md
"""


def problems(root: Path, groups: str) -> list[str]:
    (root / "mkdocs.yml").write_text(f"{NAV}extra:\n  menu:\n    Alles: [{groups}]\n", "utf-8")
    return [str(problem) for problem in check_menu(root)]


@pytest.mark.parametrize(
    ("groups", "line"),
    [
        (
            "doen, over",
            "mkdocs.yml:7: drukwerk: staat in nav maar in geen groep van extra.menu;"
            " zet het in een groep",
        ),
        (
            "doen, over, drukwerk, ovr",
            "mkdocs.yml:10: ovr: staat in extra.menu maar niet in nav; bedoel je 'over'?",
        ),
        (
            "doen, over, drukwerk, doen",
            "mkdocs.yml:3: doen: staat twee keer in extra.menu; haal er één weg",
        ),
    ],
)
def test_a_part_that_the_menu_would_lose_is_named(tmp_path: Path, groups: str, line: str) -> None:
    assert problems(tmp_path, groups) == [line]


def test_a_menu_with_all_parts_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, "doen, over, drukwerk") == []
    assert list(check_menu(ROOT)) == []


def test_a_page_that_no_menu_leads_to_is_named(tmp_path: Path) -> None:
    for page in ("over/nieuw.md", "over/privacy.md", "rollen/trekker.md", "rollen/index.md"):
        (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / page).touch()
    assert problems(tmp_path, "doen, over, drukwerk") == [
        "docs/over/nieuw.md:1: deze pagina staat niet in het menu; zet hem in nav van mkdocs.yml",
        "docs/rollen/index.md:1: deze pagina staat niet in het menu; zet hem in nav van mkdocs.yml",
    ]
