"""Records and pages -> what the search in the browser reads.

The catalogue is enough for a first answer; the full text is fetched only when a reader asks for it.
It holds nothing twice: of title and summary the browser makes the stems itself, an address says
only what the title does not, and words that mean the same stand in one line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox, folding
from macros.model.base import Part
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.kennis import Fase
from macros.model.meten import Checklist, Scan
from macros.model.urls import page_address, record_address
from macros.model.verhalen import Leerroute
from macros.model.wording import minutes
from macros.pages.facets import features
from macros.reading.language import all_texts, texts_of
from macros.reading.source_pages import read_pages
from macros.search.dutch import EXCEPTIONS, RULES, STOP_WORDS, stem, stems, words
from macros.search.packing import by_column, short_forms, shortened
from macros.search.thesaurus import groups

FOLDER = "zoeken"
SUMMARY = 130  # characters that the browser shows of a summary: about two lines
PHRASES = 5  # the place in a row of the stems of search words
PAGES = "paginas"  # the kind of a page without a record, as readers filter and see it
PAGE_WEIGHT = 1.0
# As on the cards of instruments (macros/pages/facets.py)
FEATURES = ("fase", "plek", "begeleiding", "duur", "extra", "min", "max", "voorbereiding")


@dataclass(frozen=True)
class Entry:
    """One result that the search can give: a record or a page."""

    kind: str  # as in KINDS, or PAGES
    address: str  # from the root of the site, without a slash before it
    title: str
    summary: str
    phase_and_duration: str  # as shown beside the kind; empty without them
    search_words: tuple[str, ...] = ()
    features: tuple[str, ...] = ()  # values of FEATURES, as filters read them; empty without them


def write_search(toolbox: Toolbox, root: Path, site: Path) -> None:
    """Put catalogue and full text in the built site.

    As scripts: a page that is opened from a folder cannot fetch. Beside them the titles of all
    pages, for the page that says that one is not found.
    """
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    listed, text = _json(catalogue(toolbox, root)), _json(full_text(toolbox, root))
    (folder / "titels.json").write_text(_json(titles(toolbox, root)), "utf-8")
    (folder / "catalogus.js").write_text(f"Gk.search.catalogue={listed};\n", "utf-8")
    (folder / "volledig.js").write_text(f"Gk.search.fullText={text};\n", "utf-8")


def catalogue(toolbox: Toolbox, root: Path) -> dict[str, Any]:
    """Everything that the search needs for a first answer; woorden.js and register.js read it."""
    entries = [*record_entries(toolbox), *page_entries(root)]
    rows = [_row(entry) for entry in entries]
    short = short_forms(row[PHRASES] for row in rows)
    known = frozenset(chain.from_iterable(map(_stems_of, entries)))
    return {
        "regels": RULES,
        "vormen": EXCEPTIONS,
        "stopwoorden": " ".join(sorted(STOP_WORDS)),
        "soorten": {kind: _kind(kind) for kind in dict.fromkeys(entry.kind for entry in entries)},
        "kort": " ".join(short),
        "synoniemen": [_shortened(group, short) for group in groups(toolbox, known)],
        "kenmerken": list(FEATURES),
        "lijst": by_column(_packed(row, short) for row in rows),
    }


def titles(toolbox: Toolbox, root: Path) -> dict[str, str]:
    """Address in the site -> title, of every page; several records may share one."""
    entries = (*record_entries(toolbox), *page_entries(root))
    return {entry.address.partition("#")[0]: entry.title for entry in entries}


def full_text(toolbox: Toolbox, root: Path) -> dict[str, str]:
    """Address in the site -> the stems of all text there, each once."""
    texts: dict[str, list[str]] = {}
    for piece in all_texts(toolbox, root):
        texts.setdefault(_address_of(piece.path), []).append(piece.text)
    return {
        address: " ".join(dict.fromkeys(map(stem, words("\n".join(found)))))
        for address, found in texts.items()
    }


def record_entries(toolbox: Toolbox) -> Iterator[Entry]:
    """Every record that a reader can open, in the order of the toolbox."""
    for kind, record in toolbox.all():
        spec = KINDS[kind]
        if spec.linked:
            yield Entry(
                kind=kind,
                address=record_address(kind, record.id),
                title=record.titel,
                summary="" if kind == "bronnen" else summary(record.kort),  # its title says enough
                phase_and_duration=_phase_and_duration(record, toolbox),
                search_words=_texts(record, spec.search_words),
                features=_features(record, toolbox),
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
                summary=summary(next(iter(page.prose), "")),
                phase_and_duration="",
                search_words=(*page.search_words, *page.headings),
            )


def summary(text: str) -> str:
    """As much of a text as the browser shows, up to the end of a word: it makes stems of words."""
    if len(text) <= SUMMARY:
        return text
    shown, _, _ = text[:SUMMARY].rpartition(" ")
    return shown if shown.endswith((".", "?", "!")) else f"{shown.rstrip(',;:')}…"


def lexicon(entries: Iterable[Entry]) -> frozenset[str]:
    """The stems of words in at least two entries: parts of which compounds can be made."""
    counts = Counter(chain.from_iterable(map(_stems_of, entries)))
    return frozenset(known for known, count in counts.items() if count > 1)


def _stems_of(entry: Entry) -> set[str]:
    texts = (entry.title, *entry.search_words, entry.summary)
    return set(map(stem, words("\n".join(texts))))


def _kind(kind: str) -> list[str | float]:
    """What readers call one of this kind, its weight, and what stands before and after its name."""
    if kind == PAGES:
        return ["pagina", PAGE_WEIGHT, "", "/"]
    spec = KINDS[kind]
    return [spec.een, spec.search_weight, *record_address(kind, "\n").split("\n")]


def _row(entry: Entry) -> list[str]:
    """An entry in seven texts: five to show, the stems of its search words, and features."""
    shown = [entry.kind, _name(entry), entry.title, entry.summary, entry.phase_and_duration]
    return [*shown, ",".join(map(stems, entry.search_words)), "|".join(entry.features)]


def _name(entry: Entry) -> str:
    """The part of the address that is its own; empty when the title says it."""
    _, _, before, after = map(str, _kind(entry.kind))
    name = entry.address.removeprefix(before).removesuffix(after)
    return "" if name == "-".join(folding.words(entry.title)) else name


def _shortened(group: str, short: Mapping[str, str]) -> str:
    return "|".join(shortened(part, short) for part in group.split("|"))


def _packed(row: Sequence[str], short: Mapping[str, str]) -> list[str]:
    return [*row[:PHRASES], shortened(row[PHRASES], short), *row[PHRASES + 1 :]]


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


def _phase_and_duration(record: Record, toolbox: Toolbox) -> str:
    """The first phase of a record and its duration, as far as it has them."""
    found = []
    if isinstance(record, Instrument | Checklist | Draaiboek) and record.fasen:
        found.append(f"fase {toolbox.fasen[record.fasen[0]].titel.lower()}")
    if isinstance(record, Instrument | Scan | Leerroute):
        found.append(minutes(record.duur))
    if isinstance(record, Draaiboek):
        found.append(minutes(record.duur_met(toolbox.instrumenten, record.groep.min)))
    return ", ".join(found)


def _features(record: Record, toolbox: Toolbox) -> tuple[str, ...]:
    """What filters compare, of a record with a time or a phase (zoeken/passend.js)."""
    found: dict[str, str] = {}
    if isinstance(record, Instrument):
        found = features(record)
    elif isinstance(record, Draaiboek):
        found = _time(record.duur_met(toolbox.instrumenten, record.groep.min))
        found |= {"fase": " ".join(record.fasen), "begeleiding": record.begeleiding}
        found |= {"min": str(record.groep.min), "max": str(record.groep.max)}
        found["plek"] = " ".join(record.plekken(toolbox.instrumenten))
    elif isinstance(record, Scan):
        found = _time(record.duur)
    elif isinstance(record, Checklist):
        found = {"fase": " ".join(record.fasen)}
    elif isinstance(record, Fase):
        found = {"fase": record.id}
    return tuple(found.get(name, "") for name in FEATURES) if found else ()


def _time(minutes: int) -> dict[str, str]:
    """The features of a time that is the same for each number of people."""
    return {"duur": str(minutes), "extra": "0", "min": "0", "max": "0", "voorbereiding": "geen"}


def _address_of(path: str) -> str:
    """The page that shows the text of a file: toolbox/situaties/x.yml -> situaties/x/."""
    folder, _, rest = path.partition("/")
    if folder == "toolbox":
        kind, _, name = rest.partition("/")
        return record_address(kind, name.removesuffix(".yml"))
    return f"{page_address(rest)}/".removeprefix("/")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
