"""Readers fetch scripts without whole-line comments and indentation, and nothing else is lost."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from scripts.pipeline.assets import COMMENT, slim
from tests.conftest import ROOT

SCRIPTS = [*sorted((ROOT / "docs/assets/js").glob("*.js")), ROOT / "macros/theme/sw-aan.js"]
NODE = Path(compute_driver_executable()[0])  # comes with the package that drives the browsers
PATIENCE = 60  # seconds


def test_whole_comments_and_indentation_go_and_the_rest_stays() -> None:
    script = """// @ts-check
// A comment.
{
  /** @type {number} */
  const a = 1; // why

  /**
   * Several lines.
   */
  const b = /** @type {any} */ (`//x`), c = "https://x.nl/", d = /\\/\\//;
}
"""
    assert slim(script) == (
        "{\nconst a = 1; // why\n"
        'const b = /** @type {any} */ (`//x`), c = "https://x.nl/", d = /\\/\\//;\n}\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        "text.split(/ , /)",
        '.replace(/ = /g, "=")',
        r"a.match(/ \* /)",
        "a('http://a.nl // b')",
        'a("x = y ; z", b);',
        "a('x = y', `${b ? c : d} = e`);",
        r"""a(/[" =] = \//g, "b = c");""",
        "a = b + +c - d - -e;",
        "a(`/** b */`, '/* c */'); /** d */",
    ],
)
def test_a_line_that_is_no_comment_is_unchanged(line: str) -> None:
    assert slim(line) == line + "\n"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_keep_to_what_can_be_shortened_safely(path: Path) -> None:
    """No text of several lines, whose indentation would go, and no block comment but JSDoc."""
    code = COMMENT.sub("", path.read_text("utf-8"))
    assert [line for line in code.splitlines() if line.count("`") % 2] == []
    assert [line for line in code.splitlines() if line.endswith("\\")] == []
    assert not re.search(r"^\s*/\*", code, re.MULTILINE)


def test_every_built_script_is_a_program(site: Path) -> None:
    for path in [*site.glob("assets/js/*.js"), *site.glob("*.js")]:
        done = subprocess.run(
            [NODE, "--check", path], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode == 0, done.stderr
