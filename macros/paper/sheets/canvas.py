"""Instrument -> its canvas page: a whole A4 to write on, with every box and every table row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from macros.model.instrument import Instrument, sign_id
from macros.model.invullen import Invulkant, Invulplek, Invulsoort, Kolom, Tabel, Veld, Voorbeeld
from macros.paper.sheets.boxes import in_rows
from macros.paper.sheets.sheet import KOPREGEL, Feit, Ligging
from macros.paper.sheets.words import SheetWords


@dataclass(frozen=True)
class Cijferschaal:
    """The figures to circle, and what the lowest and the highest mean."""

    cijfers: tuple[int, ...]
    laag: str
    hoog: str


@dataclass(frozen=True)
class Schrijfplek:
    """A box or a column to write in."""

    kop: str
    uitleg: str  # the question in a box, what goes below the head of a column
    soort: Invulsoort
    schaal: Cijferschaal | None
    deel: int = 1  # width of a box in sixths of its row
    tekst: str = ""  # what the example has there


@dataclass(frozen=True)
class Vlakas:
    """One axis of a plane, and what its ends mean."""

    titel: str
    laag: str
    hoog: str


@dataclass(frozen=True)
class Invulblad:
    """A page to write on; Typst adds a page when the table and the boxes do not fit on one."""

    adres: str  # its folder in the site, such as instrumenten/keetgesprek
    naam: str  # the id of its record
    url: str
    titel: str
    herzien: str  # 2026-11-21
    status: str  # such as concept
    versie: int
    teken: str  # the id of the drawing that tells its family
    ligging: Ligging
    kolommen: tuple[Schrijfplek, ...]  # of the table; none without
    rijen: tuple[tuple[str, ...], ...]  # what stands in each row, from the first column on
    vakken: tuple[tuple[Schrijfplek, ...], ...]
    assen: tuple[Vlakas, ...]  # of a plane to put crosses in: to the right, and up; or none
    briefjes: tuple[str, ...]  # the lines on each slip to cut
    muur: bool = False  # to hang: large letters and no questions
    voorbeeld: str = ""  # the situation of an example that is filled in
    kopregel: tuple[Feit, ...] = KOPREGEL

    @property
    def kort_adres(self) -> str:
        """The address as people type it: without https:// and last slash."""
        return self.url.removeprefix("https://").rstrip("/")


def canvas(words: SheetWords, record: Instrument) -> Invulblad:
    """The page to write on, with the questions and the slips to cut."""
    return _canvas(words, record, briefjes=record.invulkant.briefjes)


def wall_canvas(words: SheetWords, record: Instrument) -> Invulblad | None:
    """The page that stays on the wall; None for what does not hang there."""
    return _canvas(words, record, muur=True) if record.invulkant.muur else None


def example_canvas(words: SheetWords, record: Instrument) -> Invulblad | None:
    """The page as the example of the record has it; None without an example."""
    return _canvas(words, record, example=record.voorbeeld) if record.voorbeeld else None


def _canvas(
    words: SheetWords,
    record: Instrument,
    *,
    briefjes: tuple[str, ...] = (),
    muur: bool = False,
    example: Voorbeeld | None = None,
) -> Invulblad:
    columns = record.tabel.kolommen if record.tabel else ()
    return Invulblad(
        **words.base("instrumenten", record),
        versie=record.versie,
        teken=words.sign(sign_id(record.soort)),
        ligging=record.invulkant.ligging,
        kolommen=tuple(_column(kolom) for kolom in columns),
        rijen=tuple(_rows(record.tabel, example)) if record.tabel else (),
        vakken=_boxes(record.velden, example),
        assen=tuple(_axes(record.invulkant)),
        briefjes=briefjes,
        muur=muur,
        voorbeeld=example.situatie if example else "",
    )


def _axes(side: Invulkant) -> Iterator[Vlakas]:
    if side.assen is not None:
        for axis in (side.assen.x, side.assen.y):
            yield Vlakas(axis.titel, axis.laag, axis.hoog)


def _column(kolom: Kolom) -> Schrijfplek:
    return Schrijfplek(kolom.titel, kolom.uitleg or "", kolom.soort, _scale(kolom))


def _scale(place: Invulplek) -> Cijferschaal | None:
    if place.schaal is None:
        return None
    return Cijferschaal(place.schaal.cijfers, place.schaal.laag or "", place.schaal.hoog or "")


def _rows(tabel: Tabel, example: Voorbeeld | None) -> Iterator[tuple[str, ...]]:
    """The rows of the table, filled in with those of the example, which may have more."""
    empty = ("",) * (len(tabel.kolommen) - 1)
    for name, filled in zip_longest(tabel.rijen, example.rijen if example else (), fillvalue=None):
        first, *others = filled or ("", *empty)
        yield (first or name or "", *others)


def _boxes(
    velden: tuple[Veld, ...], example: Voorbeeld | None
) -> tuple[tuple[Schrijfplek, ...], ...]:
    filled = {vak.veld: vak.tekst for vak in example.velden} if example else {}
    return tuple(
        tuple(_box(veld, deel, filled.get(veld.id, "")) for veld, deel in row)
        for row in in_rows(velden)
    )


def _box(veld: Veld, deel: int, filled: str) -> Schrijfplek:
    return Schrijfplek(veld.label, veld.vraag or "", veld.soort, _scale(veld), deel, filled)
