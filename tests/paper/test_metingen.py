"""Metingen on paper: two even pages, a figure to draw in, and a form for somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.sheets.figure import directions
from macros.paper.sheets.layout import layout_of
from macros.paper.sheets.sheet import Blad
from macros.paper.typst_input import check_fit, sheet_job

SITE = "https://kist.example.nl/"
ABOUT_ANOTHER = "scans/mijn-houding/mijn-houding-over-een-ander.pdf"


def printed(printer: PdfPrinter, real: Toolbox, blad: Blad) -> PrintedPdf:
    return printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)


def pages(path: Path) -> list[str]:
    """The text of each page, on one line."""
    document = pypdfium2.PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return texts


def meting(documents: PdfDocuments, id: str) -> Blad:
    return documents.sheets.of(documents.toolbox.scans[id])


@pytest.mark.parametrize("id", ["vertrouwensmeting", "fitheidsmeting"])
def test_the_shortest_and_the_longest_meting_are_two_pages(
    documents: PdfDocuments, printer: PdfPrinter, id: str
) -> None:
    blad = meting(documents, id)
    pdf = printed(printer, documents.toolbox, blad)
    first, second = pages(pdf.path)
    assert list(check_fit(blad, pdf, "x.yml", "")) == []
    assert pdf.rooms[0].rij >= 7
    assert first.count(": aantal") + second.count(": aantal") == len(blad.tabellen)
    assert first.count(": aantal") == layout_of(blad, pdf).eerst
    assert "Zo tel je" in second
    for part in blad.tabellen:
        assert (first + second).count(part.naam) > second.count("Zo tel je")  # table and figure


def test_both_pages_of_a_long_meting_are_about_as_full(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    """Also when a part has twice as many statements: what is left differs less than its rows."""
    blad = meting(documents, "fitheidsmeting")
    heavy = replace(blad.tabellen[0], rijen=2 * blad.tabellen[0].rijen)
    uneven = replace(blad, tabellen=(heavy, *blad.tabellen[1:-1]))
    for one in (blad, uneven):
        room = printed(printer, documents.toolbox, one).rooms[0]
        on_first = sum(len(table.rijen) + 1 for table in one.tabellen[: room.eerst])
        on_second = sum(len(table.rijen) + 1 for table in one.tabellen[room.eerst :])
        assert 2 <= on_first - on_second <= 10  # the figure takes the place of some rows


def test_too_many_statements_are_refused(documents: PdfDocuments, printer: PdfPrinter) -> None:
    blad = meting(documents, "fitheidsmeting")
    full = replace(blad, tabellen=(*blad.tabellen, *blad.tabellen[:2]))
    pdf = printed(printer, documents.toolbox, full)
    (problem,) = check_fit(full, pdf, "x.yml", "titel: a\nonderdelen:\n")
    assert str(problem).startswith("x.yml:2: onderdelen: past niet op twee A4'tjes, het blad is ")


def test_the_corners_of_a_figure_go_round_from_the_top() -> None:
    assert directions(4) == [(0, -1), (1, 0), (0, 1), (-1, 0)]


def test_the_page_prints_as_many_tables_on_the_first_page_as_the_pdf(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    pdf = printed(printer, documents.toolbox, meting(documents, "reflectiescan"))
    html = PageMacros(documents, printer).record(
        "scans", "reflectiescan", Place("scans/reflectiescan.md", SITE)
    )
    first, second = html.split('<div class="blad__blz">')[1:]
    assert first.count('<tr class="blad__som">') == pdf.rooms[0].eerst
    assert second.count("<polygon") == 5
    assert "blad--rij-8" in html


def test_somebody_else_gets_the_same_statements_in_the_third_person(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    form = next(document for document in documents.all() if document.bestand == ABOUT_ANOTHER)
    text = " ".join(pages(printer.print(form.template, form.job, form.day).path))
    record = documents.toolbox.scans["mijn-houding"]
    for vraag in record.gesteld:
        assert vraag.ander
        assert vraag.ander in text
        assert vraag.tekst not in text
    assert "Over wie" in text


def test_the_page_leads_to_the_form_for_somebody_else(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    macros = PageMacros(documents, printer)
    for id, shown in (("mijn-houding", True), ("vertrouwensmeting", False)):
        html = macros.record("scans", id, Place(f"scans/{id}.md", SITE))
        assert ("over-een-ander.pdf" in html) is shown


def test_all_statements_are_about_somebody_else_or_none(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    path = project / "toolbox/scans/vertrouwensmeting.yml"
    text = path.read_text("utf-8")
    first = "      - plek: 1\n"
    path.write_text(text.replace(first, f"{first}        ander: Zij weet het.\n", 1), "utf-8")
    (fault,) = faults()
    assert "bij de stelling 'Zij leveren werk waarop wij kunnen bouwen.' ontbreekt 'ander'" in fault
