"""The side menu leaves no part of the site out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.reading.settings.menu import advise_menu, check_menu
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


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("nav:\n  - A: a.md\n  - B: b/indx.md\n", "3: nav: docs/b/indx.md is er niet; bedoel je"),
        ("nav:\n  - A: a.md\n  - B:\n      - c.md\n", "4: nav: docs/c.md is er niet"),
        ("nav:\n  - A: a.md\n  - B: a.md\n", "2: nav: a.md staat er twee keer"),
        ("nav: a.md\n", "1: nav: schrijf elke pagina op een eigen regel"),
        ("nav:\n  A: a.md\n", "1: nav: schrijf elke pagina op een eigen regel"),
        ("extra:\n  menu: {Doen: [a]}\n", "1: nav ontbreekt"),
        ("nav:\n  - a.md\nextra:\n  menu: {Doen: a}\n", "4: menu: schrijf elke groep"),
        ("nav:\n  - a.md\nextra:\n  voet: {Doen: a}\n", "4: voet: schrijf elke groep"),
        ("nav: [a.md, b/index.md]\nextra:\n  menu: {A: [a, b]}\n  voet: {B: [c]}\n", "4: c: staat"),
        ("nav:\n  - [a.md\n", "3: zo niet te lezen"),
    ],
)
def test_a_menu_that_cannot_be_is_one_problem_with_its_line(
    tmp_path: Path, settings: str, line: str
) -> None:
    for name in ("a.md", "b/index.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).touch()
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (problem,) = check_menu(tmp_path)
    assert str(problem).startswith(f"mkdocs.yml:{line}")


def test_a_list_outside_the_menu_is_a_tip(tmp_path: Path) -> None:
    (tmp_path / "docs/leren").mkdir(parents=True)
    (tmp_path / "docs/leren/index.md").touch()
    (tmp_path / "mkdocs.yml").write_text("nav:\n  - index.md\n", "utf-8")
    (tip,) = advise_menu(tmp_path)
    assert str(tip) == "docs/leren/index.md:1: staat niet in nav van mkdocs.yml, dus in geen menu"


def test_a_menu_with_all_parts_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, "doen, over, drukwerk") == []
    assert list(check_menu(ROOT)) == []


def test_a_page_that_no_menu_leads_to_is_named(tmp_path: Path) -> None:
    listed = ("index.md", "doen/index.md", "over/index.md", "over/privacy.md", "drukwerk.md")
    for page in (*listed, "over/nieuw.md", "rollen/trekker.md", "rollen/index.md"):
        (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / page).touch()
    assert problems(tmp_path, "doen, over, drukwerk") == [
        "docs/over/nieuw.md:1: deze pagina staat niet in het menu; zet hem in nav van mkdocs.yml",
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Kijken\n", ["1: 'Kijken' heet in nav van mkdocs.yml 'Modellen'; zet die naam"]),
        (
            "# Alle modellen\n\nBij [Kijken](index.md).\n",
            ["3: 'Kijken' heet 'Modellen'"],
        ),
        ("# Alle modellen\n\nBij [Modellen](index.md) of [Alle modellen](index.md).\n", []),
        ("# Modellen\n\nKies een [model](index.md). [Kijk nu](index.md).\n", []),
        ("# Modellen\n\nKies een [ ](index.md).\n", []),  # without a text
    ],
)
def test_a_part_has_one_name(tmp_path: Path, page: str, said: list[str]) -> None:
    (tmp_path / "docs/modellen").mkdir(parents=True)
    (tmp_path / "docs/modellen/index.md").write_text(page, "utf-8")
    settings = "nav:\n  - Modellen: modellen/index.md\nextra:\n  menu: {Alles: [modellen]}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    found = [str(problem) for problem in check_menu(tmp_path)]
    assert len(found) == len(said)
    for problem, start in zip(found, said, strict=True):
        assert problem.startswith(f"docs/modellen/index.md:{start}")


def test_a_mended_menu_is_no_longer_refused(project: Path, faults: Callable[[], list[str]]) -> None:
    """A preview asks again and again, and only mkdocs.yml has changed in between."""
    (project / "mkdocs.yml").write_text("nav:\n  - [a.md\n", "utf-8")
    assert faults()
    (project / "mkdocs.yml").unlink()
    assert faults() == []
