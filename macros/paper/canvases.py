"""Instrument -> the PDFs to write on: canvas page, behind its sheet, to hang, and filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.model.instrument import Instrument
from macros.paper.pdf_document import PdfDocument
from macros.paper.sheets.canvas import Invulblad, canvas, example_canvas, wall_canvas
from macros.paper.sheets.words import SheetWords
from macros.paper.typst_input import canvas_job

# What it is -> the end of the name of its file
CANVASES = {
    "invulblad": "-invulblad",
    "blad met invulkant": "-met-invulkant",
    "wandversie": "-wand",
    "voorbeeld": "-voorbeeld",
}


def canvases(
    words: SheetWords, record: Instrument, front: PdfDocument, drawings: Mapping[str, str]
) -> Iterator[PdfDocument]:
    """The PDFs to write on of an instrument; `front` is its sheet, `drawings` SVG text by id."""
    page = canvas(words, record)
    yield _document("invulblad", page, drawings)
    # Slips are cut, so nothing may stand on their back: they come with the canvas alone.
    yield _document("blad met invulkant", replace(page, briefjes=()), drawings, front)
    if wall := wall_canvas(words, record):
        yield _document("wandversie", wall, drawings)
    if example := example_canvas(words, record):
        yield _document("voorbeeld", example, drawings)


def _document(
    soort: str, page: Invulblad, drawings: Mapping[str, str], *sheets: PdfDocument
) -> PdfDocument:
    """A page to write on behind these sheets; `soort` is one of CANVASES."""
    title = f"{soort.capitalize()}: {page.titel}"
    return PdfDocument(
        bestand=f"{page.adres}/{page.naam}{CANVASES[soort]}.pdf",
        titel=title,
        soort=soort,
        template="sheets",
        job=canvas_job(title, page, drawings, [data for sheet in sheets for data in sheet.sheets]),
        day=page.herzien,
        invulblad=page,
        singles=sheets,
    )
