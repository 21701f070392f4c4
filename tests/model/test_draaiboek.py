"""The times of a ready meeting follow from its blocks: they shift, wait, and add up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.draaiboek import Blok, Draaiboek
from tests.helpers.half_day import make_half_day
from tests.helpers.project import rewrite

FILE = "toolbox/draaiboeken/samen-terugkijken.yml"


def block(**fields: object) -> Blok:
    """A block of the sheets of the little project."""
    return Blok.model_validate(fields, context={"instrumenten": ("terugblik", "keetgesprek")})


WELCOME = block(regel="Welkom heten", minuten=10, soort="opening")
REVIEW = block(instrument="terugblik")  # 30 minutes with 3 people, 1.5 for each one more


@pytest.fixture
def record(example: Toolbox) -> Draaiboek:
    return example.draaiboeken["samen-terugkijken"]


def times(example: Toolbox, record: Draaiboek, *blokken: Blok, people: int = 3) -> list[str]:
    """When each of these blocks begins, and when the last one ends."""
    planned = record.model_copy(update={"blokken": blokken})
    moments = planned.momenten(example.instrumenten, people)
    return [*(one.tijd for one in moments), planned.eind(example.instrumenten, people)]


def test_a_block_begins_when_the_one_before_it_ends(example: Toolbox, record: Draaiboek) -> None:
    assert times(example, record, WELCOME, REVIEW, WELCOME) == ["09:00", "09:10", "09:40", "09:50"]


def test_all_times_shift_with_the_begin(example: Toolbox, record: Draaiboek) -> None:
    late = record.model_copy(update={"begin": "23:45"})
    assert times(example, late, WELCOME, REVIEW) == ["23:45", "23:55", "00:25"]


def test_a_larger_group_takes_longer_unless_it_splits(example: Toolbox, record: Draaiboek) -> None:
    in_groups = block(instrument="terugblik", groepen=3)
    assert times(example, record, REVIEW, people=9)[-1] == "09:39"
    assert times(example, record, in_groups, people=9)[-1] == "09:30"


def test_minutes_of_an_editor_win_from_those_of_the_sheet(
    example: Toolbox, record: Draaiboek
) -> None:
    assert times(example, record, block(instrument="terugblik", minuten=50))[-1] == "09:50"
    assert times(example, record, block(instrument="terugblik", keet=True))[-1] == "09:14"


def test_a_fixed_time_is_waited_for_or_missed(example: Toolbox, record: Draaiboek) -> None:
    lunch = block(pauze=30, vast="09:15")
    early = record.model_copy(update={"blokken": (WELCOME, lunch)})
    late = record.model_copy(update={"blokken": (REVIEW, lunch)})
    assert early.momenten(example.instrumenten, 3)[1].ruimte == 5
    assert late.momenten(example.instrumenten, 3)[1].te_laat == 15
    assert late.momenten(example.instrumenten, 3)[1].tijd == "09:30"


@pytest.mark.parametrize(
    ("begin", "fixed", "waits"),
    [("23:30", "00:15", (35, 0)), ("23:30", "23:35", (0, 5)), ("00:00", "23:50", (0, 20))],
)
def test_around_midnight_a_fixed_time_is_the_nearest_one(
    example: Toolbox, record: Draaiboek, begin: str, fixed: str, waits: tuple[int, int]
) -> None:
    blokken = (WELCOME, block(pauze=30, vast=fixed))
    planned = record.model_copy(update={"begin": begin, "blokken": blokken})
    moment = planned.momenten(example.instrumenten, 3)[1]
    assert (moment.ruimte, moment.te_laat) == waits


def test_what_to_bring_and_who_is_needed_are_added_up_once(
    example: Toolbox, record: Draaiboek
) -> None:
    blokken = (REVIEW, block(instrument="terugblik", groepen=3), block(instrument="keetgesprek"))
    planned = record.model_copy(update={"blokken": blokken})
    things = planned.materiaal(example.instrumenten)
    assert things["De lijst met verbeteringen"] == 3
    assert things["Een klok die iedereen ziet"] == 1
    assert planned.rollen(example.instrumenten) == ("Gespreksleider", "Schrijver")
    assert planned.plekken(example.instrumenten) == ("keet",)


def test_paper_to_bring_has_the_name_of_its_sheet(example: Toolbox, record: Draaiboek) -> None:
    paper = {"materiaal": ("Het invulblad, groot", "Een stift")}
    talk = example.instrumenten["keetgesprek"].model_copy(update=paper)
    planned = record.model_copy(update={"blokken": (block(instrument="keetgesprek"),)})
    things = planned.materiaal({"keetgesprek": talk})
    assert things == {"Keetgesprek van tien minuten: het invulblad, groot": 1, "Een stift": 1}


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("{minuten: 5}", "dit blok is leeg; kies één van instrument, pauze of regel"),
        ("{pauze: 10, regel: Koffie, minuten: 5}", "dit blok heeft pauze en regel; kies één"),
        ("{pauze: 10, minuten: 5}", "een pauze heeft zijn minuten al"),
        ("{regel: Een rondje, titel: Rondje}", "zeg erbij hoeveel minuten dit duurt"),
        ("{regel: Een rondje, minuten: 5}", "zeg erbij hoe dit heet voor wie meedoet"),
        ("{pauze: 10, keet: true}", "keet: hoort alleen bij een blok met instrument"),
        ("{pauze: 10, vast: '9.40'}", "schrijf een kloktijd als '09:00'"),
    ],
)
def test_a_block_is_exactly_one_thing(
    project: Path, faults: Callable[[], list[str]], block: str, fault: str
) -> None:
    rewrite(project / FILE, r"^  - \{pauze: 10\}", f"  - {block}")
    (line,) = faults()
    assert line.startswith(f"{FILE}:17: blokken nr. 3")
    assert fault in line


def test_a_group_has_its_sizes_the_right_way_round(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    rewrite(project / FILE, "min: 4, max: 10", "min: 10, max: 4")
    (line,) = faults()
    assert "min (10) is groter dan max (4); draai ze om" in line


def test_a_half_day_belongs_to_no_phase(project: Path, faults: Callable[[], list[str]]) -> None:
    file = make_half_day(project)
    assert faults() == []
    rewrite(file, r"^fasen: \[\]", "fasen: [uitvoeren]")
    (line,) = faults()
    assert "een leerdag hoort bij geen fase; schrijf fasen: []" in line


def test_a_half_day_gives_something_to_do_at_work(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    rewrite(make_half_day(project), r"^opdracht:\n.*\n", "")
    (line,) = faults()
    assert "opdracht: ontbreekt; schrijf wat ieder in het eigen werk probeert" in line


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (r"^fasen: .*", "fasen: []", "fasen: is leeg; noem de fase waarin je dit doet"),
        (r"^herzien:", "let_op: [Pas op.]\nherzien:", "let_op: hoort alleen bij een leerdag"),
    ],
)
def test_a_meeting_has_a_phase_and_nothing_for_a_trainer(
    project: Path, faults: Callable[[], list[str]], old: str, new: str, fault: str
) -> None:
    rewrite(project / FILE, old, new)
    (line,) = faults()
    assert fault in line
