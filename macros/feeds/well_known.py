"""Two small files that every site has for machines and for those who find a weak spot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

REPORT = "over/colofon/#zwakke-plek"  # where a reader is told how to report one
VALID = timedelta(days=364)  # RFC 9116 asks for less than a year


def write_robots(site: Path, site_url: str, newest: str, contact: str) -> None:
    """robots.txt, and security.txt as RFC 9116 wants it. Its date follows the records, so that two builds give the same bytes."""
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
