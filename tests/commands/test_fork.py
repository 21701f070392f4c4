"""Another organisation takes the kist over: name, colours, logo and tabs come from mkdocs.yml."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.helpers.project import rewrite, run

OLD_NAME, OLD_COLOURS = "gereedschapskist samenwerken", ("#0b4f6c", "#a84300")
NAME, GREEN, PURPLE = "Werkplaats Noord", "#1f6b3a", "#7a1f6b"
TEXTS = frozenset(".html .json .xml .txt .css .js .svg".split())


@pytest.fixture
def fork(copy: Path) -> Path:
    """A copy in which one file is changed, and a drawing is added."""
    settings = copy / "mkdocs.yml"
    rewrite(settings, "^site_name: .*", f"site_name: {NAME}")
    rewrite(settings, "kleuren: {.*}", f'kleuren: {{eerste: "{GREEN}", tweede: "{PURPLE}"}}')
    rewrite(settings, "logo: &logo \\S+", "logo: &logo assets/beeld/noord.svg")
    rewrite(settings, "^  - Leren: .*\n", "")
    rewrite(settings, r"Leren en naslag: \[leren, ", "Leren en naslag: [")
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    )
    (copy / "docs/assets/beeld/noord.svg").write_text(drawing, "utf-8")
    return copy


@pytest.mark.long
def test_a_fork_has_its_own_name_colours_logo_and_tabs_everywhere(fork: Path) -> None:
    done = run(fork, "-m", "scripts.build")
    assert done.returncode == 0, done.stderr
    site = fork / "site"
    texts = {path: path.read_text("utf-8") for path in site.rglob("*") if path.suffix in TEXTS}
    assert [path for path, text in texts.items() if OLD_NAME in text.lower()] == []
    assert [
        path for path, text in texts.items() if any(old in text.lower() for old in OLD_COLOURS)
    ] == []
    home = texts[site / "index.html"]
    assert f'content="{GREEN}"' in home
    assert f'<p class="voor__merk">{NAME}</p>' in home
    assert home.count("noord.svg") >= 2
    tabs = re.search('<nav class="tabs".*?</nav>', home, re.DOTALL)
    assert tabs
    assert re.findall('href="([^"]*)"', tabs[0]) == [
        "instrumenten/",
        "situaties/",
        "fasen/",
        "modellen/",
        "scans/",
        "checklists/",
        "draaiboeken/",
    ]
    (style,) = (text for path, text in texts.items() if path.name.startswith("stijl."))
    assert GREEN in style
    assert PURPLE in style
    pdfs = [*site.rglob("*.pdf")]
    assert pdfs
    assert [path for path in pdfs if OLD_NAME in words_of(path).lower()] == []
    assert [path for path in pdfs if NAME not in words_of(path)] == []


def words_of(pdf: Path) -> str:
    """All text of a PDF, and its metadata."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_range() for page in document)
    return " ".join((*document.get_metadata_dict().values(), *pages))
