"""Releases of the site on a web server of our own: put one live, go back, remove old ones.

WEBROOT/live is a link to a release, which holds site/ and server/, the rules for the web server.
Renaming that link is what changes the site: readers see the one release or the other.
"""

from __future__ import annotations

import filecmp
import gzip
import os
import shutil
from pathlib import Path

from macros.model.problems import Problem
from scripts.cli.errors import ROOT
from scripts.pipeline.built_site import html_names
from scripts.pipeline.server_config import write_server

KEEP = 5  # releases before the live one
REQUIRED = ("index.html", "404.html", "sitemap.xml", "zoeken/titels.json", "sw.js")
LEAST = 0.9  # of the pages that are live now
TEXT = frozenset(".html .css .js .json .svg .xml .txt".split())  # the rest is compressed by nature


def put_live(site: Path, webroot: Path) -> list[Problem]:
    """Make a finished site the live release; it is moved, so it must be on the same disk."""
    before = live_number(webroot)
    if problems := check_release(site, webroot):
        return problems
    compress(site)
    keep_times(site, webroot / "live/site")
    release = new_release(webroot)
    write_server(release / "server", webroot, ROOT, site)
    site.rename(release / "site")
    point(webroot, release)
    prune(webroot, before)
    print(f"Live: versie {release.name}, {count_pages(release / 'site')} pagina's.")
    say_reload(webroot, before)
    return []


def say_reload(webroot: Path, before: int) -> None:
    """Say that the web server must read its rules again, when those of the live release differ."""
    if before and rules(webroot, before) != rules(webroot, live_number(webroot)):
        print(
            "De regels voor de webserver zijn anders; "
            "laat hem die opnieuw lezen (nginx -s reload of caddy reload)."
        )


def check_release(site: Path, webroot: Path) -> list[Problem]:
    """What no build can know: is it whole, and did it not lose pages that readers have now?"""
    empty = [
        name for name in REQUIRED if not (site / name).is_file() or not (site / name).stat().st_size
    ]
    problems = [
        Problem(name, 1, "ontbreekt of is leeg; kijk waarom de build dit niet maakt")
        for name in empty
    ]
    pages, now = count_pages(site), count_pages(webroot / "live/site")
    if pages < LEAST * now:
        text = (
            f"de nieuwe site heeft {pages} pagina's en de site van nu {now}; "
            "zet ze terug, of zeg in redirects.yml waar ze heen gingen"
        )
        problems.append(Problem("docs", 1, text))
    return problems


def count_pages(site: Path) -> int:
    """Also pages that only say where another went."""
    return len(html_names(site))


def compress(site: Path) -> None:
    """Write a .gz beside every text.

    No Brotli: 13 % smaller, but one more package here and one more module in nginx.
    """
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXT:
            path.with_name(f"{path.name}.gz").write_bytes(
                gzip.compress(path.read_bytes(), 9, mtime=0)
            )


def keep_times(site: Path, before: Path) -> None:
    """Give every file that did not change the time that it had in the site before.

    A web server makes Last-Modified and ETag of that time, so a reader fetches only what changed;
    a program that copies the site sends only that.
    """
    for path in site.rglob("*"):
        old = before / path.relative_to(site)
        if path.is_file() and old.is_file() and filecmp.cmp(path, old, shallow=False):
            times = old.stat()
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def releases(webroot: Path) -> list[int]:
    """The numbers of all releases, the oldest first."""
    return sorted(
        int(path.name) for path in (webroot / "releases").glob("*") if path.name.isdigit()
    )


def live_number(webroot: Path) -> int:
    """The release that readers see; 0 when there is none yet."""
    live = webroot / "live"
    return int(live.readlink().name) if live.is_symlink() and live.readlink().name.isdigit() else 0


def new_release(webroot: Path) -> Path:
    """A folder with the next number; mkdir fails when another publication takes the same one."""
    number = max([0, *releases(webroot)]) + 1
    folder = webroot / "releases" / str(number)
    folder.mkdir(parents=True)
    return folder


def point(webroot: Path, release: Path) -> None:
    """Rename a new link over the old one: a reader gets the one release or the other."""
    aside = webroot / f".live-{release.name}"
    aside.unlink(missing_ok=True)
    aside.symlink_to(Path("releases") / release.name)
    aside.replace(webroot / "live")


def prune(webroot: Path, before: int) -> None:
    """Remove releases older than the last few, and those left by going back; never the live one."""
    earlier = [number for number in releases(webroot) if number <= before]
    keep = {live_number(webroot), *earlier[-KEEP:]}
    for number in set(releases(webroot)) - keep:
        shutil.rmtree(webroot / "releases" / str(number), ignore_errors=True)


def rules(webroot: Path, number: int) -> list[str]:
    """What the web server reads of a release."""
    return [
        path.read_text("utf-8")
        for path in sorted((webroot / "releases" / str(number) / "server").glob("*"))
    ]


def go_back(webroot: Path) -> list[Problem]:
    """Make the release before the live one live again."""
    now = live_number(webroot)
    earlier = [number for number in releases(webroot) if number < now]
    if not earlier:
        return [
            Problem(
                (webroot / "live").as_posix(),
                1,
                "er is geen eerdere versie; publiceer een goede versie",
            )
        ]
    point(webroot, webroot / "releases" / str(earlier[-1]))
    print(f"Live: versie {earlier[-1]}, die er stond voor versie {now}.")
    say_reload(webroot, now)
    return []
