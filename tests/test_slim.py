"""Readers fetch scripts without comments and indentation, and nothing else is lost."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from macros.mkdocs_adapter import COMPONENTS
from scripts.pipeline.assets import COMMENT, LINE, slim
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
    assert slim(script) == '{const a=1;const b=(`//x`),c="https://x.nl/",d=/\\/\\//}\n'


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ('a("x = y ; z", b);', 'a("x = y ; z",b);'),
        ("a('x = y', `${b ? c : d} = e`);", "a('x = y',`${b ? c : d} = e`);"),
        ('a(/[" =] = \\//g, "b = c");', 'a(/[" =] = \\//g,"b = c");'),
        ('a(b / c, " = ", d / e);', 'a(b / c," = ",d / e);'),
        ("a = b + +c - d - -e;", "a=b + +c-d - -e;"),
        ('{\n  a(";}", [b, ], { c, });\n}', '{a(";}",[b],{c})}'),
        ("a\n  .b()\n  .c(\n    d ||\n    e,\n  );\nf()", "a.b().c(d||e);f()"),
    ],
)
def test_only_what_says_nothing_goes(line: str, short: str) -> None:
    assert slim(line) == short + "\n"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_keep_to_what_the_shortener_can_read(path: Path) -> None:
    """No text that looks like a comment, and no text of several lines, whose indentation would go."""
    text = path.read_text("utf-8")
    code = COMMENT.sub("", text)
    assert "/*" not in LINE.sub("", code)
    cut = [line[: found.start()] for line in code.splitlines() if (found := LINE.search(line))]
    assert [line for line in cut if line.count('"') % 2] == []
    assert [line for line in LINE.sub("", code).splitlines() if line.count("`") % 2] == []
    assert not re.search(r"`[^`]*\$\{[^}`]*`", LINE.sub("", code)), (
        "een tekst met gaten staat in een gat van een andere"
    )


def test_what_is_interactive_stays_small() -> None:
    """All that fills in, compares and remembers, as one: at most 15 kB compressed."""
    parts = [
        part
        for component, (_, scripts) in COMPONENTS.items()
        if component != "zoeker"
        for part in scripts
    ]
    text = "".join(
        slim((ROOT / f"docs/assets/js/{part}.js").read_text("utf-8"))
        for part in dict.fromkeys([*parts, "meenemen"])
    )
    assert len(gzip.compress(text.encode(), 9)) <= 15_000
