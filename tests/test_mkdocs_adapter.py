"""A page without front matter gets its title, description and pencil from its record."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.mkdocs_adapter import set_metadata
from macros.reading.project import open_toolbox
from tests.helpers.project import run


def page(**facts: object) -> SimpleNamespace:
    return SimpleNamespace(
        meta={}, edit_url="https://host/repo/edit/main/docs/instrumenten/keetgesprek.md", **facts
    )


def test_title_and_description_come_from_the_record_and_are_inert(project: Path) -> None:
    record = open_toolbox(project).records["instrumenten"]["keetgesprek"]
    hostile = record.model_copy(update={"titel": "<b>&{{ 7*7 }}", "doel": '" onload=x'})
    shown = page()
    set_metadata(shown, "instrumenten", hostile)
    assert shown.meta["title"] == "&#60;b&#62;&#38;&#123;&#123; 7&#42;7 &#125;&#125;"
    assert shown.meta["description"] == "&#34; onload&#61;x"


def test_what_a_page_says_itself_goes_first(project: Path) -> None:
    shown = page()
    shown.meta["title"] = "Eigen titel"
    set_metadata(
        shown, "instrumenten", open_toolbox(project).records["instrumenten"]["keetgesprek"]
    )
    assert shown.meta["title"] == "Eigen titel"


def test_the_pencil_leads_to_the_record(project: Path) -> None:
    shown = page()
    set_metadata(
        shown, "instrumenten", open_toolbox(project).records["instrumenten"]["keetgesprek"]
    )
    assert shown.edit_url == "https://host/repo/edit/main/toolbox/instrumenten/keetgesprek.yml"


@pytest.mark.parametrize(
    ("planted", "says"), [("import nergens\n", "nergens"), ("def (:\n", "invalid syntax")]
)
def test_code_that_cannot_be_loaded_is_reported_as_itself(
    copy: Path, planted: str, says: str
) -> None:
    """The macros plugin tries a second import and would hide the cause."""
    broken = copy / "macros/pages/render.py"
    text = broken.read_text("utf-8")
    broken.write_text(
        text.replace("import annotations\n", f"import annotations\n{planted}", 1), "utf-8"
    )
    line = text[: text.index("import annotations")].count("\n") + 2
    done = run(copy, "-m", "mkdocs", "build", KIST_PDF="nee")
    assert done.returncode != 0
    assert f"{broken}:{line}: macros/ kan niet worden geladen" in done.stderr
    assert says in done.stderr
    assert "could not find" not in done.stderr
    assert "Traceback" not in done.stderr
