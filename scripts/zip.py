"""`kist.py zip [--site MAP] [--out BESTAND]`: pack the built site to be read without a server.

A browser that reads a folder opens no index.html by itself, does not preload and keeps no copy. So
links name their file, and what only a server needs stays out.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.reading.project import open_toolbox
from macros.reading.settings.site_settings import read_site
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.output_path import check_file
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.generate import epoch

FOLDER = "gereedschapskist"  # what is unpacked, so that 300 files do not land loose in a folder
SERVED = re.compile(  # for servers and robots only
    r"404\.html|sw[\w-]*\.js|precache\.json|robots\.txt|sitemap\.xml|_headers|_redirects"
    r"|\.well-known/.*|.*\.(br|gz)"
)
LINK = re.compile(
    r'(?P<start><(?:a|link)\b[^>]*?\shref="|<meta http-equiv="refresh" content="0; url=)'
    r'(?P<path>(?![a-z]+:)[^"?#&]*)(?P<rest>[^"]*")'
)
USELESS = re.compile(
    r'<meta http-equiv="content-security-policy"[^>]*>|<link rel="preload"[^>]*>', re.IGNORECASE
)
README = """{naam}, om zonder netwerk te lezen.

1. Pak het ZIP-bestand helemaal uit. Kies in Windows: rechtermuisknop, Alles uitpakken.
2. Open in de map het bestand index.html. Je browser laat de startpagina zien.
3. Zoeken, filteren, afvinken, meten en printen werken zoals op de site. De PDF's zitten erbij.

Wat je invult, bewaart je browser op dit apparaat. Verplaats je de map, dan kan het \
lijken of je antwoorden weg zijn.
Bewaar ze daarom eerst als bestand: open gegevens/index.html en kies 'Bewaar alles als bestand'.

De map ververst zichzelf niet. De teksten zijn van {datum}.

Tekst en tekeningen: CC BY 4.0. Code: MIT.
"""


def main(arguments: list[str]) -> int:
    """0 when the file is written, 1 when there is no site to pack."""
    parser = Arguments("zip", "Pak de gebouwde site in, om te lezen uit een map.")
    parser.add_argument(
        "--site",
        type=Path,
        default=ROOT / "site",
        metavar="MAP",
        help="waar de gebouwde site staat",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / f"{FOLDER}.zip",
        metavar="BESTAND",
        help="waar het ZIP-bestand komt",
    )
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        print(
            f"{options.site}/index.html ontbreekt; "
            "bouw eerst de site: python3 scripts/kist.py build",
            file=sys.stderr,
        )
        return 1
    out = options.out.resolve()
    if problems := check_file(out):
        return report_problems(problems)
    day = time.gmtime(epoch(open_toolbox(ROOT)))
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".zip-") as aside:
        count = pack(options.site.resolve(), Path(aside) / out.name, day)
        (Path(aside) / out.name).replace(out)
    print(f"{count} bestanden ingepakt in {out.name}, {out.stat().st_size / 1e6:.1f} MB.")
    return 0


def pack(site: Path, out: Path, day: time.struct_time) -> int:
    """Write the file; equal site and day give equal bytes. Returns how many files are in it."""
    members = dict(contents(site)) | {
        "LEESMIJ.txt": README.format(
            naam=read_site(ROOT).name, datum=f"{day.tm_mday}-{day.tm_mon}-{day.tm_year}"
        ).encode("utf-8-sig")
    }
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in sorted(members.items()):
            info = ZipInfo(f"{FOLDER}/{name}", day[:6])
            info.create_system, info.external_attr, info.compress_type = (
                3,
                0o644 << 16,
                ZIP_DEFLATED,
            )
            packed.writestr(info, data)
    return len(members)


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Path in the folder and what is in it."""
    pages = BuiltSite(site).pages
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or SERVED.fullmatch(name):
            continue
        if name in pages:
            yield name, folder_page(pages[name], path.parent, site).encode()
        else:
            yield name, path.read_bytes()


def folder_page(page: str, folder: Path, site: Path) -> str:
    """A page whose links name the file that they open."""

    def named(link: re.Match[str]) -> str:
        there = (folder / link["path"]).resolve()
        inside = link["path"] and there.is_dir() and (there == site or site in there.parents)
        way = link["path"].rstrip("/") + "/index.html" if inside else link["path"]
        return link["start"] + way + link["rest"]

    return LINK.sub(named, USELESS.sub("", page))


if __name__ == "__main__":
    run_command(main)
