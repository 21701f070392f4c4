"""robots.txt for search engines, and security.txt for people who find a weak spot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

REPORT = "over/colofon/#zwakke-plek"  # where a reader is told how to report one
VALID = timedelta(days=364)  # RFC 9116, 2.5.5: less than a year is recommended


def write_robots(site: Path, site_url: str, newest: str, contact: str) -> None:
    """Put robots.txt and security.txt (RFC 9116) in the built site.

    `site_url` ends with a slash; `contact` is a mail or web address, or empty. `newest`
    (2026-11-21) gives the date of expiry, so that two builds of the same records are equal.
    """
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", "utf-8"
    )
    (site / ".well-known").mkdir(exist_ok=True)
    (site / ".well-known/security.txt").write_text(
        "\n".join(_security(site_url, newest, contact)) + "\n", "utf-8"
    )


def _security(site_url: str, newest: str, contact: str) -> Iterator[str]:
    if contact:
        yield f"Contact: {contact if ':' in contact else f'mailto:{contact}'}"
    yield f"Contact: {site_url}{REPORT}"
    yield f"Expires: {date.fromisoformat(newest) + VALID}T00:00:00Z"
    yield "Preferred-Languages: nl, en"
    yield f"Canonical: {site_url}.well-known/security.txt"
