"""Records -> decks of cards: eight of 105 x 74 mm on an A4, with backs that match when printed on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from macros.model import Toolbox
from macros.model.urls import record_address
from macros.model.wording import minutes
from macros.paper.qr import qr_svg
from macros.paper.typst_input import outlined

COLUMNS, ROWS = 2, 4
PER_SHEET = COLUMNS * ROWS


@dataclass(frozen=True)
class Speelkaart:
    """Both sides of one card."""

    merk: str
    titel: str
    zin: str
    onder: str  # at the foot of the front
    kop: str  # over the list on the back
    regels: tuple[str, ...]
    vraag: str
    url: str
    svg: str = ""  # its pictogram


def deck_order(title: str, sentence: str, cards: Sequence[Speelkaart]) -> dict[str, Any]:
    """A deck as an order: fronts in reading order, backs mirrored in each row, as a sheet turns over its long side."""
    sheets = [cards[start : start + PER_SHEET] for start in range(0, len(cards), PER_SHEET)]
    return {
        "titel": title,
        "zin": sentence,
        "vellen": [
            {"voor": _filled(sheet), "achter": _mirrored(_filled(sheet))} for sheet in sheets
        ],
    }


def row_cards(toolbox: Toolbox, row: str, site_url: str) -> Iterator[Speelkaart]:
    """The cards of one row, such as the succesfactoren."""
    for card in toolbox.kaarten.values():
        if card.soort == row:
            merk = f"{toolbox.words['kaartsoorten'][row].titel} {card.nr}"
            url = f"{site_url.rstrip('/')}/{record_address('kaarten', card.id)}"
            yield Speelkaart(
                merk, card.titel, card.voor, card.waarom, "Doe dit", card.doe_dit, card.vraag, url
            )


def startset_cards(toolbox: Toolbox, site_url: str) -> Iterator[Speelkaart]:
    """The instruments to begin with, to choose from at the table."""
    for record in toolbox.instrumenten.values():
        if record.startset:
            facts = f"{minutes(record.duur)}, {record.groep.min} tot {record.groep.max} mensen"
            merk = "Fase " + toolbox.fasen[record.fasen[0]].titel.lower()
            url = f"{site_url.rstrip('/')}/{record_address('instrumenten', record.id)}"
            steps = tuple(stap.titel for stap in record.stappen)
            yield Speelkaart(
                merk,
                record.titel,
                record.doel,
                facts,
                "Stappen",
                steps,
                "",
                url,
                outlined(toolbox.drawings.get(record.fasen[0])),
            )


def _filled(cards: Iterable[Speelkaart]) -> list[dict[str, Any] | None]:
    known: list[dict[str, Any] | None] = [asdict(card) | {"qr": qr_svg(card.url)} for card in cards]
    return known + [None] * (PER_SHEET - len(known))


def _mirrored(cards: list[dict[str, Any] | None]) -> list[dict[str, Any] | None]:
    return [
        card
        for start in range(0, len(cards), COLUMNS)
        for card in reversed(cards[start : start + COLUMNS])
    ]
