"""The measures of the paper stand once, in papier.css. The PDF and the checks read them there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STYLE = Path(__file__).resolve().parents[2] / "docs/assets/css/papier.css"
PROPERTY = re.compile(r"--blad-([a-z-]+):\s*([^;]+);")
NUMBER = re.compile(r"([\d.]+)(mm|pt)?")


@cache
def measures() -> dict[str, float | str]:
    """Name -> number (mm, pt or bare, as the name says) or colour."""
    return {name: _value(text) for name, text in PROPERTY.findall(STYLE.read_text("utf-8"))}


def _value(text: str) -> float | str:
    found = NUMBER.fullmatch(text)
    return float(found[1]) if found else text
