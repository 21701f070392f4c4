"""A theme that changes its markup fails the build: all results are checked on all pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from scripts.pipeline.theme_fixes import ANCHORS, EXPECTED, REPAIRS, check_page, fix_page

UNWANTED = [  # what must not come back, planted in the text, where no repair takes it out
    '<label class="task-list-indicator"></label>',
    '<script src="assets/javascripts/bundle.js"></script>',
    '<label for="__search"></label>',
    '<nav class="md-nav" aria-expanded="false"></nav>',
    '<footer aria-label="Footer"></footer>',
    '<div tabindex=""></div>',
    '<input class="md-toggle" autocomplete="off">',
    "https://fonts.gstatic.com/",
    '<a href="javascript:void(0)"></a>',
    '<p style="color: red"></p>',
]


def problems(page: str) -> list[str]:
    """What the build says of this page."""
    return list(check_page(fix_page(page, Counter())))


def test_a_finished_page_has_nothing_left_to_repair(site: Path) -> None:
    page = (site / "instrumenten/keetgesprek/index.html").read_text("utf-8")
    assert problems(page) == []
    assert [
        name
        for name, (pattern, _) in REPAIRS.items()
        if pattern.search(page.partition("<article")[0])
    ] == []


def test_what_must_stay_away_is_named_when_it_comes_back(site: Path) -> None:
    page = (site / "instrumenten/keetgesprek/index.html").read_text("utf-8")
    found = [problems(page.replace("<h1", f"{planted}<h1", 1)) for planted in UNWANTED]
    assert [len(said) for said in found] == [1] * len(UNWANTED)
    assert len({said[0] for said in found}) == len(
        [name for name, (_, wanted) in EXPECTED.items() if not wanted]
    )


@pytest.mark.parametrize(
    "name", [*(name for name, (_, wanted) in EXPECTED.items() if wanted), *ANCHORS]
)
def test_what_must_be_there_is_named_when_it_is_gone(site: Path, name: str) -> None:
    page = (site / "instrumenten/keetgesprek/index.html").read_text("utf-8")
    pattern = ANCHORS[name] if name in ANCHORS else EXPECTED[name][0]
    assert f"themareparatie werkt niet meer: {name}" in problems(re.sub(pattern, "", page))
