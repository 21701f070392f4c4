"""A route leads somewhere, a case to practise with is complete, a role speaks.

And the glossary has an entrance.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.verhalen import Leerroute, Praktijk, Rol
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from tests.conftest import ROOT

Faults = Callable[[], list[str]]
CASE, ROUTE = "toolbox/praktijk/brug-aan-zee.yml", "toolbox/leren/begeleider-van-de-keet.yml"
ROLE = "toolbox/rollen/trekker.yml"
SITE = "https://x.example/"


def show(toolbox: Toolbox) -> PageMacros:
    return PageMacros(PdfDocuments(toolbox, SITE))


def rewrite(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), "utf-8")


@pytest.mark.parametrize(("field", "least"), [("tafel", 3), ("opdracht", 3), ("nabespreken", 2)])
def test_a_case_to_practise_with_is_complete(
    project: Path, faults: Faults, field: str, least: int
) -> None:
    rewrite(project, CASE, rf"(?m)^{field}:\n(?: .*\n)+", "")
    needed = "een oefencasus heeft tafel, opdracht en nabespreken alle drie nodig"
    text = f"minstens {least} regels; {needed}"
    assert [line.partition(": ")[2] for line in faults()] == [f"{field}: {text}"]


def test_nothing_is_made_up_around_a_real_case(project: Path, faults: Faults) -> None:
    rewrite(project, CASE, "echt: false", "echt: true")
    text = (
        "hoort alleen bij een oefencasus (echt: false);"
        " een echt voorbeeld vullen we niet aan, dus haal het weg"
    )
    line = (project / CASE).read_text("utf-8").splitlines().index("tafel:") + 1
    assert faults() == [f"{CASE}:{line}: tafel: {text}"]


def test_a_group_can_do_a_case_in_one_meeting(project: Path, faults: Faults) -> None:
    rewrite(project, CASE, "minuten: 10", "minuten: 40")
    assert [line.partition(": ")[2] for line in faults()] == [
        "opdracht: duurt samen 65 minuten; maak er 20 tot 40 van"
    ]


def test_a_step_leads_to_one_page(project: Path, faults: Faults) -> None:
    rewrite(project, ROUTE, "minuten: 30", "minuten: 30\n    elders: {titel: Leren, url: leren}")
    text = "een stap leidt naar één pagina; kies pagina of elders, of maak er twee stappen van"
    assert [line.partition(": ")[2] for line in faults()] == [f"stappen nr. 1, elders: {text}"]


@pytest.mark.parametrize("address", ["https://x.example", "../leren", "leren/", "Leren"])
def test_a_page_elsewhere_is_a_page_of_this_site(
    project: Path, faults: Faults, address: str
) -> None:
    rewrite(
        project,
        ROUTE,
        r"pagina: .*",
        f"elders: {{titel: Leren, url: '{address}'}}",
    )
    text = f"schrijf het adres als map/naam, zoals meeschrijven/stijl; niet '{address}'"
    assert [line.partition(": ")[2] for line in faults()] == [f"stappen nr. 1, elders, url: {text}"]


def test_a_step_that_leads_nowhere_is_refused(project: Path, faults: Faults) -> None:
    rewrite(project, ROUTE, r"    pagina: .*\n", "")
    (fault,) = faults()
    line = (project / ROUTE).read_text("utf-8").splitlines().index("stappen:") + 2
    assert fault.startswith(f"{ROUTE}:{line}: stappen nr. 1: deze stap leidt nergens heen;")
    assert "instrumenten/terugblik" in fault


def test_steps_open_pages_that_are_there(real: Toolbox) -> None:
    for id, route in real.records["leren"].items():
        assert isinstance(route, Leerroute)
        page = show(real).record("leren", id, Place(f"leren/{id}.md", SITE))
        assert page.count(">Open: ") == len(route.stappen)
        for address in [stap.elders.url for stap in route.stappen if stap.elders]:
            assert any(
                (ROOT / "docs" / f"{address}{end}").is_file() for end in (".md", "/index.md")
            ), address


def test_every_case_can_be_practised(real: Toolbox) -> None:
    cases = [
        case
        for case in real.records["praktijk"].values()
        if isinstance(case, Praktijk) and case.echt is False
    ]
    assert [
        case.id for case in cases if not (case.tafel and case.opdracht and case.nabespreken)
    ] == []


def test_a_case_is_called_invented_once(real: Toolbox) -> None:
    for id, case in real.records["praktijk"].items():
        assert isinstance(case, Praktijk)
        page = show(real).record("praktijk", id, Place(f"praktijk/{id}.md", SITE))
        assert (id, page.lower().count("verzonnen")) == (id, 1 if case.echt is False else 0)


def test_a_real_case_keeps_facts_views_and_our_reading_apart(real: Toolbox) -> None:
    for case in [case for case in real.praktijk.values() if case.echt]:
        page = unescape(
            show(real).record("praktijk", case.id, Place(f"praktijk/{case.id}.md", SITE))
        )
        assert (case.id, page.count("<small>Bron: ")) == (case.id, len(case.verloop))
        for moment in case.verloop:
            assert not moment.volgens or f"<em>Volgens {moment.volgens}:</em>" in page
        happened, _, reading = page.partition("Dit is onze lezing.")
        assert all(lesson in reading for lesson in case.geleerd)
        assert not any(lesson in happened for lesson in case.geleerd)


def test_every_role_says_something_and_has_a_pitfall(real: Toolbox) -> None:
    roles = [role for role in real.records["rollen"].values() if isinstance(role, Rol)]
    assert [role.id for role in roles if not role.zegt or not role.valkuil] == []


@pytest.mark.parametrize(
    ("field", "missing"), [("mag:\n  - .*\n", "mag"), ("mag_niet: .*\n", "mag_niet")]
)
def test_one_of_the_ten_says_what_it_may_decide(
    project: Path, faults: Faults, field: str, missing: str
) -> None:
    rewrite(project, ROLE, field, "")
    text = "verplicht bij groep samenwerking; schrijf het mandaat op"
    assert [line.partition(": ")[2] for line in faults()] == [f"{missing}: {text}"]
    rewrite(project, ROLE, "groep: samenwerking", "groep: gesprek")
    assert faults() == []


def test_a_role_does_not_clash_with_itself(project: Path, faults: Faults) -> None:
    rewrite(
        project,
        ROLE,
        "instrumenten:",
        "botst: [{rol: trekker, want: Dat gaat niet.}]\ninstrumenten:",
    )
    assert [line.partition(": ")[2] for line in faults()] == [
        "botst: noemt zichzelf; kies een andere rol"
    ]


def test_the_glossary_leads_to_every_letter_and_keeps_its_places(real: Toolbox) -> None:
    page = show(real).plain("begrippen", Place("begrippen/index.md", SITE))
    letters = sorted({begrip.titel[0].lower() for begrip in real.records["begrippen"].values()})
    assert re.findall(r'href="#letter-(.)"', page) == letters
    assert re.findall(r"(?m)^## . \{ #letter-(.) ", page) == letters
    assert re.findall(r'<div id="([^"]+)">', page) == list(real.records["begrippen"])
