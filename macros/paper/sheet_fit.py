"""Whether a sheet fits on its paper, by what Typst measured."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.problems import Problem
from macros.paper.pdf import PrintedPdf
from macros.paper.sheets.sheet import Blad

SLACK_MM = 1.0  # Typst must find this much more room than is needed, so that the browsers fit too
# What the layout adds to a text, in characters: the space round an item, and round a table row.
ITEM_CHARACTERS, ROW_CHARACTERS = 30, 60


def free_mm(pdf: PrintedPdf) -> float:
    """Height in mm that is left over on the fullest sheet of a PDF; below zero it does not fit."""
    return min((room.free for room in pdf.rooms), default=SLACK_MM) - SLACK_MM


def check_fit(blad: Blad, pdf: PrintedPdf, path: str, source: str) -> Iterator[Problem]:
    """A problem with field and millimetres when a sheet does not fit on its paper.

    `path` and `source` are the file of its record and the text in it.
    """
    short = -free_mm(pdf)
    if short > 0:
        field = longest(blad)
        paper = "twee A4'tjes" if blad.lang else "één A4"
        text = f"{field}: past niet op {paper}, het blad is {short:.0f} mm te vol"
        advice = f"kort {field} in, of neem minder rijen of vakken"
        yield Problem(path, line_of(field, source), f"{text}; {advice}")


def longest(blad: Blad) -> str:
    """The field of the record that takes most of the paper, by the length of its text."""
    lengths: dict[str, int] = {}
    for deel in blad.delen:
        lengths[deel.veld] = sum(
            len("".join((regel.kop, regel.tekst, *regel.vragen))) + ITEM_CHARACTERS
            for regel in deel.regels
        )
    for tabel in blad.tabellen:
        rows = sum(ROW_CHARACTERS + len(rij.kop + rij.tekst) for rij in tabel.rijen)
        lengths[tabel.veld] = lengths.get(tabel.veld, 0) + rows
    return max(lengths, key=lambda field: lengths[field])


def line_of(field: str, source: str) -> int:
    """The line of a YAML text on which a field begins; 1 when it is not there."""
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith(f"{field}:"):
            return number
    return 1
