"""An address as a QR code."""

from __future__ import annotations

import re
from functools import cache

import zxingcpp

QUIET = 4  # modules of white around the code, as the standard asks
RUN = re.compile(rb"(\0+)([^\0]*)")  # dark modules, and the light ones up to the next dark one

# What may not stand in the address of an image. Single quotes: the attribute has double ones.
ESCAPES = str.maketrans({"<": "%3C", ">": "%3E", "#": "%23", '"': "'"})


@cache
def qr_svg(url: str) -> str:
    """An address as SVG text: a QR code of level M, without a size of its own.

    Its white is drawn too: the page around it may be dark. One path with a stroke for every run
    of dark modules, since that is the shortest text.
    """
    rows = modules(url)
    strokes = [stroke(dark, light, len(rows)) for dark, light in RUN.findall(b"\n".join(rows))]
    size, path = len(rows) + 2 * QUIET, "".join(strokes).rpartition("m")[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="M{QUIET} {QUIET}.5{path}"/></svg>'
    )


@cache
def qr_address(url: str) -> str:
    """The code as a `data:` address, for the `src` of an image.

    An image, since what darkens a page leaves images alone, or turns them back: a forced dark
    mode, forced colours, an extension. It gives other colours to SVG in the page itself.
    """
    return "data:image/svg+xml," + qr_svg(url).translate(ESCAPES)


@cache
def stroke(dark: bytes, light: bytes, width: int) -> str:
    """Path commands: draw one run of dark modules, and move to the next run."""
    rows_down = light.count(b"\n")  # 1 when the next run is in the next row
    return f"h{len(dark)}m{len(light) - rows_down * (width + 1)} {rows_down}"


def modules(url: str) -> list[bytes]:
    """The rows of the code from top to bottom, a byte for each module, 0 for a dark one."""
    # A fixed mask: weighing all eight takes six times as long, and readers decode any of them.
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=2)
    # The types of zxing do not say that an image is a buffer.
    image = memoryview(code.to_image(add_quiet_zones=False))  # type: ignore[arg-type]
    width, data = len(image), image.tobytes()
    return [data[start : start + width] for start in range(0, len(data), width)]
