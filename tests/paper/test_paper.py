"""From record to paper: what stands on a sheet, what fits, and the same PDFs at every build."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from macros.model import Toolbox
from macros.model.invullen import Veld
from macros.paper.documents import PdfDocuments
from macros.paper.measures import measures
from macros.paper.pdf import PdfPrinter, PrintedPdf, UnprintableError
from macros.paper.pdf_document import PdfDocument
from macros.paper.print_all import check_paper
from macros.paper.sheet_fit import check_fit
from macros.paper.sheets.boxes import field_rows
from macros.paper.typst_input import sheet_job
from macros.reading.project import open_toolbox
from tests.paper.conftest import NAME

LONG = (
    "Vraag iedereen om zijn hele verhaal te vertellen en schrijf dat woord voor woord op, "
    "ook als het heel erg lang duurt. " * 2
)


def rows(*widths: str) -> list[list[int]]:
    boxes = [
        Veld.model_validate({"id": f"vak-{number}", "label": "Vak", "breedte": width})
        for number, width in enumerate(widths)
    ]
    return [[vak.deel for vak in row] for row in field_rows(boxes)]


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        (("heel",), [[6]]),
        (("half", "half"), [[3, 3]]),
        (("half",), [[6]]),
        (("derde", "derde", "derde", "derde"), [[2, 2, 2], [6]]),
        (("half", "heel", "derde", "derde"), [[6], [6], [3, 3]]),
    ],
)
def test_boxes_always_fill_their_row(widths: tuple[str, ...], expected: list[list[int]]) -> None:
    assert rows(*widths) == expected


def test_the_measures_come_from_the_style_sheet() -> None:
    assert measures()["qr"] == 22
    assert re.fullmatch("#[0-9a-f]{6}", str(measures()["druk-accent"]))


def test_an_address_as_one_types_it(documents: PdfDocuments) -> None:
    assert (
        documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]).kort_adres
        == "kist.example.nl/instrumenten/keetgesprek"
    )


def test_the_name_of_the_site_is_on_paper(documents: PdfDocuments, printer: PdfPrinter) -> None:
    pdf = documents.sheet(documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]))
    printed = pypdfium2.PdfDocument(printer.print(pdf.template, pdf.job, pdf.day).path)
    assert NAME in printed[0].get_textpage().get_text_bounded()
    assert printed.get_metadata_value("Author") == NAME
    printed.close()


def test_two_prints_have_the_same_bytes(
    documents: PdfDocuments, printer: PdfPrinter, tmp_path: Path
) -> None:
    for pdf in (
        documents.sheet(documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"])),
        *documents.extra[-1:],
    ):
        first, second = (
            any_printer.print(pdf.template, pdf.job, pdf.day).path.read_bytes()
            for any_printer in (printer, PdfPrinter(tmp_path, NAME))
        )
        assert first == second


def test_a_changed_record_makes_a_new_pdf_and_an_unchanged_one_none(
    documents: PdfDocuments, tmp_path: Path
) -> None:
    printer = PdfPrinter(tmp_path, NAME)
    pdf = documents.sheet(documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]))
    before = printer.print(pdf.template, pdf.job, pdf.day).path
    assert printer.print(pdf.template, pdf.job, pdf.day).path == before
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert printer.print(pdf.template, pdf.job | {"titel": "Anders"}, pdf.day).path != before


def test_what_cannot_be_printed_is_refused_with_its_line(project: Path) -> None:
    """Too much text by field and millimetres, and a sign that the letter lacks; in one round."""
    signs = with_strange_sign(project / "toolbox/instrumenten/terugblik.yml")
    steps = with_many_steps(project / "toolbox/instrumenten/keetgesprek.yml")
    lines = [str(problem) for problem in check_paper(open_toolbox(project), project)]
    (full,) = [line for line in lines if line.startswith(f"{steps}: ")]
    assert full.startswith(f"{steps}: stappen: past niet op één A4, het blad is ")
    assert "mm te vol; kort stappen in" in full
    assert any(line.startswith(f"{signs}: het teken '→' staat niet in het") for line in lines)


def with_many_steps(path: Path) -> str:
    """Write eight long steps in this record; the place where they begin."""
    text = path.read_text("utf-8").replace(" van tien minuten", "", 1)
    start = text.index("stappen:")
    steps = "".join(
        f"  - titel: Stap {number}\n    tekst: '{LONG[:238]}'\n    minuten: 1\n"
        for number in range(1, 9)
    )
    path.write_text(text[:start] + "stappen:\n" + steps + text[text.index("vragen:") :], "utf-8")
    return f"toolbox/instrumenten/{path.name}:{text[:start].count(chr(10)) + 1}"


def with_strange_sign(path: Path) -> str:
    """Write a sign that no letter of ours has; the place where it stands."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("doel: ", "doel: Van hier → daar. ", 1), "utf-8")
    return f"toolbox/instrumenten/{path.name}:{text[: text.index('doel: ')].count(chr(10)) + 1}"


def test_more_text_leaves_less_room(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox
) -> None:
    blad = documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"])
    steps, *others = blad.delen
    more = replace(steps, regels=steps.regels + 2 * steps.regels[:1])
    longer = replace(blad, delen=(more, *others))
    (free,), (less,) = (
        printer.print("sheets", sheet_job(one, real.drawings), one.herzien).rooms
        for one in (blad, longer)
    )
    assert (less.letter, less.free) < (free.letter, free.free - 3)


def test_a_sheet_that_fits_has_no_fault(documents: PdfDocuments, printer: PdfPrinter) -> None:
    pdf = documents.sheet(documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]))
    assert pdf.blad
    assert (
        list(check_fit(pdf.blad, printer.print(pdf.template, pdf.job, pdf.day), "x.yml", "")) == []
    )


def test_a_character_that_the_font_lacks_is_named(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox
) -> None:
    blad = replace(
        documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]), zin="Van hier → daar"
    )
    with pytest.raises(UnprintableError, match="→"):
        printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)


@pytest.mark.parametrize("name", ["Łukasz", "Šimić", "Jiří Dvořák", "Ağaoğlu", "Nguyễn", "Ștefan"])
def test_a_name_in_any_latin_letters_is_printed(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox, name: str
) -> None:
    blad = replace(documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]), zin=name)
    printed = printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien)
    document = pypdfium2.PdfDocument(printed.path)
    assert name in document[0].get_textpage().get_text_range()


def test_an_emoji_is_left_out_on_paper(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox
) -> None:
    blad = replace(
        documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]), zin="Begin 👷🏽 buiten"
    )
    document = pypdfium2.PdfDocument(
        printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien).path
    )
    assert "Begin buiten" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_a_bundle_holds_a_cover_and_every_sheet(
    offered: list[tuple[PdfDocument, PrintedPdf]],
) -> None:
    bundles = [pair for pair in offered if pair[0].soort == "bundel"]
    assert bundles
    for document, pdf in bundles:
        assert pdf.paginas == 1 + len(document.job["bladen"])


def test_every_instrument_stands_in_one_bundle_of_a_phase(
    documents: PdfDocuments, real: Toolbox
) -> None:
    found = [
        blad["naam"]
        for pdf in documents.extra
        if "/fase-" in pdf.bestand
        for blad in pdf.job["bladen"]
        if blad["velden"]
    ]
    instruments = real.records["instrumenten"]
    assert sorted(name for name in found if name in instruments) == sorted(instruments)


def test_everything_on_offer_fits_its_paper(
    offered: list[tuple[PdfDocument, PrintedPdf]],
) -> None:
    for document, pdf in offered:
        assert [room for room in pdf.rooms if room.free < 0] == [], document.bestand


def test_text_of_a_record_is_never_read_as_typst(
    documents: PdfDocuments, printer: PdfPrinter, real: Toolbox
) -> None:
    blad = replace(
        documents.sheets.of(documents.toolbox.instrumenten["keetgesprek"]),
        zin="#panic(1) *vet* <b> `code`",
    )
    document = pypdfium2.PdfDocument(
        printer.print("sheets", sheet_job(blad, real.drawings), blad.herzien).path
    )
    assert "#panic(1) *vet* <b> `code`" in document[0].get_textpage().get_text_bounded()
    document.close()
