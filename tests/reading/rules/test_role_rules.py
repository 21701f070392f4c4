"""The roles on a sheet have names that the site explains: planted in a record of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.project import inspect_project
from macros.reading.rules.role_rules import advise_roles
from tests.helpers.project import rewrite

RECORD = "toolbox/instrumenten/terugblik.yml"


def tips(project: Path, role: str) -> list[str]:
    """The tips about this name for the role that is now called Schrijver."""
    rewrite(project / RECORD, "naam: Schrijver", f"naam: {role}")
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    return [str(tip) for tip in advise_roles(toolbox, project) if f"'{role}'" in tip.text]


def test_a_role_that_nothing_explains_is_a_tip_with_a_nearby_name(project: Path) -> None:
    (tip,) = tips(project, "Luisteraars")
    assert tip.startswith(f"{RECORD}:")
    assert "bedoel je 'Luisteraar'?" in tip
    assert "gespreksrollen.yml" in tip


@pytest.mark.parametrize(
    "role",
    ["Trekker", "Trekker per moment", "Elke trekker", "tijdbewaker", "Spreker per partij"],
    ids=["a record", "a record, each", "every one", "a word, in small letters", "a word, each"],
)
def test_a_role_that_the_site_explains_is_no_tip(project: Path, role: str) -> None:
    assert tips(project, role) == []
