"""A term explains itself where it is first used, and nowhere where a link would do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.pages.glossary_links import explain_terms
from macros.pages.render import Place
from macros.reading.project import open_toolbox

PLACE = Place("instrumenten/keetgesprek.md", "https://x.example/")
MEANING = "Wat iemand echt nodig heeft, ook als hij het niet zegt."
LINK = f'<a class="term" href="../../begrippen/#belang" title="{MEANING}">'


@pytest.fixture
def toolbox(project: Path) -> Toolbox:
    return open_toolbox(project)


def explained(text: str, toolbox: Toolbox, page: str = PLACE.page) -> str:
    return explain_terms(text, toolbox, Place(page, PLACE.site_url)).replace(LINK, "[[")


def test_only_the_first_use_is_linked(toolbox: Toolbox) -> None:
    assert (
        explained("Elk belang telt. Een belang is gewoon.", toolbox)
        == "Elk [[belang</a> telt. Een belang is gewoon."
    )


@pytest.mark.parametrize("word", ["Belang", "belangen"])
def test_the_word_itself_is_kept(toolbox: Toolbox, word: str) -> None:
    assert explained(word, toolbox) == f"[[{word}</a>"


@pytest.mark.parametrize(
    "text",
    [
        "## Belang\n",
        "[belang](x.md)",
        "`belang`",
        "```\nbelang\n```",
        '<a href="x">belang</a>',
        "<article><p>belang</p></article>",
        "<h3>belang</h3>",
        "<svg><text>belang</text></svg>",
        '<p title="belang">x</p>',
        "belangrijk, eigenbelang, belang-rijk",
        "<!-- belang -->",
        '<ul class="kaartjes"><li><a href="x">y</a><p>belang</p></li></ul>',
    ],
)
def test_where_a_link_would_harm_there_is_none(toolbox: Toolbox, text: str) -> None:
    assert explained(text, toolbox) == text


def test_text_after_closed_markup_is_open_again(toolbox: Toolbox) -> None:
    assert (
        explained("<h3>belang</h3><p>belang</p>", toolbox) == "<h3>belang</h3><p>[[belang</a></p>"
    )


def test_the_page_that_treats_a_term_and_the_glossary_need_no_link(toolbox: Toolbox) -> None:
    assert explained("belang", toolbox, "condities/relatie.md") == "belang"
    assert explained("belang", toolbox, "begrippen/index.md") == "belang"
