"""The PDFs to measure, and what must be on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.paper.documents import PdfDocuments
from macros.paper.print_all import free_rooms
from macros.paper.sheets.canvas import Invulblad
from macros.paper.sheets.sheet import Blad
from macros.reading.settings.site_settings import read_site
from scripts.lab.printing.required_words import (
    words_of_record,
    words_of_sheet,
    words_to_write_at,
)


@dataclass(frozen=True)
class Job:
    """One PDF of the site, and what must be on it when it is a sheet."""

    bestand: str  # path in the site
    blad: Blad | None = None  # for a single sheet
    invulblad: Invulblad | None = None  # for what is written on
    words: frozenset[str] = frozenset()  # that must be on it
    free: float | None = None  # height in mm that Typst had left
    on_page: bool = False  # a reader can also print it with Ctrl-P, from its page
    is_card_sheet: bool = False  # cutting lines may run to the edge

    @property
    def name(self) -> str:
        """What an editor calls it: the address of its page, or the path of its file."""
        if self.blad and self.on_page:
            return self.blad.adres
        return self.bestand.removesuffix(".pdf")


def jobs_of(toolbox: Toolbox, root: Path) -> Iterator[Job]:
    """A job for every PDF that the site offers."""
    documents = PdfDocuments(toolbox, read_site(root).url)
    free = free_rooms(toolbox, root)
    for blad in documents.sheets.all():
        kind, _, id = blad.adres.partition("/")
        record = toolbox.records[kind][id]
        words = words_of_sheet(_without_optional_boxes(blad)) | words_of_record(record)
        yield Job(blad.bestand, blad, words=words, free=free.get(blad.adres), on_page=True)
        if isinstance(record, Instrument):
            yield from _canvas_jobs(documents, record, words)
    for document in documents.extra:
        yield Job(document.bestand, is_card_sheet=document.soort == "kaarten")
    for owner in (*toolbox.scans.values(), *toolbox.draaiboeken.values()):
        for form in [*documents.of(owner)][1:]:
            words = (
                words_of_sheet(_without_optional_boxes(form.blad))
                if form.blad
                else frozenset[str]()
            )
            yield Job(form.bestand, form.blad, words=words)
    for case in toolbox.praktijk.values():
        for cards in documents.roles(case):
            yield Job(cards.bestand)


def _without_optional_boxes(blad: Blad) -> Blad:
    """A sheet without the boxes that a list or form has only where there is room."""
    return blad if blad.vorm == "voorkant" else replace(blad, velden=())


def _canvas_jobs(
    documents: PdfDocuments, record: Instrument, words_of_front: frozenset[str]
) -> Iterator[Job]:
    """A job for every PDF to write on; an example and a page to hang have no questions."""
    for document in documents.of(record):
        if document.invulblad is not None:
            words = frozenset[str]()
            if document.soort == "invulblad":
                words = words_of_sheet(document.invulblad) | words_to_write_at(record)
            elif document.soort == "blad met invulkant":
                words = words_of_front
            yield Job(document.bestand, invulblad=document.invulblad, words=words)
