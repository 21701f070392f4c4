"""Advice that its own sheet refuses, and refusals that lead nowhere: each planted in a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.project import inspect_project
from macros.reading.rules.case_rules import advise_cases
from tests.helpers.project import rewrite

SITUATIE = "toolbox/situaties/stroeve-sfeer.yml"
KEETGESPREK = "toolbox/instrumenten/keetgesprek.yml"
TERUGBLIK = "toolbox/instrumenten/terugblik.yml"
METING = "toolbox/scans/vertrouwensmeting.yml"
NO_OTHER = "wanneer_niet: Er is net een ongeluk gebeurd. Dat voelt dan als klagen.\n"


def tips(project: Path) -> list[str]:
    inspection = inspect_project(project)
    assert inspection.toolbox is not None, inspection.problems
    return [str(tip) for tip in advise_cases(inspection.toolbox, project)]


def put(project: Path, file: str, before: str, line: str) -> None:
    """Put a line before the field `before` of a record."""
    rewrite(project / file, rf"(?m)^{before}:", f"{line}\n{before}:")


def test_a_sound_project_gets_no_tip(project: Path) -> None:
    assert tips(project) == []


def test_a_situatie_that_leads_to_a_sheet_that_refuses_it_is_a_tip(project: Path) -> None:
    put(project, SITUATIE, "terug_naar", "speelt: [geschaad]")
    put(project, KEETGESPREK, "rollen", "niet_bij: [geschaad]")
    (tip,) = tips(project)
    assert tip.startswith(f"{SITUATIE}:")
    assert "past niet bij geschaad vertrouwen" in tip
    assert "kies een ander instrument" in tip


def test_advice_of_a_meting_that_its_sheet_refuses_is_a_tip(project: Path) -> None:
    rewrite(project / METING, r"(    laag:\n(?:      .*\n)*)", r"\1      speelt: [angst]\n")
    put(project, KEETGESPREK, "rollen", "niet_bij: [angst]")
    put(project, TERUGBLIK, "rollen", "niet_bij: [angst]")
    assert any(
        tip.startswith(f"{METING}:") and "past niet bij angst" in tip for tip in tips(project)
    )


def test_what_you_do_next_may_not_refuse_what_is_still_there(project: Path) -> None:
    put(project, KEETGESPREK, "rollen", "speelt: [claim]")
    put(project, TERUGBLIK, "rollen", "niet_bij: [claim]")
    (tip,) = tips(project)
    assert tip.startswith(f"{KEETGESPREK}:")
    assert "past niet bij een claim" in tip


def test_a_quarrel_never_begins_with_a_sheet_that_sends_on(project: Path) -> None:
    put(project, SITUATIE, "terug_naar", "speelt: [ruzie]")
    rewrite(project / SITUATIE, "eerst: keetgesprek", "eerst: terugblik")
    (tip,) = tips(project)
    assert "past niet bij ruzie" in tip


@pytest.mark.parametrize("line", ["bij_onrust: terugblik", "niet_bij: [ruzie]"])
def test_a_way_out_that_refuses_a_quarrel_is_a_tip(project: Path, line: str) -> None:
    """The first line makes a circle: each of the two sheets sends to the other."""
    put(project, KEETGESPREK, "rollen", line)
    found = [tip for tip in tips(project) if tip.startswith(f"{TERUGBLIK}:")]
    assert len(found) == 1
    assert "stuurt bij ruzie zelf door" in found[0]


def test_a_quarrel_refused_without_a_way_out_is_a_tip(project: Path) -> None:
    rewrite(project / TERUGBLIK, r"bij_onrust: .*\n", "niet_bij: [ruzie]\n")
    (tip,) = tips(project)
    assert "weigert ruzie; noem bij bij_onrust het instrument" in tip


@pytest.mark.parametrize(
    ("words", "refuses", "is_tip"),
    [
        ("", "", True),
        (" Vraag een jurist.", "", False),
        (" Neem Terugblik in vier vragen.", "", False),
        (" Neem Terugblik in vier vragen.", "niet_bij: [gevaar]", True),
    ],
    ids=["nothing", "a person", "a sheet", "a sheet that refuses it too"],
)
def test_a_refusal_says_what_to_do(
    project: Path, words: str, refuses: str, *, is_tip: bool
) -> None:
    said = NO_OTHER.replace(".\n", f".{words}\n") + "niet_bij: [gevaar]\n"
    rewrite(project / KEETGESPREK, r"wanneer_niet: .*\n", said)
    if refuses:
        put(project, TERUGBLIK, "rollen", refuses)
    found = [tip for tip in tips(project) if tip.startswith(f"{KEETGESPREK}:")]
    assert len(found) == is_tip
    assert all("zegt niet wat je doet bij gevaar" in tip for tip in found)
