"""Which words of a built page stand in the files that its own links open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

SHORTEST = 4  # words of a sentence that is counted
BLOCKS = frozenset(
    "p li h1 h2 h3 h4 dt dd td th figcaption legend summary q caption option button label div"
    " section small".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
OURS = {"svg", "button"}  # a page may name a button, whose words are no content
REMARK = re.compile(r"^#.*$", re.MULTILINE)
END = re.compile(r"(?<=[.?!:;])\s+")


class Reader(HTMLParser):
    """The blocks of text of the article of a page, and every address that the page links to.

    The text of a link to another page of the site is that page's own, so it is not counted here.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.article = 0
        self.blocks = [""]
        self.addresses: list[str] = []
        self.links: list[bool] = []  # of the open links: whether each leads to another page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article" and not self.article:
            self.article = len(self.open)
        if tag in BLOCKS:
            self.blocks.append("")
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self.addresses.append(address)
            self.links.append(not re.match(r"https?:|mailto:|#", address))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.blocks.append("")
        if tag == "a" and self.links:
            self.links.pop()
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if len(self.open) < self.article:
            self.article = 0

    def handle_data(self, data: str) -> None:
        if self.article and not any(self.links) and not OURS & set(self.open):
            self.blocks[-1] += data


def plain(text: str) -> str:
    """The words of a text alone, so that markup, YAML and soft hyphens do not matter."""
    return " ".join(re.findall(r"\w+", text.replace("\u00ad", "").lower()))


def sources(root: Path) -> dict[str, str]:
    """Path of every record and page of a project -> its words.

    Without the vocabularies, whose words are few and belong to no page, and without remarks: a new
    record may keep those of the template.
    """
    paths = [*(root / "docs").rglob("*.md"), *(root / "toolbox").glob("*/*.yml")]
    names = {path: path.relative_to(root).as_posix() for path in paths}
    return {
        name: f" {plain(_without_remarks(path).replace(chr(39) * 2, chr(39)))} "
        for path, name in names.items()
        if not name.startswith("toolbox/woordenlijsten/")
    }


def labels(root: Path) -> str:
    """The words of everything that the sheets say themselves, which a record may say too."""
    paths = (root / "macros/paper/sheets").glob("*.py")
    return f" {plain(' '.join(path.read_text('utf-8') for path in paths))} "


def _without_remarks(path: Path) -> str:
    text = path.read_text("utf-8")
    return REMARK.sub("", text) if path.suffix == ".yml" else text


@dataclass
class Reach:
    """For each kind of page: words from a source, and how many the links of their page open."""

    words: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)

    def share(self, kind: str) -> float:
        """The reached part of the words of a kind."""
        return self.reached[kind] / self.words[kind]


def opened(html: str, edit: str) -> tuple[Reader, set[str]]:
    """A page, and the paths in the project that its links open."""
    reader = Reader()
    reader.feed(html)
    marked = (address for address in reader.addresses if address.startswith(edit))
    return reader, {unquote(address.removeprefix(edit)) for address in marked}


def measure(site: Path, root: Path, edit: str) -> Reach:
    """The reach of the links of a built site; `edit` is how each begins."""
    texts, reach = sources(root), Reach()
    is_ours, is_of_a_source = _finder(labels(root)), _finder("".join(texts.values()))
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        if '<meta http-equiv="refresh"' in html:
            continue
        folder = path.parent.relative_to(site)
        kind = folder.parts[0] if len(folder.parts) > 1 else "overzichten"
        reader, files = opened(html, edit)
        is_own = _finder("".join(texts.get(file, "") for file in files))
        for sentence in _sentences(reader.blocks):
            if is_ours(sentence):
                continue
            count, reached = len(sentence.split()), is_own(sentence)
            reach.reached[kind] += count if reached else 0
            reach.words[kind] += count if reached or is_of_a_source(sentence) else 0
    return reach


def _finder(text: str) -> Callable[[str], bool]:
    """Whether a text has a sentence; asked once, since pages share many and looking takes long."""
    return cache(lambda sentence: f" {sentence} " in text)


def _sentences(blocks: list[str]) -> Iterator[str]:
    for block in blocks:
        for sentence in END.split(block):
            words = plain(sentence)
            if len(words.split()) >= SHORTEST:
                yield words
