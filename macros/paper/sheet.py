"""What stands on a sheet, whatever record it comes from. The page (HTML) and the PDF (Typst) draw exactly this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ligging = Literal["staand", "liggend"]
Vorm = Literal[
    "stappen", "keet", "punten", "letop", "vink", "tekst"
]  # how a part of the text is drawn


@dataclass(frozen=True)
class Regel:
    """One item: bold words, how long it takes, and the text."""

    tekst: str
    kop: str = ""
    duur: str = ""


@dataclass(frozen=True)
class Deel:
    """A heading with what stands under it."""

    kop: str
    veld: str  # the field of the record it comes from, for the message when it does not fit
    regels: tuple[Regel, ...]
    vorm: Vorm = "punten"
    bij: str = ""  # small words beside the heading


@dataclass(frozen=True)
class Feit:
    """A short fact with its label; `deel` is its share of the row."""

    kop: str
    tekst: str
    deel: float = 1.0


@dataclass(frozen=True)
class Kolom:
    """The head of a table column; without a width in mm it shares what is left."""

    kop: str
    uitleg: str = ""
    mm: float | None = None


@dataclass(frozen=True)
class Tabel:
    """A table to write in, tick or cross."""

    naam: str
    kolommen: tuple[Kolom, ...]
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
    """One sheet of paper, or a form of a few sheets (`lang`)."""

    adres: str  # its folder in the site, such as instrumenten/keetgesprek
    naam: str  # of its file in that folder
    url: str
    titel: str
    merk: str
    zin: str
    herzien: str
    voet: tuple[Regel, ...]
    versie: int = 0
    fase: str = ""  # its pictogram stands in the head
    inleiding: tuple[Regel, ...] = ()
    feiten: tuple[tuple[Feit, ...], ...] = ()
    kolommen: tuple[tuple[Deel, ...], ...] = ()
    slot: tuple[Regel, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    velden: tuple[tuple[Vak, ...], ...] = ()
    ligging: Ligging = "staand"
    lang: bool = False

    @property
    def bestand(self) -> str:
        """Where its PDF stands in the site."""
        return f"{self.adres}/{self.naam}.pdf"

    @property
    def kort_adres(self) -> str:
        """The address as one types it."""
        return self.url.removeprefix("https://").rstrip("/")
