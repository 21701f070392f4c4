"""Routes with true times and ways back, for each of the ten roles: each rule is broken once."""

from __future__ import annotations

from pathlib import Path

from macros.reading.project import inspect_project
from macros.reading.rules.route_rules import advise_routes
from tests.helpers.project import rewrite

ROUTE, ROLE = "toolbox/leren/begeleider-van-de-keet.yml", "toolbox/rollen/trekker.yml"


def tips(project: Path) -> list[str]:
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    return [str(tip) for tip in advise_routes(toolbox, project)]


def test_a_sound_route_gives_no_tip(project: Path) -> None:
    assert tips(project) == []


def test_a_step_shorter_than_what_it_opens_is_a_tip(project: Path) -> None:
    rewrite(project / ROUTE, "minuten: 30", "minuten: 5")
    (tip,) = tips(project)
    assert tip.startswith(f"{ROUTE}:5: stap 'Oefen het keetgesprek")
    assert "krijgt 5 minuten, en 'Keetgesprek van tien minuten' duurt er 10" in tip


def test_the_short_version_of_a_sheet_is_time_enough(project: Path) -> None:
    """A route may use it: the sheet itself takes half an hour."""
    rewrite(project / ROUTE, "instrumenten/keetgesprek", "instrumenten/terugblik")
    rewrite(project / ROUTE, "minuten: 30", "minuten: 15")
    assert tips(project) == []


def test_a_page_that_does_not_lead_back_is_a_tip(project: Path) -> None:
    page = project / "docs/over/colofon.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Colofon\n", "utf-8")
    here = "elders: {titel: Colofon, url: over/colofon}"
    rewrite(project / ROUTE, r"minuten: 30\n    pagina: .*", rf"minuten: 30\n    {here}")
    (tip,) = tips(project)
    assert tip.startswith(f"{ROUTE}:8: docs/over/colofon.md verwijst niet terug")
    page.write_text("# Colofon\n\n[Route](../leren/begeleider-van-de-keet.md)\n", "utf-8")
    assert tips(project) == []


def test_one_of_the_ten_without_a_route_or_an_instrument_is_a_tip(project: Path) -> None:
    rewrite(project / ROUTE, r"rollen: .*\n", "")
    rewrite(project / ROLE, r"instrumenten:\n  - .*\n", "")
    assert [tip.partition(": ")[2] for tip in tips(project)] == [
        "geen leerroute is voor deze rol; zet haar bij rollen van een route",
        "instrumenten: noem wat bij deze rol past",
    ]
    rewrite(project / ROLE, "groep: samenwerking", "groep: gesprek")
    assert tips(project) == []
