"""How Typst laid a sheet out, for the page that prints the same sheet."""

from __future__ import annotations

import math
from dataclasses import dataclass

from macros.paper.measures import measures
from macros.paper.pdf import PrintedPdf, Room
from macros.paper.sheets.sheet import Blad, Deel

SMALLEST = 26.0  # radius of a figure, as in form.typ


@dataclass(frozen=True)
class Opmaak:
    """The letter size and the columns of a sheet."""

    letter: float  # size of the running text in pt
    gelijk: bool  # two columns of the same width; else the left one is wider
    kolommen: tuple[tuple[Deel, ...], ...]  # the parts of each column; none for a sheet without
    rij: float = 0  # height in mm of the rows of a list; 0 for the least
    vakken: bool = True  # there is room for the boxes to write in
    eerst: int = 0  # how many tables of a form stand on its first page
    straal: float = SMALLEST  # radius in mm of the figure of a form

    @property
    def klasse(self) -> str:
        """The classes of letter size and rows in blad.css, such as letter-105 for 10.5 pt."""
        rij = f" blad--rij-{self.rij:.0f}" if self.rij else ""
        return f"letter-{self.letter * 10:.0f}{rij}"


def layout_of(blad: Blad, pdf: PrintedPdf | None) -> Opmaak:
    """The layout of a sheet as its PDF has it.

    Without a PDF the letter is the smallest, only the first part stands left, and half of the
    tables of a form on its first page.
    """
    room = pdf.rooms[0] if pdf and pdf.rooms else Room(blad.naam, 0, 0)
    right = set(room.rechts if room.letter else range(1, len(blad.delen)))
    left = tuple(deel for n, deel in enumerate(blad.delen) if n not in right)
    columns = (left, tuple(deel for n, deel in enumerate(blad.delen) if n in right))
    return Opmaak(
        letter=room.letter or float(measures()["tekst"]),
        gelijk=room.gelijk,
        kolommen=tuple(column for column in columns if column),
        rij=room.rij,
        vakken=room.vakken,
        eerst=room.eerst or math.ceil(len(blad.tabellen) / 2),
        straal=room.straal or SMALLEST,
    )
