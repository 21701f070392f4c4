"""What tests ask of a built page, read with the standard library."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

EACH_KIND = [  # addresses of one page of each kind
    "",
    "instrumenten/",
    "instrumenten/keetgesprek/",
    "fasen/delen/",
    "condities/belangen/",
    "checklists/fase-delen-klaar/",
    "kaarten/ervaring/",
    "modellen/reflectiemodel/",
    "scans/vertrouwensmeting/",
    "verbeteragenda/",
    "situaties/botsing/",
    "praktijk/brug-aan-zee/",
    "leren/eerste-kwartier/",
    "rollen/trekker/",
    "begrippen/",
    "bronnen/",
    "meeschrijven/nieuw-instrument/",
    "over/rechten/",
    "over/dekking/",
    "404.html",
]
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Page:
    """One page: its title and description, the text of its article and where its links lead."""

    address: str
    title: str = ""
    description: str = ""
    text: str = ""
    links: set[str] = field(
        default_factory=set
    )  # addresses of pages in this site, such as fasen/delen
    article_links: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.stack: list[str] = []
        self.article = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in VOID:
            self.stack.append(tag)
        if tag == "article" and not self.article:
            self.article = len(self.stack)
        if tag == "meta" and values.get("name") == "description":
            self.page.description = values.get("content") or ""
        if tag == "a" and (target := self._target(values.get("href") or "")) is not None:
            self.page.links.add(target)
            if self.article:
                self.page.article_links.add(target)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
        if len(self.stack) < self.article:
            self.article = 0

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] == "title":
            self.page.title += data
        elif self.article and "style" not in self.stack and "script" not in self.stack:
            self.page.text += data

    def _target(self, href: str) -> str | None:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        target = posixpath.normpath(posixpath.join(self.page.address, unquote(parts.path)))
        return "" if target == "." else target.removesuffix("/index.html")


def read_pages(site: Path) -> dict[str, Page]:
    """Every page of a built site by its address; the home page is ''."""
    pages = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        page = Page("" if address == "." else address)
        text = path.read_text("utf-8")
        if '<meta http-equiv="refresh"' not in text:  # what moved is no page of its own
            _Reader(page).feed(text)
            pages[page.address] = page
    return pages
