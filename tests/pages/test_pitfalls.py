"""A pitfall is never read as an order: its heading says not to do it, on page and sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model import KINDS, Toolbox
from macros.model.base import Record, ZinVan
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.paper.sheets.builder import SheetBuilder
from macros.reading.project import open_toolbox

SITE = "https://kist.example.nl/"
FIELDS = ("valkuilen", "valkuil")
HEADING = re.compile(r"^## (.+?) \{|<h[2-6][^>]*>(.+?)</h[2-6]>|<b>([^<]+:)</b>", re.MULTILINE)


def pitfalls(record: Record) -> tuple[str, ...]:
    found = [value for name in FIELDS if (value := vars(record).get(name))]
    items = [item for value in found for item in ([value] if isinstance(value, str) else value)]
    return tuple(item.tekst if isinstance(item, ZinVan) else item for item in items)


def records(toolbox: Toolbox) -> Iterator[tuple[str, Record]]:
    return ((kind, record) for kind, record in toolbox.all() if pitfalls(record))


@pytest.fixture
def examples(project: Path) -> Toolbox:
    """The example project, with a pitfall for a role too."""
    toolbox = open_toolbox(project)
    for id, role in toolbox.records["rollen"].items():
        toolbox.records["rollen"][id] = role.model_copy(update={"valkuil": "Alles zelf doen."})
    return toolbox


def test_the_heading_above_a_pitfall_on_a_page_says_not_to_do_it(examples: Toolbox) -> None:
    macros = PageMacros(PdfDocuments(examples, SITE))
    kinds = set()
    for kind, record in records(examples):
        shown = macros.record(kind, record.id, Place(f"{kind}/{record.id}.md", SITE))
        for text in pitfalls(record):
            before = shown[: shown.index(text.split("'")[0])]
            heading = "".join(list(HEADING.finditer(before))[-1].groups(""))
            assert "doe dit niet" in heading, (kind, record.id)
        kinds.add(kind)
    assert kinds == {"instrumenten", "fasen", "condities", "rollen"}


def test_the_heading_above_the_pitfalls_on_a_sheet_says_not_to_do_it(examples: Toolbox) -> None:
    sheets = SheetBuilder(examples, SITE)
    for kind, record in records(examples):
        if KINDS[kind].sheet:
            (part,) = (deel for deel in sheets.of(record).delen if deel.veld == "valkuilen")
            assert "doe dit niet" in part.kop
            assert part.vorm == "valkuil"


def test_no_field_for_a_pitfall_is_called_let_op() -> None:
    """The words by which editors and programs know the field."""
    named = [
        (kind, name)
        for kind, spec in KINDS.items()
        for name, field in spec.model.model_fields.items()
        if "valkuil" in f"{name} {field.title} {field.description}".lower()
        and "let" in f"{name} {field.title}".lower()
    ]
    assert named == []


def test_the_mark_of_a_pitfall_is_not_read_out() -> None:
    style = Path("docs/assets/css/onderdelen/lijst.css").read_text("utf-8")
    assert re.search(r'\.lijst--valkuil li::before \{[^}]*content: "×" / "";', style)
