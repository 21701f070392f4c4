"""The guide of a phase: what it is like at each size, the decision, and room to write."""

from __future__ import annotations

import pytest

from macros.model import Toolbox
from macros.model.base import ZinVan
from macros.model.kennis import Fase
from macros.paper.pdf import PdfPrinter
from macros.paper.sheets.builder import SheetBuilder
from macros.paper.sheets.sheet import Blad, Deel
from macros.paper.typst_input import sheet_job
from tests.paper.conftest import SITE


@pytest.fixture
def fase(example: Toolbox) -> Fase:
    return example.fasen["uitvoeren"]


def sheet(example: Toolbox, record: Fase) -> Blad:
    return SheetBuilder(example, SITE).of(record)


def part(blad: Blad, field: str) -> Deel:
    (found,) = (deel for deel in blad.delen if deel.veld == field)
    return found


def test_each_size_has_its_own_duration(example: Toolbox, fase: Fase) -> None:
    lines = part(sheet(example, fase), "maten").regels
    assert [line.kop for line in lines] == ["Een klus:", "Een project:", "Een regionaal verband:"]
    assert all("Reken op" not in line.tekst for line in lines)
    assert len({line.tekst for line in lines}) == 3


def test_the_decision_says_who_when_to_go_on_and_when_to_stop(example: Toolbox, fase: Fase) -> None:
    heads = [line.kop for line in part(sheet(example, fase), "besluit").regels]
    assert heads[0] == "Wie besluit:"
    assert {"Ga door als:", "Wacht als:", "Stop als:"} < set(heads)


def test_a_pitfall_of_somebody_else_names_its_maker(example: Toolbox, fase: Fase) -> None:
    pitfalls = (ZinVan(tekst="Te vroeg tekenen.", van="Meneer X"), ZinVan(tekst="Niets doen."))
    blad = sheet(example, fase.model_copy(update={"valkuilen": pitfalls}))
    lines = [line.tekst for line in part(blad, "valkuilen").regels]
    assert lines == ["Te vroeg tekenen. (Meneer X)", "Niets doen."]


def test_a_guide_without_sizes_says_how_long_it_takes(example: Toolbox, fase: Fase) -> None:
    blad = sheet(example, fase.model_copy(update={"maten": None, "besluit": None}))
    assert "Hoe lang" in [feit.kop for feit in blad.feiten[0]]
    assert {"maten", "besluit"}.isdisjoint(deel.veld for deel in blad.delen)


def test_the_full_guide_is_one_a4_with_room_to_write(
    example: Toolbox, fase: Fase, printer: PdfPrinter
) -> None:
    blad = sheet(example, fase)
    printed = printer.print("sheets", sheet_job(blad, example.drawings), blad.herzien)
    assert printed.paginas == 1
    assert printed.rooms[0].free >= 0
