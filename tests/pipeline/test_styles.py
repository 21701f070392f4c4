"""One small style sheet: what a page or a script names stays, the rest goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.pipeline.styles import slim_style

USED = frozenset("kaart kaart--nu inhoud dicht".split())


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
        "md-nav__link",
        "feiten",
        "zoekopen",
        "wegwijzer",
        "md-typeset",
    ):
        assert f".{name}" in style
