"""Which pages of two built sites a reader sees change."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TITLE = re.compile(r"<title>(.*?)(?: - [^<]*)?</title>", re.DOTALL)  # without the site's name
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)


@dataclass(frozen=True)
class ChangedPage:
    """A page whose title or article is not the same in two sites."""

    name: str  # instrumenten/keetgesprek/index.html
    title: str
    kind: str


def changed_pages(before: Path, after: Path) -> Iterator[ChangedPage]:
    """Every page that differs, is new or is gone; `before` and `after` are the folders of sites."""
    for name in sorted(_names(before) | _names(after)):
        old, new = (_seen(site / name) for site in (before, after))
        if old == new:
            continue
        kind = "weg" if new is None else "nieuw" if old is None else "anders"
        title = (new or old or ("", ""))[0]
        yield ChangedPage(name, title, kind)


def _names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _seen(page: Path) -> tuple[str, str] | None:
    """The title and article of a page; None when it does not exist."""
    if not page.is_file():
        return None
    text = page.read_text("utf-8")
    title, article = TITLE.search(text), ARTICLE.search(text)
    return html.unescape(title[1]) if title else "", article[0] if article else text
