"""A page without front matter gets its title and description from its record, and
every page its doors.
"""

from __future__ import annotations

import html
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.mkdocs_adapter import MacrosPlugin, doors_of, open_doors, set_metadata
from macros.model.problems import ToolboxError
from macros.pages.macro_functions import PageMacros
from macros.paper.documents import PdfDocuments
from macros.reading.project import open_toolbox
from tests.helpers.project import run


def page(**facts: object) -> SimpleNamespace:
    return SimpleNamespace(meta={}, **facts)


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


@pytest.mark.parametrize(
    ("name", "markdown", "links"),
    [
        (
            "instrumenten/keetgesprek.md",
            '{{ instrument("keetgesprek") }}\n\n## Achtergrond\n\nTekst.\n',
            ("docs/instrumenten/keetgesprek.md", "toolbox/instrumenten/keetgesprek.yml"),
        ),
        (  # its page has no words, and may be made by the build
            "rollen/trekker.md",
            '{{ rol("trekker") }}\n\n{{ hoort_bij() }}\n',
            ("", "toolbox/rollen/trekker.yml"),
        ),
        ("rollen/index.md", '# Rollen\n\n{{ kaarten("rollen") }}\n', ("docs/rollen/index.md", "")),
    ],
)
def test_the_doors_of_a_page_lead_to_the_files_with_its_words(
    project: Path, name: str, markdown: str, links: tuple[str, str]
) -> None:
    env = adapter(project, name, markdown, "https://host/edit/main/docs/{path}")
    open_doors(env)
    found = (env.page.edit_url or "", env.page.meta.get("gegevens", ""))
    assert found == tuple(link and f"https://host/edit/main/{link}" for link in links)


def test_a_fault_is_reported_with_the_title_and_address_of_the_page(project: Path) -> None:
    env = adapter(project, "over/privacy.md", "# Wie & wat\n\nTekst.\n", "")
    open_doors(env)
    assert env.page.edit_url is None
    address = html.unescape(env.page.meta["melden"])
    assert parse_qs(urlsplit(address).query)["subject"] == ["Klopt hier iets niet? Wie & wat"]
    assert "https%3A%2F%2Fx.example%2Fkist%2Fover%2Fprivacy%2F" in address


def test_a_setting_that_leads_nowhere_stops_the_build_in_dutch(project: Path) -> None:
    with pytest.raises(ToolboxError, match=r"KIST_EDIT_URL: zet \{path\} op de plek"):
        adapter(project, "over/privacy.md", "# Titel\n", "https://host/edit/main/docs/")


def adapter(project: Path, name: str, markdown: str, template: str) -> MacrosPlugin:
    """What the macros plugin hands over for one page."""
    env = SimpleNamespace(
        conf={
            "site_url": "https://x.example/kist",
            "site_name": "Kist",
            "extra": {"contact": "a@b.nl"},
        },
        page=SimpleNamespace(meta={}, file=SimpleNamespace(src_uri=name)),
        markdown=markdown,
        toolbox=open_toolbox(project),
    )
    doors = doors_of(env, {"KIST_EDIT_URL": template})
    documents = PdfDocuments(env.toolbox, "https://x.example/kist/")
    env.page_macros = PageMacros(documents, doors=doors)
    return cast("MacrosPlugin", env)


@pytest.mark.parametrize(
    ("planted", "says"), [("import nergens\n", "nergens"), ("def (:\n", "invalid syntax")]
)
def test_code_that_cannot_be_loaded_is_reported_as_itself(
    small: Path, planted: str, says: str
) -> None:
    """The macros plugin tries a second import and would hide the cause."""
    broken = small / "macros/pages/render.py"
    text = broken.read_text("utf-8")
    broken.write_text(
        text.replace("import annotations\n", f"import annotations\n{planted}", 1), "utf-8"
    )
    line = text[: text.index("import annotations")].count("\n") + 2
    done = run(small, "-m", "mkdocs", "build", KIST_PDF="nee")
    assert done.returncode != 0
    assert f"{broken}:{line}: macros/ kan niet worden geladen" in done.stderr
    assert says in done.stderr
    assert "could not find" not in done.stderr
    assert "Traceback" not in done.stderr
