"""Tips for links to records: a reader who prints the page must find the record by its name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from macros.model import PAGE_KINDS, Toolbox
from macros.model.base import Record
from macros.model.problems import Problem, as_id, line_at
from macros.reading.source_pages import SourcePage, read_pages

# A link to a part of a page (#...) names that part, so it is not meant here
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<page>[^)#\s:]+\.md)\)")


def advise_links(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A tip for each link to the page of a record whose text does not name that record."""
    for page in read_pages(root).pages:
        for link in LINK.finditer(page.text):
            kind, _, id = target_of(page, link["page"]).removesuffix(".md").partition("/")
            record = toolbox.records[kind].get(id) if kind in PAGE_KINDS else None
            if record and not _names(link["text"], record, kind, toolbox):
                text = (
                    f"'{flat(link['text'])}' is niet hoe dit heet; schrijf '{record.titel}',"
                    f" of zet jouw woorden bij zoekwoorden in toolbox/{kind}/{id}.yml"
                )
                yield Problem(page.file, line_at(page.text, link.start()), text)


def target_of(page: SourcePage, address: str) -> str:
    """The path under docs/ of the page at this address, as a link of a page gives it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), address))


def _names(text: str, record: Record, kind: str, toolbox: Toolbox) -> bool:
    """Whether a text is the title, holds it, is its own part of it, or is a search word.

    A part of a title counts when no other record of the kind has those words in its title.
    """
    if _holds(text, record.titel) or as_id(text) in map(as_id, record.zoekwoorden):
        return True
    titles = toolbox.titles(kind).values()
    return _holds(record.titel, text) and sum(_holds(title, text) for title in titles) == 1


def _holds(text: str, words: str) -> bool:
    """Whether these words stand next to each other in a text."""
    return f"-{as_id(words)}-" in f"-{as_id(text)}-"


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
