"""The measures of the paper, read from papier.css, by which browsers print the same sheets.

Its colour is that of the site, in mkdocs.yml.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from macros.model.colours import shades
from macros.reading.settings.site_settings import FILE, read_site

ROOT = Path(__file__).resolve().parents[2]
STYLE = ROOT / "docs/assets/css/papier.css"
PROPERTY = re.compile(r"--blad-([a-z-]+):\s*([^;]+);")
NUMBER = re.compile(r"([\d.]+)(mm|pt)?")


def measures() -> dict[str, float | str]:
    """Name without '--blad-' -> its number (in mm or pt, as papier.css writes it) or its colour."""
    return _measures(*(path.stat().st_mtime_ns for path in (STYLE, ROOT / FILE)))


@lru_cache(maxsize=1)  # read again when a file changed: a preview lives long
def _measures(*_: int) -> dict[str, float | str]:
    found = {name: _value(text) for name, text in PROPERTY.findall(STYLE.read_text("utf-8"))}
    return found | {"druk-accent": shades(read_site(ROOT).colours.first).print}


def _value(text: str) -> float | str:
    number = NUMBER.fullmatch(text)
    return float(number[1]) if number else text
