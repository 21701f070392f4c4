"""Records -> decks of cards: eight of 105 x 74 mm on an A4.

Their backs are mirrored, so that they match when the sheet is printed on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from macros.model import Toolbox
from macros.model.instrument import Instrument, Stap, sign_id
from macros.model.kennis import Fase, Kaart
from macros.model.urls import record_address
from macros.model.wording import minutes
from macros.paper.pdf_document import FOLDER, PdfDocument
from macros.paper.qr import qr_svg
from macros.paper.sheets.front import duration, group_size
from macros.paper.typst_input import outlined

COLUMNS, ROWS = 2, 4
PER_SHEET = COLUMNS * ROWS


@dataclass(frozen=True)
class Kaartregel:
    """One line of the list on the back."""

    tekst: str
    duur: str = ""


@dataclass(frozen=True)
class Baanvak:
    """One piece of the band along the bottom of the front."""

    tekst: str
    eigen: bool  # the piece of this card, filled


@dataclass(frozen=True)
class Speelkaart:
    """Both sides of one card."""

    titel: str
    zin: str
    onder: str  # below the sentence
    kop: str  # above the list on the back
    regels: tuple[Kaartregel, ...]
    genummerd: bool  # the list is one of steps
    vraag: str
    url: str
    nr: int  # the sign of a card without drawing
    baan: tuple[Baanvak, ...] = ()
    svg: str = ""  # its sign
    bron: str = ""  # whose idea it is


def decks(toolbox: Toolbox, site_url: str) -> Iterator[PdfDocument]:
    """A deck of each row of cards, then that of the startset; none without cards."""
    for row in toolbox.words["kaartsoorten"].values():
        cards = row_cards(toolbox, row.id, site_url)
        yield from _deck(
            deck_file(toolbox, row.id), row.titel, row.kort or row.titel, cards, toolbox.newest
        )
    sentence = "Een kaart per instrument, om er samen een te kiezen."
    cards = startset_cards(toolbox, site_url)
    yield from _deck(f"{FOLDER}/kaarten-startset.pdf", "Startset", sentence, cards, toolbox.newest)


def deck_file(toolbox: Toolbox, row: str) -> str:
    """The path in the site of the deck of a row of cards."""
    title = toolbox.words["kaartsoorten"][row].titel
    return f"{FOLDER}/kaarten-{title.lower().replace(' ', '-')}.pdf"


def _deck(
    path: str, title: str, sentence: str, cards: Iterable[Speelkaart], day: str
) -> Iterator[PdfDocument]:
    """One deck; none when there are no cards."""
    if deck := [*cards]:
        yield PdfDocument(
            bestand=path,
            titel=f"Kaarten: {title.lower()}",
            soort="kaarten",
            template="cards",
            job=deck_job(title, sentence, deck),
            day=day,
        )


def deck_job(title: str, sentence: str, cards: Sequence[Speelkaart]) -> dict[str, Any]:
    """A deck as a job for Typst, sheet by sheet.

    Fronts are in reading order; each row of backs is mirrored, as the paper turns over its long
    side. None stands for an empty place on the last sheet.
    """
    sheets = [cards[start : start + PER_SHEET] for start in range(0, len(cards), PER_SHEET)]
    return {
        "titel": title,
        "zin": sentence,
        "vellen": [
            {"voor": _filled(sheet), "achter": _mirrored(_filled(sheet))} for sheet in sheets
        ],
    }


def row_cards(toolbox: Toolbox, row: str, site_url: str) -> Iterator[Speelkaart]:
    """The cards of one row; `row` is a word of kaartsoorten, such as the succesfactoren."""
    title = toolbox.words["kaartsoorten"][row].titel
    cards = [card for card in toolbox.kaarten.values() if card.soort == row]
    for card in cards:
        yield Speelkaart(
            titel=card.titel,
            zin=card.voor,
            onder=card.waarom,
            kop="Doe dit",
            regels=tuple(map(Kaartregel, card.doe_dit)),
            genummerd=False,
            vraag=card.vraag,
            url=f"{site_url.rstrip('/')}/{record_address('kaarten', card.id)}",
            nr=card.nr,
            baan=_band(cards, card.nr, f"{title} {card.nr}"),
            bron=_origin(card),
        )


def _origin(card: Kaart) -> str:
    """Whose idea a card is, on one line; '' when it is nobody else's.

    Year and way of hearing of it stand on the page.
    """
    maker = re.split(r" \(|,", card.herkomst.van)[0]
    said = {
        "vrij-naar": f"Vrij naar {maker}.",
        "alleen-de-naam": f"Naam: {maker}. Rest: redactie.",
        "overgenomen": f"Van {maker}.",
    }
    return said.get(card.herkomst.type, "")


def startset_cards(toolbox: Toolbox, site_url: str) -> Iterator[Speelkaart]:
    """A card for every instrument of the startset, to choose from at the table."""
    for record in toolbox.startset:
        phase = toolbox.fasen[record.fasen[0]]
        form = toolbox.words["soorten"][record.soort].titel
        yield Speelkaart(
            titel=record.titel,
            zin=record.doel,
            onder=f"{form}, {duration(record)}, {group_size(record)}",
            kop="Stappen",
            regels=tuple(Kaartregel(stap.titel, _least_time(stap)) for stap in record.stappen),
            genummerd=True,
            vraag=next(_questions(record), ""),
            url=f"{site_url.rstrip('/')}/{record_address('instrumenten', record.id)}",
            nr=phase.nr,
            baan=_band(toolbox.fasen.values(), phase.nr, f"{phase.nr} {phase.titel}"),
            svg=outlined(toolbox.drawings.get(sign_id(record.soort))),
        )


def _least_time(stap: Stap) -> str:
    """The minutes of a step with the smallest group; the front says how long a large one takes."""
    return f"vanaf {minutes(stap.minuten)}" if stap.minuten_per_persoon else minutes(stap.minuten)


def _questions(record: Instrument) -> Iterator[str]:
    """The questions to ask aloud: those of the whole instrument, then those of its steps."""
    yield from record.vragen
    for stap in record.stappen:
        yield from stap.vragen


def _band(row: Iterable[Fase | Kaart], own: int, label: str) -> tuple[Baanvak, ...]:
    """The numbers of a row, with a label in place of its own one."""
    return tuple(
        Baanvak(label if record.nr == own else str(record.nr), record.nr == own) for record in row
    )


def _filled(cards: Iterable[Speelkaart]) -> list[dict[str, Any] | None]:
    """The cards of one sheet as plain data with their QR codes, then None for empty places."""
    drawn = [asdict(card) | {"qr": qr_svg(card.url)} for card in cards]
    return [*drawn, *[None] * (PER_SHEET - len(drawn))]


def _mirrored(cards: list[dict[str, Any] | None]) -> list[dict[str, Any] | None]:
    """The places of a sheet with each row from right to left."""
    mirrored: list[dict[str, Any] | None] = []
    for start in range(0, len(cards), COLUMNS):
        mirrored += reversed(cards[start : start + COLUMNS])
    return mirrored
