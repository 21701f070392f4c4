"""Readers fetch scripts without comments and indentation, and nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.slim import COMMENT, LINE, slim
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "docs/assets/js").glob("*.js"))


def test_comments_and_indentation_go_and_text_stays() -> None:
    script = """// @ts-check
// A comment.
{
  /** @type {number} */
  const a = 1; // why

  const b = /** @type {any} */ (`//x`), c = "https://x.nl/", d = /\\/\\//;
}
"""
    assert slim(script) == '{const a = 1;const b = (`//x`), c = "https://x.nl/", d = /\\/\\//;}\n'


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_keep_to_what_the_shortener_can_read(path: Path) -> None:
    """No text that looks like a comment, and no text of several lines, whose indentation would go."""
    text = path.read_text("utf-8")
    code = COMMENT.sub("", text)
    assert "/*" not in LINE.sub("", code)
    cut = [line[: found.start()] for line in code.splitlines() if (found := LINE.search(line))]
    assert [line for line in cut if line.count('"') % 2] == []
    assert [line for line in LINE.sub("", code).splitlines() if line.count("`") % 2] == []
