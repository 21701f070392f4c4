"""Where the site will stand: no site goes to a host with an address that is nobody's or no address.

The address is in every QR code, and paper cannot be changed once it hangs on a wall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from macros.model.problems import Problem
from macros.reading.settings.site_settings import FILE, line_of, read_settings, site_address

# Names that belong to nobody (RFC 2606 and 6761), and those of the machine itself.
NOBODY = re.compile(r"(.+\.)?(example(\.(com|net|org|nl))?|invalid|test|localhost)\.?")
SET_IT = "zet KIST_SITE_URL op het adres van de site, zoals https://kist.jouwdomein.nl/"
PAGE_FILE = re.compile(r"/[^/]+\.(html?|php|aspx?|jsp)/?")
SPARE = re.compile(r"[\s\"'<>\\{}$;]")  # would end a rule of a web server halfway


def site_path(root: Path) -> str:
    """The folder of the site on its host: / or /kist/."""
    return urlsplit(site_address(read_settings(root).get("site_url"))).path


def check_address(root: Path) -> Iterator[Problem]:
    """A problem when the address of the site is no address at all; an empty one may be built."""
    url = str(read_settings(root).get("site_url") or "")
    if url and (fault := _fault(url)):
        yield _problem(root, f"'{url}' {fault}; {SET_IT}")


def check_published_address(root: Path) -> Iterator[Problem]:
    """A problem when nobody could open the address of the site: then it may not go to a host."""
    url = str(read_settings(root).get("site_url") or "")
    if not url:
        yield _problem(root, f"de site heeft geen adres, en dat staat in elke QR-code; {SET_IT}")
    elif fault := _fault(url):
        yield _problem(root, f"'{url}' {fault}; {SET_IT}")
    elif _is_nobody(urlsplit(url).hostname or ""):
        text = "is een voorbeeldadres, en het adres staat in elke QR-code"
        yield _problem(root, f"'{url}' {text}; {SET_IT}")


def _problem(root: Path, text: str) -> Problem:
    return Problem(FILE, line_of(root, "site_url"), f"site_url: {text}")


def _fault(url: str) -> str:
    """What is wrong with the form of an address; empty when nothing is."""
    if SPARE.search(url):
        return "heeft een spatie of een ander teken dat niet in een adres kan"
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "is geen adres van een site"
    return _fault_of(parts)


def _fault_of(parts: SplitResult) -> str:
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "begint niet met https:// en de naam van de site"
    if parts.username is not None or parts.query or parts.fragment:
        return "heeft meer dan een naam en een map"
    if PAGE_FILE.search(parts.path) or "//" in parts.path:
        return "wijst naar een bestand en niet naar een map"
    return ""


def _is_nobody(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return NOBODY.fullmatch(host.lower()) is not None
    return address.is_loopback or address.is_unspecified
