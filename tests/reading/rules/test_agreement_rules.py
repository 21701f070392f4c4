"""A sheet that asks who does it and when has an agreement: faults planted in a sound sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.reading.project import inspect_project
from macros.reading.rules.agreement_rules import advise_agreements
from tests.helpers.project import rewrite

RECORD = "toolbox/instrumenten/terugblik.yml"
AGREED = "    soort: afspraak\n    label: Wat doen we voortaan? (wie, wanneer)"


def tips(project: Path, box: str) -> list[str]:
    """The tips when the box with the agreement is this one."""
    rewrite(project / RECORD, re.escape(AGREED), box)
    toolbox = inspect_project(project).toolbox
    assert toolbox is not None
    return [str(tip) for tip in advise_agreements(toolbox, project) if RECORD in str(tip)]


@pytest.mark.parametrize(
    "label",
    ["Wat doen we voortaan? (wie, wanneer)", "Wie doet het, en wanneer?", "Nalopen (dag en wie)"],
)
def test_who_and_when_without_an_agreement_is_a_tip(project: Path, label: str) -> None:
    (tip,) = tips(project, f"    label: {label}")
    assert f"'{label}' vraagt wie en wanneer, maar dat komt niet in het verslag" in tip
    assert "zet 'afspraak: wat'" in tip
    assert not tip.startswith(f"{RECORD}:1:")


@pytest.mark.parametrize(
    "box",
    [
        AGREED,
        "    afspraak: wat\n    label: Wat doen we? (wie, wanneer)",
        "    label: Wie deed het?",
        "    label: Aan wie vraag ik het, en wanneer?",
    ],
    ids=["of that kind", "the part of one", "no day", "asked of another"],
)
def test_an_agreement_or_another_question_is_no_tip(project: Path, box: str) -> None:
    assert tips(project, box) == []


def test_columns_that_together_ask_who_and_when_are_a_tip(project: Path) -> None:
    rewrite(project / RECORD, "- titel: Moment", "- titel: Klaar op")
    rewrite(project / RECORD, r"- titel: Hoe liep het\?", "- titel: Wie?")
    (tip,) = tips(project, "    label: Wat doen we?")
    assert "'Klaar op, Wie?' vraagt wie en wanneer" in tip
