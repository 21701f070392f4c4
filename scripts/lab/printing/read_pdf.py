"""A printed PDF: the place and size of its characters, its ink, and its readable QR codes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

from scripts.lab.qr_readers import read_codes

MM = 25.4 / 72  # the length of a point in mm
FINE, COARSE = 150, 100  # dots per inch of a good copy, and of one from an old copier
DARK, BLACK = 200, 128  # grey values below which a dot is ink: on the good copy, on the old one
SOFT_HYPHEN = "\u00ad"
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")

Floats = NDArray[np.float64]
Image = NDArray[np.uint8]


@dataclass(frozen=True)
class Page:
    """One page. Lengths are in mm, from the left and the top of the paper."""

    width: float
    height: float
    characters: str
    boxes: Floats  # of each character: left, top, right, bottom; shape (characters, 4)
    points: Floats  # the size of each in pt, after everything that scales the page
    ink: float  # from the nearest edge to any ink, infinite on an empty page
    codes: tuple[frozenset[str], frozenset[str]]  # texts of QR codes on a good and a poor copy

    @property
    def visible(self) -> NDArray[np.bool_]:
        """Which characters leave ink."""
        left, top, right, bottom = self.boxes.T
        shown = np.array([_leaves_ink(character) for character in self.characters], bool)
        solid: NDArray[np.bool_] = shown & (right > left) & (bottom > top)
        return solid


@dataclass(frozen=True)
class Paper:
    """A printed document."""

    pages: tuple[Page, ...]
    loose_fonts: tuple[str, ...]  # fonts that are named in the file but not in it
    language: str
    title: str

    @property
    def text(self) -> str:
        """All text that can be selected."""
        return "\n".join(page.characters for page in self.pages)


def read_paper(path: Path) -> Paper:
    """Read and measure a PDF."""
    document = pypdfium2.PdfDocument(path)
    pages = tuple(_read_page(page) for page in document)
    document.close()
    with pikepdf.open(path) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        return Paper(pages, tuple(_loose_fonts(pdf)), str(pdf.Root.get("/Lang", "")), title)


def _leaves_ink(character: str) -> bool:
    return not character.isspace() and character != SOFT_HYPHEN


def _read_page(page: Any) -> Page:
    width, height = page.get_size()
    characters, boxes, points = _characters(page.get_textpage(), height)
    fine, coarse = _image(page, FINE), _image(page, COARSE)
    one_bit = np.where(coarse < BLACK, 0, 255).astype(np.uint8)
    return Page(
        width * MM,
        height * MM,
        characters,
        boxes,
        points,
        ink_distance(fine, FINE),
        (read_codes(fine), read_codes(one_bit)),
    )


def _characters(text: Any, height: float) -> tuple[str, Floats, Floats]:
    """All characters of a page in the order of the file, their boxes in mm and sizes in pt.

    Calls PDFium directly, since the wrappers of pypdfium2 would take most of the time.
    """
    total = text.count_chars()
    characters, boxes, points = [], np.empty((total, 4)), np.empty(total)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    matrix = raw.FS_MATRIX()
    for index in range(total):
        characters.append(chr(raw.FPDFText_GetUnicode(text, index)))
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        raw.FPDFText_GetMatrix(text, index, matrix)
        boxes[index] = left.value, height - top.value, right.value, height - bottom.value
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        points[index] = raw.FPDFText_GetFontSize(text, index) * scale
    return "".join(characters), boxes * MM, points


def _image(page: Any, dpi: int) -> Image:
    """A page in grey, of shape (rows, columns)."""
    image = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    return np.ascontiguousarray(image.reshape(image.shape[:2]))


def ink_distance(image: Image, dpi: int) -> float:
    """From the nearest edge of a grey image to any ink, in mm; infinite on an empty page."""
    dark = image < DARK
    gaps: list[np.intp] = []
    for axis in (0, 1):
        inked = np.flatnonzero(dark.any(axis))  # columns, then rows, with ink
        if inked.size:
            gaps += [inked[0], dark.shape[1 - axis] - 1 - inked[-1]]
    return float(min(gaps, default=np.inf)) * 25.4 / dpi


def _loose_fonts(pdf: pikepdf.Pdf) -> set[str]:
    """The names of the fonts that are not in the file."""
    loose = set()
    for page in pdf.pages:
        for _, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            if not _is_embedded(font):
                loose.add(str(font.get("/BaseFont")))
    return loose


def _is_embedded(font: Any) -> bool:
    """Is the font in the file? A Type 3 font always is; any other needs a font file."""
    descriptor = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
    return font.get("/Subtype") == "/Type3" or any(name in descriptor for name in EMBEDDED)
