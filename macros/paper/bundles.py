"""Records -> bundles behind a cover: sheets of the startset, of a phase or of a draaiboek."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.model import Toolbox
from macros.model.draaiboek import Draaiboek
from macros.model.kennis import Fase
from macros.model.urls import record_address
from macros.paper.pdf_document import FOLDER, PdfDocument, address_fields, sheet_document
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.sheet import Blad
from macros.paper.sheets.words import WithSheet


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
            data = self._job("De startset", sentence, "instrumenten/")
            yield self._bundle(f"{FOLDER}/startset", data, startset)
        for fase in self.toolbox.fasen.values():
            title = f"Fase {fase.nr}: {fase.titel.lower()}"
            sheets = [*self._phase_sheets(fase)]
            data = self._job(title, fase.vraag, f"fasen/{fase.id}/")
            yield self._bundle(f"{FOLDER}/fase-{fase.id}", data, sheets)

    def draaiboek(self, record: Draaiboek) -> PdfDocument:
        """All papers of a meeting: the times on the cover, then every sheet that it uses."""
        address, used = record_address("draaiboeken", record.id), self.toolbox.instrumenten
        moments = record.momenten(used, record.groep.min)
        sheets = [self.sheets.programme(record), self.sheets.of(record)]
        sheets += [self.sheets.of(one) for one in self._used_in(record)]
        job = self._job(f"Alles voor: {record.titel}", record.vraag, address)
        job["tijden"] = [{"tijd": moment.tijd, "naam": moment.naam} for moment in moments]
        return self._bundle(f"{address}{record.id}-alles", job, sheets)

    def _used_in(self, record: Draaiboek) -> Iterator[WithSheet]:
        """The sheets of its blocks, its own lines and their practice cases, each once."""
        pages = [f"instrumenten/{id}" for id in record.bladen]
        for page in record.erbij:
            case = self.toolbox.praktijk.get(page.removeprefix("praktijk/"))
            steps = case.opdracht if case else ()
            pages += [f"instrumenten/{id}" for stap in steps for id in stap.instrumenten]
            pages.append(page)
        for page in dict.fromkeys(pages):
            kind, _, id = page.partition("/")
            if isinstance(one := self.toolbox.records[kind][id], WithSheet):
                yield one

    def _phase_sheets(self, fase: Fase) -> Iterator[Blad]:
        """The guide, the checklist and the instruments that have this phase first."""
        yield self.sheets.of(fase)
        yield self.sheets.of(self.toolbox.checklists[fase.checklist])
        for record in self.toolbox.instrumenten.values():
            if record.fasen[0] == fase.id:
                yield self.sheets.of(record)

    def _job(self, title: str, sentence: str, page: str) -> dict[str, Any]:
        """What is on the cover; `page` is where the sheets stand too."""
        return {"titel": title, "zin": sentence} | address_fields(self.site_url, page)

    def _bundle(self, name: str, job: dict[str, Any], sheets: Sequence[Blad]) -> PdfDocument:
        """Sheets behind a cover; `name` is its path in the site, without suffix."""
        singles = tuple(sheet_document(blad, self.toolbox.drawings) for blad in sheets)
        return PdfDocument(
            bestand=f"{name}.pdf",
            titel=job["titel"],
            soort="bundel",
            template="sheets",
            job=job | {"bladen": [data for single in singles for data in single.sheets]},
            day=max(blad.herzien for blad in sheets),
            singles=singles,
        )
