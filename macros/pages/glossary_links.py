"""The first use of a term on a page leads to its explanation, which also shows when one points at it.

On paper nothing is lost: the word stays the word. Works on the text of a page after its macros, so it sees prose too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.model import Record, Toolbox
from macros.model.components import COMPONENTS
from macros.pages.render import Place, inert

# Inside these a link would nest, or break the look: links, headings, buttons, drawings, sheets, what one fills in.
# A card is one link as a whole, so a list of cards is passed over too.
NO_LINK_INSIDE = frozenset(
    "a h1 h2 h3 h4 h5 h6 button summary svg article label legend caption th dt pre code q figcaption kbd".split()
) | {component.element for component in COMPONENTS.values() if not component.explains_terms}
MARKUP = re.compile(
    r"""
    ```.*?``` | `[^`\n]*` | <!--.*?-->          # code and comments
    | <ul\ class="kaartjes">.*?</ul>
    | <(?P<whole>article|svg|dt|h[1-6]|button|label|legend|summary)[\ >].*?</(?P=whole)>  # closed, never inside its own kind
    | <(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)[^>]*>
    | !?\[[^\]]*\]\([^)]*\)                    # links and pictures in Markdown
    | ^\#{1,6}\ .*$ | ^---$.*?^---$             # headings and front matter
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
SHORTEST = 2  # most pieces are a line end between two tags
WITHOUT = (
    "index.md",
    "begrippen/index.md",
)  # the home page is all doors; the glossary explains itself


def explain_terms(text: str, toolbox: Toolbox, place: Place) -> str:
    """The text of a page with a link at the first use of every term that another page explains."""
    if place.page in WITHOUT:
        return text
    terms = {begrip.titel.lower(): begrip for begrip in toolbox.begrippen.values()}
    any_of = _pattern(tuple(sorted(terms, key=len, reverse=True)))
    here = place.address
    for term in [term for term, begrip in terms.items() if begrip.zie == here]:
        del terms[term]  # this page itself treats it

    def link(found: re.Match[str]) -> str:
        begrip = terms.pop(
            found["term"].lower(), None
        )  # taken out, so that only its first use is linked
        return found[0] if begrip is None else _link(begrip, found[0], place)

    parts: list[str] = []
    last = 0
    for start, end in _open(text):
        parts += text[last:start], any_of.sub(link, text[start:end])
        last = end
    return "".join((*parts, text[last:]))


def _link(begrip: Record, word: str, place: Place) -> str:
    return f'<a class="term" href="{place.url("begrippen", begrip.id)}" title="{inert(begrip.kort)}">{word}</a>'


@lru_cache(maxsize=1)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms as a word of its own, in the singular or a simple plural."""
    any_of = "|".join(map(re.escape, terms))
    return re.compile(rf"(?<![\w-])(?P<term>{any_of})(?:en|s)?(?![\w-])", re.IGNORECASE)


def _open(text: str) -> Iterator[tuple[int, int]]:
    """Where running text stands that may hold a link: between the markup, and not inside what is closed."""
    last, closed = 0, 0
    for found in MARKUP.finditer(text):
        if not closed and found.start() - last > SHORTEST:
            yield last, found.start()
        if found["tag"] in NO_LINK_INSIDE:
            closed += -1 if found["end"] else 1
        last = found.end()
    if not closed:
        yield last, len(text)
