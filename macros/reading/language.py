"""Plain language: sentences to follow, plain words, and no more text than fits on a sheet.

Problems stop the build, advice is only shown. The rules are those of the style guide in
docs/meeschrijven/stijl.md.
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
from macros.model.problems import Problem, line_at
from macros.reading.source_pages import SourcePage, read_pages
from macros.reading.yaml import as_read

# Words in a sentence: more than the first is a problem; more than the second gives advice in a
# record, of which much is read on paper or aloud, but not in running text
MOST_WORDS, MANY_WORDS = 30, 20
# Kinds whose pages explain at length; sentences as short as these on average read like a telegram
EXPLAINING = ("modellen", "condities", "fasen")
FEWEST_ON_AVERAGE, FEWEST_SENTENCES = 8, 12
# Number of steps -> most words in one of them, so that a sheet keeps room to write
STEP_WORDS = {5: 25, 6: 20, 7: 14, 8: 10}
PITFALL_WORDS = 16
NO_SENTENCE = frozenset(
    {
        "id",
        "veld",
        "zoekwoorden",
        "synoniemen",
        "url",
        "toestemming",
        "herzien",
        "van",
        "volgens",
        "uitgever",
        "begin",
        "vast",
    }
)
# A word this short is matched as a whole, or 'men' would match in 'mensen'
SHORT = 4
SENTENCE_END = re.compile(r"(?<=[.!?:])['’”)]?\s+")
NOTHING = r"(?!)"  # matches nowhere
START_LENGTHS = (40, 15)  # characters of a text by which to find it in its file


@dataclass(frozen=True)
class Text:
    """A paragraph, list item or field value, with the path of its file in the project."""

    path: str
    text: str


def check_language(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Problems in all texts: sentences that are too long, and words with a plainer one."""
    return check_texts(all_texts(toolbox, root), toolbox, root)


def check_texts(texts: Iterable[Text], toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Problems in these texts; `root` is the folder of the project."""
    plainer = _plainer_words(toolbox)
    patterns = "|".join(pattern.pattern for pattern in plainer).lower()
    any_avoided = re.compile(patterns or NOTHING)  # one search settles nearly all texts
    for text in texts:
        yield from _long_sentences(text, root)
        if not _is_about_a_model(text) and any_avoided.search(text.text.lower()):
            yield from _avoided_words(text, plainer, root)


def _is_about_a_model(text: Text) -> bool:
    """Whether a text tells of a model: there a word to avoid may be the name of what it means."""
    return text.path.startswith(("docs/modellen/", "toolbox/modellen/"))


def _long_sentences(text: Text, root: Path) -> Iterator[Problem]:
    for sentence, count in _counted_sentences(text):
        if count > MOST_WORDS:
            message = f"deze zin telt {count} woorden, hoogstens {MOST_WORDS}; maak er twee van"
            yield text_problem(text, sentence, root, message)


def _avoided_words(
    text: Text, plainer: dict[re.Pattern[str], str], root: Path
) -> Iterator[Problem]:
    for pattern, proposal in plainer.items():
        if match := pattern.search(text.text):
            message = f"'{match[0]}' vermijden we; schrijf liever: {proposal}"
            yield text_problem(text, match[0], root, message)


def _plainer_words(toolbox: Toolbox) -> dict[re.Pattern[str], str]:
    """Pattern of a word to avoid -> the plainer one. Words of the glossary may be used."""
    terms = [f"{term.titel} {' '.join(term.synoniemen)}" for term in toolbox.begrippen.values()]
    explained = " ".join(terms).lower()
    plainer: dict[re.Pattern[str], str] = {}
    for word in toolbox.words["vermijden"].values():
        if word.titel not in explained:
            pattern = re.compile(_pattern(word.titel), re.IGNORECASE)
            plainer[pattern] = word.kort or "een ander woord"
    return plainer


def _pattern(word: str) -> str:
    """Matches a word, in most cases with its endings; of a verb in -eren every form.

    Not a name that begins with its noun: somebody is an implementatiemanager.
    """
    if word.endswith("eren"):
        return rf"\b{word.removesuffix('eren')}(?:e[er]\w*|aties?\b)"
    return rf"\b{word}\b" if len(word) <= SHORT else rf"\b{word}\w*"


def advise(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Advice on texts: rather long sentences, telegram style, and more than fits on a sheet."""
    for kind, record in toolbox.all():
        for text in record_texts(kind, record):
            for sentence, count in _counted_sentences(text):
                if MANY_WORDS < count <= MOST_WORDS:
                    message = f"deze zin telt {count} woorden; korter dan {MANY_WORDS} leest beter"
                    yield text_problem(text, sentence, root, message)
    yield from _telegrams(root)
    for record in toolbox.instrumenten.values():
        yield from _over_budget(record, root)


def _telegrams(root: Path) -> Iterator[Problem]:
    """Pages that explain in sentences so short that what joins them is lost."""
    for page in read_pages(root).pages:
        if not page.path.startswith(EXPLAINING):
            continue
        counts = [len(one.split()) for text in page.prose for one in sentences(text)]
        average = sum(counts) / max(len(counts), 1)
        if len(counts) >= FEWEST_SENTENCES and average < FEWEST_ON_AVERAGE:
            said = f"{average:.1f}".replace(".", ",")
            text = f"zinnen tellen hier gemiddeld {said} woorden; 10 tot 12 leest prettiger:"
            yield Problem(page.file, 1, f"{text} verbind ze met want, dus, maar of zodat")


def _over_budget(record: Instrument, root: Path) -> Iterator[Problem]:
    """Steps and pitfalls of an instrument with more words than its sheet has room for."""
    count = len(record.stappen)
    most = STEP_WORDS[min(max(count, min(STEP_WORDS)), max(STEP_WORDS))]
    steps = [step.tekst for step in record.stappen]
    yield from _long_texts(record, steps, most, f"een stap, bij {count} stappen", root)
    yield from _long_texts(record, record.valkuilen, PITFALL_WORDS, "een valkuil", root)


def _long_texts(
    record: Instrument, texts: Iterable[str], most: int, label: str, root: Path
) -> Iterator[Problem]:
    for text in texts:
        if (count := len(text.split())) > most:
            message = f"{label} telt {count} woorden; hoogstens {most}"
            place = Text(f"toolbox/instrumenten/{record.id}.yml", text)
            yield text_problem(place, text, root, message)


def all_texts(toolbox: Toolbox, root: Path) -> Iterator[Text]:
    """Every text of ours that a reader meets, in records and in pages."""
    for kind, record in toolbox.all():
        yield from record_texts(kind, record)
    for page in read_pages(root).pages:
        yield from page_texts(page)


def record_texts(kind: str, record: Record) -> Iterator[Text]:
    """The texts of a record; none when its kind holds words of others."""
    if KINDS[kind].our_words:
        for text in texts_of(record):
            yield Text(f"toolbox/{kind}/{record.id}.yml", text)


def page_texts(page: SourcePage) -> Iterator[Text]:
    """The texts of a page."""
    for text in page.prose:
        yield Text(page.file, text)


def texts_of(part: Part) -> Iterator[str]:
    """The texts inside a record or part, without ids and names."""
    values = vars(part)
    for name in _text_fields(type(part)):
        value = values[name]
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif isinstance(item, Part):
                yield from texts_of(item)


@cache
def _text_fields(model: type[Part]) -> tuple[str, ...]:
    """The fields that hold sentences, or parts that may hold them."""
    names = (name for name in model.model_fields if name not in NO_SENTENCE)
    return tuple(name for name in names if not ref_of(model, name))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon ends one too, since a quotation or a list follows it."""
    return [sentence for sentence in SENTENCE_END.split(text) if sentence]


def _counted_sentences(text: Text) -> Iterator[tuple[str, int]]:
    """Each sentence with its number of words; for speed, short texts are skipped."""
    if len(text.text) > 2 * MANY_WORDS and len(text.text.split()) > MANY_WORDS:
        for sentence in sentences(text.text):
            yield sentence, len(sentence.split())


def text_problem(text: Text, needle: str, root: Path, message: str) -> Problem:
    """A problem at the line on which `needle`, a part of the text, starts in the file.

    Records do not keep the lines of their texts, so the file is read again.
    """
    content = as_read((root / text.path).read_text("utf-8-sig"))
    start = max(_text_start(content, text.text), 0)
    position = max(start, content.find(needle[:15], start))
    return Problem(text.path, line_at(content, position), message)


def _text_start(content: str, text: str) -> int:
    """Where a text begins in its file; only its start, as it may be folded."""
    long, short = (content.find(text[:length]) for length in START_LENGTHS)
    return long if long >= 0 else short
