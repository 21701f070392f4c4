"""Record -> sheet: which kind of record has which sheet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import KINDS, Record, Toolbox
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.kennis import Fase
from macros.model.meten import Checklist, Scan
from macros.paper.sheets.checklist import checklist_sheet
from macros.paper.sheets.draaiboek_sheets import leader_sheet, programme_sheet
from macros.paper.sheets.fase import fase_sheet
from macros.paper.sheets.front import instrument_sheet
from macros.paper.sheets.scan import other_sheet, scan_sheet
from macros.paper.sheets.sheet import Blad
from macros.paper.sheets.words import SheetWords


class SheetBuilder:
    """Makes the sheets of one toolbox, for one address of the site."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self.toolbox = toolbox
        self.words = SheetWords(toolbox, site_url)

    def of(self, record: Record) -> Blad:
        """The sheet of one record; TypeError for a kind without one (`sheet` in KINDS)."""
        match record:
            case Instrument():
                return instrument_sheet(self.words, record)
            case Draaiboek():
                return leader_sheet(self.words, record)
            case Fase():
                return fase_sheet(self.words, record)
            case Checklist():
                return checklist_sheet(self.words, record)
            case Scan():
                return scan_sheet(self.words, record)
        raise TypeError(f"{type(record).__name__} has no sheet")

    def programme(self, record: Draaiboek) -> Blad:
        """The times of a draaiboek for everybody who takes part."""
        return programme_sheet(self.words, record)

    def about_another(self, record: Scan) -> Blad:
        """The form of a meting for somebody else than the person it is about."""
        return other_sheet(self.words, record)

    def all(self) -> Iterator[Blad]:
        """Every sheet, kind by kind."""
        for kind, record in self.toolbox.all():
            if KINDS[kind].sheet:
                yield self.of(record)
