"""Our styles win without fighting, and are one small sheet: what no page or script names goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.mkdocs_adapter import write_theme_layer
from scripts.pipeline.styles import COMMENT, blocks, drop_unread, read_style, slim_style
from tests.conftest import ROOT

STYLES = sorted((ROOT / "docs/assets/css").rglob("*.css"))
MAY_SHOUT = "[hidden]:not(.md-sidebar)"  # hidden stays hidden, whatever a component says
PREFIX = re.compile(r"\.md-typeset\s*[\s>+~][^,]")
LARGE = re.compile(r"font(-size)?:[^;]*[\d.]rem")  # a size of its own, not one of the tokens
STYLED = re.compile(r'style="[^"]*"')
USED = frozenset("kaart kaart--nu inhoud dicht a b i p".split())


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (".kaart { color: red; }", ".kaart{color:red}"),
        (".anders { color: red; }", ""),
        (".kaart, .anders { color: red; }", ".kaart{color:red}"),
        (".kaart .anders a { color: red; }", ""),
        ("#inhoud > p { margin: 0 auto; }", "#inhoud > p{margin:0 auto}"),
        (".kaart:not(.anders) { top: 0; }", ".kaart:not(.anders){top:0}"),
        (":is(.anders, .kaart) b { top: 0; }", ":is(.anders, .kaart) b{top:0}"),
        ("video { top: 0; }", ""),
        (".kaart > video, .kaart b:hover { top: 0; }", ".kaart b:hover{top:0}"),
        ("::selection, ::marker { top: 0; }", "::selection,::marker{top:0}"),
        ("[data-staat=open] { top: 0; }", ""),
        ('[data-staat="dicht"] { top: 0; }', '[data-staat="dicht"]{top:0}'),
        (
            "@media print { .anders { top: 0; } .kaart { top: 1px; } }",
            "@media print{.kaart{top:1px}}",
        ),
        ("@media print { .anders { top: 0; } }", ""),
        ("@page { margin: 15mm; }", "@page{margin:15mm}"),
        ('@charset "utf-8"; .kaart { top: 0; }', '@charset "utf-8";.kaart{top:0}'),
        ('.kaart::after { content: " ; } : "; }', '.kaart::after{content:" ; } : "}'),
        (
            ".kaart { mask: url('data:image/svg+xml,<svg a=\"1\"> </svg>'); }",
            ".kaart{mask:url('data:image/svg+xml,<svg a=\"1\"> </svg>')}",
        ),
        ("/* uitleg { */ a:hover { top: 0; }", "a:hover{top:0}"),
        (
            ".kaart { width: calc(100% - 2px); --maat: 1; }",
            ".kaart{width:calc(100% - 2px);--maat:1}",
        ),
    ],
)
def test_a_rule_stays_when_it_can_select_something(style: str, expected: str) -> None:
    assert slim_style(style, USED) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            ":root{--vrij:1;--kleur:red}a{color:var(--kleur)}",
            ":root{--kleur:red}a{color:var(--kleur)}",
        ),
        ("a{top:0;--vrij:1}", "a{top:0;}"),
        (":root{--eerste:1;--tweede:var(--eerste)}", ":root{}"),
        (':root{--teken:url("data:image/svg+xml;charset=utf-8,<svg/>");top:0}', ":root{top:0}"),
        ("a{top:calc(var( --maat )*2);--maat:2px}", "a{top:calc(var( --maat )*2);--maat:2px}"),
        ("a{--inhoud:1}", "a{--inhoud:1}"),  # a script or page names it
    ],
)
def test_a_custom_property_stays_when_something_reads_it(style: str, expected: str) -> None:
    assert drop_unread(style, USED) == expected


def test_every_custom_property_that_is_read_is_there(site: Path) -> None:
    """Unless a page or script gives it, or the rule says what comes in its place."""
    styles = [path.read_text("utf-8") for path in (site / "assets/css").glob("*.css")]
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    scripts = [path.read_text("utf-8") for path in site.rglob("*.js")]
    named = "".join([*scripts, *(tag for page in pages for tag in STYLED.findall(page))])
    given = {name for text in styles for name in re.findall(r"[{;]\s*--([\w-]+)\s*:", text)}
    read = {name for text in styles for name in re.findall(r"var\(\s*--([\w-]+)\s*\)", text)}
    assert read
    assert read - given - set(re.findall(r"--([\w-]+)", named)) == set()


def test_every_page_loads_one_sheet_and_no_script_of_the_theme(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        sheets = re.findall(r'<link rel="stylesheet" href="[^"]*?(assets/[^"]+)"', page)
        assert [sheet for sheet in sheets if "stijl." in sheet] == sheets[:1], path
        assert "bundle" not in page


def test_classes_of_the_pages_keep_their_rules(site: Path) -> None:
    style = next((site / "assets/css").glob("stijl.*.css")).read_text("utf-8")
    for name in (
        "blad__kop",
        "kaartje",
        "md-header",
        "md-nav--primary",
        "feiten",
        "zoekopen",
        "zoek__feit",  # which only a script in a folder names
        "wegwijzer",
        "md-typeset",
    ):
        assert f".{name}" in style


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_our_styles_win_by_the_layer_alone(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "style",
    [
        ".md-typeset .kaart { top: 0; }",
        "a, .md-typeset > ul { top: 0; }",
        ".kaart.kaart { top: 0; }",
        "@media screen { .kaart--nu.kaart.kaart a { top: 0; } }",
        ".kaart { top: 0 !important; }",
        ".kaart { font-size: 0.9rem; }",
        ".kaart { font: 400 max(16px, 1rem) arial; }",
    ],
)
def test_a_rule_that_fights_is_found(style: str) -> None:
    assert len(list(faults(style))) == 1


def faults(text: str, on_screen: bool = True) -> Iterator[str]:
    """Rules that win by weight or by shouting, and sizes of letters outside the scale."""
    for head, body in blocks(COMMENT.sub("", text).strip()):
        if head.startswith("@media"):
            yield from faults(body.strip(), "print" not in head and "forced-colors" not in head)
        elif PREFIX.search(head) or any(map(repeats, re.split(r"[\s>+~,():]+", head))):
            yield f"weight: {head}"
        elif "!important" in body and on_screen and head != MAY_SHOUT:
            yield f"!important: {head}"
        elif LARGE.search(body):
            yield f"a size of its own: {head}"


def repeats(compound: str) -> bool:
    """Does a selector of one element name a class twice?"""
    names = re.findall(r"\.[\w-]+", compound)
    return len(names) > len(set(names))


@pytest.mark.parametrize(("scale", "most"), [("tekst", 8), ("ruimte", 6), ("regel", 3)])
def test_a_scale_stays_short(scale: str, most: int) -> None:
    steps = [
        step
        for path in STYLES
        for step in re.findall(rf"--gk-{scale}-\w+:", path.read_text("utf-8"))
    ]
    assert 0 < len(steps) <= most


def test_the_theme_stands_in_a_layer_before_ours(site: Path) -> None:
    style = next((site / "assets/css").glob("stijl.*.css")).read_text("utf-8")
    rules = dict.fromkeys(head for head, _ in blocks(style))
    theme = "".join(body for head, body in blocks(style) if head == "@layer theme")
    assert next(iter(rules)) == "@layer theme"
    assert ".md-typeset h1{" in theme
    assert "[data-md-color-scheme=slate]" in theme
    assert ".kaartje{" not in theme
    assert ".kaartje" in rules
    assert "@import" not in style


def test_an_imported_sheet_is_joined_in_its_layer(tmp_path: Path) -> None:
    for name, text in {
        "stylesheets/main.1.min.css": '@charset "UTF-8";a{top:0}',
        "stylesheets/palette.2.min.css": "b{top:0}",
        "css/basis.css": "i{top:0}",
    }.items():
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    write_theme_layer(tmp_path)
    style = slim_style(read_style(tmp_path / "assets/css/thema.css"), USED)
    assert style == "@layer theme{a{top:0}}@layer theme{b{top:0}}"
