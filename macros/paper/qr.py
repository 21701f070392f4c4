"""An address as a QR code."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache
def qr_svg(url: str) -> str:
    """SVG text, level M, with a quiet zone of two modules, without a size of its own."""
    buffer = io.BytesIO()
    # A fixed mask: weighing all eight cost as much as the rest of the page, and readers decode any of them.
    segno.make(url, error="m", micro=False, mask=2).save(
        buffer, kind="svg", border=2, xmldecl=False, nl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return buffer.getvalue().decode()
