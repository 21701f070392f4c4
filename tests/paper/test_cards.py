"""Decks of cards: readable in a hand, in order of phase, each back behind its own front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.model.base import Record
from macros.model.instrument import Groep, Instrument
from macros.paper.cards import (
    COLUMNS,
    PER_SHEET,
    Kaartregel,
    Speelkaart,
    deck_job,
    startset_cards,
)
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from scripts.lab.printing.read_pdf import Page, read_paper
from tests.paper.conftest import SITE

LEAST_PT = 11  # what one reads from a card in the hand
MARGIN = 10  # mm that a printer or a knife may miss
EMPTY = Speelkaart("Kaart", "", "", "", (), False, "", SITE, 1)


def print_cards(printer: PdfPrinter, cards: Sequence[Speelkaart]) -> PrintedPdf:
    return printer.print("cards", deck_job("Proef", "Proef", cards), "2026-11-29")


def deck(documents: PdfDocuments, printer: PdfPrinter, name: str) -> PrintedPdf:
    (pdf,) = (pdf for pdf in documents.extra if pdf.bestand.endswith(f"kaarten-{name}.pdf"))
    return printer.print(pdf.template, pdf.job, pdf.day)


def text_to_edge(page: Page) -> float:
    left, top, right, bottom = page.boxes[page.visible].T
    gaps = (left.min(), top.min(), page.width - right.max(), page.height - bottom.max())
    return float(min(gaps))


@pytest.mark.parametrize("name", ["startset", "beleidspunten"])
def test_a_card_is_readable_in_a_hand(
    documents: PdfDocuments, printer: PdfPrinter, name: str
) -> None:
    printed = deck(documents, printer, name)
    for page in read_paper(printed.path).pages:
        assert page.points[page.visible].min() >= LEAST_PT - 0.01
        assert text_to_edge(page) >= MARGIN


def test_the_text_of_a_card_is_as_large_as_fits(printer: PdfPrinter) -> None:
    """A card with few words has large ones; both of its sides have the same size."""
    few = replace(EMPTY, titel="Kort", zin="Eén zin.", regels=(Kaartregel("Doe dit"),))
    many = replace(
        few, titel="Lang", regels=tuple(Kaartregel("Doe dit. " * 8) for _ in range(3)), url=SITE * 2
    )
    letters: dict[str, list[float]] = {}
    for room in print_cards(printer, [few, many]).rooms:
        letters.setdefault(room.name, []).append(room.letter)
    assert letters["Kort"] == [14, 14]
    assert LEAST_PT <= letters["Lang"][0] == letters["Lang"][1] < 14


@pytest.mark.parametrize(
    "changes", [{"regels": tuple([Kaartregel("Doe dit. " * 20)] * 4)}, {"titel": "Woord" * 9}]
)
def test_a_card_that_is_too_full_is_told(printer: PdfPrinter, changes: dict[str, object]) -> None:
    printed = print_cards(printer, [replace(EMPTY, **changes)])  # type: ignore[arg-type]
    assert min(room.free for room in printed.rooms) < 0


def test_the_startset_is_in_order_of_phase_and_title(real: Toolbox) -> None:
    found = [(card.nr, card.titel) for card in startset_cards(real, SITE)]
    assert len({nr for nr, _ in found}) > 1
    assert found == sorted(found, key=lambda pair: (pair[0], pair[1].casefold()))


def card_of(real: Toolbox, record: Instrument) -> Speelkaart:
    instruments: dict[str, Record] = {record.id: record}
    (card,) = startset_cards(
        replace(real, records=real.records | {"instrumenten": instruments}), SITE
    )
    return card


def test_a_card_of_an_instrument_says_phase_time_and_group(real: Toolbox) -> None:
    record = real.startset[0].model_copy(update={"groep": Groep(min=8, max=8)})
    card = card_of(real, record)
    assert card.onder.endswith(", 8 mensen")
    assert card.svg
    phase = real.fasen[record.fasen[0]]
    assert [piece.tekst for piece in card.baan if piece.eigen] == [f"{phase.nr} {phase.titel}"]
    assert len(card.baan) == len(real.fasen)
    assert [line.tekst for line in card.regels] == [stap.titel for stap in record.stappen]
    assert all(line.duur for line in card.regels)


def test_a_step_that_takes_longer_with_more_people_says_so(real: Toolbox) -> None:
    record = real.startset[0]
    first, *others = record.stappen
    slow = first.model_copy(update={"minuten": 6, "minuten_per_persoon": 1.5})
    card = card_of(real, record.model_copy(update={"stappen": (slow, *others)}))
    assert card.regels[0].duur == "vanaf 6 min"


def frames(path: Path) -> Iterator[list[tuple[float, ...]]]:
    """The boxes around the cards of each page, as left, bottom, right, top in mm."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        boxes = (
            tuple(side / 72 * 25.4 for side in item.get_bounds())
            for item in page.get_objects(filter=[2])
        )
        yield sorted(box for box in boxes if 60 < box[2] - box[0] < 105 and box[3] - box[1] > 50)
    document.close()


def test_the_backs_of_the_cards_mirror_their_fronts(
    documents: PdfDocuments, printer: PdfPrinter
) -> None:
    pages = list(frames(deck(documents, printer, "bouwstenen").path))
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        turned = sorted((210 - right, bottom, 210 - left, top) for left, bottom, right, top in back)
        assert front
        assert front == [pytest.approx(box, abs=0.2) for box in turned]


def test_a_back_stands_behind_its_own_front() -> None:
    cards = [replace(EMPTY, titel=f"Kaart {number}") for number in range(PER_SHEET + 1)]
    for sheet in deck_job("Proef", "", cards)["vellen"]:
        for place, card in enumerate(sheet["voor"]):
            column = place % COLUMNS
            behind = place - column + COLUMNS - 1 - column
            assert sheet["achter"][behind] == card


def filling(chance: Random, number: int) -> Speelkaart:
    """A card whose texts are as long as they happen to be."""

    def words(most: int) -> str:
        return " ".join("x" * chance.randint(1, 14) for _ in range(chance.randint(1, most)))

    numbered = chance.random() < 0.5
    return Speelkaart(
        titel=words(5),
        zin=words(12),
        onder=words(14),
        kop="Stappen",
        regels=tuple(
            Kaartregel(words(4 if numbered else 9), "20 min" if numbered else "")
            for _ in range(chance.randint(1, 6))
        ),
        genummerd=numbered,
        vraag=words(8),
        url=f"{SITE}{number}",
        nr=chance.randint(1, 20),
    )


@pytest.mark.long
def test_a_card_of_any_length_fits_or_is_told(printer: PdfPrinter) -> None:
    """What is not told to be too full has no text outside its own frame."""
    cards = [filling(Random(number), number) for number in range(100)]  # noqa: S311 - a test
    fitting = [
        card for card in cards if min(room.free for room in print_cards(printer, [card]).rooms) >= 0
    ]
    assert 10 < len(fitting) < len(cards)
    for page in read_paper(print_cards(printer, fitting).path).pages:
        left, top, right, bottom = page.boxes[page.visible].T
        for middle, size in (((left + right) / 2, 105.0), ((top + bottom) / 2, 74.25)):
            inside = middle % size
            assert (inside >= MARGIN - 1).all()
            assert (inside <= size - MARGIN + 1).all()
