"""The measures of the paper, read from papier.css, by which browsers print the same sheets."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STYLE = Path(__file__).resolve().parents[2] / "docs/assets/css/papier.css"
PROPERTY = re.compile(r"--blad-([a-z-]+):\s*([^;]+);")
NUMBER = re.compile(r"([\d.]+)(mm|pt)?")


@cache
def measures() -> dict[str, float | str]:
    """Name without '--blad-' -> its number (in mm or pt, as papier.css writes it) or its colour."""
    return {name: _value(text) for name, text in PROPERTY.findall(STYLE.read_text("utf-8"))}


def _value(text: str) -> float | str:
    number = NUMBER.fullmatch(text)
    return float(number[1]) if number else text
