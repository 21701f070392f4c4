"""One message a cause over all layers, and a link to write instead of a dead one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model.problems import Problem
from scripts.pipeline.check_html import link_proposal
from scripts.pipeline.validate import _one_a_cause

GONE = Problem("toolbox/fasen/a.yml", 3, "x is weg", "instrumenten/x")


def test_what_follows_from_a_record_that_is_gone_is_not_said_again() -> None:
    lock = Problem("links.lock", 4, "/instrumenten/x/ is verdwenen", "instrumenten/x")
    dead = Problem(
        "docs/fasen/b.md", 5, "de verwijzing '../instrumenten/x.md#y' leidt nergens heen; kijk"
    )
    other = Problem("docs/fasen/b.md", 6, "iets anders")
    (first, second) = _one_a_cause([lock, dead, other, GONE])
    assert first == other
    assert second.text == "x is weg. Dat geldt ook voor de verwijzing in docs/fasen/b.md:5"


@pytest.mark.parametrize(
    ("link", "proposal"),
    [
        ("/fasen/delen/", "; schrijf ../fasen/delen.md"),
        ("../fasen/delen", "; schrijf ../fasen/delen.md"),
        ("../fasen/dellen.md", "; bedoel je '../fasen/delen.md'?"),
        ("/fasen/", "; schrijf ../fasen/index.md"),
        ("www.voorbeeld.nl", ""),
    ],
)
def test_a_dead_link_gets_the_page_that_it_means(tmp_path: Path, link: str, proposal: str) -> None:
    for name in ("rollen/trekker.md", "fasen/delen.md", "fasen/index.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("# X\n")
    assert link_proposal(link, tmp_path / "docs/rollen/trekker.md", tmp_path) == proposal
