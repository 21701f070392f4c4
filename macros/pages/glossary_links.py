"""Links the first use of a term on a page to its explanation, which is also its tooltip.

On paper such a link is plain text. Works on the text of a page after its macros have run, so that
it also links terms in prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from macros.model import Toolbox
from macros.model.bronnen import Begrip
from macros.model.components import COMPONENTS
from macros.pages.render import Place, escape_value

# Elements in which no term is linked: the link would be nested in another one, or change the look
NO_LINK_INSIDE = frozenset(
    "a h1 h2 h3 h4 h5 h6 button summary svg article label legend caption th dt pre code q"
    " figcaption kbd".split()
) | {component.element for component in COMPONENTS.values() if not component.explains_terms}
# A list of cards is matched as a whole, since each card is one link; so are elements that are
# never nested in their own kind.
MARKUP = re.compile(
    r"""
    ```.*?``` | `[^`\n]*` | <!--.*?-->          # code and comments
    | <ul\ class="kaartjes">.*?</ul>
    | <(?P<whole>article|svg|dt|h[1-6]|button|label|legend|summary)[\ >].*?</(?P=whole)>
    | <(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)[^>]*>
    | !?\[[^\]]*\]\([^)]*\)                    # links and pictures in Markdown
    | ^\#{1,6}\ .*$ | ^---$.*?^---$             # headings and front matter
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
# Most texts between two tags are a line end: too short for a term
SHORTEST = 2
# The home page consists of links; the glossary is the explanation
PAGES_WITHOUT_LINKS = ("index.md", "begrippen/index.md")


def explain_terms(text: str, toolbox: Toolbox, place: Place) -> str:
    """The text of a page with a link at the first use of every term.

    `text` is Markdown and HTML. Terms that the page at `place` explains itself get no link.
    """
    if place.page in PAGES_WITHOUT_LINKS:
        return text
    terms = {term.titel.lower(): term for term in toolbox.begrippen.values()}
    pattern = _pattern(tuple(sorted(terms, key=len, reverse=True)))
    here = place.address
    unlinked = {word: term for word, term in terms.items() if term.zie != here}

    def link_once(match: re.Match[str]) -> str:
        term = unlinked.pop(match["term"].lower(), None)
        return _link(term, match[0], place) if term else match[0]

    return _replace_in_prose(text, lambda prose: pattern.sub(link_once, prose))


def _replace_in_prose(text: str, replace: Callable[[str], str]) -> str:
    """The text of a page, with the result of `replace` for each part in which a link is allowed."""
    parts: list[str] = []
    last = 0
    for start, end in _linkable(text):
        parts += text[last:start], replace(text[start:end])
        last = end
    return "".join((*parts, text[last:]))


def _link(term: Begrip, word: str, place: Place) -> str:
    url, title = place.url("begrippen", term.id), escape_value(term.kort)
    return f'<a class="term" href="{url}" title="{title}">{word}</a>'


@lru_cache(maxsize=1)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Matches any of the terms as a whole word, in the singular or a simple plural."""
    alternatives = "|".join(map(re.escape, terms))
    return re.compile(rf"(?<![\w-])(?P<term>{alternatives})(?:en|s)?(?![\w-])", re.IGNORECASE)


def _linkable(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of plain text in which a link is allowed: outside markup and NO_LINK_INSIDE."""
    last, depth = 0, 0  # end of the last markup; number of open elements of NO_LINK_INSIDE
    for match in MARKUP.finditer(text):
        if not depth and match.start() - last > SHORTEST:
            yield last, match.start()
        if match["tag"] in NO_LINK_INSIDE:
            depth += -1 if match["end"] else 1
        last = match.end()
    if not depth:
        yield last, len(text)
