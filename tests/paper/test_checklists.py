"""Checklists on paper: rows to write in, three boxes a point, and always one A4."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.model.meten import Checklist, Punt
from macros.paper import measures
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.sheet_fit import check_fit
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.layout import layout_of
from macros.paper.typst_input import sheet_job
from scripts.lab.printing import limits
from scripts.lab.printing.engine import PageRoom
from scripts.lab.printing.limits import Measurement
from scripts.lab.printing.measure import room_measurements

SITE, MM = "https://kist.example.nl/", 25.4 / 72
PROOF = "Vraag twee mensen van elke partij apart, en leg hun zinnen daarna naast elkaar op tafel."
TEXT = "We weten wat we van elkaar mogen verwachten."


def with_points(real: Toolbox, count: int, proof: str | None = PROOF) -> Checklist:
    """A checklist of so many points."""
    points = tuple(Punt(id=f"punt-{n}", tekst=TEXT, uitleg=proof) for n in range(1, count + 1))
    record = real.records["checklists"]["goede-ambitie"]
    assert isinstance(record, Checklist)
    return record.model_copy(update={"punten": points})


def printed(printer: PdfPrinter, real: Toolbox, record: Checklist) -> PrintedPdf:
    blad = SheetBuilder(real, SITE).of(record)
    return printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)


def boxes(path: Path) -> Iterator[tuple[float, float]]:
    """Left and bottom in mm of each square to tick, from the top of the paper."""
    document = pypdfium2.PdfDocument(path)
    for item in document[0].get_objects(filter=[2]):
        left, bottom, right, top = (side * MM for side in item.get_bounds())
        if 3.6 <= right - left <= 6 and abs(right - left - top + bottom) < 0.1:
            yield left, 297 - bottom
    document.close()


def row_steps(path: Path) -> list[float]:
    """How far apart the rows of a list are: from the middle of one to that of the next."""
    heights = sorted({round(bottom, 2) for _, bottom in boxes(path)})
    return [after - before for before, after in pairwise(heights)]


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def faults(path: Path) -> list[str | None]:
    return [Measurement(limits.ROW, step).fault for step in row_steps(path)]


@pytest.mark.parametrize("count", [4, 10, 12, 14])
def test_a_list_of_any_length_is_one_a4_with_high_rows(
    printer: PdfPrinter, real: Toolbox, count: int
) -> None:
    record = with_points(real, count, PROOF if count <= 12 else None)
    pdf = printed(printer, real, record)
    assert pdf.paginas == 1
    assert list(check_fit(SheetBuilder(real, SITE).of(record), pdf, "x.yml", "")) == []
    assert len(list(boxes(pdf.path))) == 3 * count
    assert set(faults(pdf.path)) == {None}


def test_a_row_of_13_mm_is_refused(
    printer: PdfPrinter, real: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = measures.measures() | {"vinkrij": 13.0}
    monkeypatch.setattr("macros.paper.pdf.measures", lambda: found)
    path = printed(printer, real, with_points(real, 14, None)).path
    assert "een rij van 13 mm om in te schrijven, minstens 14" in faults(path)
    (low,) = [figure.fault for figure in room_measurements(PageRoom(150, 0, 13)) if figure.fault]
    assert low == "een rij van 13 mm om in te schrijven, minstens 14"


def test_the_box_goes_first_when_the_list_is_long(printer: PdfPrinter, real: Toolbox) -> None:
    builder = SheetBuilder(real, SITE)
    for count, shown in ((6, True), (14, False)):
        record = with_points(real, count, None)
        pdf = printed(printer, real, record)
        assert ("Wat we afspreken" in words(pdf.path)) is shown
        assert layout_of(builder.of(record), pdf).vakken is shown


def test_a_list_that_does_not_fit_names_its_points(printer: PdfPrinter, real: Toolbox) -> None:
    record = with_points(real, 14, 2 * PROOF)
    pdf = printed(printer, real, record)
    (problem,) = check_fit(SheetBuilder(real, SITE).of(record), pdf, "x.yml", "a: 1\npunten:\n")
    assert str(problem).startswith("x.yml:2: punten: past niet op één A4, het blad is ")


def test_a_short_list_has_larger_letters_and_rows_than_a_long_one(
    printer: PdfPrinter, real: Toolbox
) -> None:
    builder = SheetBuilder(real, SITE)
    short, long = (
        layout_of(builder.of(record), printed(printer, real, record))
        for record in (with_points(real, 6), with_points(real, 13))
    )
    assert short.letter > long.letter
    assert short.rij > long.rij
