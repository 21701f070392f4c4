"""Whether there is room enough to write on a canvas page, by what Typst measured."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.problems import Problem
from macros.paper.pdf import PrintedPdf, Room
from macros.paper.sheet_fit import line_of
from macros.paper.sheets.canvas import Invulblad

LEAST_ROW, LEAST_BOX = 14, 25  # mm; a hand writes two lines in a row, four in a box
ROUNDING = 0.01
SLIPS = "briefjes"  # what Typst calls the page with slips


def check_canvas(canvas: Invulblad, pdf: PrintedPdf, path: str, source: str) -> Iterator[Problem]:
    """A problem with field, line and remedy for all that is too low, or does not fit.

    `path` and `source` are the file of its record and the text in it.
    """
    for room in pdf.rooms:
        found = _slip_faults(room) if room.name == SLIPS else _page_faults(canvas, room)
        for field, text in found:
            yield Problem(path, line_of(field, source), f"{field}: {text}")


def _slip_faults(room: Room) -> Iterator[tuple[str, str]]:
    if room.free < 0:
        advice = "kort de regels bij briefjes in, of neem er minder"
        yield "invulkant", f"een briefje is {-room.free:.0f} mm te vol; {advice}"


def _page_faults(canvas: Invulblad, room: Room) -> Iterator[tuple[str, str]]:
    """Field and text of each fault of a page to write on; none for the sheet before it."""
    page = "de wandversie" if canvas.muur else "het invulblad"
    low_row, low_box = _below(room.rij, LEAST_ROW), _below(room.vak, LEAST_BOX)
    if low_row:
        advice = "neem minder rijen, of kort de koppen van de kolommen in"
        yield "tabel", f"een rij is op {page} {low_row}; {advice}"
    if low_box:
        advice = "neem minder vakken, of kort labels en vragen in"
        yield "velden", f"een vak is op {page} {low_box}; {advice}"
    if room.label and room.free < -ROUNDING and not (low_row or low_box):
        field = "voorbeeld" if canvas.voorbeeld else "tabel" if canvas.rijen else "velden"
        yield field, f"de tekst is {-room.free:.0f} mm te hoog voor {page}; kort {field} in"


def _below(height: float, least: int) -> str | None:
    """How high, and how high at least, for what is there and too low."""
    if not height or height >= least - ROUNDING:
        return None
    return f"{height:.1f} mm hoog, minstens {least}".replace(".", ",", 1)
