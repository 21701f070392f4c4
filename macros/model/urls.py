"""Where pages and records stand in the built site."""

from __future__ import annotations

import re

from macros.model import KINDS


def page_address(page: str) -> str:
    """docs path -> folder in the site: 'fasen/index.md' is 'fasen', 'fasen/delen.md' is 'fasen/delen'."""
    return re.sub(r"(^|/)index$", "", page.removesuffix(".md"))


def record_address(kind: str, id: str) -> str:
    """Where a record stands in the site; kinds without a page each have an anchor on their shared page."""
    return f"{kind}/{id}/" if KINDS[kind].own_page else f"{kind}/#{id}"
