"""The folder in which all engines find what they need: our site, packages, and their indexes."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from macros.reading.project import open_toolbox
from macros.search.catalogue import Entry, page_entries, record_entries
from macros.search.dutch import stems
from scripts.cli.errors import ROOT
from scripts.lab.corpus import material_project, own_project

PAGE = "<!doctype html><meta charset=utf-8><title>proef</title>"
PACKAGES = ("minisearch", "pagefind")
MISSING = (
    "Voor deze proef zijn MiniSearch en Pagefind nodig; het project installeert die niet. "
    "Zet ze in een map: npm install --prefix MAP minisearch pagefind\n"
    "Noem die map daarna met --pakketten MAP, of meet alleen onszelf met --alleen kist."
)


def prepare(folder: Path, site: Path, packages: Path | None) -> None:
    """Put everything in a folder; without packages our own engine only."""
    modules = (packages / "node_modules").resolve() if packages else None
    if modules and not all((modules / name).is_dir() for name in PACKAGES):
        raise SystemExit(MISSING)
    (folder / "index.html").write_text(PAGE, "utf-8")
    engines = Path(__file__).with_name("engines.js").read_text("utf-8")
    (folder / "engines.js").write_text(engines.replace("@SCRIPTS@", _scripts(site)), "utf-8")
    (folder / "site").symlink_to(site.resolve())
    if modules is None:
        return
    (folder / "npm").symlink_to(modules)
    pagefind = ["--site", str(site), "--output-path", str(folder / "pagefind")]
    _run([str(modules / ".bin/pagefind"), *pagefind], folder)
    material_project(folder / "peer", own_project(folder / "kist", 0))
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder / "peer")
    (folder / "material").symlink_to(folder / "peer/site")


def documents(*, stemmed: bool) -> list[dict[str, str]]:
    """What MiniSearch gets: the texts of our catalogue, as they are or as our stems."""
    shape = stems if stemmed else str
    return [
        {
            "id": entry.address,
            "title": shape(entry.title),
            "words": shape("\n".join(entry.search_words)),
            "rest": shape(entry.summary),
            "summary": entry.summary,
        }
        for entry in _entries()
    ]


@cache
def _entries() -> tuple[Entry, ...]:
    return (*record_entries(open_toolbox(ROOT)), *page_entries(ROOT))


def _scripts(site: Path) -> str:
    """The scripts that the search button of the built site names."""
    found = re.search(r'data-gk-zoek="([^"]+)"', (site / "index.html").read_text("utf-8"))
    if found is None:
        raise SystemExit(f"{site / 'index.html'} heeft geen knop om te zoeken; bouw de site eerst.")
    return found[1]


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} lukt niet:\n{done.stdout}{done.stderr}")
