"""The one hook (`hooks:` in mkdocs.yml). It makes builds faster; without it every page is the same.

gc      the garbage collector runs less often, since most objects of a build live until its end
parser  one Markdown parser is used for all pages: making one takes as long as reading a short page
blocks  Markdown does not read the finished HTML of our macros, which it would leave as it is
shell   pages that differ in title, text and addresses alone share one rendering of the theme

The first page with a new kind of block, and the first of a group of pages, are also rendered in the
normal way. If the output differs, the shortcut is not used for that kind or group. Uses nothing of
MkDocs but the names of its events, so that other generators with hooks can use it too.
"""

from __future__ import annotations

import copy
import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

import markdown

MARKDOWN = markdown.Markdown
# Objects made before the collector looks at them, and runs before it looks at older ones. Switching
# it off saved nothing more with 2000 records, and took 75 % more memory.
GC_THRESHOLDS = (10_000, 20, 10)
# In no text of ours; a page with it is rendered in the normal way
PLACEHOLDER = "zqz"
TAG = "<(article|details|div|dl|figure|form|h3|nav|ol|p|section|table|ul)[ >]"
BLOCK = re.compile(rf"(?:\A|(?<=\n\n)){TAG}")
NEXT = re.compile(rf"\n{TAG}")
CHANGED_BY_MARKDOWN = re.compile(r"\t|\n +\n|[\x02\x03]")  # even inside finished HTML
ID = re.compile(r'\sid="([^"]*)"')
# A title that no filter of a theme changes
PLAIN = re.compile(r"[^\s<>&\"']+( [^\s<>&\"']+)*")
# Metadata that may differ within a group -> the name of its value in a shell
VARYING = {
    "title": "meta_title",
    "description": "description",
    "record": "record",
    "gegevens": "gegevens",
    "melden": "melden",
}


class TocItem(Protocol):
    """A heading in the table of contents."""

    level: int
    id: str
    title: str
    children: Iterable[TocItem]


class SourceFile(Protocol):
    """The file of a page; `src_uri` is its path under docs/."""

    src_uri: str


class Page(Protocol):
    """What we use of a page of the generator."""

    title: str
    content: str
    meta: dict[str, Any]
    canonical_url: str | None
    edit_url: str | None
    toc: Iterable[TocItem]
    file: SourceFile
    parent: object
    previous_page: object
    next_page: object
    is_homepage: bool
    present_anchor_ids: set[str]


class Templates(Protocol):
    """What we use of the Jinja environment of the theme."""

    get_template: Callable[..., Any]


Context = dict[str, Any]
Render = Callable[[Context], str]


def on_startup(*, command: str, **_: object) -> None:
    """Collect garbage less often and reuse one Markdown parser, during a build."""
    if command == "build":
        gc.set_threshold(*GC_THRESHOLDS)
        markdown.Markdown = reuse_parser(MARKDOWN)


def on_shutdown(**_: object) -> None:
    """Put the parser back, for programs that go on after the build."""
    markdown.Markdown = MARKDOWN


def reuse_parser(make: Callable[..., Any]) -> Callable[..., Any]:
    """A function like `make` that gives the same parser for the same settings, reset.

    What a generator registers in a parser replaces what it registered under that name before.
    """
    parsers: dict[str, Any] = {}

    def parser(**settings: object) -> object:
        key = repr(settings)
        if key not in parsers:
            parsers[key] = make(**settings)
        return parsers[key].reset()

    return parser


class Blocks:
    """The HTML blocks of the current page, and which kinds of blocks Markdown leaves unchanged."""

    def __init__(self) -> None:
        self.current: list[str] = []
        self.unchanged: dict[str, bool] = {}  # name of an element

    def are_trusted(self) -> bool:
        """Whether Markdown is known to leave all blocks of the page unchanged."""
        return all(self.unchanged.get(name) for name in element_names(self.current))

    def learn(self, html: str) -> None:
        """Note whether Markdown left the blocks of the page unchanged, given its output."""
        unchanged = contains_all(self.current, html)
        for name in element_names(self.current):
            self.unchanged[name] = unchanged and self.unchanged.get(name, True)


_blocks = Blocks()


def on_page_markdown(markdown: str, **_: object) -> str:
    """Replace every finished block by a short placeholder, once its kind is trusted."""
    may_cut = PLACEHOLDER not in markdown and not CHANGED_BY_MARKDOWN.search(markdown)
    ranges = list(html_blocks(markdown)) if may_cut else []
    _blocks.current = [markdown[start:end] for start, end in ranges]
    return without_ranges(markdown, ranges) if _blocks.are_trusted() else markdown


def without_ranges(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with a numbered placeholder in the place of each range."""
    parts: list[str] = []
    last = 0
    for number, (start, end) in enumerate(ranges):
        parts += text[last:start], f"<div>{PLACEHOLDER}{number}</div>"
        last = end
    return "".join((*parts, text[last:]))


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    """Put the blocks back, with their ids for the check of links; or learn from this page."""
    if not _blocks.are_trusted():
        _blocks.learn(html)
        return html
    blocks = _blocks.current
    for block in blocks:
        page.present_anchor_ids.update(ID.findall(block))
    return re.sub(f"<div>{PLACEHOLDER}([0-9]+)</div>", lambda match: blocks[int(match[1])], html)


def element_names(blocks: Iterable[str]) -> set[str]:
    """The names of the elements with which these blocks begin."""
    return {block[1:].partition(">")[0].partition(" ")[0] for block in blocks}


def html_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of HTML blocks that begin a paragraph and end a line.

    Elements on lines right below each other are one block.
    """
    end = 0
    while match := BLOCK.search(text, end):
        start, end = match.start(), match.end()
        element: re.Match[str] | None = match
        while element and (element_end := end_of_element(text, element)):
            end = element_end
            element = NEXT.match(text, end)
        if end > start + 1 and text[end - 1] == ">" and text[end : end + 2] in ("", "\n", "\n\n"):
            yield start, end


def end_of_element(text: str, opened: re.Match[str]) -> int:
    """The end of the element that opens here; 0 when its line goes on after it."""
    depth = 0
    for tag in re.compile(rf"<(/?){opened[1]}[ >]").finditer(text, opened.start()):
        depth += -1 if tag[1] else 1
        if not depth:
            end = tag.end()
            return end if text[end : end + 1] in ("", "\n") else 0
    return 0


def contains_all(blocks: Iterable[str], html: str) -> bool:
    """Whether the page contains all blocks unchanged, in their order, each on its own lines."""
    position = 0
    for block in blocks:
        position = f"\n{html}\n".find(f"\n{block}\n", position)
        if position < 0:
            return False
        position += len(block)
    return True


def on_env(env: Templates, **_: object) -> Templates:
    """Make the generator render pages with Shells; templates that extend main.html get the file."""
    get_template = env.get_template
    shells = Shells(get_template("main.html").render)

    def get(name: object, *arguments: object, **options: object) -> object:
        is_page = name == "main.html" and not arguments and not options
        return shells if is_page else get_template(name, *arguments, **options)

    env.get_template = get
    return env


class Shells:
    """Takes the place of the template of a page: renders it, or fills the shell of its group."""

    def __init__(self, render: Render) -> None:
        self.render_theme = render
        self.first: dict[object, Context] = {}  # group -> context of its first page
        # Group -> fixed text and names of values, by turns; empty when there can be no shell
        self.shells: dict[object, list[str]] = {}

    def render(self, context: Context) -> str:
        """The whole page."""
        page = context["page"]
        if not can_use_shell(page):
            return self.render_theme(context)
        group = group_of(page, context)
        if self.shells.get(group):
            return fill_shell(self.shells[group], page)
        html = self.render_theme(context)
        if group not in self.first:
            self.first[group] = context
        elif group not in self.shells:
            shell = make_shell(self.render_theme, self.first[group])
            self.shells[group] = shell if fill_shell(shell, page) == html else []
        return html


def can_use_shell(page: Page) -> bool:
    """Whether a page is outside the menu, and every filter of the theme leaves it unchanged.

    One filter turns the style attribute of an aligned table cell into a class.
    """
    in_menu = page.parent or page.previous_page or page.next_page or page.is_homepage
    return not in_menu and bool(PLAIN.fullmatch(str(page.title))) and ' style="' not in page.content


def group_of(page: Page, context: Mapping[str, Any]) -> object:
    """The group of a page: its pages differ in nothing but the values that fill a shell."""
    meta = sorted((key, repr(value)) for key, value in page.meta.items() if key not in VARYING)
    filled = [name for name, value in values(page).items() if value]
    has_heading = "<h1" in page.content
    toc = toc_structure(page.toc)
    return folder_of(page), context["base_url"], repr(meta), repr(filled), toc, has_heading


def toc_structure(items: Iterable[TocItem]) -> object:
    """All that a theme can print of a table of contents, as nested tuples."""
    return tuple((item.level, item.id, item.title, toc_structure(item.children)) for item in items)


def values(page: Page) -> dict[str, str | None]:
    """What differs between the pages of a group, by the names of the values in a shell."""
    return {
        "title": page.title,
        **{name: page.meta.get(key) for key, name in VARYING.items()},
        "canonical": page.canonical_url,
        "edit": page.edit_url,
        "content": page.content,
    }


def placeholder_for(name: str) -> str:
    """The text that takes the place of a value in a shell.

    That of a description has markup, so that it shows whether a filter would change it.
    """
    special = {
        "content": f"<h1>{PLACEHOLDER}content{PLACEHOLDER}</h1>",
        "description": f"{PLACEHOLDER}<b>&#39;</b>description{PLACEHOLDER}",
    }
    return special.get(name, f"{PLACEHOLDER}{name}{PLACEHOLDER}")


def make_shell(render: Render, context: Context) -> list[str]:
    """A page of a group, cut at its values: fixed text and names of values, by turns.

    Empty when a part of a placeholder is left in the fixed text: the theme changed that value.
    """
    page = with_placeholders(context["page"])
    names = {placeholder_for(name): name for name in values(page)}
    placeholders = "|".join(map(re.escape, names))
    parts = re.split(f"({placeholders})", render(context | {"page": page}))
    if any(PLACEHOLDER in text for text in parts[::2]):
        return []
    return [names.get(part, part) for part in parts]


def with_placeholders(page: Page) -> Page:
    """A copy of a page with a placeholder for every value that it has."""
    template, given = copy.copy(page), values(page)
    template.title, template.content = placeholder_for("title"), placeholder_for("content")
    template.canonical_url = given["canonical"] and placeholder_for("canonical")
    template.edit_url = given["edit"] and placeholder_for("edit")
    varying = {key: placeholder_for(name) for key, name in VARYING.items() if given[name]}
    template.meta = page.meta | varying
    return template


def fill_shell(shell: Iterable[str], page: Page) -> str:
    """The page of this group with its own values in the shell."""
    given = values(page)
    return "".join(str(given[part]) if number % 2 else part for number, part in enumerate(shell))


def folder_of(page: Page) -> str:
    """The folder of a page under docs/, which is the kind of its record."""
    return str(page.file.src_uri).rpartition("/")[0]
