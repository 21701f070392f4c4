"""A case is real when two publishers tell of it: each weakness planted in a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.project import rewrite

Faults = Callable[[], list[str]]

CASE = "toolbox/praktijk/de-brug.yml"
ONE = "toolbox/bronnen/krant.yml"
PAGE = '{{ praktijk("de-brug") }}\n\n{{ hoort_bij() }}\n'
SOURCE = """\
titel: {titel}
soort: web
gelezen: uittreksel
verwijzing: '{titel} (2018). De brug is open.'
uitgever: {uitgever}
"""
REAL = """\
titel: De brug
echt: true
waar: Een brug
wat: Een brug moest open, en twee organisaties hadden elkaar nodig.
partijen: [Rijkswaterstaat, De aannemer]
verloop:
  - wanneer: '2016'
    tekst: De aannemer werd gekozen op samenwerken.
    bronnen: [krant]
  - wanneer: '2018'
    tekst: De brug ging open.
    volgens: de aannemer
    bronnen: [aannemer]
keerpunt: Het keerde toen ze samen gingen kijken.
geleerd: [Kies ook op samenwerken.]
weten_niet: [Wat het kostte, vonden we niet.]
zekerheid: Wij lazen het begin van beide bronnen.
"""


@pytest.fixture
def real(project: Path) -> Path:
    """The little project with a sound real case in it."""
    for id, titel, uitgever in (("krant", "Krant", "Krant"), ("aannemer", "Bouwer", "Bouwer")):
        path = project / f"toolbox/bronnen/{id}.yml"
        path.write_text(SOURCE.format(titel=titel, uitgever=uitgever), "utf-8")
    (project / CASE).write_text(REAL, "utf-8")
    (project / "docs/praktijk/de-brug.md").write_text(PAGE, "utf-8")
    return project


def line_of(project: Path, text: str) -> int:
    return 1 + next(
        number
        for number, line in enumerate((project / CASE).read_text("utf-8").splitlines())
        if text in line
    )


def test_a_case_with_two_publishers_is_real(real: Path, faults: Faults) -> None:
    assert faults() == []


def test_two_pages_of_one_publisher_are_one_source(real: Path, faults: Faults) -> None:
    rewrite(real / ONE, "uitgever: Krant", "uitgever: bouwer")
    (fault,) = faults()
    assert fault.startswith(f"{CASE}:{line_of(real, 'verloop:')}: verloop: ")
    assert "alles komt van één uitgever (bouwer)" in fault
    assert "zoek een bron van een ander" in fault


def test_a_source_says_who_published_it(real: Path, faults: Faults) -> None:
    rewrite(real / ONE, "uitgever: Krant\n", "")
    (fault,) = faults()
    assert fault.startswith(f"{CASE}:{line_of(real, 'krant')}: verloop: ")
    assert f"'Krant' heeft geen uitgever; vul die in bij {ONE}" in fault


def test_a_source_that_nobody_opened_carries_no_sentence(real: Path, faults: Faults) -> None:
    rewrite(real / ONE, "gelezen: uittreksel", "gelezen: nee")
    (fault,) = faults()
    assert "'Krant' is niet gelezen; open de bron eerst" in fault


def test_a_source_that_is_no_record_is_refused(real: Path, faults: Faults) -> None:
    rewrite(real / CASE, r"bronnen: \[krant\]", "bronnen: [krantje]")
    (fault,) = faults()
    assert "verloop nr. 1, bronnen" in fault
    assert "krantje" in fault


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"    bronnen: \[krant\]\n", "", "verloop nr. 1, bronnen: dit veld is verplicht"),
        (r"weten_niet: .*\n", "", "weten_niet: verplicht bij een echt geval"),
        (r"keerpunt: .*\n", "", "keerpunt: verplicht bij een echt geval"),
        (r"partijen: .*\n", "", "partijen: verplicht bij een echt geval"),
        ("echt: true\n", "", "partijen: hoort alleen bij een echt geval (echt: true)"),
        ("zekerheid", "bronnen: [krant]\nzekerheid", "bronnen: bij een echt geval heeft elke zin"),
    ],
)
def test_a_real_case_is_complete_and_no_other_looks_like_one(
    real: Path, faults: Faults, old: str, new: str, said: str
) -> None:
    rewrite(real / CASE, old, new)
    assert any(said in fault for fault in faults()), faults()
