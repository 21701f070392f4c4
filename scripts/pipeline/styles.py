"""Join the style sheets in one file, without the rules and custom properties that no page uses.

The theme brings 140 kB for everything that a site might show; it comes first, in its cascade layer.
Rules whose names occur in the built pages or in our scripts are kept, and the custom properties
that those or other style sheets read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.pipeline.built_site import BuiltSite

LINKS = re.compile(
    r'(?:[ \t]*<link rel="stylesheet" href="[^"]*assets/(?:stylesheets|css)/[^"]+">\s*)+'
)
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>\w+)\);')
CHARSET = re.compile(r'\A\s*@charset "[^"]+";')
LINK = re.compile(r'href="(?P<way>[^"]*?)(?P<path>assets/(?:stylesheets|css)/[^"]+)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAMES = re.compile(r"[A-Za-z_][\w-]*")
# Elements, classes, ids and the values of attributes in a selector.
NEEDED = re.compile(r"(?:^|[\s>+~.#])([A-Za-z_][\w-]*)|\[[\w-]+[~|^$*]?=[\"']?([\w-]+)")
PROPERTY = re.compile(r"""(?<=[{;])--([\w-]+):(?:"[^"]*"|'[^']*'|[^;{}"'])*;?""")
READ = re.compile(r"var\(\s*--([\w-]+)")
IN_BRACKETS = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
SPACE = re.compile(r"\s+")


def join_styles(site: BuiltSite) -> None:
    """Join the style sheets that every page loads, in their order, and link the pages to that."""
    found = (LINKS.search(page) for page in site.pages.values())
    sheets = _common([LINK.findall(links[0]) for links in found if links])
    used = frozenset(name for text in _sources(site) for name in NAMES.findall(text))
    style = "".join(slim_style(read_style(site.folder / sheet), used) for sheet in sheets)
    style = drop_unread(style, used | _read_in(site.folder / "assets/css"))
    name = f"assets/css/stijl.{hashlib.sha256(style.encode()).hexdigest()[:8]}.css"
    (site.folder / name).write_text(style, "utf-8")
    for path, page in site.pages.items():
        site.pages[path] = LINKS.sub(lambda links: _one_link(links[0], sheets, name), page, count=1)


def read_style(sheet: Path) -> str:
    """The text of a style sheet, with every sheet that it imports in its place and its layer."""

    def layer(found: re.Match[str]) -> str:
        text = CHARSET.sub("", (sheet.parent / found["path"]).read_text("utf-8"))
        return f"@layer {found['layer']} {{{text}}}"

    return IMPORT.sub(layer, sheet.read_text("utf-8"))


def slim_style(text: str, used: frozenset[str]) -> str:
    """A style sheet without comments, spare space and rules that select nothing in any page."""
    return "".join(_used_rules(COMMENT.sub("", text).strip().removeprefix("\ufeff"), used))


def drop_unread(style: str, elsewhere: frozenset[str]) -> str:
    """A joined sheet without the custom properties that neither it nor anything else reads.

    One that only another unread one reads goes too. The theme draws fifty icons in them.
    """
    read = elsewhere | frozenset(READ.findall(style))
    shorter = PROPERTY.sub(lambda found: found[0] if found[1] in read else "", style)
    return style if shorter == style else drop_unread(shorter, elsewhere)


def _used_rules(text: str, used: frozenset[str]) -> Iterator[str]:
    for head, body in blocks(text):
        name = head.split(" ")[0].split("(")[0]
        if name in ("@media", "@supports", "@layer"):
            if inside := "".join(_used_rules(body, used)):
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{_minify_body(body)}}}" if body else f"{head};"
        elif selectors := [one for one in _split(head) if _can_match(one, used)]:
            yield f"{','.join(selectors)}{{{_minify_body(body)}}}"


def _can_match(selector: str, used: frozenset[str]) -> bool:
    """Can this selector match? Arguments of :is(), :not(), :where() and :has() are ignored."""
    return all(
        (name or value) in used for name, value in NEEDED.findall(IN_BRACKETS.sub("", selector))
    )


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet: head and body; an @charset or @import has no body."""
    start = 0
    while start < len(text):
        brace, semicolon = text.find("{", start), text.find(";", start)
        if brace < 0:
            return
        if text[start] == "@" and 0 <= semicolon < brace:
            yield SPACE.sub(" ", text[start:semicolon].strip()), ""
            start = semicolon + 1
        else:
            end = _closing(text, brace)
            yield SPACE.sub(" ", text[start:brace].strip()), text[brace + 1 : end]
            start = end + 1
        while start < len(text) and text[start].isspace():
            start += 1


def _closing(text: str, brace: int) -> int:
    """Where the brace closes; braces inside quotes do not count."""
    depth, quote = 0, ""
    for place in range(brace, len(text)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote and text[place - 1] != "\\" else quote
        elif sign in "\"'":
            quote = sign
        else:
            depth += (sign == "{") - (sign == "}")
            if not depth:
                return place
    return len(text)


def _split(head: str) -> list[str]:
    """The selectors of a rule: commas inside brackets or quotes do not part them."""
    found, depth = [""], 0
    for sign in head:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [one.strip() for one in found]


def _minify_body(body: str) -> str:
    """Declarations without spare space; text in quotes is left as it is."""
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", body)
    parts[::2] = [
        re.sub(r"\s*([{;,])\s*|(:)\s+", lambda found: found[1] or found[2], SPACE.sub(" ", part))
        for part in parts[::2]
    ]
    return "".join(parts).strip().rstrip(";")


def _common(lists: list[list[tuple[str, str]]]) -> list[str]:
    """The sheets that all pages load, in the order of the first page; a page may load more."""
    paths = [[path for _, path in links] for links in lists]
    return [path for path in paths[0] if all(path in other for other in paths)]


def _one_link(found: str, sheets: list[str], name: str) -> str:
    """The links of one page: the joined sheet, and after it what only this page loads."""
    links = LINK.findall(found)
    own = [path for _, path in links if path not in sheets]
    return "".join(f'<link rel="stylesheet" href="{links[0][0]}{path}">' for path in (name, *own))


def _read_in(folder: Path) -> frozenset[str]:
    """The custom properties that our own style sheets read, also those of a few pages."""
    return frozenset(
        name for path in folder.rglob("*.css") for name in READ.findall(path.read_text("utf-8"))
    )


def _sources(site: BuiltSite) -> Iterator[str]:
    for page in site.pages.values():
        yield from re.findall(r"<[a-z][^>]*>", page)
    yield from (path.read_text("utf-8") for path in (site.folder / "assets/js").rglob("*.js"))
