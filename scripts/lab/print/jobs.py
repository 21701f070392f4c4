"""What there is to print and to measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments
from macros.paper.print_all import free_rooms
from macros.paper.sheet import Blad
from macros.reading.site_settings import read_site
from scripts.lab.print.required_words import words_of_record, words_of_sheet


@dataclass(frozen=True)
class Job:
    """One PDF of the site, and for a sheet what must stand on it."""

    bestand: str
    blad: Blad | None = None
    words: frozenset[str] = frozenset()
    free: float | None = None  # height in mm that Typst had left
    on_page: bool = False  # a reader also prints it with Ctrl-P
    is_card_sheet: bool = False  # cutting lines may run to the edge

    @property
    def name(self) -> str:
        """What an editor knows it by: the address of its page, or the name of its file."""
        return self.blad.adres if self.blad and self.on_page else self.bestand.removesuffix(".pdf")


def jobs_of(toolbox: Toolbox, root: Path) -> Iterator[Job]:
    """Every PDF that the site offers."""
    works, free = PdfDocuments(toolbox, read_site(root).url), free_rooms(toolbox, root)
    for blad in works.sheets.all():
        kind, _, id = blad.adres.partition("/")
        words = words_of_sheet(blad) | words_of_record(toolbox.records[kind][id])
        yield Job(blad.bestand, blad, words, free.get(blad.adres), on_page=True)
    for record in toolbox.instrumenten.values():
        if canvas := works.sheets.canvas(record):
            yield Job(canvas.bestand, canvas, words_of_sheet(canvas))
    yield from (Job(werk.bestand, is_card_sheet=werk.soort == "kaarten") for werk in works.extra)
