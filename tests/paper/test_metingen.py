"""Metingen on paper: two even pages, a figure to draw in, and a form for somebody else."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from macros.model import Record, Toolbox
from macros.model.meten import Scan
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.sheet_fit import check_fit
from macros.paper.sheets.figure import directions
from macros.paper.sheets.layout import layout_of
from macros.paper.sheets.sheet import Blad
from macros.paper.typst_input import sheet_job

SITE = "https://kist.example.nl/"
GREY = [209, 209, 209]  # of an answer that cannot be given
ABOUT_ANOTHER = "scans/mijn-houding/mijn-houding-over-een-ander.pdf"


def printed(printer: PdfPrinter, real: Toolbox, blad: Blad) -> PrintedPdf:
    return printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)


def pages(path: Path) -> list[str]:
    """The text of each page, on one line."""
    document = pypdfium2.PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return texts


def with_scan(documents: PdfDocuments, record: Scan) -> PdfDocuments:
    """The documents of a toolbox that has this meting."""
    scans: dict[str, Record] = {**documents.toolbox.scans, record.id: record}
    records = {**documents.toolbox.records, "scans": scans}
    return PdfDocuments(replace(documents.toolbox, records=records), SITE)


def page_of(documents: PdfDocuments, printer: PdfPrinter, id: str) -> str:
    return PageMacros(documents, printer).record("scans", id, Place(f"scans/{id}.md", SITE))


def grey_boxes(path: Path) -> int:
    """How many boxes are filled with the grey of an answer that cannot be given."""
    document = pypdfium2.PdfDocument(path)
    found = 0
    for page in document:
        for item in page.get_objects():
            colours = [ctypes.c_uint() for _ in range(4)]
            pypdfium2.raw.FPDFPageObj_GetFillColor(item.raw, *map(ctypes.byref, colours))
            found += [colour.value for colour in colours[:3]] == GREY
    document.close()
    return found


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
    for part in documents.toolbox.scans[id].onderdelen:
        for word in part.titel.split():  # above statements, and where it is compared
            assert (first + second).count(word) > 1


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


def test_the_head_asks_for_party_and_name(documents: PdfDocuments, printer: PdfPrinter) -> None:
    blad = meting(documents, "reflectiescan")
    first, _ = pages(printed(printer, documents.toolbox, blad).path)
    assert "Partij of organisatie Naam (mag leeg) Datum" in first


def test_a_fact_can_only_be_no_partly_or_yes(documents: PdfDocuments, printer: PdfPrinter) -> None:
    """The other answers of its row are grey on paper of the site and of the browser."""
    real = documents.toolbox.scans["reflectiescan"]
    first, *rest = real.onderdelen
    facts = tuple(vraag.model_copy(update={"soort": "feit"}) for vraag in first.vragen)
    part = first.model_copy(update={"vragen": facts})
    record = real.model_copy(update={"onderdelen": (part, *rest)})
    asked = [vraag for vraag in record.gesteld if vraag.soort == "feit"]
    html = page_of(with_scan(documents, record), printer, record.id)
    row = '<td></td><td class="blad__dicht"></td>' * 2 + "<td></td><td></td>"
    assert html.count(row) == len(asked)
    pdf = printed(printer, documents.toolbox, documents.sheets.of(record))
    said = "Zijn 2 en 4 grijs? Dan gaat het om een feit: 1 is nee, 3 is deels en 5 is ja."
    assert said in pages(pdf.path)[0]
    assert grey_boxes(pdf.path) == 2 * len(asked)


def test_two_parties_find_the_other_and_themselves_beside_each_other(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    """In the order of the page, so that its answers are typed over as they stand."""
    record = documents.toolbox.scans["vertrouwensmeting"]
    blad = meting(documents, record.id)
    first, second = pages(printed(printer, documents.toolbox, blad).path)
    for part in record.onderdelen:
        on_page = first if f"{part.titel}: wij" in first else second
        mirror = part.vragen[0].wij
        assert mirror
        assert on_page.index(part.vragen[0].tekst) < on_page.index(mirror.tekst)
    for view in ("Wij over ons", "Zij over ons", "Zij over zichzelf", "Wij over hen"):
        assert view in second
    html = page_of(documents, printer, record.id)
    assert "blad__figuur" not in html
    assert "Zij over zichzelf" in html


@pytest.mark.parametrize(
    ("id", "said", "unsaid"),
    [
        ("vertrouwensmeting", "Reken niets samen uit: ieder kijkt naar een ander.", "verschil"),
        ("fitheidsmeting", "Een andere organisatie scoort zichzelf.", "figuren van alle partijen"),
        ("reflectiescan", "Leg de figuren van alle partijen naast elkaar.", "scoort zichzelf"),
        ("succesfactorenscan", "scoort ieder zichzelf. Daar is verschil gewoon.", "Een andere"),
        ("mijn-houding", "Leg alle figuren over dezelfde persoon naast elkaar.", "partij"),
    ],
)
def test_the_form_says_how_to_compare(
    documents: PdfDocuments, id: str, said: str, unsaid: str
) -> None:
    (steps,) = meting(documents, id).delen
    text = " ".join(step.tekst for step in steps.regels)
    assert said in text
    assert unsaid not in text


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
    assert f"blad--rij-{pdf.rooms[0].rij:.0f}" in html


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
