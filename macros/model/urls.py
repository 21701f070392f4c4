"""Where pages and records stand in the built site."""

from __future__ import annotations

import os
import re
from pathlib import Path

from macros.model import KINDS


def page_address(page: str) -> str:
    """docs path -> folder in the site: 'fasen/index.md' is 'fasen', 'fasen/delen.md' is 'fasen/delen'."""
    return re.sub(r"(^|/)index$", "", page.removesuffix(".md"))


def record_address(kind: str, id: str) -> str:
    """Where a record stands in the site; kinds without a page each have an anchor on their shared page."""
    return f"{kind}/{id}/" if KINDS[kind].own_page else f"{kind}/#{id}"


def site_address(root: Path) -> str:
    """The address of the site: KIST_SITE_URL, or what mkdocs.yml says without it."""
    config = root / "mkdocs.yml"
    found = (
        re.search(r'^site_url:.*?"(https?://[^"]+)"', config.read_text("utf-8"), re.MULTILINE)
        if config.is_file()
        else None
    )
    return os.environ.get("KIST_SITE_URL") or (found[1] if found else "https://example.org/")
