"""Every box and column of every instrument can be typed in on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments

HEAD = ["blad.project", "blad.datum", "blad.partij", "blad.namen"]
# What a reader types a kind of box in
INPUTS = {"score": "select", "datum": "input"}


class Fields(HTMLParser):
    """The fields on a page, the places of the sheet, and what the page says of itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}  # field -> its element
        self.cells: dict[str, str] = {}
        self.places: list[str] = []
        self.columns: list[str] = []
        self.rows: list[str] = []
        self.labels: list[str] = []
        self.first_column = 0
        self._label = ""
        self._in_label = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "label":
            self._in_label, self._label = True, ""
        if tag in ("textarea", "select", "input"):
            self._field(tag, given)
        elif "data-veld" in given:
            self.places.append(given["data-veld"])
        elif "data-kolom" in given:
            self.columns.append(given["data-kolom"])
        elif "data-rij" in given:
            self.rows.append(given["data-rij"])

    def _field(self, tag: str, given: dict[str, str]) -> None:
        if self._in_label:
            self.labels.append(self._label.strip())
        if "data-veld" in given:
            self.fields[given["data-veld"]] = tag
        elif "data-kolom" in given:
            self.cells[given["data-kolom"]] = tag
        self.first_column += "data-kop" in given

    def handle_data(self, data: str) -> None:
        if self._in_label:
            self._label += data

    def handle_endtag(self, tag: str) -> None:
        self._in_label = self._in_label and tag != "label"


@pytest.fixture(scope="module")
def pages(real: Toolbox) -> dict[str, Fields]:
    """Id -> the fields of the page of that instrument."""
    macros = PageMacros(PdfDocuments(real, "https://kist.example.nl/"))
    return {
        id: Fields(macros.record("instrumenten", id, Place(f"instrumenten/{id}.md", "")))
        for id in real.instrumenten
    }


def differences(
    real: Toolbox, pages: dict[str, Fields], part: str, wanted: str
) -> Iterator[tuple[str, object, object]]:
    for id, record in real.instrumenten.items():
        found, expected = getattr(pages[id], part), EXPECTED[wanted](record)
        if found != expected:
            yield id, found, expected


def boxes(record: Instrument) -> dict[str, str]:
    own = {veld.id: INPUTS.get(veld.soort, "textarea") for veld in record.velden}
    return {**dict.fromkeys(HEAD, "textarea"), "blad.datum": "input", **own}


def cells(record: Instrument) -> dict[str, str]:
    columns = record.tabel.kolommen[1:] if record.tabel else ()
    return {kolom.titel: INPUTS.get(kolom.soort, "textarea") for kolom in columns}


EXPECTED: dict[str, Callable[[Instrument], object]] = {
    "boxes": boxes,
    "cells": cells,
    "places": lambda record: [*HEAD, *(veld.id for veld in record.velden)],
    "columns": lambda record: (
        [kolom.titel for kolom in record.tabel.kolommen] if record.tabel else []
    ),
    "first": lambda record: int(record.tabel is not None),
}


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("fields", "boxes"),
        ("cells", "cells"),
        ("first_column", "first"),
        ("places", "places"),  # on the sheet, where the text is printed
        ("columns", "columns"),
    ],
)
def test_every_box_and_column_of_every_instrument_has_its_field(
    real: Toolbox, pages: dict[str, Fields], part: str, wanted: str
) -> None:
    assert list(differences(real, pages, part, wanted)) == []


def test_every_name_of_a_row_stands_on_the_sheet(real: Toolbox, pages: dict[str, Fields]) -> None:
    """A text belongs to the name of its row, also when the record gets other rows."""
    for id, record in real.instrumenten.items():
        names = [row for row in record.tabel.rijen if row] if record.tabel else []
        assert [row for row in pages[id].rows if row] == names, id


def test_every_field_says_what_it_is_for(pages: dict[str, Fields]) -> None:
    for id, page in pages.items():
        assert "" not in page.labels, id


def test_a_score_is_chosen_with_its_words(real: Toolbox) -> None:
    macros = PageMacros(PdfDocuments(real, "https://kist.example.nl/"))
    page = macros.record(
        "instrumenten", "vertrouwensreservoir", Place("instrumenten/vertrouwensreservoir.md", "")
    )
    assert '<option value="1">1: nooit</option><option value="2">2</option>' in page
    assert '<option value="5">5: altijd</option>' in page
