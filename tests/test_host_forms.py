"""The forms and templates that a host shows to who reports or proposes something."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.pages.code_host import REPORT_FORM
from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
PROPOSALS = (".gitlab/merge_request_templates/Default.md", ".azuredevops/pull_request_template.md")


def read(path: Path) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return form


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_the_host_accepts(path: Path) -> None:
    form = read(path)
    assert set(form) <= {"name", "description", "title", "body"}
    assert form["name"]
    assert form["description"]
    questions = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in form["body"]} <= KINDS
    assert len({field["id"] for field in questions}) == len(questions) > 0
    assert all(field["attributes"]["label"] for field in questions)


def test_a_report_from_the_site_fills_a_field_that_exists() -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE" / REPORT_FORM)
    assert "pagina" in {field.get("id") for field in form["body"]}


@pytest.mark.parametrize("path", PROPOSALS)
def test_every_host_asks_the_same_of_a_proposal(path: str) -> None:
    first = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert (ROOT / path).read_text("utf-8") == first
