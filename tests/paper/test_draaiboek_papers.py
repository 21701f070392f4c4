"""The papers of a ready meeting: one to lead from, one for everybody, and all of it in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.draaiboek import Draaiboek
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter
from macros.paper.pdf_document import PdfDocument, print_document
from macros.reading.project import open_toolbox
from scripts.lab.printing.required_words import words_of_record, words_of_sheet
from tests.helpers.half_day import make_half_day
from tests.helpers.project import rewrite
from tests.paper.conftest import SITE


@pytest.fixture
def record(example: Toolbox) -> Draaiboek:
    return example.draaiboeken["samen-terugkijken"]


@pytest.fixture
def papers(example: Toolbox, record: Draaiboek) -> tuple[PdfDocument, ...]:
    return PdfDocuments(example, SITE).of(record)


def test_who_leads_has_times_minutes_reasons_and_things(
    papers: tuple[PdfDocument, ...], record: Draaiboek
) -> None:
    leader = papers[0].blad
    assert leader is not None
    (part,) = (deel for deel in leader.delen if deel.veld == "blokken")
    heads = [(regel.kop, regel.duur) for regel in part.regels]
    assert heads[:2] == [
        ("09:00 Welkom", "(10 min)"),
        ("09:10 Keetgesprek van tien minuten", "(10 min)"),
    ]
    said = part.regels[3].tekst
    assert said.startswith("Ervoor is 10 min ruimte. Deze tijd staat vast.")
    assert record.blokken[3].waarom is not None
    assert said.endswith(record.blokken[3].waarom)
    things = " ".join(feit.tekst for row in leader.feiten for feit in row)
    assert "de lijst met verbeteringen" in things.lower()


def test_the_programme_tells_everybody_times_and_titles_alone(
    papers: tuple[PdfDocument, ...], record: Draaiboek
) -> None:
    _, programme, _ = papers
    assert programme.blad is not None
    rows = [row.kop for row in programme.blad.tabellen[0].rijen]
    assert rows[0] == "09:00 Welkom"
    assert rows[-1] == "10:12 Afspraken en slot"
    shown = words_of_sheet(programme.blad)
    assert "feiten" in (record.blokken[3].waarom or "")
    assert "feiten" not in shown
    assert programme.blad.zin == "09:00 tot 10:22, met 10 mensen 10:31"


def test_all_papers_come_behind_a_cover_with_the_times(
    papers: tuple[PdfDocument, ...], record: Draaiboek, printer: PdfPrinter
) -> None:
    leader, programme, everything = papers
    assert [print_document(one, printer).paginas for one in (leader, programme)] == [1, 1]
    assert [one["tijd"] for one in everything.job["tijden"]][:2] == ["09:00", "09:10"]
    names = [sheet["naam"] for sheet in everything.sheets]
    assert names == ["samen-terugkijken-programma", "samen-terugkijken", *record.bladen]
    assert print_document(everything, printer).paginas == len(names) + 1


@pytest.fixture
def half_day(project: Path) -> tuple[Toolbox, Draaiboek]:
    case = project / "toolbox/praktijk/brug-aan-zee.yml"
    step = "Vul de eerste twee treden .*\n    minuten: 5"
    rewrite(case, step, "Blik terug.\n    minuten: 5\n    instrumenten: [keetgesprek]")
    make_half_day(project)
    toolbox = open_toolbox(project)
    return toolbox, toolbox.draaiboeken["samen-terugkijken"]


def test_a_trainer_has_everything_on_one_a4(
    half_day: tuple[Toolbox, Draaiboek], printer: PdfPrinter
) -> None:
    toolbox, record = half_day
    guide = PdfDocuments(toolbox, SITE).of(record)[0]
    assert guide.blad is not None
    assert words_of_record(record) <= words_of_sheet(guide.blad)
    assert "trainer" in guide.blad.merk
    assert print_document(guide, printer).paginas == 1


def test_everybody_takes_the_task_home(half_day: tuple[Toolbox, Draaiboek]) -> None:
    toolbox, record = half_day
    _, programme, _ = PdfDocuments(toolbox, SITE).of(record)
    assert programme.blad is not None
    said = [regel.tekst for regel in programme.blad.slot]
    assert record.opdracht[0] in said
    assert not any(record.let_op[0] in text for text in said)


def test_the_bundle_has_the_sheets_of_the_practice_case(
    half_day: tuple[Toolbox, Draaiboek],
) -> None:
    toolbox, record = half_day
    *_, everything = PdfDocuments(toolbox, SITE).of(record)
    assert "keetgesprek" not in record.bladen
    assert "keetgesprek" in [sheet["naam"] for sheet in everything.sheets]
