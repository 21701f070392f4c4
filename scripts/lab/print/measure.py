"""From paper to figures: what eight checks and the norm find on one printed sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from macros.paper.sheet import Blad
from scripts.lab.print import limits
from scripts.lab.print.engine import Room
from scripts.lab.print.limits import Measurement
from scripts.lab.print.read_pdf import SOFT_HYPHEN, Floats, Page, Paper
from scripts.lab.print.required_words import missing

A4 = (210.0, 297.0)
COVERED = 0.03  # part of the smaller of two signs; less is the rounding of their boxes
NAMED = 5  # examples in a message


def paper_measurements(paper: Paper, is_card_sheet: bool = False) -> Iterator[Measurement]:
    """What holds for all paper. On a sheet of cards, cutting lines may run to the edge."""
    yield (
        Measurement(limits.TEXT, min(map(text_distance, paper.pages)))
        if is_card_sheet
        else Measurement(limits.INK, min(page.ink for page in paper.pages))
    )
    yield Measurement(limits.POINTS, min(smallest(page) for page in paper.pages))
    yield _overlaps(paper)
    yield Measurement(limits.FONTS, len(paper.loose_fonts), ", ".join(paper.loose_fonts))


def sheet_measurements(paper: Paper, blad: Blad, words: frozenset[str]) -> Iterator[Measurement]:
    """What holds for a sheet, whoever printed it."""
    yield Measurement(limits.FORM_PAGES if blad.lang else limits.PAGES, len(paper.pages))
    yield max(
        (_size(page, blad) for page in paper.pages), key=lambda measurement: measurement.value
    )
    lost = missing(words, paper.text)
    yield Measurement(limits.WORDS, len(lost), ", ".join(lost[:NAMED]))
    yield Measurement(
        limits.CODES,
        sum(any(blad.url in page.codes[copy] for page in paper.pages) for copy in (0, 1)),
        blad.url,
    )
    yield Measurement(
        limits.ADDRESS, int(blad.kort_adres in paper.text.replace(SOFT_HYPHEN, "")), blad.kort_adres
    )


def room_measurements(room: Room) -> Iterator[Measurement]:
    """What only the page can tell."""
    yield Measurement(limits.WRITING, room.written)
    yield Measurement(limits.STICKS_OUT, room.out)


def standards_measurement(paper: Paper, faults: list[str]) -> Measurement:
    """The norm, and what it leaves open: which language, and that the title says something."""
    gaps = [
        text
        for text, sound in (
            ("de taal is niet nl", paper.language.startswith("nl")),
            ("de titel ontbreekt", paper.title),
        )
        if not sound
    ]
    found = gaps + faults
    return Measurement(limits.STANDARDS, len(found), "; ".join(found[:NAMED]))


def drift(paper: Paper, other: Paper) -> Measurement:
    """The word that stands furthest from its place on the other paper."""
    here, there = placed_words(paper), placed_words(other)
    blocks = SequenceMatcher(
        None, [word for word, _ in here], [word for word, _ in there], autojunk=False
    ).get_matching_blocks()
    pairs = [
        (here[block.a + step], there[block.b + step])
        for block in blocks
        for step in range(block.size)
    ]
    moved = [(abs(mine[1] - theirs[1]), mine[0]) for mine, theirs in pairs]
    return Measurement(limits.DRIFT, *max(moved, default=(np.inf, "geen enkel woord")))


def placed_words(paper: Paper) -> list[tuple[str, float]]:
    """Every word with its height in mm, as if all pages hung under each other."""
    tops = np.cumsum([0.0, *(page.height for page in paper.pages)])
    return [
        (found[0], float(top + page.boxes[found.start(), 3]))
        for top, page in zip(tops, paper.pages, strict=False)
        for found in re.finditer(r"\S+", page.signs)
    ]


def smallest(page: Page) -> float:
    """The size of the smallest sign that leaves ink."""
    return float(page.points[page.visible].min(initial=np.inf))


def text_distance(page: Page) -> float:
    """From the nearest edge of the paper to any sign, in mm."""
    left, top, right, bottom = page.boxes[page.visible].T
    gaps = [*left, *top, *(page.width - right), *(page.height - bottom)]
    return float(min(gaps, default=np.inf))


def overlapping(boxes: Floats) -> NDArray[np.intp]:
    """Pairs of characters that overlap, as rows of two positions.

    Characters next to each other may overlap: that is kerning.
    """
    order = np.argsort(boxes[:, 0], kind="stable")
    first, second = _side_by_side(boxes[order])
    one, two = boxes[order[first]], boxes[order[second]]
    shared = np.maximum(
        np.minimum(one[:, 2:], two[:, 2:]) - np.maximum(one[:, :2], two[:, :2]), 0
    ).prod(axis=1)
    least = np.minimum(
        (one[:, 2:] - one[:, :2]).prod(axis=1), (two[:, 2:] - two[:, :2]).prod(axis=1)
    )
    apart = np.abs(order[first] - order[second]) > 1
    covering = apart & (shared > COVERED * least)
    return np.stack([order[first[covering]], order[second[covering]]], axis=1)


def _side_by_side(boxes: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs that overlap horizontally; the boxes are sorted by their left side."""
    total = len(boxes)
    runs = np.searchsorted(boxes[:, 0], boxes[:, 2]) - np.arange(1, total + 1)
    runs = np.maximum(runs, 0)
    first = np.repeat(np.arange(total), runs)
    steps = np.arange(len(first)) - np.repeat(np.cumsum(runs) - runs, runs)
    return first, first + 1 + steps


def _overlaps(paper: Paper) -> Measurement:
    places = [(page, np.flatnonzero(page.visible)) for page in paper.pages]
    pairs = [(page, at[pair]) for page, at in places for pair in overlapping(page.boxes[at])]
    example = "".join(pairs[0][0].signs[place] for place in pairs[0][1]) if pairs else ""
    return Measurement(limits.OVERLAPS, len(pairs), example)


def _size(page: Page, blad: Blad) -> Measurement:
    width, height = A4 if blad.ligging == "staand" else A4[::-1]
    off = max(abs(page.width - width), abs(page.height - height))
    return Measurement(limits.SIZE, off, f"{page.width:.0f} x {page.height:.0f}")
