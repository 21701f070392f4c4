"""A link to a record says how the record is called: planted in a page of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.project import inspect_project
from macros.reading.rules.link_rules import advise_links

PAGE = "docs/modellen/reflectiemodel.md"


def tips(project: Path, text: str, target: str = "../instrumenten/terugblik.md") -> list[str]:
    """The tips about a page with this link; the title there is 'Terugblik in vier vragen'."""
    page = project / PAGE
    page.write_text(f"{page.read_text('utf-8')}\nDoe dit: [{text}]({target}).\n", "utf-8")
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    return [str(tip) for tip in advise_links(toolbox, project) if tip.path == PAGE]


def test_other_words_than_the_title_are_a_tip(project: Path) -> None:
    (tip,) = tips(project, "het rondje\nna afloop")
    assert tip.startswith(f"{PAGE}:")
    assert "'het rondje na afloop' is niet hoe dit heet; schrijf 'Terugblik in vier vragen'" in tip
    assert "zoekwoorden in toolbox/instrumenten/terugblik.yml" in tip


@pytest.mark.parametrize(
    "text",
    [
        "Terugblik in vier vragen",
        "terugblik",
        "de **Terugblik in vier vragen**",
        "nabespreken",
    ],
    ids=["the title", "its own part of the title", "more than the title", "a search word"],
)
def test_words_by_which_a_reader_finds_the_record_are_no_tip(project: Path, text: str) -> None:
    assert tips(project, text) == []


def test_words_in_two_titles_of_a_kind_are_a_tip(project: Path) -> None:
    other = project / "toolbox/instrumenten/keetgesprek.yml"
    text = other.read_text("utf-8").replace("titel: ", "titel: Terugblik of ", 1)
    other.write_text(text, "utf-8")
    assert len(tips(project, "terugblik")) == 1


@pytest.mark.parametrize(
    "target",
    ["../over/index.md", "https://voorbeeld.nl/terugblik.md", "../instrumenten/terugblik.md#kop"],
    ids=["no record", "another site", "a part of a page"],
)
def test_what_is_no_page_of_a_record_has_no_title_to_keep_to(project: Path, target: str) -> None:
    assert tips(project, "wat dan ook", target) == []
