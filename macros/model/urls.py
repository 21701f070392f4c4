"""The addresses of pages and records in the built site, and the files they are made from."""

from __future__ import annotations

import re

from macros.model import KINDS


def page_address(page: str) -> str:
    """Path under docs/ -> folder in the site: 'fasen/index.md' is 'fasen', 'a/b.md' is 'a/b'."""
    return re.sub(r"(^|/)index$", "", page.removesuffix(".md"))


def record_address(kind: str, id: str) -> str:
    """The address of a record in the site; without a page of its own, an anchor on a shared one."""
    return f"{kind}/{id}/" if KINDS[kind].own_page else f"{kind}/#{id}"


def record_file(kind: str, id: str) -> str:
    """The file of a record in the project."""
    return f"toolbox/{kind}/{id}.yml"
