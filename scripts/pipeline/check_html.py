"""Reject a built page with HTML that a contributor may not add, or with a dead link.

It rejects instead of cleaning: an editor learns what is wrong, and nothing changes silently.
Inside the article only listed elements, attributes and addresses pass; outside it the markup of the
theme passes, with pinned inline scripts. All tags must nest: a stray </article> would put the rest
of the page outside the checked part.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import markdown
import yaml

from macros.model import PAGE_KINDS
from macros.model.components import COMPONENTS
from macros.model.problems import Problem, closest
from macros.reading.project import page_names
from macros.reading.source_pages import SourcePage
from macros.reading.yaml import Loader
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.security_headers import PINS, read_pins, sha256

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
TAGS = frozenset(
    "a abbr article b blockquote br button caption circle cite code col colgroup dd del details"
    " div dl dt ellipse em fieldset"
    " figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hr i img"
    " input ins kbd label legend li line mark nav ol option p path polygon polyline pre progress"
    " q rect s section select small"
    " span strong sub summary sup svg table tbody td text textarea tfoot th thead time title tr"
    " tspan u ul wbr".split()
) | {component.element for component in COMPONENTS.values()}
ATTRIBUTES = frozenset(
    "accept alt autocomplete checked cite class colspan cx cy d datetime dir disabled dx dy fill"
    " for height hidden href id"
    " inputmode lang loading max maxlength min multiple name open points r readonly rel reversed"
    " role rows rowspan rx ry scope src"
    " start stroke stroke-width tabindex target text-anchor title transform translate type value"
    " viewbox width x x1 x2 xmlns y y1 y2".split()
)
INPUTS = frozenset("checkbox radio text number date time range file".split())
ADDRESSES = frozenset("href src xlink:href cite action formaction".split())
NEVER = frozenset("style srcdoc formaction ping srcset".split())
ADDRESS = re.compile(
    r"(https://|mailto:|#|\?|\.{0,2}/|\.{1,2}$|[A-Za-z0-9_%-][A-Za-z0-9_.%-]*([/?#]|$))"
)
# How macros/paper/qr.py starts a picture. In an image an SVG runs no script and loads nothing.
DRAWN = "data:image/svg+xml,%3Csvg "
OUTSIDE = frozenset(
    "iframe object embed base frame frameset applet portal fencedframe math template".split()
)
# HTML, an address with a scheme, attributes behind a word.
MARKUP = re.compile(r"<[a-zA-Z!/?]|\]\([^)\s]*:|\{:? *[#.a-z][^}]*=")
# How Markdown aligns the cells of a table; macros/theme/main.html makes a class of it.
ALIGNED = re.compile(r' style="text-align: (?:left|right|center);"')
CALL = re.compile(r"\{\{.*?\}\}")
Finding = tuple[str, str]  # what is wrong, text to look for in the source


class HtmlChecker(HTMLParser):
    """Reads one page and collects what may not be there, its ids and its links."""

    def __init__(self, pins: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pins = pins
        self.findings: list[Finding] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self._open: list[str] = []
        self._article = 0  # depth at which the article starts; 0 is outside
        self._articles = 0
        self._headings: list[int] = []
        self._script: list[str] | None = None
        self._empty_heading = False  # in a heading of a table that holds no word yet

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if len(values) < len(attrs):  # a browser takes the first and drops the other
            names = [key for key, _ in attrs]
            twice = next(name for name in names if names.count(name) > 1)
            self._add(f"kenmerk '{twice}' op <{tag}> staat er twee keer; haal er één weg", twice)
        if tag == "article" and not self._article:
            self._articles += 1  # a page could close the theme's article and open one of its own
            if "md-content__inner" in values.get("class", ""):
                self._article = len(self._open) + 1
        elif self._article:
            self._check_inside(tag, values)
        self._check_anywhere(tag, values)
        self._empty_heading |= tag == "th" and self._article > 0
        if tag not in VOID:
            self._open.append(tag)
        self._script = (
            []
            if tag == "script" and "src" not in values and "json" not in values.get("type", "")
            else None
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._script is not None and tag == "script":
            outside = not self._article  # inside it the tag itself is refused
            if outside and sha256("".join(self._script)) not in self.pins:
                self._add(f"een script in de pagina staat niet in {PINS}; haal het weg", "<script")
            self._script = None
        if tag == "th" and self._empty_heading:
            self._add("een kolom zonder kop; schrijf erboven wat erin staat", "| |")
            self._empty_heading = False
        if not self._open or self._open[-1] != tag:
            self._add(
                f"eindtag </{tag}> past niet bij het begin; haal HTML uit de tekst", f"</{tag}"
            )
            if tag in self._open:
                while self._open.pop() != tag:
                    pass
            return
        self._open.pop()
        if self._article and len(self._open) < self._article:
            self._article = 0

    def handle_data(self, data: str) -> None:
        self._empty_heading &= not data.strip()
        if self._script is not None:
            self._script.append(data)

    def handle_comment(self, data: str) -> None:
        # Browsers and parsers do not agree where a comment with < or > ends.
        if "<" in data or ">" in data:
            self._add("een opmerking met < of > mag niet; haal hem weg", "<!--")

    def unknown_decl(self, data: str) -> None:
        self._add("<![ … ]> mag niet; haal het weg", "<![")

    def handle_pi(self, data: str) -> None:
        self._add("<? … > mag niet; haal het weg", "<?")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._add("<! … > mag niet; haal het weg", "<!")

    def finish(self) -> None:
        """Check what can only be known at the end of the page."""
        self.close()
        if self._open:
            self._add(
                f"<{self._open[-1]}> is niet afgesloten; sluit het af of haal het weg",
                f"<{self._open[-1]}",
            )
        if self._articles != 1:
            self._add("de HTML in de tekst breekt uit de pagina; haal </article> weg", "</article")
        if self._headings.count(1) != 1:
            self._add(f"een pagina heeft één kop met één #, niet {self._headings.count(1)}", "\n# ")
        if any(
            after - before > 1
            for before, after in zip(self._headings, self._headings[1:], strict=False)
        ):
            self._add("een kopniveau is overgeslagen; gebruik na # eerst ## en dan ###", "\n###")

    def _add(self, reason: str, needle: str) -> None:
        self.findings.append((reason, needle))

    def _check_anywhere(self, tag: str, values: dict[str, str]) -> None:
        if tag in OUTSIDE:
            self._add(f"<{tag}> mag niet in een pagina; haal het weg", f"<{tag}")
        if tag == "meta" and values.get("http-equiv", "").lower() not in (
            "",
            "content-security-policy",
        ):
            self._add("meta http-equiv mag niet; haal het weg", "http-equiv")
        if tag == "form" and "action" in values:
            self._add("een formulier dat iets verstuurt mag niet; haal het weg", "<form")
        for key, value in values.items():
            if key.startswith("on") or key in NEVER:
                self._add(f"kenmerk '{key}' op <{tag}> mag niet; haal het weg", key)
            if key in ADDRESSES and tag != "link":
                self._check_address(tag, key, value)
        if (name := values.get("id")) is not None:
            if name in self.ids:
                self._add(f"id '{name}' staat er twee keer; geef één kop een andere naam", name)
            self.ids.add(name)

    def _check_address(self, tag: str, key: str, value: str) -> None:
        if (tag, key) == ("img", "src") and value.startswith(DRAWN):
            return
        address = re.sub(r"[\x00-\x20]", "", value)  # browsers ignore these inside an address
        if address and not ADDRESS.match(address):
            self._add(
                f"adres '{address[:60]}' mag niet; gebruik https of een pagina van deze site",
                value[:30],
            )
        elif key != "href" and re.match(r"(https?:)?//", address):
            self._add(
                f"<{tag}> haalt iets van een andere site: '{address[:60]}'; "
                "zet het bestand in docs/",
                value[:30],
            )
        elif address and not urlsplit(address).scheme and not address.startswith("//"):
            self.links.append(address)

    def _check_inside(self, tag: str, values: dict[str, str]) -> None:
        if tag not in TAGS:
            self._add(f"<{tag}> mag niet in een pagina; haal het weg", f"<{tag}")
        if re.fullmatch("h[1-6]", tag):
            self._headings.append(int(tag[1]))
        for key, value in values.items():
            if key.startswith("data-md-") and tag not in ("nav", "button"):
                self._add(f"kenmerk '{key}' is van het thema; haal het weg", key)
            elif (
                key not in ATTRIBUTES
                and not re.match(r"(aria|data)-[a-z-]+$", key)
                and not key.startswith("on")
            ):
                self._add(f"kenmerk '{key}' op <{tag}> mag niet; haal het weg", key)
            # The theme finds its settings and menus by names that begin with __.
            if key == "id" and value.startswith("__"):
                self._add(f"id '{value}' is van het thema; kies een andere", value)
        if tag == "input" and values.get("type") not in INPUTS:
            self._add("een invoerveld van deze soort mag niet; haal het weg", "<input")


def check_site(
    site: BuiltSite, root: Path, expected: frozenset[str] = frozenset()
) -> list[Problem]:
    """Every problem of every built page, at the line of the source that seems to cause it.

    `expected` are pages that links may lead to although they are not there.
    """
    pins = read_pins(root)
    checkers = {name: _read(text, pins) for name, text in site.pages.items()}
    links = Links(site, checkers, root, expected)
    problems: list[Problem] = []
    for page, checker in checkers.items():
        findings = dict.fromkeys([*checker.findings, *links.findings(page)])
        problems += _at_source(page, findings, root)
    return problems


def check_source_html(root: Path, pages: Iterable[SourcePage]) -> list[Problem]:
    """Check the HTML in the source of these pages, before a build."""
    extensions = extensions_of(root)
    problems: list[Problem] = []
    for page in pages:
        if not MARKUP.search(page.text):
            continue
        html = markdown.markdown(CALL.sub("", page.text), extensions=extensions)
        html = ALIGNED.sub("", html)
        checker = HtmlChecker(frozenset())
        checker.feed(f'<article class="md-content__inner">{html}</article>')
        checker.close()
        problems += located(root / page.file, dict.fromkeys(checker.findings), root)
    return problems


def extensions_of(root: Path) -> list[str]:
    """The Markdown extensions of mkdocs.yml; only names are read, for its tags can run code."""
    top: Any = yaml.compose((root / "mkdocs.yml").read_text("utf-8"), Loader)
    return next(
        [name.value for name, _ in value.value]
        for key, value in top.value
        if key.value == "markdown_extensions"
    )


def _read(text: str, pins: frozenset[str]) -> HtmlChecker:
    checker = HtmlChecker(pins)
    checker.feed(text)
    checker.finish()
    article = text[text.find("<article") : text.rfind("</article>")]
    if found := re.search(r"\{\{|\{%", article):
        text = "een macro is niet verwerkt; schrijf letterlijke accolades als &#123;&#123;"
        checker.findings.append((text, found[0]))
    return checker


class Links:
    """Checks every link inside the site, whether Markdown, HTML or a macro made it."""

    def __init__(
        self,
        site: BuiltSite,
        checkers: dict[str, HtmlChecker],
        root: Path,
        expected: frozenset[str],
    ) -> None:
        self.checkers = checkers
        self.root = root
        self.files = {path.relative_to(site.folder).as_posix() for path in site.files()} | expected

    def findings(self, page: str) -> Iterator[Finding]:
        """The dead links of a page. The 404 page may stand anywhere, so its links are left out."""
        links = [] if page == "404.html" else dict.fromkeys(self.checkers[page].links)
        for link in links:
            parts = urlsplit(link)
            path, anchor = unquote(parts.path), unquote(parts.fragment)
            target = self._target(page, path)
            if not target:
                yield self._nowhere(page, link), path.strip("./").split("/")[-1]
            elif target in self.checkers and not self._leads(anchor, target):
                yield f"de verwijzing '{link}' wijst naar een kop die er niet is", anchor

    def _leads(self, anchor: str, target: str) -> bool:
        """Whether an anchor leads somewhere; one such as blad=<id> is read by a script there."""
        return not anchor or "=" in anchor or anchor in self.checkers[target].ids

    def _target(self, page: str, path: str) -> str:
        """The file that a server gives for this path; '' when there is none."""
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        names = (posixpath.normpath(f"{there}/index.html"), there)
        return next((name for name in names if name in self.files), "")

    def _nowhere(self, page: str, link: str) -> str:
        """A link to a page that is not there is left by Markdown as it was written."""
        kind = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        if kind in PAGE_KINDS:
            return f"docs/{kind}/index.md ontbreekt; elke pagina in {kind}/ leidt daarheen"
        source = _source_of(page, self.root / "docs")
        near = link_proposal(link, source, self.root) if source else ""
        return f"de verwijzing '{link}' leidt nergens heen{near or '; kijk naar map en naam'}"


def link_proposal(link: str, source: Path, root: Path) -> str:
    """The link to write instead of a dead one on this page of docs/; '' when none is like it.

    An address as a browser shows it, or a path without .md, leads to the page it means.
    """
    names = page_names(root)
    start = source.parent.relative_to(root / "docs").as_posix()
    path = urlsplit(link).path
    folder = "" if path.startswith("/") else start
    name = posixpath.normpath(posixpath.join(folder, path.strip("/")))
    meant = next((one for one in (f"{name}.md", f"{name}/index.md") if one in names), "")
    near = closest(name, names) if not meant and path.endswith(".md") else ""
    if near:
        return f"; bedoel je '{posixpath.relpath(near, start)}'?"
    return f"; schrijf {posixpath.relpath(meant, start)}" if meant else ""


def _at_source(page: str, findings: dict[Finding, None], root: Path) -> list[Problem]:
    if not findings:
        return []
    source = _source_of(page, root / "docs")
    return (
        located(source, findings, root)
        if source
        else [Problem(page, 1, reason) for reason, _ in findings]
    )


def located(source: Path, findings: Iterable[Finding], root: Path) -> list[Problem]:
    """The findings of one source file, each at the first line that holds what it is about."""
    written, name = source.read_text("utf-8-sig").lower(), source.relative_to(root).as_posix()
    found = (
        (reason, written.find(needle.lower()) if needle else -1) for reason, needle in findings
    )
    return [
        Problem(name, written.count("\n", 0, max(place + 1, 0)) + 1, reason)
        for reason, place in found
    ]


def _source_of(page: str, docs: Path) -> Path | None:
    """modellen/fides/index.html -> docs/modellen/fides.md, or docs/modellen/fides/index.md."""
    folder, _, name = page.rpartition("/")
    if name != "index.html":
        return None
    return next(
        (path for path in (docs / f"{folder}.md", docs / folder / "index.md") if path.is_file()),
        None,
    )
