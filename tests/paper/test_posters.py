"""Posters: readable from two metres, the same on A3 and A4, and true when a text grows."""

from __future__ import annotations

from math import sqrt

import pytest

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter
from scripts.lab.printing.read_pdf import Paper, read_paper

LEAST_PT = 28  # on A3, what one reads from two metres


def poster(documents: PdfDocuments, printer: PdfPrinter, name: str) -> Paper:
    file = f"drukwerk/poster-{name}.pdf"
    (pdf,) = (pdf for pdf in documents.extra if pdf.bestand == file)
    return read_paper(printer.print(pdf.template, pdf.job, pdf.day).path)


@pytest.mark.parametrize("kind", ["fasen", "condities"])
@pytest.mark.parametrize(("paper", "scale"), [("a3", 1), ("a4", 1 / sqrt(2))])
def test_a_poster_is_readable_from_two_metres(
    documents: PdfDocuments, printer: PdfPrinter, kind: str, paper: str, scale: float
) -> None:
    (page,) = poster(documents, printer, f"{kind}-{paper}").pages
    assert page.width == pytest.approx(420 * scale, abs=1)
    assert page.points[page.visible].min() >= LEAST_PT * scale - 0.01
    assert page.ink >= 10
    assert page.codes[1]


def test_a_poster_says_the_question_of_each_phase(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox
) -> None:
    words = poster(documents, printer, "fasen-a3").text.split()
    for phase in real.fasen.values():
        assert set(f"{phase.nr} {phase.titel} {phase.vraag}".split()) <= set(words)


@pytest.mark.parametrize("change", [{"zin": "Waarom zou je dit doen? " * 9}, {"titel": "x" * 40}])
def test_a_poster_that_is_too_full_is_told(
    documents: PdfDocuments, printer: PdfPrinter, change: dict[str, str]
) -> None:
    (pdf,) = (pdf for pdf in documents.extra if pdf.bestand.endswith("poster-fasen-a3.pdf"))
    first, *others = pdf.job["delen"]
    job = pdf.job | {"delen": [first | change, *others]}
    rooms = printer.print(pdf.template, job, pdf.day).rooms
    assert min(room.free for room in rooms) < 0


@pytest.mark.parametrize("count", [1, 4, 7])
def test_a_fork_may_have_other_phases(
    documents: PdfDocuments, printer: PdfPrinter, count: int
) -> None:
    """Each part stands on the page, also without a drawing."""
    (pdf,) = (pdf for pdf in documents.extra if pdf.bestand.endswith("poster-fasen-a3.pdf"))
    parts = [
        {"nr": nr, "titel": f"Fase {nr}", "zin": f"Vraag{nr}?", "svg": ""}
        for nr in range(1, count + 1)
    ]
    printed = printer.print(pdf.template, pdf.job | {"delen": parts}, pdf.day)
    (page,) = read_paper(printed.path).pages
    assert all(f"Vraag{nr}?" in page.characters for nr in range(1, count + 1))
    assert page.ink >= 10
