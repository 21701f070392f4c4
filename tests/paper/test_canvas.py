"""A page to write on: all of a record is on it, with room for a hand, whatever its texts."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.model.invullen import Invulkant, Tabel, Veld, Voorbeeld
from macros.model.problems import Problem
from macros.paper.canvas_fit import check_canvas
from macros.paper.documents import PdfDocuments
from macros.paper.measures import measures
from macros.paper.pdf import PdfPrinter, PrintedPdf, Room
from macros.paper.pdf_document import PdfDocument
from macros.paper.sheets.boxes import WIDTHS
from macros.paper.sheets.canvas import canvas
from macros.paper.sheets.sheet import Ligging
from macros.paper.typst_input import canvas_job
from scripts.lab.printing.measure import paper_measurements
from scripts.lab.printing.read_pdf import read_paper

SITE = "https://kist.example.nl/"
SCALE = {"van": 0, "tot": 10, "laag": "helemaal niet", "hoog": "helemaal wel"}
AXES = {
    "x": {"titel": "Belang", "laag": "weinig", "hoog": "veel"},
    "y": {"titel": "Invloed", "laag": "klein", "hoog": "groot"},
}
KINDS_OF_TEXT = ("tekst", "score", "datum", "naam")
KINDS = (*KINDS_OF_TEXT, "afspraak")
ROWS_OF_13_MM = 18  # as many as an A4 has room for
MM = 25.4 / 72


@pytest.fixture(scope="session")
def printer(tmp_path_factory: pytest.TempPathFactory) -> PdfPrinter:
    return PdfPrinter(tmp_path_factory.mktemp("papier"), "Onze kist")


@pytest.fixture(scope="session")
def documents(real: Toolbox) -> PdfDocuments:
    return PdfDocuments(real, SITE)


def changed(record: Instrument, **parts: Any) -> Instrument:
    """The record with these parts, given as they stand in YAML."""
    models: dict[str, Any] = {"invulkant": Invulkant, "tabel": Tabel, "voorbeeld": Voorbeeld}
    update: dict[str, Any] = {
        name: models[name].model_validate(value) for name, value in parts.items() if name in models
    }
    if "velden" in parts:
        update["velden"] = tuple(Veld.model_validate(value) for value in parts["velden"])
    return record.model_copy(update=update)


def of_kind(documents: PdfDocuments, record: Instrument, soort: str) -> PdfDocument:
    [found] = (document for document in documents.of(record) if document.soort == soort)
    return found


def printed(printer: PdfPrinter, document: PdfDocument) -> PrintedPdf:
    return printer.print(document.template, document.job, document.day)


def page_texts(pdf: PrintedPdf) -> list[str]:
    """The text of each page, with single spaces."""
    document = pypdfium2.PdfDocument(pdf.path)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def lines(pdf: PrintedPdf) -> list[tuple[float, float, float]]:
    """Bottom, width and height in mm of every line and frame on the first page."""
    document = pypdfium2.PdfDocument(pdf.path)
    bounds = [
        [side * MM for side in item.get_bounds()]
        for item in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    ]
    document.close()
    return [(bottom, right - left, top - bottom) for left, bottom, right, top in bounds]


def problems(printer: PdfPrinter, document: PdfDocument, source: str = "") -> list[Problem]:
    assert document.invulblad
    pdf = printed(printer, document)
    return list(check_canvas(document.invulblad, pdf, "toolbox/x.yml", source))


def test_every_box_and_row_of_a_record_is_on_its_canvas(
    real: Toolbox, documents: PdfDocuments
) -> None:
    for record in real.instrumenten.values():
        page = canvas(documents.sheets.words, record)
        labels = [vak.kop for row in page.vakken for vak in row]
        assert labels == [veld.label for veld in record.velden]
        rows = record.tabel.rijen if record.tabel else ()
        columns = record.tabel.kolommen if record.tabel else ()
        assert [row[0] for row in page.rijen] == list(rows)
        assert [kolom.kop for kolom in page.kolommen] == [kolom.titel for kolom in columns]


@pytest.mark.parametrize("id", ["teamsamenstelling", "vergaderkaart", "cultuurkaart"])
def test_every_word_of_a_canvas_is_in_its_pdf(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter, id: str
) -> None:
    record = real.instrumenten[id]
    text = "".join(page_texts(printed(printer, of_kind(documents, record, "invulblad"))))
    columns = record.tabel.kolommen if record.tabel else ()
    rows = record.tabel.rijen if record.tabel else ()
    questions = [veld.vraag for veld in record.velden if veld.vraag]
    wanted = [veld.label for veld in record.velden] + questions
    wanted += [*rows, *(kolom.titel for kolom in columns)]
    assert [words for words in wanted if words.replace(" ", "") not in text.replace(" ", "")] == []
    assert f"kist.example.nl/instrumenten/{id}" in text
    for label in ("Project", "Datum", "Partij", "Namen"):
        assert label in text


def test_rows_and_boxes_are_as_high_on_paper_as_typst_tells(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    pdf = printed(printer, of_kind(documents, real.instrumenten["teamsamenstelling"], "invulblad"))
    [room] = pdf.rooms
    boxes = [height for _, width, height in lines(pdf) if width > 50 and 20 < height < 100]
    assert min(boxes) == pytest.approx(room.vak, abs=0.8)  # the line around it
    heads = sorted(bottom for bottom, width, height in lines(pdf) if width > 150 and height < 0.8)
    steps = [above - below for below, above in itertools.pairwise(heads)]
    assert min(step for step in steps if step > 5) == pytest.approx(room.rij, abs=0.1)


def test_the_sheet_with_its_canvas_is_two_pages(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    record = real.instrumenten["samenwerkingspeiling"]
    front, back = page_texts(printed(printer, of_kind(documents, record, "blad met invulkant")))
    assert record.stappen[0].tekst in front
    assert record.stappen[0].tekst not in back
    assert record.velden[0].label in back


def test_every_instrument_has_its_canvas_at_the_same_address(
    real: Toolbox, documents: PdfDocuments
) -> None:
    files = {document.bestand for document in documents.all()}
    for id in real.instrumenten:
        assert f"instrumenten/{id}/{id}-invulblad.pdf" in files
        assert f"instrumenten/{id}/{id}-met-invulkant.pdf" in files


def test_each_kind_of_field_has_its_own_place(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    fields = [
        {"id": kind, "label": f"Vak voor {kind}", "soort": kind, "breedte": "derde"}
        | ({"schaal": SCALE} if kind == "score" else {"vraag": f"Waarom {kind}?"})
        for kind in KINDS
    ]
    columns = [{"titel": "Eerst"}] + [
        {"titel": f"Kolom {kind}", "soort": kind} | ({"schaal": SCALE} if kind == "score" else {})
        for kind in KINDS[1:]
    ]
    record = changed(
        real.instrumenten["startnota"],
        velden=fields,
        tabel={"kolommen": columns, "rijen": ["Een rij met naam", ""]},
        invulkant={"assen": AXES, "muur": True},
    )
    [text] = page_texts(printed(printer, of_kind(documents, record, "invulblad")))
    scale = "0 = helemaal niet, 10 = helemaal wel"
    for words in ("0 1 2 3 4 5 6 7 8 9 10", scale, "dag maand jaar", "Wat Wie Wanneer"):
        assert words in text
    for words in ("Waarom naam?", "Belang", "Invloed", "klein", "veel", "Een rij met naam"):
        assert words in text
    [text] = page_texts(printed(printer, of_kind(documents, record, "wandversie")))
    assert "Vak voor naam" in text
    assert "Waarom" not in text


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ({"ligging": "staand"}, "staand"),
        ({"ligging": "liggend"}, "liggend"),
        # With its table and boxes on one page only when upright
        ({"ligging": "liggend", "assen": AXES}, "staand"),
    ],
)
def test_a_canvas_lies_as_its_record_says_unless_it_fits_better_turned(
    real: Toolbox,
    documents: PdfDocuments,
    printer: PdfPrinter,
    side: dict[str, Any],
    expected: Ligging,
) -> None:
    record = changed(real.instrumenten["krachtenveld"], invulkant=side)
    pdf = printed(printer, of_kind(documents, record, "invulblad"))
    [page] = read_paper(pdf.path).pages
    assert ("liggend" if page.width > page.height else "staand") == expected


def test_many_scales_beside_each_other_stay_in_their_columns(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    columns = [{"titel": "Eerst"}] + [{"titel": "Cijfer", "soort": "score", "schaal": SCALE}] * 4
    record = changed(
        real.instrumenten["startnota"],
        tabel={"kolommen": columns, "rijen": [f"De naam van een partij {k}" for k in range(8)]},
        invulkant={"ligging": "staand"},
    )
    pdf = printed(printer, of_kind(documents, record, "invulblad"))
    assert list(paper_faults(pdf.path)) == []
    assert "".join(page_texts(pdf)).count("De naam van een partij") == 8


def test_slips_are_eight_and_nothing_is_printed_on_their_backs(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    record = changed(
        real.instrumenten["startnota"], invulkant={"briefjes": ["Waaraan merk je dat?"]}
    )
    texts = page_texts(printed(printer, of_kind(documents, record, "invulblad")))
    assert [text.count("Waaraan merk je dat?") for text in texts] == [0, 8]
    texts = page_texts(printed(printer, of_kind(documents, record, "blad met invulkant")))
    assert [text.count("Waaraan merk je dat?") for text in texts] == [0, 0]


def test_an_example_is_filled_in_and_says_that_it_is_made_up(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter
) -> None:
    example = {
        "situatie": "Zes mensen bij een brug.",
        "velden": [{"veld": "cijfer", "tekst": "7"}, {"veld": "reden", "tekst": "Het liep beter."}],
        "rijen": [["Jan", "belt de buren"], ["Piet", "maakt het rooster"], ["Els", "schrijft"]],
    }
    record = changed(
        real.instrumenten["startnota"],
        velden=[
            {"id": "cijfer", "label": "Ons cijfer", "soort": "score", "schaal": SCALE},
            {"id": "reden", "label": "De reden", "vraag": "Wat zag je?"},
            {"id": "leeg", "label": "Nog leeg", "vraag": "Wat mist er?"},
        ],
        tabel={"kolommen": [{"titel": "Wie"}, {"titel": "Doet wat"}], "rijen": ["", ""]},
        voorbeeld=example,
    )
    [text] = page_texts(printed(printer, of_kind(documents, record, "voorbeeld")))
    assert "Verzonnen voorbeeld. Zes mensen bij een brug." in text
    assert "Wat mist er?" in text  # of a box that the example leaves empty
    assert "Wat zag je?" not in text
    for words in ("Het liep beter.", "Jan", "maakt het rooster", "schrijft"):
        assert words in text


def test_a_row_of_13_mm_is_refused_with_field_line_and_remedy(
    real: Toolbox, documents: PdfDocuments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = canvas(documents.sheets.words, real.instrumenten["belangenkaart"])
    page = replace(page, vakken=(), rijen=page.rijen[:1] * ROWS_OF_13_MM)
    job = canvas_job("Proef", page, real.drawings, [])
    found = []
    for least in (14, 13):
        lower = measures() | {"invul-rij": least}
        monkeypatch.setattr("macros.paper.pdf.measures", lambda lower=lower: lower)
        pdf = PdfPrinter(tmp_path, "Onze kist").print("sheets", job, page.herzien)
        found.append([*map(str, check_canvas(page, pdf, "x.yml", "a: 1\ntabel:\n"))])
    assert found == [
        [],  # on two pages
        [
            "x.yml:2: tabel: een rij is op het invulblad 13,1 mm hoog, minstens 14; "
            "neem minder rijen, of kort de koppen van de kolommen in"
        ],
    ]


@pytest.mark.parametrize(
    ("room", "fault"),
    [
        (Room("x", -1, 0, vak=24.6, label=11.5), "velden: een vak is op de wandversie 24,6 mm"),
        (Room("x", -3, 0, rij=20, label=11.5), "tabel: de tekst is 3 mm te hoog voor de wandv"),
        (Room("briefjes", -4, 0), "invulkant: een briefje is 4 mm te vol; kort de regels bij"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_field(
    real: Toolbox, documents: PdfDocuments, room: Room, fault: str
) -> None:
    page = replace(canvas(documents.sheets.words, real.instrumenten["belangenkaart"]), muur=True)
    pdf = PrintedPdf(Path("x.pdf"), (room,), 1)
    [problem] = check_canvas(page, pdf, "x.yml", "")
    assert problem.text.startswith(fault)


def words(source: random.Random, length: int) -> str:
    """Made-up Dutch of exactly this many characters."""
    text = ""
    while len(text) < length:
        syllables = (source.choice("bdgklmnprstv") + source.choice("aeiou") for _ in range(9))
        text += "".join(syllables)[: source.randint(2, 18)] + " "
    return text[: length - 1].strip().ljust(length - 1, "e") + "n"


def filling(source: random.Random, share: float, ligging: Ligging) -> dict[str, Any]:
    """All parts of a canvas, with this share of the longest texts and of the most parts."""

    def text(longest: int) -> str:
        return words(source, max(3, round(longest * share)))

    def place(kinds: Sequence[str] = KINDS, **named: Any) -> dict[str, Any]:
        kind = source.choice(kinds)
        scale = {"schaal": SCALE | {"laag": text(40), "hoog": text(40)}} if kind == "score" else {}
        return {"soort": kind, **scale, **named}

    def most(count: int, least: int) -> range:
        return range(max(least, round(count * share)))

    fields = [
        place(id=f"vak-{n}", label=text(140), vraag=text(140), breedte=source.choice([*WIDTHS]))
        for n in most(8, 1)
    ]
    # A row is one agreement, so no more than one column says what is agreed.
    kinds = [KINDS, *[KINDS_OF_TEXT for _ in most(5, 2)[1:]]]
    columns = [place(kind, titel=text(40), uitleg=text(80)) for kind in kinds]
    filled = [{"veld": field["id"], "tekst": text(240)} for field in fields]
    rows = [[text(80) for _ in columns] for _ in most(8, 2)]
    return {
        "velden": fields,
        "tabel": {"kolommen": columns, "rijen": [text(40) for _ in most(8, 2)]},
        "invulkant": {
            "ligging": ligging,
            "assen": {
                side: {part: text(40) for part in ("titel", "laag", "hoog")} for side in "xy"
            },
            "briefjes": [text(140) for _ in most(5, 1)],
            "muur": True,
        },
        "voorbeeld": {"situatie": text(240), "velden": filled, "rijen": rows},
    }


def assert_good(printer: PdfPrinter, documents: PdfDocuments, record: Instrument) -> None:
    """Everything to write on of this record keeps to the limits of paper."""
    for document in documents.of(record):
        if document.invulblad and document.soort != "blad met invulkant":
            assert problems(printer, document) == [], document.soort
            assert list(paper_faults(printed(printer, document).path)) == [], document.soort


def paper_faults(path: Path) -> Iterator[str]:
    for figure in paper_measurements(read_paper(path)):
        if figure.fault:
            yield figure.fault


@pytest.mark.parametrize("ligging", ["staand", "liggend"])
def test_the_longest_texts_still_make_a_good_page(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter, ligging: Ligging
) -> None:
    parts = filling(random.Random(ligging), 1, ligging)  # noqa: S311
    assert_good(printer, documents, changed(real.instrumenten["startnota"], **parts))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100))
def test_any_texts_make_a_good_page(
    real: Toolbox, documents: PdfDocuments, printer: PdfPrinter, seed: int
) -> None:
    source = random.Random(seed)  # noqa: S311
    parts = filling(source, source.random(), source.choice(["staand", "liggend"]))
    assert_good(printer, documents, changed(real.instrumenten["startnota"], **parts))
