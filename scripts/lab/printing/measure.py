"""Measure one printed sheet: its text, ink, size, QR code and fonts, and the PDF standards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from macros.paper.sheets.sheet import Blad
from scripts.lab.printing import limits
from scripts.lab.printing.engine import PageRoom
from scripts.lab.printing.limits import Measurement
from scripts.lab.printing.read_pdf import SOFT_HYPHEN, Floats, Page, Paper
from scripts.lab.printing.required_words import missing

A4 = (210.0, 297.0)
# Share of the smaller of two characters that may be covered: boxes are rounded.
COVERED = 0.03
NAMED = 5  # examples in a message


def paper_measurements(paper: Paper, is_card_sheet: bool = False) -> Iterator[Measurement]:
    """What is measured on every PDF.

    On a sheet of cards, only text must stay away from the edge: cutting lines run up to it.
    """
    if is_card_sheet:
        yield Measurement(limits.TEXT, min(text_distance(page) for page in paper.pages))
    else:
        yield Measurement(limits.INK, min(page.ink for page in paper.pages))
    yield Measurement(limits.POINTS, min(smallest(page) for page in paper.pages))
    yield _overlaps(paper)
    yield Measurement(limits.FONTS, len(paper.loose_fonts), ", ".join(paper.loose_fonts))


def sheet_measurements(paper: Paper, blad: Blad, words: frozenset[str]) -> Iterator[Measurement]:
    """What is measured on a sheet, printed by a browser or by Typst.

    `words` are the words that must be on it.
    """
    yield Measurement(limits.FORM_PAGES if blad.lang else limits.PAGES, len(paper.pages))
    yield _worst_size(paper, (A4 if blad.ligging == "staand" else A4[::-1],))
    yield from _text_measurements(paper, blad.kort_adres, words)
    yield _readable_codes(paper, blad.url)


def canvas_measurements(paper: Paper, address: str, words: frozenset[str]) -> Iterator[Measurement]:
    """What is measured on a page to write on, which may lie either way and has no code.

    `words` are the words that must be on it, `address` is the one that people type.
    """
    yield _worst_size(paper, (A4, A4[::-1]))
    yield from _text_measurements(paper, address, words)


def room_measurements(room: PageRoom) -> Iterator[Measurement]:
    """What was measured in the page, since a PDF does not tell it."""
    yield Measurement(limits.WRITING, room.written)
    yield Measurement(limits.STICKS_OUT, room.out)
    if room.row < np.inf:
        yield Measurement(limits.ROW, room.row)


def standards_measurement(paper: Paper, faults: list[str]) -> Measurement:
    """The faults against the PDF standards, and two things that these leave open.

    A standard asks for a language and a title; here the language is Dutch and no title is empty.
    """
    gaps = []
    if not paper.language.startswith("nl"):
        gaps.append("de taal is niet nl")
    if not paper.title:
        gaps.append("de titel ontbreekt")
    found = gaps + faults
    return Measurement(limits.STANDARDS, len(found), "; ".join(found[:NAMED]))


def drift(paper: Paper, other: Paper) -> Measurement:
    """How far the two papers differ: the word whose height differs most, in mm."""
    here, there = placed_words(paper), placed_words(other)
    texts = [word for word, _ in here], [word for word, _ in there]
    moved = []
    for block in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            (word, height), (_, other_height) = here[block.a + step], there[block.b + step]
            moved.append((abs(height - other_height), word))
    return Measurement(limits.DRIFT, *max(moved, default=(np.inf, "geen enkel woord")))


def placed_words(paper: Paper) -> list[tuple[str, float]]:
    """Every word with the height of its bottom in mm, measured from the top of the first page."""
    placed, top = [], 0.0
    for page in paper.pages:
        for found in re.finditer(r"\S+", page.characters):
            placed.append((found[0], top + float(page.boxes[found.start(), 3])))
        top += page.height
    return placed


def smallest(page: Page) -> float:
    """The size in pt of the smallest character that leaves ink; infinite without any."""
    return float(page.points[page.visible].min(initial=np.inf))


def text_distance(page: Page) -> float:
    """From the nearest edge of the paper to any character, in mm; infinite without any."""
    left, top, right, bottom = page.boxes[page.visible].T
    gaps = [*left, *top, *(page.width - right), *(page.height - bottom)]
    return float(min(gaps, default=np.inf))


def overlapping(boxes: Floats) -> NDArray[np.intp]:
    """Pairs of characters that overlap, as an array of shape (pairs, 2) with their positions.

    `boxes` has the shape (characters, 4): left, top, right, bottom. Characters next to each other
    in the text may overlap: that is kerning.
    """
    order = np.argsort(boxes[:, 0], kind="stable")
    first, second = _side_by_side(boxes[order])
    first, second = order[first], order[second]
    one, two = boxes[first], boxes[second]
    low, high = np.maximum(one[:, :2], two[:, :2]), np.minimum(one[:, 2:], two[:, 2:])
    shared = np.maximum(high - low, 0).prod(axis=1)
    smaller = np.minimum(_areas(one), _areas(two))
    covering = (np.abs(first - second) > 1) & (shared > COVERED * smaller)
    return np.stack([first[covering], second[covering]], axis=1)


def _areas(boxes: Floats) -> Floats:
    areas: Floats = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return areas


def _side_by_side(boxes: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs of boxes that overlap horizontally, as two arrays of positions.

    The boxes are sorted by their left side, so those that overlap one box directly follow it.
    """
    total = len(boxes)
    runs = np.searchsorted(boxes[:, 0], boxes[:, 2]) - np.arange(1, total + 1)
    runs = np.maximum(runs, 0)
    first = np.repeat(np.arange(total), runs)
    steps = np.arange(len(first)) - np.repeat(np.cumsum(runs) - runs, runs)
    return first, first + 1 + steps


def _overlaps(paper: Paper) -> Measurement:
    """The number of overlapping pairs, with the first pair as an example."""
    pairs = []
    for page in paper.pages:
        visible = np.flatnonzero(page.visible)
        for one, two in visible[overlapping(page.boxes[visible])]:
            pairs.append(page.characters[one] + page.characters[two])
    return Measurement(limits.OVERLAPS, len(pairs), pairs[0] if pairs else "")


def _readable_codes(paper: Paper, url: str) -> Measurement:
    """On how many of the two copies, a good and a poor one, a QR code gives this address."""
    good = any(url in page.codes[0] for page in paper.pages)
    poor = any(url in page.codes[1] for page in paper.pages)
    return Measurement(limits.CODES, good + poor, url)


def _text_measurements(paper: Paper, address: str, words: frozenset[str]) -> Iterator[Measurement]:
    """The words that are lost, and whether the address stands whole on a line."""
    lost = missing(words, paper.text)
    yield Measurement(limits.WORDS, len(lost), ", ".join(lost[:NAMED]))
    found = address in paper.text.replace(SOFT_HYPHEN, "")
    yield Measurement(limits.ADDRESS, int(found), address)


def _worst_size(paper: Paper, allowed: Sequence[tuple[float, float]]) -> Measurement:
    """How far the worst page differs from the nearest of these sizes, in mm."""
    sizes = [_size(page, allowed) for page in paper.pages]
    return max(sizes, key=lambda measurement: measurement.value)


def _size(page: Page, allowed: Sequence[tuple[float, float]]) -> Measurement:
    off = min(max(abs(page.width - wide), abs(page.height - high)) for wide, high in allowed)
    return Measurement(limits.SIZE, off, f"{page.width:.0f} x {page.height:.0f}")
