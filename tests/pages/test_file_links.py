"""A link to a file says which file, of what kind and how large, in words that are its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest

from macros.model import KINDS, PAGE_KINDS
from macros.pages.macro_functions import PageMacros, functions
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import DraftPrinter
from macros.reading.macro_calls import NO_ARGUMENTS
from macros.reading.project import open_toolbox

SITE = "https://kist.example.nl/"
FILES = (".pdf", ".zip", ".csv", ".json", ".xml")


class Links(HTMLParser):
    """The address and words of every link to a file of this site."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = urlsplit(dict(attrs).get("href") or "")
        if tag == "a" and not address.netloc and address.path.endswith(FILES):
            self.found.append((address.path, ""))
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.open:
            path, words = self.found[-1]
            self.found[-1] = (path, words + data)


def pages(macros: PageMacros) -> Iterator[tuple[str, str]]:
    """What every macro shows: each record, each list, and all that takes no arguments."""
    place = Place("map/pagina.md", SITE)
    for kind in PAGE_KINDS:
        for id in macros.toolbox.records[kind]:
            yield f"{kind}/{id}", macros.record(kind, id, Place(f"{kind}/{id}.md", SITE))
    for kind in KINDS:
        yield f"{kind}/", macros.kaarten(kind, place)
    for row in macros.toolbox.words["kaartsoorten"]:
        yield row, macros.kaartrij(row, place)
    without_page = {"hoort_bij", "bronpunten"}  # these show what belongs to a record
    for name in set(NO_ARGUMENTS) - without_page:
        yield name, functions(macros)[name](place)


def test_a_link_to_a_file_says_which_kind_and_size(project: Path) -> None:
    macros = PageMacros(PdfDocuments(open_toolbox(project), SITE), DraftPrinter())
    offered = set()
    for page, html in pages(macros):
        links = Links(html).found
        for path, words in links:
            kind = PurePosixPath(path).suffix[1:]
            assert kind in words, (page, path, words)
            assert kind != "pdf" or words.endswith(" kB"), (page, path, words)
            offered.add(kind)
        repeated = [
            words for words, count in Counter(text for _, text in links).items() if count > 1
        ]
        assert repeated == [], page
    assert offered == {"pdf", "json", "xml"}


@pytest.mark.parametrize("page", ["kaarten", "kaartrij"])
def test_the_pages_of_cards_offer_their_decks(project: Path, page: str) -> None:
    macros = PageMacros(PdfDocuments(open_toolbox(project), SITE), DraftPrinter())
    place = Place("kaarten/index.md", SITE)
    html = (
        macros.kaarten("kaarten", place)
        if page == "kaarten"
        else macros.kaartrij("succesfactor", place)
    )
    assert "../drukwerk/kaarten-succesfactoren.pdf" in [path for path, _ in Links(html).found]
