"""The one hook (`hooks:` in mkdocs.yml), for speed alone: it changes no byte of any page.

gc      collects garbage less often during a build: most that a build makes lives until its end
parser  sets Markdown up once and uses it again: that took as long as reading a short page
blocks  keeps finished HTML of our macros away from Markdown, which would return it unchanged
shell   renders the theme once for pages that differ in title, text and addresses alone

Blocks and shell also render the first page of each kind normally; if the output differs, the
shortcut is off for that kind. The hook knows nothing of MkDocs but the names of its events, so
other builders that know hooks can use it too.
"""

from __future__ import annotations

import copy
import gc
import re
from collections.abc import Callable, Iterator
from typing import Any

import markdown

MARKDOWN = markdown.Markdown
MARK = "zqz"  # in no text of ours; a page that holds it is rendered normally
TAG = "<(article|details|div|dl|figure|form|h3|nav|ol|p|section|table|ul)[ >]"
BLOCK = re.compile(rf"(?:\A|(?<=\n\n)){TAG}")
NEXT = re.compile(rf"\n{TAG}")
TOUCHED = re.compile(r"\t|\n +\n|[\x02\x03]")  # what Markdown changes even in finished HTML
ID = re.compile(r'\sid="([^"]*)"')
PLAIN = re.compile(r"[^\s<>&\"']+( [^\s<>&\"']+)*")  # a title that no filter of a theme changes
VARYING = {
    "title": "meta_title",
    "description": "description",
    "record": "record",
}  # what may differ of the meta data: its name in a shell


def on_startup(*, command: str, **_: Any) -> None:
    """Collect garbage less often and reuse one Markdown parser.

    Switching collection off saved nothing more and took 75 % more memory (2000 extra records).
    """
    if command == "build":
        gc.set_threshold(10_000, 20, 10)
        markdown.Markdown = reused(MARKDOWN)


def on_shutdown(**_: Any) -> None:
    """Give Markdown its own parser back, for a program that goes on after the build."""
    markdown.Markdown = MARKDOWN


def reused(make: Callable[..., Any]) -> Callable[..., Any]:
    """A maker that returns one parser for equal settings, without what the last page left in it.

    What a generator registers in it replaces what it registered before, by name.
    """
    made: dict[str, Any] = {}

    def parser(**settings: Any) -> Any:
        key = repr(settings)
        if key not in made:
            made[key] = make(**settings)
        return made[key].reset()

    return parser


class Blocks:
    """HTML set aside while Markdown reads a page, and whether Markdown leaves its kind alone."""

    def __init__(self) -> None:
        self.aside: list[str] = []
        self.left: dict[str, bool] = {}

    def trusted(self) -> bool:
        """Was Markdown seen to leave every kind of block that is set aside unchanged?"""
        return all(self.left.get(name) for name in kinds(self.aside))


_blocks = Blocks()


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace every finished block by a short mark.

    The first page with a new kind of block keeps its blocks: on_page_content then compares them.
    """
    cut = [] if MARK in markdown or TOUCHED.search(markdown) else list(finished(markdown))
    _blocks.aside = [markdown[start:end] for start, end in cut]
    if not _blocks.trusted():
        return markdown
    borders = [0, *(border for block in cut for border in block), len(markdown)]
    rest = [markdown[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    return rest[0] + "".join(
        f"<div>{MARK}{number}</div>{text}" for number, text in enumerate(rest[1:])
    )


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """Put the blocks back, with their ids for the check of links; or see if they are unchanged."""
    aside = _blocks.aside
    if _blocks.trusted():
        page.present_anchor_ids |= {name for block in aside for name in ID.findall(block)}
        return re.sub(f"<div>{MARK}([0-9]+)</div>", lambda found: aside[int(found[1])], html)
    as_they_were = stands_in(aside, html)
    _blocks.left |= {name: as_they_were and _blocks.left.get(name, True) for name in kinds(aside)}
    return html


def kinds(blocks: list[str]) -> set[str]:
    """The names of the elements that begin these blocks."""
    return {block[1:].partition(">")[0].partition(" ")[0] for block in blocks}


def finished(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of HTML blocks that begin a paragraph and end a line; adjacent ones are joined."""
    end = 0
    while found := BLOCK.search(text, end):
        start, end = found.start(), found.end()
        while found and (close := closing(text, found)):
            end = close
            found = NEXT.match(text, end)
        if end > start + 1 and text[end - 1] == ">" and text[end : end + 2] in ("", "\n", "\n\n"):
            yield start, end


def closing(text: str, opened: re.Match[str]) -> int:
    """The end of the element that opens here, or 0 when its line goes on after it."""
    depth = 0
    for tag in re.compile(rf"<(/?){opened[1]}[ >]").finditer(text, opened.start()):
        depth += -1 if tag[1] else 1
        if not depth:
            end = tag.end()
            return end if text[end : end + 1] in ("", "\n") else 0
    return 0


def stands_in(blocks: list[str], html: str) -> bool:
    """Do all blocks stand in the page as they were, in their order, each on lines of its own?"""
    place = 0
    for block in blocks:
        place = f"\n{html}\n".find(f"\n{block}\n", place)
        if place < 0:
            return False
        place += len(block)
    return True


def on_env(env: Any, **_: Any) -> Any:
    """Serve the template of pages from here; templates that extend it get the real one."""
    real = env.get_template
    shells = Shells(real("main.html").render)

    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:
        return shells if name == "main.html" and parent is None else real(name, parent, globals)

    env.get_template = get_template
    return env


class Shells:
    """Stands in for the template of a page: renders it, or fills the shell of its group."""

    def __init__(self, render: Callable[[dict[str, Any]], str]) -> None:
        self.render_normally = render
        self.first: dict[object, dict[str, Any]] = {}  # group -> context of its first page
        self.shells: dict[
            object, list[str]
        ] = {}  # group -> fixed text and names of values in turn; empty: no shell

    def render(self, context: dict[str, Any]) -> str:
        """The whole page."""
        page = context["page"]
        if not suits(page):
            return self.render_normally(context)
        group = group_of(page, context)
        if group not in self.first:
            self.first[group] = context
            return self.render_normally(context)
        if group not in self.shells:
            html = self.render_normally(context)
            shell = make_shell(self.render_normally, self.first[group])
            self.shells[group] = shell if fill(shell, page) == html else []
            return html
        shell = self.shells[group]
        return fill(shell, page) if shell else self.render_normally(context)


def suits(page: Any) -> bool:
    """Only a page outside the menu, whose title and text pass every filter of the theme unchanged.

    One filter turns the style attribute of an aligned table cell into a class.
    """
    outside = not (page.parent or page.previous_page or page.next_page or page.is_homepage)
    plain = PLAIN.fullmatch(str(page.title)) is not None and ' style="' not in page.content
    return outside and plain


def group_of(page: Any, context: dict[str, Any]) -> object:
    """Pages of one group differ in nothing but the values that fill a shell."""
    meta = sorted((key, repr(value)) for key, value in page.meta.items() if key not in VARYING)
    given = [bool(value) for value in values(page).values()]
    return (
        folder_of(page),
        context["base_url"],
        repr(meta),
        repr(given),
        shape(page.toc),
        "<h1" in page.content,
    )


def shape(items: Any) -> object:
    return tuple((item.level, item.id, item.title, shape(item.children)) for item in items)


def values(page: Any) -> dict[str, str | None]:
    """What differs between the pages of a group."""
    return {
        "title": page.title,
        **{name: page.meta.get(key) for key, name in VARYING.items()},
        "canonical": page.canonical_url,
        "edit": page.edit_url,
        "content": page.content,
    }


def mark_of(name: str) -> str:
    """The mark of a value in a shell; that of a description shows if a filter would change it."""
    special = {
        "content": f"<h1>{MARK}content{MARK}</h1>",
        "description": f"{MARK}<b>&#39;</b>description{MARK}",
    }
    return special.get(name, f"{MARK}{name}{MARK}")


def make_shell(render: Callable[[dict[str, Any]], str], context: dict[str, Any]) -> list[str]:
    """A page of the group with marks for its values, cut at those marks.

    Empty when a mark did not come through whole.
    """
    page = context["page"]
    twin, real = copy.copy(page), values(page)
    twin.title, twin.content = mark_of("title"), mark_of("content")
    twin.canonical_url, twin.edit_url = (
        real[name] and mark_of(name) for name in ("canonical", "edit")
    )
    twin.meta = page.meta | {key: mark_of(name) for key, name in VARYING.items() if real[name]}
    marks = {mark_of(name): name for name in real}
    parts = re.split("(" + "|".join(map(re.escape, marks)) + ")", render(context | {"page": twin}))
    return (
        []
        if any(MARK in part for part in parts[::2])
        else [marks.get(part, part) for part in parts]
    )


def fill(shell: list[str], page: Any) -> str:
    """A page of this group."""
    real = values(page)
    return "".join(str(real[part]) if number % 2 else part for number, part in enumerate(shell))


def folder_of(page: Any) -> str:
    """The kind of a page."""
    return str(page.file.src_uri).rpartition("/")[0]
