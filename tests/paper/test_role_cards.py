"""Role cards of a practice case: each person gets only what that person knows."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.model.verhalen import Praktijk
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.role_cards import role_cards
from scripts.lab.printing.measure import smallest
from scripts.lab.printing.read_pdf import read_paper

SITE, POINT = "https://kist.example.nl/", 72 / 25.4
CASE, REAL_CASE = "brug-aan-zee", "bass-heijmans"


def printed(printer: PdfPrinter, real: Toolbox, record: Praktijk) -> PrintedPdf:
    (document,) = role_cards(real, record, SITE)
    return printer.print(document.template, document.job, document.day)


def card_texts(path: Path, columns: int, rows: int) -> list[str]:
    """The text within each card of the second page, in order of reading."""
    document = pypdfium2.PdfDocument(path)
    text = document[1].get_textpage()
    width, height = 210 / columns * POINT, 297 / rows * POINT
    found = []
    for row in range(rows - 1, -1, -1):
        for column in range(columns):
            box = (column * width, row * height, (column + 1) * width, (row + 1) * height)
            found.append(" ".join(text.get_text_bounded(*box).split()))
    document.close()
    return found


def leader_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    return text


@pytest.mark.parametrize(("count", "columns", "rows"), [(4, 2, 2), (3, 1, 3)])
def test_a_card_holds_what_its_person_knows_and_nothing_of_the_others(
    printer: PdfPrinter, real: Toolbox, count: int, columns: int, rows: int
) -> None:
    record = real.praktijk[CASE]
    record = record.model_copy(update={"tafel": record.tafel[:count]})
    cards = card_texts(printed(printer, real, record).path, columns, rows)
    for n, place in enumerate(record.tafel):
        for other, card in enumerate(cards):
            for secret in (place.belang, place.zegt):
                assert (secret in card) is (other == n)


def test_who_leads_gets_the_times_and_no_secret(printer: PdfPrinter, real: Toolbox) -> None:
    record = real.praktijk[CASE]
    text = leader_text(printed(printer, real, record).path)
    for step in record.opdracht:
        assert step.tekst in text
        assert f"{step.minuten} min" in text
    for place in record.tafel:
        assert place.wie in text
        assert place.belang not in text


def test_cards_are_read_in_a_hand_and_stay_off_the_edge(printer: PdfPrinter, real: Toolbox) -> None:
    """Also with the longest text that a record may have."""
    record = real.praktijk[CASE]
    longest = {"wie": "Projectleider van de gemeente Zeeoever", "zegt": "Een woord. " * 12}
    wordy = tuple(
        place.model_copy(update={**longest, "belang": "Wil rust en ruimte hier. " * 9})
        for place in record.tafel
    )
    for one in (record, record.model_copy(update={"tafel": wordy})):
        pdf = printed(printer, real, one)
        assert min(room.free for room in pdf.rooms) >= 0
        for page in read_paper(pdf.path).pages:
            assert smallest(page) >= 14
            assert page.ink >= 10


def test_a_card_that_is_too_full_is_seen(printer: PdfPrinter, real: Toolbox) -> None:
    record = real.praktijk[CASE]
    much = record.tafel[0].model_copy(update={"belang": "Wil rust en ruimte hier. " * 30})
    full = record.model_copy(update={"tafel": (much, *record.tafel[1:])})
    (fault,) = [room for room in printed(printer, real, full).rooms if room.free < 0]
    assert fault.name == record.titel


def test_the_page_of_a_case_leads_to_its_cards(printer: PdfPrinter, real: Toolbox) -> None:
    documents = PdfDocuments(real, SITE)
    macros = PageMacros(documents, printer)
    for id, shown in ((CASE, True), (REAL_CASE, False)):
        html = macros.record("praktijk", id, Place(f"praktijk/{id}.md", SITE))
        file = f"praktijk/{id}/{id}-rolkaarten.pdf"
        assert (f"{id}-rolkaarten.pdf" in html) is shown
        assert (file in {document.bestand for document in documents.all()}) is shown
