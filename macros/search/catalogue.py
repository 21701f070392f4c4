"""Records and pages -> what the search in the browser reads.

The catalogue is enough for a first answer; the full text is fetched only when a reader asks for it.
What the browser shows is plain text, what it searches are stems, made here so that the browser need
not. In a compound, bars mark its two parts and the letters that link them ('|belang|en|gesprek').
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.base import Part
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.meten import Checklist, Scan
from macros.model.urls import page_address, record_address
from macros.model.verhalen import Leerroute
from macros.model.wording import minutes
from macros.reading.language import all_texts, texts_of
from macros.reading.source_pages import read_pages
from macros.search.dutch import RULES, STOP_WORDS, WEAK_WORDS, barred, stem, words

FOLDER = "zoeken"
SUMMARY = 130  # characters that the browser shows of a summary: about two lines
PAGES = "paginas"  # the kind of a page without a record, as readers filter and see it
PAGE_WEIGHT = 0.8


@dataclass(frozen=True)
class Entry:
    """One result that the search can give: a record or a page."""

    kind: str  # as in KINDS, or PAGES
    address: str  # from the root of the site, without a slash before it
    title: str
    summary: str
    facts: str  # phase and duration, as shown beside the kind
    search_words: tuple[str, ...] = ()
    deep: tuple[str, ...] = ()  # texts that a reader may remember something of

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that is searched."""
        return (self.title, *self.search_words, self.summary, *self.deep)


def write_search(toolbox: Toolbox, root: Path, site: Path) -> None:
    """Put catalogue and full text in the built site.

    As scripts beside the JSON: a page that is opened from a folder cannot fetch.
    """
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    listed, text = _json(catalogue(toolbox, root)), _json(full_text(toolbox, root))
    (folder / "catalogus.json").write_text(listed, "utf-8")
    (folder / "catalogus.js").write_text(f"Gk.search.catalogue={listed};\n", "utf-8")
    (folder / "volledig.js").write_text(f"Gk.search.fullText={text};\n", "utf-8")


def catalogue(toolbox: Toolbox, root: Path) -> dict[str, Any]:
    """Everything that the search needs for a first answer; zoekmachine.js reads these keys."""
    entries = [*record_entries(toolbox), *page_entries(root)]
    known_stems = lexicon(entries)
    stem_of = cache(lambda word: barred(word, known_stems))  # most words are in many entries
    known_kinds = {kind: [spec.een, spec.search_weight] for kind, spec in KINDS.items()}
    known_kinds[PAGES] = ["pagina", PAGE_WEIGHT]
    shown_kinds = dict.fromkeys(entry.kind for entry in entries)
    return {
        "regels": RULES,
        "stopwoorden": " ".join(sorted(STOP_WORDS)),
        "zwak": " ".join(sorted({stem(word) for word in WEAK_WORDS})),
        "soorten": {kind: known_kinds[kind] for kind in shown_kinds},
        "synoniemen": synonyms(toolbox),
        "lijst": [_row(entry, stem_of) for entry in entries],
    }


def full_text(toolbox: Toolbox, root: Path) -> dict[str, str]:
    """Address in the site -> the stems of all text there, each once."""
    texts: dict[str, list[str]] = {}
    for piece in all_texts(toolbox, root):
        texts.setdefault(_address_of(piece.path), []).append(piece.text)
    stems = {}
    for address, found in texts.items():
        stems[address] = " ".join(dict.fromkeys(map(stem, words("\n".join(found)))))
    return stems


def record_entries(toolbox: Toolbox) -> Iterator[Entry]:
    """Every record that a reader can open, in the order of the toolbox."""
    for kind, record in toolbox.all():
        spec = KINDS[kind]
        if spec.linked:
            yield Entry(
                kind=kind,
                address=record_address(kind, record.id),
                title=record.titel,
                summary=record.kort[:SUMMARY],
                facts=_facts(record, toolbox),
                search_words=_texts(record, spec.search_words),
                deep=_texts(record, spec.search_texts),
            )


def page_entries(root: Path) -> Iterator[Entry]:
    """Every page without a record, with its first heading and paragraph as title and summary."""
    for page in read_pages(root).pages:
        kind, _, name = page.path.removesuffix(".md").partition("/")
        of_record = kind in PAGE_KINDS and name not in ("", "index")
        if page.title and not of_record:
            yield Entry(
                kind=PAGES,
                address=f"{page_address(page.path)}/".removeprefix("/"),
                title=page.title,
                summary=next(iter(page.prose), "")[:SUMMARY],
                facts="",
            )


def lexicon(entries: Iterable[Entry]) -> frozenset[str]:
    """The stems of words in at least two entries: parts of which compounds can be made."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(set(map(stem, words("\n".join(entry.texts)))))
    return frozenset(known for known, count in counts.items() if count > 1)


def synonyms(toolbox: Toolbox) -> dict[str, str]:
    """Stem -> stems that mean nearly the same, in both directions.

    They come from the vocabularies synoniemen and vermijden.
    """
    others: dict[str, dict[str, None]] = {}  # the inner one is an ordered set
    for word in (*toolbox.words["synoniemen"].values(), *toolbox.words["vermijden"].values()):
        group = dict.fromkeys(map(stem, words(f"{word.titel}, {word.kort or ''}")))
        for member in group:
            others.setdefault(member, {}).update(group)
    lines = {}
    for member, group in sorted(others.items()):
        if same := [other for other in group if other != member]:
            lines[member] = " ".join(same)
    return lines


def _row(entry: Entry, stem_of: Callable[[str], str]) -> list[str]:
    """An entry as the browser reads it: five texts to show, three strings of stems to search."""
    phrases = ",".join(_stems(text, stem_of) for text in entry.search_words)
    rest = dict.fromkeys(map(stem_of, words("\n".join((entry.summary, *entry.deep)))))
    shown = [entry.kind, entry.address, entry.title, entry.summary, entry.facts]
    return [*shown, _stems(entry.title, stem_of), phrases, " ".join(rest)]


def _stems(text: str, stem_of: Callable[[str], str]) -> str:
    """The stems of a text in their order."""
    return " ".join(map(stem_of, words(text)))


def _texts(record: Record, names: Iterable[str]) -> tuple[str, ...]:
    """The texts in the fields with these names, those of parts inside them too."""
    values = vars(record)
    return tuple(text for name in names for text in _texts_in(values[name]))


def _texts_in(value: object) -> Iterator[str]:
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Part):
            yield from texts_of(item)
        elif isinstance(item, str):
            yield item


def _facts(record: Record, toolbox: Toolbox) -> str:
    """The first phase of a record and its duration, as far as it has them."""
    facts = []
    if isinstance(record, Instrument | Checklist | Draaiboek) and record.fasen:
        facts.append(f"fase {toolbox.fasen[record.fasen[0]].titel.lower()}")
    if isinstance(record, Instrument | Scan | Leerroute):
        facts.append(minutes(record.duur))
    if isinstance(record, Draaiboek):
        facts.append(minutes(record.duur_met(toolbox.instrumenten, record.groep.min)))
    return ", ".join(facts)


def _address_of(path: str) -> str:
    """The page that shows the text of a file: toolbox/situaties/x.yml -> situaties/x/."""
    folder, _, rest = path.partition("/")
    if folder == "toolbox":
        kind, _, name = rest.partition("/")
        return record_address(kind, name.removesuffix(".yml"))
    return f"{page_address(rest)}/".removeprefix("/")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
