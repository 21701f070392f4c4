"""Everything that the site offers as a PDF, each with its order: sheets, wall sheets, decks, posters and bundles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model import Toolbox
from macros.model.base import Herkomst
from macros.model.kennis import Conditie, Fase
from macros.paper.cards import Speelkaart, deck_order, row_cards, startset_cards
from macros.paper.qr import qr_svg
from macros.paper.sheet import Blad
from macros.paper.sheet_builder import Bladen
from macros.paper.typst_input import outlined, sheet_data, sheet_order

FOLDER = "drukwerk"  # the page that lists what belongs to no single record
PAPERS = ("a4", "a3")


@dataclass(frozen=True)
class Werk:
    """One PDF: where it stands in the site, what it is called, and how it is made."""

    bestand: str
    titel: str
    soort: str  # blad, invulblad, kaarten, poster or bundel
    template: str
    order: dict[str, Any]
    dag: str  # 2026-11-21; its date, so that two builds of the same records give the same bytes
    blad: Blad | None = None  # for a single sheet


class Works:
    """All PDFs of one toolbox at one address."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self.toolbox = toolbox
        self.site_url = site_url.rstrip("/")
        self.bladen = Bladen(toolbox, site_url)
        self.newest = toolbox.newest

    def all(self) -> Iterator[Werk]:
        """Every PDF."""
        for blad in self.bladen.all():
            yield self.sheet(blad)
        yield from self.canvases.values()
        yield from self.extra

    def sheet(self, blad: Blad) -> Werk:
        """The sheet of one record."""
        return Werk(
            blad.bestand,
            blad.titel,
            "blad",
            "bladen",
            sheet_order(blad, self.toolbox.drawings),
            blad.herzien,
            blad,
        )

    @cached_property
    def canvases(self) -> dict[str, Werk]:
        """The wall sheets, by the id of their instrument."""
        found = {id: self.bladen.canvas(record) for id, record in self.toolbox.instrumenten.items()}
        return {
            id: Werk(
                blad.bestand,
                blad.titel,
                "invulblad",
                "bladen",
                sheet_order(blad, self.toolbox.drawings),
                blad.herzien,
            )
            for id, blad in found.items()
            if blad
        }

    @cached_property
    def extra(self) -> tuple[Werk, ...]:
        """What stands on the page of printed matter."""
        return tuple(
            werk
            for werk in (*self._bundles(), *self._posters(), *self._decks())
            if werk is not None
        )

    def _bundles(self) -> Iterator[Werk | None]:
        start = [
            self.bladen.instrument(record)
            for record in self.toolbox.instrumenten.values()
            if record.startset
        ]
        yield self._bundle(
            "startset",
            "De startset",
            f"{len(start)} instrumenten om mee te beginnen.",
            "instrumenten/",
            start,
        )
        for fase in self.toolbox.fasen.values():
            own = [
                self.bladen.instrument(record)
                for record in self.toolbox.instrumenten.values()
                if record.fasen[0] == fase.id
            ]
            sheets = [
                self.bladen.fase(fase),
                self.bladen.checklist(self.toolbox.checklists[fase.checklist]),
                *own,
            ]
            yield self._bundle(
                f"fase-{fase.id}",
                f"Fase {fase.nr}: {fase.titel.lower()}",
                fase.vraag,
                f"fasen/{fase.id}/",
                sheets,
            )

    def _bundle(
        self, name: str, title: str, sentence: str, page: str, bladen: Sequence[Blad]
    ) -> Werk | None:
        if not bladen:
            return None
        order = {
            "titel": title,
            "zin": sentence,
            "bladen": [sheet_data(blad, self.toolbox.drawings) for blad in bladen],
        }
        return Werk(
            f"{FOLDER}/{name}.pdf",
            title,
            "bundel",
            "bladen",
            order | self._address(page),
            max(blad.herzien for blad in bladen),
        )

    def _decks(self) -> Iterator[Werk | None]:
        for row in self.toolbox.words["kaartsoorten"].values():
            yield self._deck(
                self.deck_file(row.id),
                row.titel,
                row.kort or row.titel,
                [*row_cards(self.toolbox, row.id, self.site_url)],
            )
        cards = [*startset_cards(self.toolbox, self.site_url)]
        yield self._deck(
            f"{FOLDER}/kaarten-startset.pdf",
            "Startset",
            "Een kaart per instrument, om er samen een te kiezen.",
            cards,
        )

    def deck_file(self, row: str) -> str:
        """Where the deck of a row of cards stands."""
        return f"{FOLDER}/kaarten-{self.toolbox.words['kaartsoorten'][row].titel.lower().replace(' ', '-')}.pdf"

    def _deck(
        self, path: str, title: str, sentence: str, cards: Sequence[Speelkaart]
    ) -> Werk | None:
        if not cards:
            return None
        return Werk(
            path,
            f"Kaarten: {title.lower()}",
            "kaarten",
            "kaarten",
            deck_order(title, sentence, cards),
            self.newest,
        )

    def _posters(self) -> Iterator[Werk]:
        fasen = list(self.toolbox.fasen.values())
        condities = list(self.toolbox.condities.values())
        for paper in PAPERS:
            if fasen:
                order = {
                    "titel": "De vijf fasen",
                    "zin": "Waar ben je, en wat doe je nu?",
                    "delen": [self._phase_part(record) for record in fasen],
                    "ring": False,
                }
                yield self._poster(paper, "fasen", order, fasen[0].herkomst)
            if condities:
                order = {
                    "titel": "Het reflectiemodel",
                    "zin": "Vijf condities. Bespreek waar het goed zit en waar niet.",
                    "delen": [_condition_part(record) for record in condities],
                    "ring": True,
                }
                yield self._poster(paper, "condities", order, condities[0].herkomst)

    def _poster(self, paper: str, kind: str, order: dict[str, Any], origin: Herkomst) -> Werk:
        credit = f"Model van {origin.van}, hier in onze woorden. CC BY 4.0."
        return Werk(
            f"{FOLDER}/poster-{kind}-{paper}.pdf",
            f"Poster: {order['titel'].lower()} ({paper.upper()})",
            "poster",
            "poster",
            order | {"papier": paper, "voet": credit} | self._address(f"{kind}/"),
            self.newest,
        )

    def _phase_part(self, record: Fase) -> dict[str, Any]:
        first = [self.toolbox.instrumenten[id].titel for id in record.eerst]
        blocks = [
            {"kop": "Doe dit", "regels": record.doe},
            {"kop": "Resultaat", "regels": [record.resultaat]},
        ]
        blocks.append({"kop": "Begin met", "regels": first})
        return {
            "nr": record.nr,
            "titel": record.titel,
            "zin": record.vraag,
            "svg": outlined(self.toolbox.drawings.get(record.id)),
            "blokken": blocks,
        }

    def _address(self, page: str) -> dict[str, str]:
        url = f"{self.site_url}/{page}"
        return {
            "url": url,
            "kort_adres": url.removeprefix("https://").rstrip("/"),
            "qr": qr_svg(url),
        }


def _condition_part(record: Conditie) -> dict[str, Any]:
    blocks = [
        {"kop": "Vraag samen", "regels": record.vragen[:3]},
        {"kop": "Goed als", "regels": record.goed_als[:2]},
        {"kop": "Alarm als", "regels": record.alarm_als[:2]},
    ]
    return {
        "nr": record.nr,
        "titel": record.titel,
        "zin": record.kern,
        "svg": "",
        "blokken": blocks,
    }
