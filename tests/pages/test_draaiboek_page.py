"""The page of a ready meeting: its times lead to the sheets, and the sheets lead back."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.reading.project import open_toolbox
from tests.helpers.half_day import HOMEWORK, LOOK_OUT, make_half_day
from tests.helpers.project import rewrite

SITE = "https://x.example/"
ID = "samen-terugkijken"


@pytest.fixture
def pages(example: Toolbox) -> PageMacros:
    return PageMacros(PdfDocuments(example, SITE))


def test_the_times_lead_to_the_sheets(pages: PageMacros) -> None:
    page = pages.record("draaiboeken", ID, Place(f"draaiboeken/{ID}.md", SITE))
    time = '<th scope="row">09:10 <span>10 min</span></th>'
    row = f'{time}<td><a href="../../instrumenten/keetgesprek/">'
    assert row in page
    assert '<th scope="row">10:22</th><td><b>Einde</b></td>' in page
    assert "<td><span>10 min</span></td><td>Ruimte</td>" in page
    assert "Met 10 mensen duurt het 9 min langer." in page


def test_the_invitation_can_be_copied(pages: PageMacros, example: Toolbox) -> None:
    page = pages.record("draaiboeken", ID, Place(f"draaiboeken/{ID}.md", SITE))
    text = example.draaiboeken[ID].uitnodiging
    assert f"<blockquote>{text}</blockquote>" in page
    assert f"{text} Het programma: " in page
    assert 'data-gk-kopieer="uitnodiging-tekst"' in page


def test_a_sheet_tells_in_which_meeting_it_is_used(pages: PageMacros) -> None:
    page = pages.hoort_bij(Place("instrumenten/terugblik.md", SITE))
    assert "draaiboeken/samen-terugkijken" in page
    assert "Samen terugkijken" in page


def test_a_half_day_leads_to_its_case_and_says_what_to_do(project: Path) -> None:
    make_half_day(project)
    pages = PageMacros(PdfDocuments(open_toolbox(project), SITE))
    page = pages.record("draaiboeken", ID, Place(f"draaiboeken/{ID}.md", SITE))
    assert 'href="../../praktijk/brug-aan-zee/">Open: Oefencasus: de brug aan zee</a>' in page
    assert HOMEWORK in page
    assert LOOK_OUT in page
    assert "draaiboeken/samen-terugkijken" in pages.hoort_bij(
        Place("praktijk/brug-aan-zee.md", SITE)
    )


def test_the_places_are_one_sentence_as_on_the_sheet(project: Path) -> None:
    keet = project / "toolbox/instrumenten/keetgesprek.yml"
    rewrite(keet, "^plekken:$", "plekken:\n  - online")
    pages = PageMacros(PdfDocuments(open_toolbox(project), SITE))
    page = pages.record("draaiboeken", ID, Place(f"draaiboeken/{ID}.md", SITE))
    places = "Online, in de keet of op de bouwplaats"
    assert f'feit--plek"><dt>Plek</dt><dd>{places}</dd>' in page


def test_half_days_stand_apart_from_meetings(project: Path) -> None:
    make_half_day(project)
    pages = PageMacros(PdfDocuments(open_toolbox(project), SITE))
    page = pages.kaarten("draaiboeken", Place("draaiboeken/index.md", SITE))
    assert "## Opleiding samenwerkingsexpert" in page
    assert "## Fase uitvoeren" not in page
