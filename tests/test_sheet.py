"""One instrument is one A4: rows of boxes, and text that does not fit is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import open_toolbox
from macros.model import Toolbox
from macros.model.instrument import Instrument, Veld
from macros.sheet import check_sheet, field_rows, free_height, needed_height, short_address


def rows(*widths: str) -> list[list[str]]:
    boxes = [Veld.model_validate({"id": f"vak-{number}", "label": "Vak", "breedte": width}) for number, width in enumerate(widths)]
    return [[width for _, width in row] for row in field_rows(boxes)]


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        (("heel",), [["heel"]]),
        (("half", "half"), [["half", "half"]]),
        (("half",), [["heel"]]),
        (("derde", "derde", "derde", "derde"), [["derde", "derde", "derde"], ["heel"]]),
        (("half", "heel", "derde", "derde"), [["heel"], ["heel"], ["half", "half"]]),
    ],
)
def test_boxes_always_fill_their_row(widths: tuple[str, ...], expected: list[list[str]]) -> None:
    assert rows(*widths) == expected


def test_every_sheet_has_room_to_write(real: Toolbox) -> None:
    instruments = [record for record in real.records["instrumenten"].values() if isinstance(record, Instrument)]
    assert [record.id for record in instruments if free_height(record) < needed_height(record)] == []


def test_too_much_text_is_refused_by_name(project: Path, faults: Callable[[], list[str]]) -> None:
    path = project / "toolbox/instrumenten/keetgesprek.yml"
    text = path.read_text("utf-8")
    long = "Vraag iedereen om zijn hele verhaal te vertellen en schrijf dat woord voor woord op, ook als het heel erg lang duurt. " * 2
    start = text.index("stappen:")
    steps = "".join(f"  - titel: Stap {number}\n    tekst: '{long[:238]}'\n    minuten: 5\n" for number in range(1, 9))
    path.write_text(text[:start] + "stappen:\n" + steps + text[text.index("vragen:") :], "utf-8")
    (line,) = faults()
    assert line.startswith("toolbox/instrumenten/keetgesprek.yml:1: past niet op één A4: er blijft ")
    assert "kort stappen in" in line


def test_more_text_leaves_less_room(project: Path) -> None:
    record = open_toolbox(project).records["instrumenten"]["keetgesprek"]
    assert isinstance(record, Instrument)
    longer = record.model_copy(update={"vragen": (*record.vragen, "Wat zou je morgen anders doen als niemand het merkt?")})
    assert free_height(longer) <= free_height(record)
    assert list(check_sheet(record, "x.yml")) == []


def test_an_address_as_one_types_it() -> None:
    assert short_address("https://kist.example.nl/instrumenten/keetgesprek/") == "kist.example.nl/instrumenten/keetgesprek"
