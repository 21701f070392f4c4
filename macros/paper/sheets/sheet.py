"""What is on a sheet, whatever record it comes from.

The page (HTML) and the PDF (Typst) both draw exactly this, so that they cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ligging = Literal["staand", "liggend"]
# Which template draws it: an A4 to lead from, an A4 to tick, or a form of two sheets.
Bladvorm = Literal["voorkant", "checklist", "meting"]
# How a part of the text is drawn: numbered, numbered in a dashed box, with dashes, with
# crosses, with boxes to tick, or as running text.
Deelvorm = Literal["stappen", "keet", "punten", "valkuil", "vink", "tekst"]


@dataclass(frozen=True)
class Tijd:
    """The place of a step in the whole, in percent: a piece of a bar."""

    begin: float
    breedte: float


@dataclass(frozen=True)
class Regel:
    """One item: bold words, how long it takes, the text, and the questions that go with it."""

    tekst: str
    kop: str = ""
    duur: str = ""
    vragen: tuple[str, ...] = ()
    tijd: Tijd | None = None
    dicht: tuple[int, ...] = ()  # of a row of a form: the answers that cannot be given


@dataclass(frozen=True)
class Deel:
    """A heading with the items below it."""

    kop: str
    veld: str  # the field of the record, for the message when the sheet does not fit
    regels: tuple[Regel, ...]
    vorm: Deelvorm = "punten"
    bij: str = ""  # small text beside the heading


WIDE, WIDER = 1.2, 2.2  # the shares of facts that need more room, as in blad.css


@dataclass(frozen=True)
class Feit:
    """A short fact with its label, or a label to write behind; `deel` is its share of the row."""

    kop: str
    tekst: str = ""
    deel: float = 1.0


# To file a sheet that is filled in: on every paper that is written on.
KOPREGEL = (
    Feit("Project", deel=WIDER),
    Feit("Datum"),
    Feit("Partij", deel=WIDER),
    Feit("Namen", deel=WIDER),
)


@dataclass(frozen=True)
class SheetColumn:
    """The head of a table column; one without a width in mm shares the rest of the row."""

    kop: str
    uitleg: str = ""
    mm: float | None = None
    staat: str = ""  # what a cross in it says, such as ja; each cell has a box to tick


@dataclass(frozen=True)
class SheetTable:
    """A table to write in, to tick, or to put crosses in."""

    naam: str
    kolommen: tuple[SheetColumn, ...]
    rijen: tuple[Regel, ...]  # `kop` names the row, `tekst` explains it
    veld: str = "tabel"  # the field of the record, for the message when the sheet does not fit
    vorm: Literal["invul", "vink", "meting"] = "invul"
    som: tuple[str, ...] = ()  # labels of the last row, in which the answers are added up


@dataclass(frozen=True)
class Vak:
    """A box to write in; `deel` is its width in sixths of the row."""

    label: str
    deel: int
    id: str = ""  # of the field of the record, for what a reader types on the page


@dataclass(frozen=True)
class Hoek:
    """A corner of a figure to draw in: its name in lines, and where it is.

    That is one unit from the centre of the figure; x to the right, y down.
    """

    regels: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True)
class Blad:
    """One A4, or a form of two (`vorm` is meting)."""

    adres: str  # its folder in the site, such as instrumenten/keetgesprek
    naam: str  # of its PDF in that folder, without suffix
    url: str
    titel: str
    merk: str
    zin: str
    herzien: str  # 2026-11-21
    status: str  # such as concept
    voet: tuple[Regel, ...]
    vorm: Bladvorm = "voorkant"
    versie: int = 0
    teken: str = ""  # the id of the drawing that tells its family
    kopregel: tuple[Feit, ...] = KOPREGEL
    inleiding: tuple[Regel, ...] = ()
    feiten: tuple[tuple[Feit, ...], ...] = ()
    opening: str = ""  # the sentence to say first
    delen: tuple[Deel, ...] = ()  # in the order of reading; the first stands left
    slot: tuple[Regel, ...] = ()
    tabellen: tuple[SheetTable, ...] = ()
    velden: tuple[tuple[Vak, ...], ...] = ()
    figuur: tuple[Hoek, ...] = ()  # to draw the averages in
    blikken: SheetTable | None = (
        None  # instead: to put how two parties see themselves and the other
    )
    ligging: Ligging = "staand"

    @property
    def lang(self) -> bool:
        """Whether it may take more than one page."""
        return self.vorm == "meting"

    @property
    def bestand(self) -> str:
        """The path of its PDF in the site."""
        return f"{self.adres}/{self.naam}.pdf"

    @property
    def kort_adres(self) -> str:
        """The address as people type it: without https:// and last slash."""
        return self.url.removeprefix("https://").rstrip("/")
