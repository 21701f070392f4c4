"""A built page holds nothing that acts, comes from elsewhere or leaves its frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.reading.source_pages import read_pages
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.check_html import HtmlChecker, check_site, check_source_html
from scripts.pipeline.security_headers import sha256
from tests.conftest import ROOT

SCRIPT = "var a=1"


def page(article: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><body><script>{SCRIPT}</script><main>'
        f'<article class="md-content__inner"><h1>X</h1>{article}</article></main></body></html>'
    )


def judge(article: str) -> list[str]:
    checker = HtmlChecker(frozenset({sha256(SCRIPT)}))
    checker.feed(page(article))
    checker.finish()
    return [reason for reason, _ in checker.findings]


@pytest.mark.parametrize(
    "article",
    [
        "<script>1</script>",
        "<p onclick=x>a</p>",
        "<p class=a class=b>a</p>",
        "<a href='java\tscript:x'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<a href='data:image/svg+xml,%3Csvg x'>a</a>",
        "<img src='data:text/html,%3Csvg x' alt=''>",
        "<img src='//x.example/a.png' alt=''>",
        "</article><p>a</p><article>",
        "<div id=__config></div>",
        "<![CDATA[ > <b>a</b> ]]>",
        "<!-- a > b -->",
        "<p style=color:red>a</p>",
        "<iframe></iframe>",
        "<form action='/x'></form>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<base href='https://x.example'>",
        "<div>",
        "<h3>te diep</h3>",
        "<h1>nog een</h1>",
        "<div data-md-component=search></div>",
        "<style>a{}</style>",
        "<input type=password>",
        "<p id=a></p><p id=a></p>",
        "<video src=a></video>",
        "<table><tr><th> </th><th>a</th></tr></table>",
    ],
)
def test_refused(article: str) -> None:
    assert judge(article)


def test_ordinary_markup_passes() -> None:
    assert (
        judge(
            '<h2 id="a">Kop</h2><p><a href="../x/#y">link</a> &lt;script&gt;</p>'
            '<ul><li><label><input type="checkbox"> a</label></li></ul>'
        )
        == []
    )


def test_dead_links_name_the_line_of_the_source(tmp_path: Path) -> None:
    for folder in ("site/a", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "csp-hashes.txt").write_text(sha256(SCRIPT))
    (tmp_path / "docs/a.md").write_text('# A\n\n<a href="../weg/">x</a>\n[b](bb.md)\n')
    (tmp_path / "docs/b.md").write_text("# B\n")
    (tmp_path / "site/a/index.html").write_text(
        page(
            '<a href="../weg/">x</a><a href="#niets">y</a><a href="bb.md">b</a>'
            '<a href="#blad=lezen-een-script">c</a>'
        )
    )
    assert [str(problem) for problem in check_site(BuiltSite(tmp_path / "site"), tmp_path)] == [
        "docs/a.md:3: de verwijzing '../weg/' leidt nergens heen; kijk naar map en naam",
        "docs/a.md:1: de verwijzing '#niets' wijst naar een kop die er niet is",
        "docs/a.md:4: de verwijzing 'bb.md' leidt nergens heen; bedoel je 'b.md'?",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<script>1</script>", "<script> mag niet"),
        ("Een [link](javascript:alert(1)).", "adres 'javascript:alert(1)' mag niet"),
        ("Een zin.\n{ onclick=alert(1) }", "kenmerk 'onclick'"),
    ],
)
def test_html_in_a_page_is_refused_before_anything_is_built(
    small: Path, written: str, said: str
) -> None:
    page = small / "docs/over/dekking.md"
    page.write_text(f"{page.read_text('utf-8')}\n{written}\n", "utf-8")
    lines = page.read_text("utf-8").rstrip().count("\n") + 1
    problem = check_source_html(small, read_pages(small).pages)[0]
    assert (problem.path, said in problem.text) == ("docs/over/dekking.md", True)
    assert lines - 1 <= problem.line <= lines


def test_a_table_with_aligned_cells_passes_beside_html(small: Path) -> None:
    page = small / "docs/over/dekking.md"
    text = '\n| a | b |\n|---:|:-:|\n| 1 | <span id="twee">2</span> |\n'
    page.write_text(page.read_text("utf-8") + text, "utf-8")
    assert check_source_html(small, read_pages(small).pages) == []


def test_pages_as_they_are_hold_no_html_to_refuse() -> None:
    assert check_source_html(ROOT, read_pages(ROOT).pages) == []
