"""One PDF to download, before it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.paper.qr import qr_svg
from macros.paper.sheets.canvas import Invulblad
from macros.paper.sheets.sheet import Blad

FOLDER = "drukwerk"  # the page that lists the PDFs that belong to no single record


@dataclass(frozen=True)
class PdfDocument:
    """One PDF: its place in the site, its title, and what Typst makes it of."""

    bestand: str  # path in the site
    titel: str
    soort: str  # blad, one of CANVASES, kaarten, poster or bundel
    template: str  # file of typst/, without suffix
    job: dict[str, Any]  # the input of that template
    day: str  # 2026-11-21; its date, so that two builds of the same records give the same bytes
    blad: Blad | None = None  # for a single sheet
    invulblad: Invulblad | None = None  # for what is written on, with or without its sheet

    @property
    def record(self) -> str | None:
        """The file of its record; None for what belongs to no single one."""
        paper = self.blad or self.invulblad
        return f"toolbox/{paper.adres}.yml" if paper else None


def address_fields(site_url: str, page: str) -> dict[str, str]:
    """The address of a page in full, as people type it, and as a QR code."""
    url = f"{site_url.rstrip('/')}/{page}"
    short = url.removeprefix("https://").rstrip("/")
    return {"url": url, "kort_adres": short, "qr": qr_svg(url)}
