"""A printed PDF: the place and size of its characters, its ink, and its readable QR codes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import zxingcpp
from numpy.typing import NDArray
from pypdfium2 import raw

MM = 25.4 / 72  # of a point
FINE, COARSE = 150, 100  # dots per inch: a good copy, and the one bit of an old copier
DARK, BLACK = 200, 128  # grey values below which something is ink
SOFT_HYPHEN = "\u00ad"
QR_CODE = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")

Floats = NDArray[np.float64]
Image = NDArray[np.uint8]


@dataclass(frozen=True)
class Page:
    """One page. `signs`, `boxes` and `points` go together; distances in mm from left and top."""

    width: float
    height: float
    signs: str
    boxes: Floats  # left, top, right, bottom
    points: Floats  # the size after everything that scales the page
    ink: float  # from the nearest edge, infinite on an empty page
    codes: tuple[frozenset[str], frozenset[str]]  # read from a good and from a poor copy

    @property
    def visible(self) -> NDArray[np.bool_]:
        """Which signs leave ink."""
        left, top, right, bottom = self.boxes.T
        shown = np.array([not sign.isspace() and sign != SOFT_HYPHEN for sign in self.signs], bool)
        solid: NDArray[np.bool_] = shown & (right > left) & (bottom > top)
        return solid


@dataclass(frozen=True)
class Paper:
    """A printed document."""

    pages: tuple[Page, ...]
    loose_fonts: tuple[str, ...]  # fonts that the file names and does not bring
    language: str
    title: str

    @property
    def text(self) -> str:
        """Everything that a reader of the file can select."""
        return "\n".join(page.signs for page in self.pages)


def read_paper(path: Path) -> Paper:
    """Measure a PDF."""
    document = pypdfium2.PdfDocument(path)
    pages = tuple(_read_page(page) for page in document)
    document.close()
    with pikepdf.open(path) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        return Paper(pages, tuple(_loose_fonts(pdf)), str(pdf.Root.get("/Lang", "")), title)


def _read_page(page: Any) -> Page:
    width, height = page.get_size()
    signs, boxes, points = _signs(page.get_textpage(), height)
    fine, coarse = _image(page, FINE), _image(page, COARSE)
    one_bit = np.where(coarse < BLACK, 0, 255).astype(np.uint8)
    return Page(
        width * MM,
        height * MM,
        signs,
        boxes,
        points,
        ink_distance(fine, FINE),
        (_codes(fine), _codes(one_bit)),
    )


def _signs(text: Any, height: float) -> tuple[str, Floats, Floats]:
    """All characters in the order of the file. Plain calls: wrappers take most of the time."""
    total = text.count_chars()
    signs, boxes, points = [], np.empty((total, 4)), np.empty(total)
    left, right, bottom, top, matrix = *(ctypes.c_double() for _ in range(4)), raw.FS_MATRIX()
    for index in range(total):
        signs.append(chr(raw.FPDFText_GetUnicode(text, index)))
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        raw.FPDFText_GetMatrix(text, index, matrix)
        boxes[index] = left.value, height - top.value, right.value, height - bottom.value
        points[index] = (
            raw.FPDFText_GetFontSize(text, index)
            * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        )
    return "".join(signs), boxes * MM, points


def _image(page: Any, dpi: int) -> Image:
    image = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    return np.ascontiguousarray(image.reshape(image.shape[:2]))


def ink_distance(image: Image, dpi: int) -> float:
    """From the nearest edge of the paper to any ink, in mm."""
    dark = image < DARK
    sides = [np.flatnonzero(dark.any(axis)) for axis in (0, 1)]
    gaps = [
        gap
        for side, size in zip(sides, image.shape[::-1], strict=True)
        if side.size
        for gap in (side[0], size - 1 - side[-1])
    ]
    return float(min(gaps, default=np.inf)) * 25.4 / dpi


def _codes(image: Image) -> frozenset[str]:
    return frozenset(code.text for code in zxingcpp.read_barcodes(image, formats=QR_CODE))


def _loose_fonts(pdf: pikepdf.Pdf) -> set[str]:
    named = [
        font
        for page in pdf.pages
        for _, font in page.resources.get("/Font", pikepdf.Dictionary()).items()
    ]
    return {str(font.get("/BaseFont")) for font in named if not _brought(font)}


def _brought(font: Any) -> bool:
    """Is the font in the file? A Type 3 font is; any other needs a font file, or its parent has."""
    descriptor = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
    return font.get("/Subtype") == "/Type3" or any(name in descriptor for name in EMBEDDED)
