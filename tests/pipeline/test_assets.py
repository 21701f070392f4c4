"""Readers fetch scripts without comments, types and indentation; no more is lost."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from macros.model.components import fetched_scripts, joined_scripts
from scripts.pipeline.assets import COMMENT, TYPE, join_scripts, own_scripts, remove_unused, slim
from scripts.pipeline.built_site import BuiltSite
from tests.conftest import ROOT
from tests.helpers.project import LONGEST

SCRIPTS = [*own_scripts(ROOT / "docs/assets/js"), ROOT / "macros/theme/sw-aan.js"]
NODE = Path(compute_driver_executable()[0])  # comes with the package that drives the browsers


def test_comments_and_indentation_go_and_the_rest_stays() -> None:
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
        '{\nconst a = 1;\nconst b = (`//x`), c = "https://x.nl/", d = /\\/\\//;\n}\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        "text.split(/ , /)",
        '.replace(/ = /g, "=")',
        r"a.match(/ \* /)",
        "a('http://a.nl // b')",
        'a("x = y ; z", b);',
        'a("x; // y");',
        "a(`${b}, // c`, d);",
        r"a.replace(/; \/\/ /, b);",
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
    """No text of several lines, no block comment but JSDoc, no type inside a text."""
    code = COMMENT.sub("", path.read_text("utf-8"))
    assert [line for line in code.splitlines() if line.count("`") % 2] == []
    assert [line for line in code.splitlines() if line.endswith("\\")] == []
    assert not re.search(r"^\s*/\*", code, re.MULTILINE)
    before = [line[: found.start()] for line in code.splitlines() for found in TYPE.finditer(line)]
    assert [text for text in before if any(text.count(quote) % 2 for quote in "'\"`")] == []


def test_an_attribute_names_the_joined_file_of_what_is_fetched(tmp_path: Path) -> None:
    for names in joined_scripts().values():
        for name in names:
            path = tmp_path / f"assets/js/{name}.js"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"// {name}\n")
    sources = " ".join(f"../assets/js/{name}.js" for name in fetched_scripts("meten/samen"))
    qr = 'data-qr="../assets/js/vendor/lean-qr.js"'
    (tmp_path / "index.html").write_text(f'<p data-samen="{sources}" {qr}></p>')
    site = BuiltSite(tmp_path)
    join_scripts(site)
    (joined,) = (tmp_path / "assets/js").glob("samen.*.js")
    assert site.pages["index.html"] == f'<p data-samen="../assets/js/{joined.name}" {qr}></p>'


def test_every_built_script_is_a_program(site: Path) -> None:
    for path in [*own_scripts(site / "assets/js"), *site.glob("*.js")]:
        done = subprocess.run(
            [NODE, "--check", path], capture_output=True, text=True, timeout=LONGEST, check=False
        )
        assert done.returncode == 0, done.stderr


def test_every_asset_is_named_by_a_page_a_style_or_a_script(site: Path) -> None:
    sources = [*site.rglob("*.html"), *site.rglob("assets/**/*.css"), *site.rglob("*.js")]
    texts = "".join(path.read_text("utf-8") for path in sources)
    assets = {path.name for path in (site / "assets").rglob("*") if path.is_file()}
    assert {"deelplaat.png", "merk.svg", "zoeken.js", "lean-qr.js"} <= assets
    assert {name for name in assets if not re.search(rf"[/\"'`]{re.escape(name)}\b", texts)} == {
        "OFL.txt",
        "lean-qr.LICENSE.txt",
    }


def test_what_is_unused_goes_and_what_a_used_file_names_stays(tmp_path: Path) -> None:
    files = {
        "index.html": '<link href="assets/css/a.css"><script src="assets/js/a.js"></script>',
        "assets/css/a.css": "@font-face { src: url(../fonts/a.woff2) }",
        "assets/css/b.css": "@font-face { src: url(../fonts/b.woff2) }",
        "assets/js/a.js": 'load("../js/c.js")',
        "assets/js/c.js": "",
        "assets/thema/d.js": 'load("e.js")',
        "assets/thema/e.js": 'load("d.js")',
        "assets/fonts/a.woff2": "",
        "assets/fonts/b.woff2": "",
        "assets/fonts/OFL.txt": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    remove_unused(BuiltSite(tmp_path))
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "index.html",
        "a.css",
        "a.js",
        "c.js",
        "a.woff2",
        "OFL.txt",
    }
    assert not (tmp_path / "assets/thema").exists()
