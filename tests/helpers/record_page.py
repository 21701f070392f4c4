"""A page of a record as its template makes it, without a build."""

from __future__ import annotations

from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place

SITE = "https://kist.example.nl/"


def page(macros: PageMacros, address: str) -> str:
    """The HTML of a record, such as instrumenten/terugblik, on its own page."""
    kind, _, id = address.partition("/")
    return macros.record(kind, id, Place(f"{address}.md", SITE))
