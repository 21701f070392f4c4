"""Make a built site readable without a network: a service worker and the list of its files.

The list follows from the site: every page, and every style, script, font and picture that it uses.
PDFs are left out: they weigh more than all the rest. A PDF that a reader opened stays on the device
(macros/theme/sw-aan.js). The worker knows the digest of the list, and the list that of each file:
so a copy holds one release, whole, and no answer that somebody on the way made up.
"""

from __future__ import annotations

import hashlib
import json
import re

from scripts.pipeline.assets import NAMED, own_scripts, slim
from scripts.pipeline.built_site import BuiltSite

LIST = "precache.json"
# The folders of our own files: the scripts of the theme run nowhere.
FOLDERS = ("assets/beeld", "assets/css", "assets/fonts", "assets/js", "zoeken")
# All of it: a page loads the scripts of the sheets that a reader chooses.
WHOLE = "bladen"


def write_offline(site: BuiltSite) -> None:
    """Put the worker in the root of the site, and the switch that removes it beside it.

    The last step that may change a file: a file with another digest is refused by every reader.
    """
    folder = site.folder
    marks = {address(name): digest(_bytes(site, name)) for name in needed(site)}
    listed = json.dumps(marks, separators=(",", ":")).encode()
    (folder / LIST).write_bytes(listed)
    (folder / "sw.js").replace(folder / "sw-uit.js")
    worker = folder / "sw-aan.js"
    worker.write_text(slim(worker.read_text("utf-8")).replace("@VERSIE@", digest(listed)), "utf-8")
    worker.replace(folder / "sw.js")


def needed(site: BuiltSite) -> list[str]:
    """Paths of all pages, and of every file of ours that they show, load or run."""
    assets = site.folder / "assets"
    files = [*sorted((assets / "css").glob("*.css")), *own_scripts(assets / "js")]
    texts = [*site.pages.values(), *(path.read_text("utf-8") for path in files)]
    named = {name for text in texts for name in NAMED.findall(text)}
    parts = (path for name in FOLDERS for path in sorted((site.folder / name).rglob("*")))
    used = (path.relative_to(site.folder).as_posix() for path in parts if path.name in named)
    whole = (
        path.relative_to(site.folder).as_posix() for path in (site.folder / WHOLE).rglob("*.js")
    )
    return [*sorted(site.pages), *used, *sorted(whole)]


def digest(content: bytes) -> str:
    """What tells one file from another: long enough for accidents, short for a list of 300."""
    return hashlib.sha256(content).hexdigest()[:12]


def _bytes(site: BuiltSite, name: str) -> bytes:
    page = site.pages.get(name)
    return (site.folder / name).read_bytes() if page is None else page.encode()


def address(name: str) -> str:
    """The path that a reader asks for."""
    return re.sub(r"(^|/)index\.html$", r"\1", name) or "./"
