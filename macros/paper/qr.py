"""An address as a QR code."""

from __future__ import annotations

import re
from functools import cache

import segno

QUIET = 2  # modules of white around it
RUN = re.compile(rb"\x01+")


@cache
def qr_svg(url: str) -> str:
    """SVG text, level M, without a size of its own: one path, a stroke for every run of dark modules."""
    # A fixed mask: weighing all eight cost as much as the rest of the page, and readers decode any of them.
    rows = segno.make(url, error="m", micro=False, mask=2).matrix
    strokes, last_x, last_y = [], 0, 0
    for y, row in enumerate(rows):
        for run in RUN.finditer(row):
            strokes.append(f"m{run.start() - last_x} {y - last_y}h{run.end() - run.start()}")
            last_x, last_y = run.end(), y
    size, path = len(rows) + 2 * QUIET, "".join(strokes).removeprefix("m0 0")
    start = f"M{QUIET} {QUIET}.5"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path stroke="#000" d="{start}{path}"/></svg>'
