"""The list of everything that the site offers as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from macros.model import KINDS, Record, Toolbox
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.meten import Scan
from macros.model.verhalen import Praktijk
from macros.paper.bundles import BundleBuilder
from macros.paper.canvases import canvases
from macros.paper.cards import deck_file, decks
from macros.paper.pdf_document import PdfDocument, sheet_document
from macros.paper.posters import posters
from macros.paper.role_cards import role_cards
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.sheet import Blad


class PdfDocuments:
    """All PDFs of one toolbox, for one address of the site."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self.toolbox = toolbox
        self.site_url = site_url.rstrip("/")
        self.sheets = SheetBuilder(toolbox, site_url)
        self.bundles = BundleBuilder(toolbox, self.sheets, self.site_url)
        self._made: dict[int, tuple[Record, tuple[PdfDocument, ...]]] = {}

    def all(self) -> Iterator[PdfDocument]:
        """Every PDF."""
        for kind, record in self.toolbox.all():
            if KINDS[kind].sheet:
                yield from self.of(record)
        for case in self.toolbox.praktijk.values():
            yield from self.roles(case)
        yield from self.extra

    def of(self, record: Record) -> tuple[PdfDocument, ...]:
        """Every PDF of one record, its sheet first; made once for its page and for the site."""
        if id(record) not in self._made:
            self._made[id(record)] = record, tuple(self._make(record))
        return self._made[id(record)][1]

    def _make(self, record: Record) -> Iterator[PdfDocument]:
        front = self.sheet(self.sheets.of(record))
        yield front
        if isinstance(record, Instrument):
            yield from canvases(self.sheets.words, record, front, self.toolbox.drawings)
        if isinstance(record, Draaiboek):
            yield self.sheet(self.sheets.programme(record))
            yield self.bundles.draaiboek(record)
        if isinstance(record, Scan) and record.over_ander:
            yield self.sheet(self.sheets.about_another(record))

    def roles(self, record: Praktijk) -> Iterator[PdfDocument]:
        """The role cards of a practice case; none for another story."""
        return role_cards(self.toolbox, record, self.site_url)

    def sheet(self, blad: Blad) -> PdfDocument:
        """The PDF of one sheet."""
        return sheet_document(blad, self.toolbox.drawings)

    @cached_property
    def decks(self) -> tuple[PdfDocument, ...]:
        """The decks of cards to cut."""
        return tuple(decks(self.toolbox, self.site_url))

    @cached_property
    def extra(self) -> tuple[PdfDocument, ...]:
        """The PDFs that belong to no single record: bundles, posters and decks."""
        return (
            *self.bundles.all(),
            *posters(self.toolbox, self.site_url),
            *self.decks,
        )

    def deck_of(self, row: str) -> list[PdfDocument]:
        """The deck of a row of cards; `row` is a word of kaartsoorten."""
        file = deck_file(self.toolbox, row)
        return [document for document in self.decks if document.bestand == file]
