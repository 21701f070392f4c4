"""A page that another one names in quotes is linked there, so that nobody has to look for it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.model import PAGE_KINDS, Toolbox
from macros.model.problems import Problem, line_at
from macros.reading.rules.link_rules import flat, target_of
from macros.reading.source_pages import SourcePage, read_pages

# Code, macros, headings and comments name nothing to a reader; a link is what is asked for
SKIPPED = re.compile(
    r"```.*?```|`[^`\n]*`|\{\{.*?\}\}|<!--.*?-->|^#[^\n]*$|\[[^\]]*\]\([^)]*\)",
    re.DOTALL | re.MULTILINE,
)
QUOTED = re.compile(
    r"(?<![\w'])'(?P<a>[^'\n]{3,80})'(?!\w)|[“‘\"](?P<b>[^”’\"\n]{3,80})[”’\"]"
    r"|(?<![\w*])\*(?P<c>[^*\n]{3,80})\*(?![\w*])"
)
LINKED = re.compile(r"\]\((?P<page>[^)#\s:]+\.md)")


def check_quoted_pages(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A problem for each page that is named, in quotes or slanted, and not linked."""
    pages = read_pages(root).pages
    titles = _titles(toolbox, pages)
    for page in pages:
        linked = {target_of(page, link["page"]) for link in LINKED.finditer(page.text)}
        text = SKIPPED.sub(_blank, page.text)
        for quote in QUOTED.finditer(text):
            title = flat(quote[quote.lastgroup or 0])
            target = titles.get(title)
            if target and target not in (page.path, *linked):
                linked.add(target)  # once a page
                address = posixpath.relpath(target, posixpath.dirname(page.path) or ".")
                advice = f"'{title}' is een pagina; maak er een link van: [{title}]({address})"
                yield Problem(page.file, line_at(page.text, quote.start()), advice)


def _titles(toolbox: Toolbox, pages: tuple[SourcePage, ...]) -> Mapping[str, str]:
    """The title of each page -> its path under docs/; a title of two pages names neither."""
    found: dict[str, set[str]] = {}
    for kind in PAGE_KINDS:
        for id, record in toolbox.records[kind].items():
            found.setdefault(record.titel, set()).add(f"{kind}/{id}.md")
    for page in pages:
        if page.title:
            found.setdefault(page.title, set()).add(page.path)
    return {title: paths.pop() for title, paths in found.items() if len(paths) == 1}


def _blank(match: re.Match[str]) -> str:
    """As many signs as were matched, so that what follows keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])
