"""Print every PDF of the site, on all cores, and say in Dutch what does not fit."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem
from macros.paper.canvas_fit import check_canvas
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import EMOJI, PdfPrinter, PrintedPdf, UnprintableError
from macros.paper.pdf_document import PdfDocument, print_document
from macros.paper.sheet_fit import check_fit, free_mm
from macros.reading.settings.site_settings import read_site

STORE = ".cache/papier"
MISSING_CHARACTER = re.compile(r'the text `"(.+?)"`')  # in a message of Typst


def pdfs_wanted() -> bool:
    """False when KIST_PDF=nee: for measuring and testing the pages alone."""
    return os.environ.get("KIST_PDF") != "nee"


def printer_of(root: Path) -> PdfPrinter:
    """The printer of a project. Its PDFs stay in the project, outside the site."""
    return PdfPrinter(root / STORE, read_site(root).name)


def check_paper(toolbox: Toolbox, root: Path) -> list[Problem]:
    """A problem for everything that does not fit on its paper or cannot be printed."""
    documents, printer = PdfDocuments(toolbox, read_site(root).url), printer_of(root)

    def problems_of(document: PdfDocument) -> list[Problem]:
        return list(_problems(document, toolbox, printer, root))

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst runs without Python's global lock
        found = pool.map(problems_of, documents.all())
    return list(dict.fromkeys(problem for problems in found for problem in problems))


def free_rooms(toolbox: Toolbox, root: Path) -> dict[str, float]:
    """Address of a sheet of one page -> height in mm that is still free on it."""
    documents, printer = PdfDocuments(toolbox, read_site(root).url), printer_of(root)
    return {
        blad.adres: free_mm(print_document(documents.sheet(blad), printer))
        for blad in documents.sheets.all()
        if not blad.lang
    }


def write_pdfs(documents: PdfDocuments, printer: PdfPrinter, site: Path) -> None:
    """Copy every PDF to its place in the built site; the printer then drops all other PDFs."""
    used = []
    for document in documents.all():
        target = site / document.bestand
        target.parent.mkdir(parents=True, exist_ok=True)
        used.append(print_document(document, printer).path)
        shutil.copyfile(used[-1], target)
    printer.prune(used)


def _problems(
    document: PdfDocument, toolbox: Toolbox, printer: PdfPrinter, root: Path
) -> Iterator[Problem]:
    try:
        pdf = print_document(document, printer)
    except UnprintableError as error:
        yield _unprintable(document, str(error), toolbox, root)
        return
    if document.record is not None:
        yield from _record_problems(document, document.record, pdf, root)
    elif document.soort != "bundel":  # each sheet of a bundle is checked as a PDF of its own
        for room in pdf.rooms:
            if room.free < 0:
                yield _too_full(room.name, -room.free, document, toolbox)


def _record_problems(
    document: PdfDocument, path: str, pdf: PrintedPdf, root: Path
) -> Iterator[Problem]:
    """What does not fit of a sheet or of a page to write on; `path` is the file of its record."""
    source = (root / path).read_text("utf-8-sig")
    if document.blad is not None:
        yield from check_fit(document.blad, pdf, path, source)
    if document.invulblad is not None:
        yield from check_canvas(document.invulblad, pdf, path, source)


def _too_full(name: str, short: float, document: PdfDocument, toolbox: Toolbox) -> Problem:
    """The problem of a card or part of a poster that is `short` mm too full.

    `name` is what Typst calls it: a title, printed without emoji.
    """
    path = f"toolbox/{document.bestand}"
    for kind, record in toolbox.all():
        if name == EMOJI.sub("", record.titel):
            path = f"toolbox/{kind}/{record.id}.yml"
            break
    text = f"past niet op {document.titel} ({short:.0f} mm te vol); kort de tekst in"
    return Problem(path, 1, text)


def _unprintable(document: PdfDocument, message: str, toolbox: Toolbox, root: Path) -> Problem:
    """The problem that Typst reports; a missing character is looked up in the records."""
    fallback = f"toolbox/{document.bestand}"
    found = MISSING_CHARACTER.search(message)
    if found is None:
        return Problem(fallback, 1, f"kan niet gedrukt worden: {message}")
    text = (
        f"het teken '{found[1]}' staat niet in het lettertype van het papier; "
        "schrijf het in letters"
    )
    own = [document.record] if document.record else []
    for path in (*own, *(f"toolbox/{kind}/{record.id}.yml" for kind, record in toolbox.all())):
        written = (root / path).read_text("utf-8-sig")
        if found[1] in written:
            return Problem(path, written.count("\n", 0, written.index(found[1])) + 1, text)
    return Problem(fallback, 1, text)
