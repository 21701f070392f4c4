"""The one hook (`hooks:` in mkdocs.yml), for speed alone: without it every page has the same bytes, it only takes longer.

gc      the cycle collector comes by less often while a site is built: most that a build makes lives until its end
parser  Markdown is set up once and used again: it took as long as reading a short page
blocks  finished HTML of our macros passes by Markdown, which would read it twice to leave it as it is
shell   the theme is rendered once for a group of pages that differ in title, text and addresses alone, and filled for each

Of blocks and shell the first of a kind also goes the long way. When the bytes differ, so does the rest of that kind.
Knows nothing of MkDocs but the names of its events, so other builders that know hooks can use it too.
"""

from __future__ import annotations

import copy
import gc
import re
from collections.abc import Callable, Iterator
from typing import Any

import markdown

MARKDOWN = markdown.Markdown
SIGN = "zqz"  # stands in no text of ours; a page that holds it goes the long way
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
    """Not off: with 2000 records more that saved no measurable time and cost three quarters more memory."""
    if command == "build":
        gc.set_threshold(10_000, 20, 10)
        markdown.Markdown = reused(MARKDOWN)


def on_shutdown(**_: Any) -> None:
    """Who builds from a program of its own gets its parser back."""
    markdown.Markdown = MARKDOWN


def reused(make: Callable[..., Any]) -> Callable[..., Any]:
    """Gives the same parser for the same settings, emptied of the last page; what a generator hangs in it is hung anew by name."""
    made: dict[str, Any] = {}

    def parser(**settings: Any) -> Any:
        key = repr(settings)
        if key not in made:
            made[key] = make(**settings)
        return made[key].reset()

    return parser


# ---------------------------------------------------------------------------------------------- blocks
class Blocks:
    """What is set aside while Markdown reads a page, and which elements it was seen to leave as they are, or not."""

    def __init__(self) -> None:
        self.aside: list[str] = []
        self.left: dict[str, bool] = {}

    def trusted(self) -> bool:
        """May all that is set aside now pass by?"""
        return all(self.left.get(name) for name in kinds(self.aside))


_blocks = Blocks()


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put a short sign in the place of every finished block; the first page with a new element in one is only looked at."""
    cut = [] if SIGN in markdown or TOUCHED.search(markdown) else list(finished(markdown))
    _blocks.aside = [markdown[start:end] for start, end in cut]
    if not _blocks.trusted():
        return markdown
    borders = [0, *(border for block in cut for border in block), len(markdown)]
    rest = [markdown[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    return rest[0] + "".join(
        f"<div>{SIGN}{number}</div>{text}" for number, text in enumerate(rest[1:])
    )


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """Put the blocks back, with their ids for the check of links; or see whether Markdown left them as they were."""
    aside = _blocks.aside
    if _blocks.trusted():
        page.present_anchor_ids |= {name for block in aside for name in ID.findall(block)}
        return re.sub(f"<div>{SIGN}([0-9]+)</div>", lambda found: aside[int(found[1])], html)
    as_they_were = stands_in(aside, html)
    _blocks.left |= {name: as_they_were and _blocks.left.get(name, True) for name in kinds(aside)}
    return html


def kinds(blocks: list[str]) -> set[str]:
    """The names of the elements that begin these blocks."""
    return {block[1:].partition(">")[0].partition(" ")[0] for block in blocks}


def finished(text: str) -> Iterator[tuple[int, int]]:
    """Where HTML blocks stand that begin a paragraph and end a line; blocks right under each other are one."""
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


# ---------------------------------------------------------------------------------------------- shell
def on_env(env: Any, **_: Any) -> Any:
    """Let the template of pages come from here; what extends it gets the real one."""
    real = env.get_template
    shells = Shells(real("main.html").render)

    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:
        return shells if name == "main.html" and parent is None else real(name, parent, globals)

    env.get_template = get_template
    return env


class Shells:
    """Stands in for the template of a page: renders it, or fills the shell of its group."""

    def __init__(self, render: Callable[[dict[str, Any]], str]) -> None:
        self.long_way = render
        self.first: dict[object, dict[str, Any]] = {}  # group -> context of its first page
        self.shells: dict[
            object, list[str]
        ] = {}  # group -> fixed text and names of values in turn; empty: no shell

    def render(self, context: dict[str, Any]) -> str:
        """The whole page."""
        page = context["page"]
        if not suits(page):
            return self.long_way(context)
        group = group_of(page, context)
        if group not in self.first:
            self.first[group] = context
            return self.long_way(context)
        if group not in self.shells:
            html = self.long_way(context)
            shell = make_shell(self.long_way, self.first[group])
            self.shells[group] = shell if fill(shell, page) == html else []
            return html
        return fill(self.shells[group], page) if self.shells[group] else self.long_way(context)


def suits(page: Any) -> bool:
    """Only a page outside the menu, whose title passes every filter unchanged; a theme repair rewrites inline styles."""
    outside = not (page.parent or page.previous_page or page.next_page or page.is_homepage)
    return (
        outside and PLAIN.fullmatch(str(page.title)) is not None and ' style="' not in page.content
    )


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


def sign(name: str) -> str:
    """What stands for a value in a shell. That of a description shows whether a filter would change it."""
    special = {
        "content": f"<h1>{SIGN}content{SIGN}</h1>",
        "description": f"{SIGN}<b>&#39;</b>description{SIGN}",
    }
    return special.get(name, f"{SIGN}{name}{SIGN}")


def make_shell(render: Callable[[dict[str, Any]], str], context: dict[str, Any]) -> list[str]:
    """The page of a group with signs for its values, cut at those signs; empty when a sign did not come through whole."""
    page = context["page"]
    twin, real = copy.copy(page), values(page)
    twin.title, twin.content = sign("title"), sign("content")
    twin.canonical_url, twin.edit_url = (
        real[name] and sign(name) for name in ("canonical", "edit")
    )
    twin.meta = page.meta | {key: sign(name) for key, name in VARYING.items() if real[name]}
    signs = {sign(name): name for name in real}
    parts = re.split("(" + "|".join(map(re.escape, signs)) + ")", render(context | {"page": twin}))
    return (
        []
        if any(SIGN in part for part in parts[::2])
        else [signs.get(part, part) for part in parts]
    )


def fill(shell: list[str], page: Any) -> str:
    """A page of this group."""
    real = values(page)
    return "".join(str(real[part]) if number % 2 else part for number, part in enumerate(shell))


def folder_of(page: Any) -> str:
    """The kind of a page."""
    return str(page.file.src_uri).rpartition("/")[0]
