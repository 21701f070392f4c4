"""What is on a sheet, whatever record it comes from.

The page (HTML) and the PDF (Typst) both draw exactly this, so that they cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ligging = Literal["staand", "liggend"]
# How a part of the text is drawn: numbered, numbered in a dashed box, with dashes, with
# exclamation marks, with boxes to tick, or as running text.
Vorm = Literal["stappen", "keet", "punten", "letop", "vink", "tekst"]


@dataclass(frozen=True)
class Regel:
    """One item: bold words, how long it takes, and the text."""

    tekst: str
    kop: str = ""
    duur: str = ""


@dataclass(frozen=True)
class Deel:
    """A heading with the items below it."""

    kop: str
    veld: str  # the field of the record, for the message when the sheet does not fit
    regels: tuple[Regel, ...]
    vorm: Vorm = "punten"
    bij: str = ""  # small text beside the heading


@dataclass(frozen=True)
class Feit:
    """A short fact with its label; `deel` is its share of the row."""

    kop: str
    tekst: str
    deel: float = 1.0


@dataclass(frozen=True)
class SheetColumn:
    """The head of a table column; one without a width in mm shares the rest of the row."""

    kop: str
    uitleg: str = ""
    mm: float | None = None


@dataclass(frozen=True)
class SheetTable:
    """A table to write in, to tick, or to put crosses in."""

    naam: str
    kolommen: tuple[SheetColumn, ...]
    rijen: tuple[Regel, ...]  # `kop` names the row, `tekst` explains it
    vorm: Literal["invul", "vink", "meting"] = "invul"
    som: str = ""  # last row of a meting


@dataclass(frozen=True)
class Vak:
    """A box to write in; `deel` is its width in sixths of the row."""

    label: str
    deel: int


@dataclass(frozen=True)
class Blad:
    """One A4, or a form of a few (`lang`)."""

    adres: str  # its folder in the site, such as instrumenten/keetgesprek
    naam: str  # of its PDF in that folder, without suffix
    url: str
    titel: str
    merk: str
    zin: str
    herzien: str  # 2026-11-21
    voet: tuple[Regel, ...]
    versie: int = 0
    fase: str = ""  # the id of a phase, for the pictogram at the top
    inleiding: tuple[Regel, ...] = ()
    feiten: tuple[tuple[Feit, ...], ...] = ()
    kolommen: tuple[tuple[Deel, ...], ...] = ()
    slot: tuple[Regel, ...] = ()
    tabellen: tuple[SheetTable, ...] = ()
    velden: tuple[tuple[Vak, ...], ...] = ()
    ligging: Ligging = "staand"
    lang: bool = False

    @property
    def bestand(self) -> str:
        """The path of its PDF in the site."""
        return f"{self.adres}/{self.naam}.pdf"

    @property
    def kort_adres(self) -> str:
        """The address as people type it: without https:// and last slash."""
        return self.url.removeprefix("https://").rstrip("/")
