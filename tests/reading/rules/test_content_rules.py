"""The rules for content, and the places of a meting that may never move.

No test counts records: an editor who adds one turns nothing red.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.meten import Scan
from macros.reading.project import inspect_project
from macros.reading.rules.content_rules import advise_content
from macros.reading.rules.record_rules import advise_copies
from tests.conftest import ROOT
from tests.helpers.project import rewrite


def tips(project: Path) -> list[str]:
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    return [str(tip) for tip in advise_content(toolbox, project)]


@pytest.mark.parametrize("prose", ["", "Een korte zin.\n\n" * 240])
def test_a_model_page_too_short_or_too_long_is_a_tip(project: Path, prose: str) -> None:
    page = project / "docs/modellen/reflectiemodel.md"
    page.write_text(f"{page.read_text('utf-8')}\n{prose}\n", "utf-8")
    assert any("reflectiemodel.md:1: telt" in tip for tip in tips(project))


def test_a_model_page_of_a_good_length_is_no_tip(project: Path) -> None:
    page = project / "docs/modellen/reflectiemodel.md"
    page.write_text(f"{page.read_text('utf-8')}\n{'Een korte zin. ' * 100}\n", "utf-8")
    assert not any("reflectiemodel.md" in tip for tip in tips(project))


def test_an_instrument_to_which_nothing_leads_is_a_tip(project: Path) -> None:
    """Also when another instrument names it: readers start at a situatie, meting or fase."""
    lonely = (project / "toolbox/instrumenten/keetgesprek.yml").read_text("utf-8")
    (project / "toolbox/instrumenten/alleen.yml").write_text(lonely, "utf-8")
    text = '{{ instrument("alleen") }}\n\n{{ hoort_bij() }}\n'
    (project / "docs/instrumenten/alleen.md").write_text(text, "utf-8")
    found = [tip for tip in tips(project) if "leidt hierheen" in tip]
    assert [tip.partition(":")[0] for tip in found] == ["toolbox/instrumenten/alleen.yml"]


def test_few_steps_and_no_follow_up_are_tips(project: Path) -> None:
    record = project / "toolbox/instrumenten/keetgesprek.yml"
    rewrite(record, r"vervolg:\n  - terugblik\n", "")
    rewrite(record, r"  - titel: Ga staan\n(    .*\n)+", "")
    found = [tip for tip in tips(project) if tip.startswith("toolbox/instrumenten/keetgesprek.yml")]
    assert any("vervolg: noem een instrument" in tip for tip in found)
    assert any("stappen: dit zijn er 4" in tip for tip in found)


def test_online_without_a_word_on_how_is_a_tip(project: Path) -> None:
    record = project / "toolbox/instrumenten/terugblik.yml"
    assert not any("online: staat bij plekken" in tip for tip in tips(project))
    rewrite(record, r"online: .*\n", "")
    found = [tip for tip in tips(project) if "online: staat bij plekken" in tip]
    assert [tip.partition(":")[0] for tip in found] == ["toolbox/instrumenten/terugblik.yml"]


@pytest.mark.parametrize(
    ("file", "field"),
    [
        ("instrumenten/terugblik", "valkuilen:\n  - "),
        ("condities/relatie", "valkuilen:\n  - tekst: "),
        ("situaties/stroeve-sfeer", "niet_doen: "),
    ],
)
def test_an_order_below_a_cross_is_a_tip(project: Path, file: str, field: str) -> None:
    """A reader in a hurry sees 'doe dit niet' and takes the remedy for what is forbidden."""
    record = project / f"toolbox/{file}.yml"
    rewrite(record, rf"{field}.*", f"{field}Alles tegelijk doen. Pas later zie je dan wat lukte.")
    assert not any("'doe dit niet'" in tip for tip in tips(project))
    rewrite(record, r"Pas later zie je dan wat lukte\.", "Kies er één.")
    (found,) = [tip for tip in tips(project) if "'doe dit niet'" in tip]
    before, _ = record.read_text("utf-8").split("Kies er één.")
    line = before.count("\n") + 1
    assert found.startswith(f"toolbox/{file}.yml:{line}: 'Kies er één.'")


def test_a_model_without_a_drawing_is_a_tip(project: Path) -> None:
    assert any("reflectiemodel.yml:1: nog zonder tekening" in tip for tip in tips(project))


def test_the_places_of_a_meting_never_move(real: Toolbox) -> None:
    """Links and printed codes of long ago must still open.

    A new statement: add its place in tests/model/plekken.txt too. A mirror has a line of its part
    with /wij behind it.
    """
    for line in (ROOT / "tests/model/plekken.txt").read_text("utf-8").splitlines()[1:]:
        id, name, *numbers = line.split()
        record = real.records["scans"][id]
        assert isinstance(record, Scan)
        now = {"versies": list(record.aantallen)}
        for deel in record.onderdelen:
            now[deel.id] = [vraag.plek for vraag in deel.vragen]
            now[f"{deel.id}/wij"] = [vraag.wij.plek for vraag in deel.vragen if vraag.wij]
        published = [int(number) for number in numbers]
        assert set(published) <= set(now[name]), line
        if name == "versies":
            assert now[name][: len(published)] == published, line


def test_a_near_copy_under_another_title_is_a_tip(project: Path) -> None:
    record = project / "toolbox/instrumenten/keetgesprek.yml"
    copy = project / "toolbox/instrumenten/ploeggesprek.yml"
    copy.write_text(record.read_text("utf-8"), "utf-8")
    rewrite(copy, "^titel: .*$", "titel: Ploeggesprek")
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    (tip,) = advise_copies(toolbox, project)
    assert "de tekst is bijna die van toolbox/instrumenten/" in tip.text
