"""Where a command may write: never over files of somebody else or the sources of the project."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import is_zipfile

from macros.model.problems import Problem

# The folders of sources, beside those whose name starts with a dot.
SOURCES = frozenset(("docs", "macros", "scripts", "tests", "toolbox"))
SITE_MARKERS = ("precache.json", "sw.js")  # files that identify a site built by us


def check_folder(out: Path, root: Path, markers: tuple[str, ...] = SITE_MARKERS) -> list[Problem]:
    """A problem when the folder to make may not replace what is there."""
    text = _taken(out, root, markers) or unwritable(out.parent)
    return [Problem(str(out), 1, f"{text}; kies met --out een andere map")] if text else []


def check_file(out: Path) -> list[Problem]:
    """A problem when a ZIP file cannot or may not be written there."""
    if out.is_dir():
        return [
            Problem(
                str(out), 1, f"is een map; geef ook een naam, zoals {out / 'gereedschapskist.zip'}"
            )
        ]
    if not out.parent.is_dir():
        return [Problem(str(out), 1, f"{out.parent} bestaat niet; maak die map eerst")]
    if out.exists() and not is_zipfile(out):
        return [Problem(str(out), 1, "bestaat al en is geen ZIP-bestand; kies een andere naam")]
    text = unwritable(out.parent)
    return [Problem(str(out), 1, f"{text}; kies een andere map")] if text else []


def unwritable(folder: Path) -> str:
    """Why nothing can be made in this folder; '' when it can. Trying is the only way to know."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        return (
            "is een bestand, geen map" if there == folder else f"{there} is een bestand, geen map"
        )
    try:
        with tempfile.TemporaryDirectory(dir=there, prefix=".site-"):
            return ""
    except OSError:
        return "hier kan niets geschreven worden"


def _taken(out: Path, root: Path, markers: tuple[str, ...]) -> str:
    if out == root or out in root.parents:
        return "hier staat het project zelf"
    if out.is_relative_to(root) and (
        (top := out.relative_to(root).parts[0].casefold()) in SOURCES or top.startswith(".")
    ):
        return "hier staan bronnen van het project"
    # Plain MkDocs writes to site/ too, without markers.
    ours = out == root / "site" or all((out / name).is_file() for name in markers)
    if out.is_dir() and any(out.iterdir()) and not ours:
        return "deze map is niet leeg en is geen site van deze kist"
    return "is een bestand, geen map" if out.exists() and not out.is_dir() else ""
