"""The front of an instrument: what it says, in which letter, and when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice, product
from random import Random

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.model.instrument import Instrument, Stap
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf, Room
from macros.paper.pdf_document import print_document, sheet_document
from macros.paper.sheet_fit import free_mm
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.layout import layout_of
from macros.paper.sheets.sheet import Blad, Regel

SITE = "https://kist.example.nl/"
SMALLEST, LARGEST = 9.5, 11.5
WORDS = (
    "je vraagt iedere partij welk belang nu het zwaarst weegt en schrijft dat zichtbaar op".split()
)

Print = Callable[[Blad], PrintedPdf]


@pytest.fixture(scope="session")
def printer(tmp_path_factory: pytest.TempPathFactory) -> PdfPrinter:
    return PdfPrinter(tmp_path_factory.mktemp("papier"), "Onze kist")


@pytest.fixture
def print_sheet(real: Toolbox, printer: PdfPrinter) -> Print:
    return lambda blad: print_document(sheet_document(blad, real.drawings), printer)


@pytest.fixture
def keetgesprek(real: Toolbox) -> Instrument:
    return real.instrumenten["keetgesprek"]


def sheet(real: Toolbox, record: Instrument) -> Blad:
    return SheetBuilder(real, SITE).of(record)


def text_of(pdf: PrintedPdf) -> str:
    document = pypdfium2.PdfDocument(pdf.path)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    return text


def room(pdf: PrintedPdf) -> Room:
    return pdf.rooms[0]


def sentence(length: int) -> str:
    """Words of ordinary length, together so many characters."""
    text = " ".join(
        islice((word for round_ in product(range(99), WORDS) for word in round_[1:]), 99)
    )
    return text[:length].strip().ljust(length, "n")


def fullest_field(record: Instrument, field: str) -> Instrument:
    """The same record with this new field at its longest."""
    first, *others = record.stappen
    questions = (sentence(140), sentence(139))
    asked = first.model_copy(update={"vragen": questions, "minuten_per_persoon": 29.5})
    changes: dict[str, object] = {
        "opening": sentence(240),
        "online": sentence(240),
        "bij_onrust": "samenwerkings-psu",
        "stappen": (asked, *others),
    }
    return record.model_copy(update={field: changes[field]})


def test_a_short_sheet_has_a_large_letter_and_a_full_one_a_small_letter(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print
) -> None:
    blad = sheet(real, keetgesprek)
    steps, *others = blad.delen
    short = replace(blad, delen=(replace(steps, regels=steps.regels[:2]), *others))
    full = replace(blad, delen=(replace(steps, regels=(*steps.regels, *steps.regels)), *others))
    assert room(print_sheet(short)).letter == LARGEST
    assert SMALLEST <= room(print_sheet(full)).letter < LARGEST


def test_a_sheet_that_asks_for_less_than_the_smallest_letter_is_refused(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print
) -> None:
    blad = sheet(real, keetgesprek)
    steps, *others = blad.delen
    much = replace(steps, regels=tuple(Regel(sentence(240), "Stap") for _ in range(14)))
    pdf = print_sheet(replace(blad, delen=(much, *others)))
    assert room(pdf).letter == SMALLEST
    assert free_mm(pdf) < 0


@pytest.mark.parametrize("field", ["opening", "online", "bij_onrust", "stappen"])
def test_a_new_field_at_its_longest_is_printed_whole(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print, field: str
) -> None:
    record = fullest_field(keetgesprek, field)
    pdf = print_sheet(sheet(real, record))
    assert free_mm(pdf) >= 0
    text = text_of(pdf)
    last = {"opening": sentence(240), "online": sentence(240), "stappen": sentence(139)}
    wanted = last.get(field, "Nu ruzie? Pak dan Samenwerkings-PSU")
    assert "".join(wanted.split()) in "".join(text.split())


def test_the_front_says_what_to_do_in_the_order_in_which_one_needs_it(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print
) -> None:
    record = keetgesprek.model_copy(update={"opening": "We zijn hier om te leren. Passen mag."})
    text = text_of(print_sheet(sheet(real, record)))
    order = ("Project", "Past als", "Past niet als", "Zeg eerst:", "Zo doe je het", "Je hebt dan:")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Valkuilen: doe dit niet" in text
    assert "Let op" not in text


def test_a_question_stands_with_its_step(real: Toolbox, keetgesprek: Instrument) -> None:
    first, *others = keetgesprek.stappen
    asked = first.model_copy(update={"vragen": ("Wie mist er iets?",)})
    steps = sheet(real, keetgesprek.model_copy(update={"stappen": (asked, *others)})).delen[0]
    assert [regel.vragen for regel in steps.regels][:2] == [("Wie mist er iets?",), ()]


def test_the_bar_of_time_shows_each_step_in_its_share(
    real: Toolbox, keetgesprek: Instrument
) -> None:
    pieces = [regel.tijd for regel in sheet(real, keetgesprek).delen[0].regels]
    assert [(piece.begin, piece.breedte) for piece in pieces if piece] == [
        (0, 10),
        (10, 30),
        (40, 30),
        (70, 20),
        (90, 10),
    ]


def test_the_facts_give_the_time_of_the_smallest_and_the_largest_group(
    real: Toolbox, keetgesprek: Instrument
) -> None:
    first, *others = keetgesprek.stappen
    slower = first.model_copy(update={"minuten_per_persoon": 1.5})
    facts = sheet(real, keetgesprek.model_copy(update={"stappen": (slower, *others)})).feiten[0]
    assert facts[0].tekst == "10 tot 24 min"
    assert (
        "1,5 per extra persoon"
        in sheet(real, keetgesprek.model_copy(update={"stappen": (slower, *others)}))
        .delen[0]
        .regels[0]
        .duur
    )


def test_a_table_of_empty_rows_is_short_on_the_front(real: Toolbox) -> None:
    record = real.instrumenten["verbandenkaart"]
    assert record.tabel
    assert len(record.tabel.rijen) > len(sheet(real, record).tabellen[0].rijen) > 1


def test_the_page_has_the_letter_and_the_columns_of_its_pdf(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print
) -> None:
    blad = sheet(real, keetgesprek)
    pdf = print_sheet(blad)
    layout = layout_of(blad, pdf)
    assert layout.klasse == f"letter-{room(pdf).letter * 10:.0f}"
    assert layout.kolommen[1] == tuple(blad.delen[n] for n in room(pdf).rechts)
    assert sorted(map(blad.delen.index, sum(layout.kolommen, ()))) == [*range(len(blad.delen))]


def test_a_sheet_in_a_bundle_is_laid_out_as_on_its_own(
    example: Toolbox, printer: PdfPrinter
) -> None:
    documents = PdfDocuments(example, SITE)
    bundle = next(document for document in documents.extra if len(document.singles) > 1)
    rooms = {room.name: room for room in print_document(bundle, printer).rooms}
    for single in bundle.singles:
        (own,) = print_document(single, printer).rooms
        assert rooms[own.name] == own


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100))
def test_any_text_prints_well_or_is_refused(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - the same fillings at every run
    steps = tuple(
        Stap(
            titel=f"Stap {n}",
            tekst=sentence(random.randint(3, 240)),
            minuten=random.randint(1, 480),
        )
        for n in range(random.randint(3, 8))
    )
    changes = {
        "stappen": steps,
        "opening": sentence(random.randint(3, 240)) if random.random() < 0.5 else None,
        "online": sentence(random.randint(3, 240)) if random.random() < 0.5 else None,
        "valkuilen": tuple(sentence(random.randint(3, 240)) for _ in range(random.randint(1, 3))),
    }
    pdf = print_sheet(sheet(real, keetgesprek.model_copy(update=changes)))
    assert SMALLEST <= room(pdf).letter <= LARGEST
    assert free_mm(pdf) < 0 or pdf.paginas == 1


def test_the_foot_says_how_far_the_text_is(
    real: Toolbox, keetgesprek: Instrument, print_sheet: Print
) -> None:
    record = keetgesprek.model_copy(update={"status": "vastgesteld"})
    assert ", vastgesteld, CC BY 4.0" in " ".join(text_of(print_sheet(sheet(real, record))).split())
