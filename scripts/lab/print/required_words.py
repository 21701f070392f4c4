"""Which words must stand on a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from macros.model import Record
from macros.model.base import Part
from macros.model.meten import Scan
from macros.paper.sheet import Blad

WORD = re.compile(r"[^\W\d_]{4,}")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NO_TEXT = {
    "adres",
    "naam",
    "url",
    "id",
    "veld",
    "vorm",
    "ligging",
    "fase",
    "herzien",
}  # of a sheet: for programs
NOT_ON_PAPER = {
    "id",
    "zoekwoorden",
    "startset",
    "status",
    "condities",
    "kaarten",
    "niveaus",
    "bronnen",
    "toestemming",
}
ON_THE_PAGE = {
    "wie",
    "uitleg",
    "verschil",
    "laag",
    "midden",
    "hoog",
}  # of a meting: what one reads after filling it in


def words_of_sheet(blad: Blad) -> frozenset[str]:
    """Every word of four letters or more that the sheet says it shows."""
    return _words(text for text in _texts(blad, NO_TEXT))


def words_of_record(record: Record) -> frozenset[str]:
    """Every word of four letters or more of a record, so that no field is left off its sheet."""
    unread = NOT_ON_PAPER | ON_THE_PAGE if isinstance(record, Scan) else NOT_ON_PAPER
    return _words(text for text in _texts(record, unread) if not ID.fullmatch(text))


def missing(wanted: frozenset[str], text: str) -> list[str]:
    """Words that cannot be selected; other characters are ignored, for lines may break a word."""
    run = re.sub(r"[\W_]+", "", text).lower()
    return sorted(word for word in wanted if word not in run)


def _words(texts: Iterator[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def _texts(value: object, left_out: set[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for name, inside in _parts(value):
        if name not in left_out:
            yield from _texts(inside, left_out)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """What a list, a sheet or a record consists of; a list has no names."""
    if isinstance(value, tuple):
        yield from (("", one) for one in value)
    elif isinstance(value, Part):
        yield from value
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
