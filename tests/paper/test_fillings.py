"""Lists, forms and role cards with texts of any length: good paper, or refused with millimetres."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.meten import Checklist, Punt, Scan, Spiegel, Vraag, Vraagsoort
from macros.model.verhalen import Praktijk, Tafelplek
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.role_cards import role_cards
from macros.paper.sheet_fit import SLACK_MM
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.typst_input import sheet_job
from scripts.lab.printing.measure import paper_measurements
from scripts.lab.printing.read_pdf import read_paper

SITE = "https://kist.example.nl/"
WORDS = (
    "de samenwerking wie overeenkomst ja bouwplaats we verantwoordelijkheid kijkt naar wat "
    "iedereen echt nodig heeft opdrachtgever nu"
).split()
FILLINGS = 100

pytestmark = pytest.mark.long


class Filler(random.Random):
    """Makes texts of any length of common and long words; the same ones for the same number."""

    def text(self, least: int, most: int) -> str:
        letters = " ".join(self.choices(WORDS, k=most))
        return letters[: self.randint(least, most)].strip().capitalize()

    def checklist(self, record: Checklist) -> Checklist:
        points = [
            Punt(
                id=f"punt-{n}",
                tekst=self.text(5, 90),
                uitleg=self.choice([None, self.text(10, 120)]),
            )
            for n in range(self.randint(3, 14))
        ]
        texts = {"titel": self.text(5, 70), "als_niet": self.text(20, 240)}
        return record.model_copy(update=texts | {"punten": tuple(points)})

    def scan(self, record: Scan) -> Scan:
        parts = [
            record.onderdelen[0].model_copy(
                update={"titel": self.text(4, 40), "vragen": tuple(self.questions(10 * n + 1))}
            )
            for n in range(self.randint(2, 8))
        ]
        return record.model_copy(update={"onderdelen": tuple(parts), "let_op": self.text(20, 240)})

    def questions(self, first: int) -> Iterator[Vraag]:
        for place in range(first, first + self.randint(2, 7)):
            kind: Vraagsoort = self.choice(["oordeel", "feit"])
            yield Vraag(plek=place, tekst=self.text(10, 110), soort=kind)

    def each_other(self, record: Scan) -> Scan:
        """A meting in which each statement is asked about the other and about ourselves."""
        parts = []
        for part in record.onderdelen[: self.randint(2, 3)]:
            asked = [
                vraag.model_copy(update={"wij": Spiegel(plek=99, tekst=self.text(10, 110))})
                for vraag in self.questions(1)
            ]
            title = {"titel": self.text(4, 40), "vragen": tuple(asked)}
            parts.append(part.model_copy(update=title))
        return record.model_copy(update={"onderdelen": tuple(parts)})

    def case(self, record: Praktijk) -> Praktijk:
        people = [
            Tafelplek(wie=self.text(4, 40), zegt=self.text(5, 140), belang=self.text(10, 240))
            for _ in range(self.randint(3, 4))
        ]
        texts = {"titel": self.text(5, 70), "wat": self.text(30, 600)}
        return record.model_copy(update=texts | {"tafel": tuple(people)})


def faults(pdf: PrintedPdf, pages: int, slack: float) -> Iterable[str]:
    """What is wrong with a PDF that was not refused."""
    if min(room.free for room in pdf.rooms) < slack:
        return
    if pdf.paginas != pages:
        yield f"{pdf.paginas} bladzijden"
    for measurement in paper_measurements(read_paper(Path(pdf.path))):
        if measurement.fault:
            yield measurement.fault


@pytest.mark.parametrize("number", range(FILLINGS))
def test_a_list_or_form_is_good_paper_or_refused(
    printer: PdfPrinter, real: Toolbox, number: int
) -> None:
    filler, builder = Filler(number), SheetBuilder(real, SITE)
    for record, pages in (
        (filler.checklist(real.checklists["goede-ambitie"]), 1),
        (filler.scan(real.scans["mijn-houding"]), 2),
        (filler.each_other(real.scans["vertrouwensmeting"]), 2),
    ):
        blad = builder.of(record)
        pdf = printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)
        assert list(faults(pdf, pages, SLACK_MM)) == []


@pytest.mark.parametrize("number", range(FILLINGS))
def test_role_cards_are_good_paper_or_refused(
    printer: PdfPrinter, real: Toolbox, number: int
) -> None:
    record = Filler(number).case(real.praktijk["brug-aan-zee"])
    (document,) = role_cards(real, record, SITE)
    pdf = printer.print(document.template, document.job, document.day)
    assert list(faults(pdf, 2, 0)) == []
