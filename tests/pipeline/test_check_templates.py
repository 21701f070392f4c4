"""A broken template is named with its file and line, in words that an editor can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pipeline.check_templates import PAGES, THEME, check_templates
from tests.conftest import ROOT

FAULTS = (
    ("{% if x %}", 1, "'endif' ontbreekt"),
    ("{% for a in b %}\n{% if x %}{% endfor %}", 2, "'endfor' is geen opdracht, of hoort bij geen"),
    ("a\n{% fi x %}", 2, "'fi' is geen opdracht"),
    ("a\n\n{{ }}", 3, "hier ontbreekt wat er moet komen te staan"),
    ("{{ a b }}", 1, "hier staat 'b' waar 'end of print statement' moet staan"),
    ("{{ a", 1, "het sjabloon"),
    ("a\n{{ '", 2, "het sjabloon"),
    ("a\n{% include 'weg.html' %}", 2, "het sjabloon 'weg.html' bestaat niet"),
)


def test_the_templates_of_this_project_are_sound() -> None:
    assert [*check_templates(ROOT)] == []


@pytest.mark.parametrize("folder", [PAGES, THEME])
@pytest.mark.parametrize(("text", "line", "says"), FAULTS)
def test_a_broken_template_is_named_with_its_line(
    tmp_path: Path, folder: str, text: str, line: int, says: str
) -> None:
    (tmp_path / folder / "delen").mkdir(parents=True)
    (tmp_path / folder / "delen/stuk.html").write_text(text, "utf-8")
    (problem,) = check_templates(tmp_path)
    assert (problem.path, problem.line) == (f"{folder}/delen/stuk.html", line)
    assert says in problem.text


def test_an_unknown_filter_on_our_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / PAGES).mkdir(parents=True)
    (tmp_path / PAGES / "a.html").write_text("{{ a | minutn }}", "utf-8")
    (problem,) = check_templates(tmp_path)
    assert "'minutn' is geen filter" in problem.text
