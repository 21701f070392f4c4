"""Which words must be on a printed sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from macros.model import Record
from macros.model.base import Part
from macros.model.instrument import Instrument
from macros.model.kennis import Fase
from macros.model.meten import Scan
from macros.paper.sheets.canvas import Invulblad
from macros.paper.sheets.sheet import Blad

WORD = re.compile(r"[^\W\d_]{4,}")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Fields of a sheet that nobody reads: they tell a program where it belongs and how it looks.
NO_TEXT = frozenset("adres naam url id veld vorm soort ligging teken herzien".split())
# Fields of a record that its page shows and its sheet does not.
NOT_ON_PAPER = frozenset(
    "id zoekwoorden startset status condities kaarten niveaus bij bronnen toestemming".split()
)
# Fields of a meting that people read on pages: to choose it, and after they filled it in.
ON_THE_PAGE = frozenset(
    "wie ritme gaat_over uitleg verschil laag midden hoog ander soort kring kies".split()
)
# Fields of a phase that give way to its sizes and decision.
WHEN_FULL = frozenset("uitleg hoe_lang blauw_oranje kans aangepast".split())
# Fields of an instrument that stand on its canvas, not on its front.
ON_THE_CANVAS = frozenset("vraag soort schaal invulkant voorbeeld".split())
# Fields of a box or column that say where it is taken over in the report of a meeting.
IN_THE_REPORT = frozenset("afspraak actie".split())


def words_of_sheet(blad: Blad | Invulblad) -> frozenset[str]:
    """Every word of at least four letters on a sheet or a canvas, in lower case."""
    return _words(_texts(blad, NO_TEXT))


def words_of_record(record: Record) -> frozenset[str]:
    """Every word of at least four letters of a record, in lower case.

    Ids are left out. This shows whether the sheet leaves a field out.
    """
    unread = NOT_ON_PAPER
    if isinstance(record, Scan):
        record, unread = _as_asked(record), unread | ON_THE_PAGE
    if isinstance(record, Fase) and record.vol:
        unread |= WHEN_FULL
    if isinstance(record, Instrument):
        unread |= ON_THE_CANVAS | IN_THE_REPORT
    return _record_words(record, unread)


def _as_asked(record: Scan) -> Scan:
    """A meting without the statements that are no longer asked."""
    parts = (deel.model_copy(update={"vragen": deel.gesteld}) for deel in record.onderdelen)
    return record.model_copy(update={"onderdelen": tuple(parts)})


def words_to_write_at(record: Instrument) -> frozenset[str]:
    """Every word at which a reader writes: it shows whether a canvas leaves a field out."""
    places = (record.velden, record.tabel, record.invulkant)
    return _record_words(places, IN_THE_REPORT | {"id"})


def _record_words(value: object, left_out: frozenset[str]) -> frozenset[str]:
    return _words(text for text in _texts(value, left_out) if not ID.fullmatch(text))


def missing(wanted: frozenset[str], text: str) -> list[str]:
    """The words that are not in a text, sorted.

    Only letters and digits of the text count, since a line may break a word.
    """
    letters = re.sub(r"[\W_]+", "", text).lower()
    return sorted(word for word in wanted if word not in letters)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def _texts(value: object, left_out: frozenset[str]) -> Iterator[str]:
    """All texts in a sheet or record, except in fields with these names."""
    if isinstance(value, str):
        yield value
    for name, inside in _parts(value):
        if name not in left_out:
            yield from _texts(inside, left_out)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """Names and values in a sheet or record; in a tuple the names are empty."""
    if isinstance(value, tuple):
        yield from (("", item) for item in value)
    elif isinstance(value, Part):
        yield from value
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
