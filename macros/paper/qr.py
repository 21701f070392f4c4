"""An address as a QR code."""

from __future__ import annotations

import re
from functools import cache

import zxingcpp

QUIET = 2  # modules of white around it
RUN = re.compile(rb"(\0+)([^\0]*)")  # dark modules, and the light ones up to the next dark one


@cache
def qr_svg(url: str) -> str:
    """SVG text, level M, without a size of its own: one path, a stroke for every run of dark modules."""
    rows = modules(url)
    strokes = [stroke(dark, light, len(rows)) for dark, light in RUN.findall(b"\n".join(rows))]
    size, path = len(rows) + 2 * QUIET, "".join(strokes).rpartition("m")[0]
    start = f"M{QUIET} {QUIET}.5"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path stroke="#000" d="{start}{path}"/></svg>'


@cache
def stroke(dark: bytes, light: bytes, width: int) -> str:
    """One run of dark modules, and the way to the next."""
    turns = light.count(b"\n")  # 1 when that stands in the next row
    return f"h{len(dark)}m{len(light) - turns * (width + 1)} {turns}"


def modules(url: str) -> list[bytes]:
    """The rows of the code, a byte for each module, 0 for a dark one."""
    # A fixed mask: weighing all eight takes six times as long, and readers decode any of them.
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=2)
    image = memoryview(code.to_image(add_quiet_zones=False))  # type: ignore[arg-type]  # its types forget that it is a buffer
    width, data = len(image), image.tobytes()
    return [data[start : start + width] for start in range(0, len(data), width)]
