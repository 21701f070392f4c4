"""Links to other sites: does every address that a source names still answer?

A weekly job asks, not the build: what is wrong on another site is no reason to refuse a change.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from macros.model.problems import Problem
from macros.reading.settings.site_settings import read_site
from scripts.cli.errors import ROOT

ADDRESS = re.compile(r"""https://[^\s"'<>|\\]*[^\s"'<>|\\.,;:!?)\]]""")
SOURCES = ("toolbox/**/*.yml", "docs/**/*.md")
TIME_LIMIT = 20.0  # seconds for one answer
PAUSE = 1.0  # seconds between two questions to one site
AT_ONCE = 8  # sites
WHO = f"{read_site(ROOT).name} (kijkt of een bron er nog is)"
NO_ROBOTS = frozenset((401, 403, 429))  # it answers, but not to a program


def outside_links(root: Path) -> dict[str, Problem]:
    """Address -> where a source names it first; the text of the problem is for later."""
    found: dict[str, Problem] = {}
    for path in sorted(path for pattern in SOURCES for path in root.glob(pattern)):
        for line, text in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
            for address in ADDRESS.findall(text):
                found.setdefault(address, Problem(path.relative_to(root).as_posix(), line, ""))
    return found


def check_outside(root: Path) -> list[Problem]:
    """A problem for every address that does not answer."""
    links = outside_links(root)
    answers = ask_all(links)
    advice = "zoek het nieuwe adres, of neem een andere bron"
    return [
        Problem(place.path, place.line, f"{address} {answers[address]}; {advice}")
        for address, place in links.items()
        if answers[address]
    ]


def ask_all(addresses: Iterable[str]) -> dict[str, str]:
    """Address -> what is wrong with it, '' when it answers. A site gets one question at a time."""
    sites: dict[str, list[str]] = {}
    for address in addresses:
        sites.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(answer for answers in pool.map(_ask_site, sites.values()) for answer in answers)


def _ask_site(addresses: list[str]) -> list[tuple[str, str]]:
    answers = []
    for number, address in enumerate(addresses):
        time.sleep(PAUSE if number else 0)
        answers.append((address, ask(address)))
    return answers


def ask(address: str) -> str:
    """What is wrong with an address; '' when it answers, itself or by way of a redirect."""
    try:
        try:
            _open(address, "HEAD")
        except HTTPError:  # some sites answer only to a whole question
            _open(address, "GET")
    except HTTPError as error:
        return "" if error.code in NO_ROBOTS else f"antwoordt met code {error.code}"
    except TimeoutError:
        return f"antwoordt niet binnen {TIME_LIMIT:.0f} seconden"
    except (OSError, HTTPException, ValueError):
        return "antwoordt niet"
    return ""


def _open(address: str, method: str) -> None:
    """Ask, and leave the text of the answer where it is."""
    request = Request(address, method=method, headers={"User-Agent": WHO})  # noqa: S310
    with urlopen(request, timeout=TIME_LIMIT):  # noqa: S310 - https alone comes in
        return
