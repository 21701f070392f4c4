"""One PDF to download, before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.paper.pdf import PrintedPdf, Printer, Room
from macros.paper.qr import qr_svg
from macros.paper.sheets.canvas import Invulblad
from macros.paper.sheets.sheet import Blad
from macros.paper.typst_input import sheet_job

FOLDER = "drukwerk"  # the page that lists the PDFs that belong to no single record


@dataclass(frozen=True)
class PdfDocument:
    """One PDF: its place in the site, its title, and what Typst makes it of."""

    bestand: str  # path in the site
    titel: str
    soort: str  # blad, formulier, one of CANVASES, kaarten, rolkaarten, poster or bundel
    template: str  # file of typst/, without suffix
    job: dict[str, Any]  # the input of that template
    day: str  # 2026-11-21; its date, so that two builds of the same records give the same bytes
    blad: Blad | None = None  # for a single sheet
    singles: tuple[PdfDocument, ...] = ()  # the same sheets as job["bladen"], each on its own
    invulblad: Invulblad | None = None  # for what is written on, with or without its sheet

    @property
    def sheets(self) -> list[dict[str, Any]]:
        """The sheets in its job, as plain data."""
        found: list[dict[str, Any]] = self.job["bladen"]
        return found

    @property
    def record(self) -> str | None:
        """The file of its record; None for what belongs to no single one."""
        paper = self.blad or self.invulblad
        return f"toolbox/{paper.adres}.yml" if paper else None


def sheet_document(blad: Blad, drawings: Mapping[str, str]) -> PdfDocument:
    """The PDF of one sheet; `drawings` holds SVG text by id."""
    return PdfDocument(
        bestand=blad.bestand,
        titel=blad.titel,
        soort="formulier" if blad.lang else "blad",
        template="sheets",
        job=sheet_job(blad, drawings),
        day=blad.herzien,
        blad=blad,
    )


def print_document(document: PdfDocument, printer: Printer) -> PrintedPdf:
    """The PDF of a document. Sheets among others are laid out as they are on their own.

    So the search for the best layout is done once. Raises UnprintableError.
    """
    job = document.job
    if document.singles:
        rooms = [print_document(single, printer).rooms for single in document.singles]
        sheets = zip(job["bladen"], rooms, strict=True)
        job = job | {"bladen": [data | _chosen_layout(measured) for data, measured in sheets]}
    return printer.print(document.template, job, document.day)


def _chosen_layout(rooms: tuple[Room, ...]) -> dict[str, Any]:
    """The letter and columns of a sheet that is printed; nothing for a form, which has none."""
    if not rooms or not rooms[0].letter:
        return {}
    room = rooms[0]
    layout = {"letter": room.letter, "gelijk": room.gelijk, "rechts": room.rechts}
    return {"opmaak": layout}


def address_fields(site_url: str, page: str) -> dict[str, str]:
    """The address of a page in full, as people type it, and as a QR code."""
    url = f"{site_url.rstrip('/')}/{page}"
    short = url.removeprefix("https://").rstrip("/")
    return {"url": url, "kort_adres": short, "qr": qr_svg(url)}
