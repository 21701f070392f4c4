"""One vocabulary: a page and a link call a part of the site what nav of mkdocs.yml calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from macros.model.folding import words
from macros.model.problems import Problem, line_at
from macros.model.urls import page_address
from macros.reading.rules.link_rules import LINK, flat, target_of
from macros.reading.settings.site_settings import FILE
from macros.reading.source_pages import SourcePage

HOME = "index.md"  # its title is a promise to the reader
IN_SENTENCE = re.compile(r"[\w,;]\s+$")  # what stands before a word in the middle of one


def check_part_names(names: Mapping[str, str], pages: Collection[SourcePage]) -> Iterator[Problem]:
    """Problems of names: the title of a part holds its name, and a link that names it does so.

    `names` are those of the parts by address. A link is meant as a name when it has a capital in
    the middle of a sentence; another one ('een meting', 'Verbeter het') is a word of its sentence.
    """
    titles = {page_address(page.path): page.title for page in pages}
    for page in pages:
        yield from _check_title(page, names)
        yield from _check_links(page, names, titles)


def _check_title(page: SourcePage, names: Mapping[str, str]) -> Iterator[Problem]:
    name, title = names.get(page_address(page.path)), page.title
    if name and title and page.path != HOME and not set(words(name)) <= set(words(title)):
        text = f"'{title}' heet in nav van {FILE} '{name}'; zet die naam in de kop"
        yield Problem(page.file, line_at(page.text, page.text.index(title)), text)


def _check_links(
    page: SourcePage, names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[Problem]:
    for link in LINK.finditer(page.text):
        said, address = flat(link["text"]), page_address(target_of(page, link["page"]))
        if not said[:1].isupper() or not IN_SENTENCE.search(
            page.text, max(link.start() - 3, 0), link.start()
        ):
            continue
        if address in names and said not in (names[address], titles.get(address)):
            name = names[address]
            text = f"'{said}' heet '{name}', zoals in nav van {FILE}; schrijf [{name}]"
            yield Problem(page.file, line_at(page.text, link.start()), text)
