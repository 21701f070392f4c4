"""Is it written as we promise: short sentences, plain words, and no more than fits on an A4?

Faults stop the build; advice is only shown. Sources: the style guide in docs/meeschrijven/stijl.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.model import KINDS, Toolbox
from macros.model.base import Part, Record
from macros.model.fields import ref_of
from macros.model.instrument import Instrument
from macros.model.problems import Problem
from macros.reading.source_pages import SourcePage, read_pages

MOST_WORDS, MANY_WORDS = 30, 20  # refused above the first, advised above the second
STEP_WORDS = {
    5: 25,
    6: 20,
    7: 14,
    8: 10,
}  # number of steps -> words in one, so that a sheet keeps room to write
PITFALL_WORDS = 16
NO_SENTENCE = frozenset({"id", "zoekwoorden", "synoniemen", "url", "toestemming", "herzien", "van"})
SHORT = 4  # a word this short is looked for as it stands, or 'men' would be found in 'mensen'
SENTENCE_END = re.compile(r"(?<=[.!?:])['’”)]?\s+")


@dataclass(frozen=True)
class Text:
    """One piece of running text and the file it stands in."""

    path: str
    text: str


def check_language(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Sentences that nobody can follow, and words with a plainer one beside them."""
    return check_texts(all_texts(toolbox, root), toolbox, root)


def check_texts(pieces: Iterable[Text], toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """The same of some texts."""
    avoided = _avoided(toolbox)
    any_of = re.compile("|".join(pattern.pattern for pattern in avoided).lower() or r"(?!)")
    for piece in pieces:
        if len(piece.text) > 2 * MOST_WORDS and len(piece.text.split()) > MOST_WORDS:
            yield from _too_long(piece, root)
        for pattern, kort in avoided.items() if any_of.search(piece.text.lower()) else ():
            if found := pattern.search(piece.text):
                yield _problem(
                    piece, found[0], root, f"'{found[0]}' vermijden we; schrijf liever: {kort}"
                )


def _too_long(piece: Text, root: Path) -> Iterator[Problem]:
    for sentence in sentences(piece.text):
        if (count := len(sentence.split())) > MOST_WORDS:
            yield _problem(
                piece,
                sentence,
                root,
                f"deze zin telt {count} woorden, hoogstens {MOST_WORDS}; maak er twee van",
            )


def _avoided(toolbox: Toolbox) -> dict[re.Pattern[str], str]:
    """What to look for, with the plainer word; a word that the glossary explains may be used."""
    explained = " ".join(
        f"{begrip.titel} {' '.join(begrip.synoniemen)}" for begrip in toolbox.begrippen.values()
    )
    words = (
        word for word in toolbox.words["vermijden"].values() if word.titel not in explained.lower()
    )
    return {
        re.compile(_pattern(word.titel), re.IGNORECASE): word.kort or "een ander woord"
        for word in words
    }


def advise(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """What would be better, without being wrong: long sentences, and more words than the budget of a sheet."""
    for piece in all_texts(toolbox, root):
        for sentence in sentences(piece.text):
            if MANY_WORDS < (count := len(sentence.split())) <= MOST_WORDS:
                yield _problem(
                    piece,
                    sentence,
                    root,
                    f"deze zin telt {count} woorden; korter dan {MANY_WORDS} leest beter",
                )
    for record in toolbox.instrumenten.values():
        yield from _over_budget(record, root)


def all_texts(toolbox: Toolbox, root: Path) -> Iterator[Text]:
    """Every text that a reader meets, in records and in pages."""
    for kind, record in toolbox.all():
        yield from record_texts(kind, record)
    for page in read_pages(root).pages:
        yield from page_texts(page)


def record_texts(kind: str, record: Record) -> Iterator[Text]:
    """Every text of a record that we wrote."""
    if KINDS[kind].our_words:
        yield from (Text(f"toolbox/{kind}/{record.id}.yml", text) for text in texts_of(record))


def page_texts(page: SourcePage) -> Iterator[Text]:
    """Every text of a page."""
    for text in page.prose:
        yield Text(page.file, text)


def texts_of(part: Part) -> Iterator[str]:
    """The texts inside a record, without ids and names."""
    values = dict(part)
    for name in _told(type(part)):
        value = values[name]
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif isinstance(item, Part):
                yield from texts_of(item)


@cache
def _told(model: type[Part]) -> tuple[str, ...]:
    """The fields that hold text of ours, or parts that may."""
    return tuple(
        name for name in model.model_fields if name not in NO_SENTENCE and not ref_of(model, name)
    )


def sentences(text: str) -> list[str]:
    """A text cut after every end of a sentence; a colon ends one too, since a quotation or list follows."""
    return [sentence for sentence in SENTENCE_END.split(text) if sentence]


def _pattern(word: str) -> str:
    stem = word.removesuffix("eren") if word.endswith("eren") else word
    return rf"\b{stem}\b" if len(word) <= SHORT else rf"\b{stem}\w*"


def _over_budget(record: Instrument, root: Path) -> Iterator[Problem]:
    most = STEP_WORDS[min(max(len(record.stappen), min(STEP_WORDS)), max(STEP_WORDS))]
    limits = [
        (stap.tekst, most, f"een stap, bij {len(record.stappen)} stappen")
        for stap in record.stappen
    ]
    limits += [(text, PITFALL_WORDS, "een valkuil") for text in record.valkuilen]
    for text, limit, what in limits:
        if (count := len(text.split())) > limit:
            yield _problem(
                Text(f"toolbox/instrumenten/{record.id}.yml", text),
                text,
                root,
                f"{what} telt {count} woorden; hoogstens {limit}",
            )


def _problem(piece: Text, needle: str, root: Path, text: str) -> Problem:
    """At the line where the words start; records are read again only for this."""
    written = (root / piece.path).read_text("utf-8-sig")
    start = next(
        (place for length in (40, 15) if (place := written.find(piece.text[:length])) >= 0), 0
    )
    place = max(start, written.find(needle[:15], start))
    return Problem(piece.path, written.count("\n", 0, place) + 1, text)
