"""Make a built site readable without a network: a service worker and the list of its files.

The list follows from the site: every page, and every style, script, font and picture that it uses.
PDFs are left out: they weigh more than all the rest. A PDF that a reader opened stays on the device
(macros/theme/sw-aan.js).
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from scripts.pipeline.assets import NAMED, slim

LIST = "precache.json"
FOLDERS = (
    "assets/beeld",
    "assets/css",
    "assets/fonts",
    "assets/js",
    "zoeken",
)  # what is ours: the theme's own scripts run nowhere
SOURCES = ("*.html", "assets/css/*.css", "assets/js/*.js")


def write_offline(site: Path) -> None:
    """Put the worker in the root of the site, and the switch that removes it beside it."""
    files = needed(site)
    digest = hashlib.sha256(b"".join(name.encode() + (site / name).read_bytes() for name in files))
    (site / LIST).write_text(
        json.dumps([address(name) for name in files], separators=(",", ":")), "utf-8"
    )
    (site / "sw.js").replace(site / "sw-uit.js")
    worker = site / "sw-aan.js"
    worker.write_text(
        slim(worker.read_text("utf-8")).replace("@VERSIE@", digest.hexdigest()[:12]), "utf-8"
    )
    worker.replace(site / "sw.js")


def needed(site: Path) -> list[str]:
    """Paths of all pages, and of every file of ours that they show, load or run."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    texts = (path.read_text("utf-8") for pattern in SOURCES for path in sorted(site.rglob(pattern)))
    named = {name for text in texts for name in NAMED.findall(text)}
    parts = (path for folder in FOLDERS for path in sorted((site / folder).rglob("*")))
    return pages + [path.relative_to(site).as_posix() for path in parts if path.name in named]


def address(name: str) -> str:
    """The path that a reader asks for."""
    return re.sub(r"(^|/)index\.html$", r"\1", name) or "./"
