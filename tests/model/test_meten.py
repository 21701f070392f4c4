"""The rules of a meting: what it is about, mirrors, facts, and places in the code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.meten import Scan
from macros.reading.project import open_toolbox

FILE = "toolbox/scans/vertrouwensmeting.yml"  # about each other, with mirrors
MIRROR = "        wij:\n          plek: 13\n          tekst: Wij weten wat we doen.\n"
STATEMENT = "onderdelen nr. 1, vragen nr. 1"


def change(project: Path, *pairs: tuple[str, str]) -> None:
    path = project / FILE
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def meting(project: Path) -> Scan:
    return open_toolbox(project).scans["vertrouwensmeting"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            MIRROR,
            "",
            f"19: {STATEMENT}: bij 'Zij weten wat ze doen.' ontbreekt 'wij';"
            " zet er de stelling over onszelf bij",
        ),
        (
            "gaat_over: elkaar",
            "gaat_over: zelfde",
            f"21: {STATEMENT}, wij: hoort alleen bij een meting die over elkaar gaat; haal het weg,"
            " of zet 'gaat_over: elkaar' bij de meting",
        ),
        (
            "    titel: Kunnen\n",
            "    titel: Kunnen\n    gaat_over: elkaar\n",
            "18: onderdelen nr. 1, gaat_over: 'elkaar' geldt voor een hele meting;"
            " haal het hier weg",
        ),
        (
            "    titel: Kunnen\n",
            "    titel: Kunnen\n    gaat_over: zelf\n",
            "18: onderdelen nr. 1, gaat_over: de hele meting gaat over elkaar; haal het hier weg",
        ),
        (
            "          plek: 13\n",
            "          plek: 14\n",
            "12: aantallen: de plekken 1 tot en met 24 moeten elk één keer voorkomen",
        ),
        (
            "gaat_over: elkaar",
            "gaat_over: elkander",
            "7: gaat_over: kan niet 'elkander' zijn; kies uit 'zelfde', 'elkaar' of 'zelf'",
        ),
        (
            "        tekst: Zij weten wat ze doen.\n",
            "        tekst: Zij weten wat ze doen.\n        soort: feiten\n",
            f"21: {STATEMENT}, soort: kan niet 'feiten' zijn; kies uit 'oordeel' of 'feit';"
            " bedoel je 'feit'?",
        ),
    ],
    ids=["no mirror", "mirror", "part", "other part", "twice", "about", "kind"],
)
def test_what_cannot_be_is_named_at_its_line(
    project: Path, faults: Callable[[], list[str]], old: str, new: str, message: str
) -> None:
    change(project, (old, new))
    (fault,) = faults()
    assert fault.startswith(f"{FILE}:{message}")


def test_a_statement_that_is_no_longer_asked_needs_no_mirror(project: Path) -> None:
    change(
        project,
        (MIRROR, "        vervallen: true\n"),
        (
            "    verschil:",
            "      - plek: 25\n        tekst: Zij leren van fouten.\n"
            "        wij:\n          plek: 13\n          tekst: Wij leren van fouten.\n"
            "    verschil:",
        ),
        ("  - 24\n", "  - 24\n  - 25\n"),
    )
    part = meting(project).onderdelen[0]
    assert [mirror.plek for mirror in part.spiegels] == [14, 15, 16, 13]
    assert [vraag.plek for vraag in part.gesteld] == [2, 3, 4, 25]


def test_a_part_that_asks_too_little_is_named(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    for text in ("Zij weten", "Zij leveren", "Zij vragen"):
        change(project, (f"tekst: {text}", f"vervallen: true\n        tekst: {text}"))
    (fault,) = faults()
    assert "onderdelen nr. 1, vragen: hiervan wordt gesteld: 1; maak er 2 tot 8 van" in fault


def test_a_part_may_be_about_something_else_than_the_meting(real: Toolbox) -> None:
    record = real.scans["reflectiescan"]
    part = record.onderdelen[0].model_copy(update={"gaat_over": "zelf"})
    assert (record.over(record.onderdelen[0]), record.over(part)) == ("zelfde", "zelf")


def test_who_name_no_party_are_colleagues_in_a_meting_of_one_organisation(real: Toolbox) -> None:
    assert real.scans["fitheidsmeting"].collegas
    assert not real.scans["reflectiescan"].collegas
