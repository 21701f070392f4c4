"""Of all that belongs to a page a reader sees a few first, each once and under a clear reason."""

from __future__ import annotations

import re

import pytest

from macros.model import PAGE_KINDS, Toolbox
from macros.model.relations import Relations
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments

HEADINGS = {"Doe hierna", "Doe eerst", "Achtergrond", "In het echt"}
NEVER_FIRST = {"Bronnen", "In plaats van", "Gaat niet samen met"}


@pytest.fixture(scope="module")
def macros(real: Toolbox) -> PageMacros:
    return PageMacros(PdfDocuments(real, "https://kist.example.nl/"))


def links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', html)


def names(html: str) -> set[str]:
    return set(re.findall(r"<dt>(.*?)</dt>", html))


def test_a_few_are_shown_the_others_folded_and_none_twice(
    macros: PageMacros, real: Toolbox
) -> None:
    for kind in PAGE_KINDS:
        for id in real.records[kind]:
            html = macros.hoort_bij(Place(f"{kind}/{id}.md", ""))
            shown, _, folded = html.partition("<details")
            assert names(shown) <= HEADINGS
            full = len(links(shown)) == min(5, len(links(html)))
            assert full or names(folded) <= NEVER_FIRST, id
            assert len(set(links(html))) == len(links(html)), id
            assert (f"(nog {len(links(folded))})" in folded) == bool(folded)


def test_what_is_tied_most_to_a_page_goes_first(macros: PageMacros, real: Toolbox) -> None:
    ties = Relations(real).ties("instrumenten", "startcondities")
    html = macros.hoort_bij(Place("instrumenten/startcondities.md", ""))
    after = html.partition("<dt>Doe hierna</dt>")[2].partition("</dd>")[0]
    ids = [link.strip("./").rpartition("/")[2] for link in links(after)]
    folded = links(html.partition("<details")[2])
    others = [one.strip("./").rpartition("/")[2] for one in folded if "/" not in one.strip("./")]
    assert others
    weakest = min(ties["instrumenten", id] for id in ids)
    assert weakest >= max(ties["instrumenten", id] for id in others if id not in ids)
