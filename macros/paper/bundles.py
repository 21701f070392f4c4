"""Records -> bundles: the sheets of the startset, and those of each phase, behind a cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.model import Toolbox
from macros.model.kennis import Fase
from macros.paper.pdf_document import FOLDER, PdfDocument, address_fields, sheet_document
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.sheet import Blad


class BundleBuilder:
    """Makes the bundles of one toolbox, for one address of the site."""

    def __init__(self, toolbox: Toolbox, sheets: SheetBuilder, site_url: str) -> None:
        self.toolbox = toolbox
        self.sheets = sheets
        self.site_url = site_url

    def all(self) -> Iterator[PdfDocument]:
        """The bundle of the startset, then that of each phase."""
        startset = [self.sheets.of(record) for record in self.toolbox.startset]
        if startset:
            sentence = f"{len(startset)} instrumenten om mee te beginnen."
            yield self._bundle("startset", "De startset", sentence, "instrumenten/", startset)
        for fase in self.toolbox.fasen.values():
            title = f"Fase {fase.nr}: {fase.titel.lower()}"
            sheets = [*self._phase_sheets(fase)]
            yield self._bundle(f"fase-{fase.id}", title, fase.vraag, f"fasen/{fase.id}/", sheets)

    def _phase_sheets(self, fase: Fase) -> Iterator[Blad]:
        """The guide, the checklist and the instruments that have this phase first."""
        yield self.sheets.of(fase)
        yield self.sheets.of(self.toolbox.checklists[fase.checklist])
        for record in self.toolbox.instrumenten.values():
            if record.fasen[0] == fase.id:
                yield self.sheets.of(record)

    def _bundle(
        self, name: str, title: str, sentence: str, page: str, sheets: Sequence[Blad]
    ) -> PdfDocument:
        """Sheets behind a cover with their list and the address of a page."""
        singles = tuple(sheet_document(blad, self.toolbox.drawings) for blad in sheets)
        job = {
            "titel": title,
            "zin": sentence,
            "bladen": [data for single in singles for data in single.sheets],
        }
        return PdfDocument(
            bestand=f"{FOLDER}/{name}.pdf",
            titel=title,
            soort="bundel",
            template="sheets",
            job=job | address_fields(self.site_url, page),
            day=max(blad.herzien for blad in sheets),
            singles=singles,
        )
