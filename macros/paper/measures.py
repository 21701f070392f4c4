"""The measures of the paper stand once, at the top of blad.css. The PDF and the checks read them there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STYLE = Path(__file__).resolve().parents[2] / "docs/assets/css/blad.css"
PROPERTY = re.compile(r"--blad-([a-z-]+):\s*([^;]+);")
NUMBER = re.compile(r"([\d.]+)(mm|pt)?")


@cache
def measures() -> dict[str, float | str]:
    """Name -> number (mm, pt or bare, as the name says) or colour."""
    rule = STYLE.read_text("utf-8").split("}")[0]
    return {name: _value(text) for name, text in PROPERTY.findall(rule)}


def _value(text: str) -> float | str:
    found = NUMBER.fullmatch(text)
    return float(found[1]) if found else text
