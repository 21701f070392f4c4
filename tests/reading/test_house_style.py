"""Colours and logo in mkdocs.yml: what cannot be read or is not there is named with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.settings.house_style import check_house_style
from macros.reading.settings.site_settings import read_site
from tests.conftest import ROOT


@pytest.fixture
def kist(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/merk.svg").write_text("<svg/>")
    (tmp_path / "docs/merk.txt").write_text("")
    return tmp_path


def said(kist: Path, extra: str, logo: str = "merk.svg") -> list[str]:
    """What an editor reads, with this text in mkdocs.yml."""
    text = f"site_name: Kist\ntheme:\n  logo: {logo}\nextra:\n  {extra}\n"
    (kist / "mkdocs.yml").write_text(text, "utf-8")
    return [str(problem) for problem in check_house_style(kist)]


def test_this_site_has_a_sound_style() -> None:
    assert [*check_house_style(ROOT)] == []


@pytest.mark.parametrize(
    ("extra", "fault"),
    [
        ('kleuren: {eerste: "#ffcc00"}', "eerste: '#ffcc00' is niet goed te lezen"),
        ('kleuren: {tweede: "#FF8800"}', "neem een donkerder kleur, zoals '#"),
        ("kleuren: {eerste: blauw}", "eerste is 'blauw'; schrijf een kleur als #"),
        ("kleuren: {eerste: 123456}", "eerste is 123456; schrijf een kleur als #"),
        ('kleuren: {eerste: "#fff"}', "eerste is '#fff'; schrijf een kleur als #"),
        ("kleuren: {eerste: null}", "eerste is leeg; schrijf een kleur als #"),
        ('kleuren: {eerst: "#0b4f6c"}', "'eerst' is geen kleur van de site; bedoel je 'eerste'?"),
        ('kleuren: ["#0b4f6c"]', "schrijf {eerste:"),
    ],
)
def test_a_colour_that_cannot_be_used_is_named_with_its_line(
    kist: Path, extra: str, fault: str
) -> None:
    (line,) = said(kist, extra)
    assert line.startswith("mkdocs.yml:5: kleuren: ")
    assert fault in line


def test_a_proposal_is_accepted(kist: Path) -> None:
    (line,) = said(kist, 'kleuren: {eerste: "#ffcc00"}')
    proposal = line.rpartition("zoals '")[2].rstrip("'")
    assert said(kist, f'kleuren: {{eerste: "{proposal}"}}') == []
    assert read_site(kist).colours.first == proposal


def test_a_logo_that_is_not_there_is_named(kist: Path) -> None:
    (line,) = said(kist, "a: b", logo="weg.svg")
    assert line == "mkdocs.yml:3: logo: docs/weg.svg is er niet; zet het bestand daar neer"
    (line,) = said(kist, "a: b", logo="merk.txt")
    assert "is geen plaatje" in line
