"""The way out stays open: the unchanged project gives the same articles with another builder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model import Toolbox
from scripts.pipeline.generate import generate

ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)


def articles(site: Path) -> dict[str, str]:
    found = {
        path.relative_to(site).as_posix(): ARTICLE.search(path.read_text("utf-8"))
        for path in site.rglob("index.html")
    }
    return {name: match[0] for name, match in found.items() if match}


@pytest.mark.long
def test_properdocs_gives_the_same_articles(site: Path, real: Toolbox, tmp_path: Path) -> None:
    """Compared before the pipeline joins scripts, whose names stand in articles too."""
    assert site.is_dir()  # with it all PDFs are there
    for generator in ("mkdocs", "properdocs"):
        assert generate(tmp_path / generator, real, generator) == []
    assert articles(tmp_path / "properdocs") == articles(tmp_path / "mkdocs")
