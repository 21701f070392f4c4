"""Everything that the site offers as a PDF: sheets, wall sheets, decks, posters and bundles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model import Toolbox
from macros.model.base import Herkomst
from macros.model.kennis import Conditie, Fase
from macros.paper.cards import Speelkaart, deck_job, row_cards, startset_cards
from macros.paper.qr import qr_svg
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.sheet import Blad
from macros.paper.typst_input import outlined, sheet_data, sheet_job

FOLDER = "drukwerk"  # the page that lists the PDFs that belong to no single record
PAPERS = ("a4", "a3")


@dataclass(frozen=True)
class PdfDocument:
    """One PDF: its place in the site, its title, and what Typst makes it of."""

    bestand: str  # path in the site
    titel: str
    soort: str  # blad, invulblad, kaarten, poster or bundel
    template: str  # file of typst/, without suffix
    job: dict[str, Any]  # the input of that template
    day: str  # 2026-11-21; its date, so that two builds of the same records give the same bytes
    blad: Blad | None = None  # for a single sheet


class PdfDocuments:
    """All PDFs of one toolbox, for one address of the site."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self.toolbox = toolbox
        self.site_url = site_url.rstrip("/")
        self.sheets = SheetBuilder(toolbox, site_url)
        self.newest = toolbox.newest

    def all(self) -> Iterator[PdfDocument]:
        """Every PDF."""
        for blad in self.sheets.all():
            yield self.sheet(blad)
        yield from self.canvases.values()
        yield from self.extra

    def sheet(self, blad: Blad) -> PdfDocument:
        """The sheet of one record."""
        return PdfDocument(
            bestand=blad.bestand,
            titel=blad.titel,
            soort="blad",
            template="sheets",
            job=sheet_job(blad, self.toolbox.drawings),
            day=blad.herzien,
            blad=blad,
        )

    @cached_property
    def canvases(self) -> dict[str, PdfDocument]:
        """The wall sheets, by the id of their instrument."""
        return {}

    @cached_property
    def extra(self) -> tuple[PdfDocument, ...]:
        """The PDFs that belong to no single record: bundles, posters and decks."""
        return (*self._bundles(), *self._posters(), *self._decks())

    def deck_file(self, row: str) -> str:
        """The path in the site of the deck of a row of cards."""
        title = self.toolbox.words["kaartsoorten"][row].titel
        return f"{FOLDER}/kaarten-{title.lower().replace(' ', '-')}.pdf"

    def _bundles(self) -> Iterator[PdfDocument]:
        instruments = self.toolbox.instrumenten.values()
        startset = [self.sheets.of(record) for record in instruments if record.startset]
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
        job = {
            "titel": title,
            "zin": sentence,
            "bladen": [sheet_data(blad, self.toolbox.drawings) for blad in sheets],
        }
        return PdfDocument(
            bestand=f"{FOLDER}/{name}.pdf",
            titel=title,
            soort="bundel",
            template="sheets",
            job=job | self._address(page),
            day=max(blad.herzien for blad in sheets),
        )

    def _decks(self) -> Iterator[PdfDocument]:
        for row in self.toolbox.words["kaartsoorten"].values():
            cards = row_cards(self.toolbox, row.id, self.site_url)
            yield from self._deck(self.deck_file(row.id), row.titel, row.kort or row.titel, cards)
        sentence = "Een kaart per instrument, om er samen een te kiezen."
        cards = startset_cards(self.toolbox, self.site_url)
        yield from self._deck(f"{FOLDER}/kaarten-startset.pdf", "Startset", sentence, cards)

    def _deck(
        self, path: str, title: str, sentence: str, cards: Iterable[Speelkaart]
    ) -> Iterator[PdfDocument]:
        """One deck; none when there are no cards."""
        if deck := [*cards]:
            yield PdfDocument(
                bestand=path,
                titel=f"Kaarten: {title.lower()}",
                soort="kaarten",
                template="cards",
                job=deck_job(title, sentence, deck),
                day=self.newest,
            )

    def _posters(self) -> Iterator[PdfDocument]:
        fasen = list(self.toolbox.fasen.values())
        condities = list(self.toolbox.condities.values())
        for paper in PAPERS:
            if fasen:
                job = {
                    "titel": "De vijf fasen",
                    "zin": "Waar ben je, en wat doe je nu?",
                    "delen": [self._phase_part(record) for record in fasen],
                    "ring": False,
                }
                yield self._poster(paper, "fasen", job, fasen[0].herkomst)
            if condities:
                job = {
                    "titel": "Het reflectiemodel",
                    "zin": "Vijf condities. Bespreek waar het goed zit en waar niet.",
                    "delen": [_condition_part(record) for record in condities],
                    "ring": True,
                }
                yield self._poster(paper, "condities", job, condities[0].herkomst)

    def _poster(self, paper: str, kind: str, job: dict[str, Any], origin: Herkomst) -> PdfDocument:
        """All records of a kind side by side; `paper` is one of PAPERS."""
        credit = f"Model van {origin.van}, hier in onze woorden. CC BY 4.0."
        return PdfDocument(
            bestand=f"{FOLDER}/poster-{kind}-{paper}.pdf",
            titel=f"Poster: {job['titel'].lower()} ({paper.upper()})",
            soort="poster",
            template="poster",
            job=job | {"papier": paper, "voet": credit} | self._address(f"{kind}/"),
            day=self.newest,
        )

    def _phase_part(self, record: Fase) -> dict[str, Any]:
        first = [self.toolbox.instrumenten[id].titel for id in record.eerst]
        return {
            "nr": record.nr,
            "titel": record.titel,
            "zin": record.vraag,
            "svg": outlined(self.toolbox.drawings.get(record.id)),
            "blokken": [
                {"kop": "Doe dit", "regels": record.doe},
                {"kop": "Resultaat", "regels": [record.resultaat]},
                {"kop": "Begin met", "regels": first},
            ],
        }

    def _address(self, page: str) -> dict[str, str]:
        """The address of a page in full, as people type it, and as a QR code."""
        url = f"{self.site_url}/{page}"
        short = url.removeprefix("https://").rstrip("/")
        return {"url": url, "kort_adres": short, "qr": qr_svg(url)}


def _condition_part(record: Conditie) -> dict[str, Any]:
    return {
        "nr": record.nr,
        "titel": record.titel,
        "zin": record.kern,
        "svg": "",
        "blokken": [
            {"kop": "Vraag samen", "regels": record.vragen[:3]},
            {"kop": "Goed als", "regels": record.goed_als[:2]},
            {"kop": "Alarm als", "regels": record.alarm_als[:2]},
        ],
    }
