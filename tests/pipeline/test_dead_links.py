"""A dead link is reported before the build, at its line and with the page that was meant."""

from __future__ import annotations

from pathlib import Path

from scripts.pipeline.dead_links import check_dead_links
from tests.conftest import ROOT


def said(root: Path, text: str) -> list[str]:
    """Problems of a page docs/over/a.md with this text, beside docs/over/b.md and docs/index.md."""
    (root / "docs/over").mkdir(parents=True)
    for name, content in (("over/a.md", text), ("over/b.md", ""), ("index.md", "[a](over/a.md)")):
        (root / "docs" / name).write_text(content, "utf-8")
    return [str(problem) for problem in check_dead_links(root)]


def test_a_dead_link_is_named_with_its_line_and_the_page_that_was_meant(tmp_path: Path) -> None:
    assert said(tmp_path, "Een\n[b](bb.md#x), [b](b.md)\n\n[weg](../weg/ergens.md 'titel')") == [
        "docs/over/a.md:2: de verwijzing 'bb.md' leidt nergens heen; bedoel je 'b.md'?",
        "docs/over/a.md:4: de verwijzing '../weg/ergens.md' leidt nergens heen; "
        "kijk naar pad en naam",
    ]


def test_what_is_no_link_or_leads_elsewhere_is_left_alone(tmp_path: Path) -> None:
    text = (
        "`[x](x.md)` [y](https://x.nl/y.md) <!--\n[z](z.md) -->\n```\n[w](w.md)\n```\n"
        "[start](../index.md) [b](<b.md>) ![a](a.png)"
    )
    assert said(tmp_path, text) == []


def test_our_own_pages_have_none() -> None:
    assert list(check_dead_links(ROOT)) == []
