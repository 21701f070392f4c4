"""Records and pages -> what the search in the browser reads: one catalogue to start with, the full text for who asks for it.

What the browser shows comes as text, what it searches as stems: cut once, here. A compound carries bars before its
parts and what links them ('|belang|en|gesprek'), so that the browser knows them without trying every place.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.base import Part
from macros.model.urls import page_address, record_address
from macros.model.wording import minutes
from macros.reading.language import all_texts, paragraphs, texts_of
from macros.reading.markdown_files import MAX_BYTES
from macros.reading.yaml import decode
from macros.search.dutch import RULES, STOP_WORDS, WEAK_WORDS, barred, stem, words

FOLDER = "zoeken"
SUMMARY = 130  # signs that the browser shows of a summary: about two lines
DEEP = {  # what a reader of each kind would remember of it, beside title, search words and summary
    "instrumenten": ("wanneer", "vragen"),
    "situaties": ("niet_doen",),
    "modellen": ("van", "wanneer"),
    "fasen": ("uitleg", "kernvragen"),
    "condities": ("vragen",),
    "kaarten": ("waarom", "vraag"),
    "checklists": ("punten",),
    "scans": ("wie",),
    "praktijk": ("waar",),
    "leren": ("voor", "stappen"),
    "rollen": ("doet",),
}
WEIGHTS = {
    "instrumenten": 1.3,
    "situaties": 1.25,
    "scans": 1.1,
    "checklists": 1.1,
    "begrippen": 0.7,
    "bronnen": 0.35,
    "paginas": 0.8,
}


@dataclass(frozen=True)
class Entry:
    """One thing to find."""

    kind: str
    address: str
    title: str
    summary: str
    facts: str  # phase and duration, as shown beside the kind
    search_words: tuple[str, ...] = ()
    deep: tuple[str, ...] = ()


def catalogue(toolbox: Toolbox, root: Path) -> dict[str, Any]:
    """Everything the search needs for its first answer."""
    entries = [*record_entries(toolbox), *page_entries(root)]
    known = lexicon(entries)
    cut = cache(lambda word: barred(word, known))  # most words stand in many entries
    labels = {kind: spec.een for kind, spec in KINDS.items()} | {"paginas": "pagina"}
    return {
        "regels": RULES,
        "stopwoorden": " ".join(sorted(STOP_WORDS)),
        "zwak": " ".join(sorted({stem(word) for word in WEAK_WORDS})),
        "soorten": {
            kind: [labels[kind], WEIGHTS.get(kind, 1.0)]
            for kind in dict.fromkeys(entry.kind for entry in entries)
        },
        "synoniemen": synonyms(toolbox),
        "lijst": [_row(entry, cut) for entry in entries],
    }


def full_text(toolbox: Toolbox, root: Path) -> dict[str, str]:
    """Address -> the stems of everything that stands there, once each."""
    found: dict[str, list[str]] = {}
    for path, pieces in groupby(all_texts(toolbox, root), key=lambda piece: piece.path):
        found.setdefault(_address_of(path), []).extend(piece.text for piece in pieces)
    return {
        address: " ".join(dict.fromkeys(map(stem, words("\n".join(texts)))))
        for address, texts in found.items()
    }


def record_entries(toolbox: Toolbox) -> Iterator[Entry]:
    """Every record that a reader can open."""
    for kind, record in toolbox.all():
        if kind != "bronpunten":
            other = (*getattr(record, "synoniemen", ()), *getattr(record, "hoor_je", ()))
            deep = tuple(
                text for name in DEEP.get(kind, ()) for text in _texts(getattr(record, name, None))
            )
            address = record_address(kind, record.id)
            spoken = (*record.zoekwoorden, *other)
            yield Entry(
                kind,
                address,
                record.titel,
                record.kort[:SUMMARY],
                _facts(kind, record, toolbox),
                spoken,
                deep,
            )


def page_entries(root: Path) -> Iterator[Entry]:
    """Pages without a record, by their first heading and paragraph."""
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.relative_to(root / "docs").as_posix()
        kind, _, name = page.removesuffix(".md").partition("/")
        if kind in PAGE_KINDS and name not in ("", "index"):
            continue
        text = decode(path.read_bytes(), page, MAX_BYTES)
        heading = re.search(r"^# (.+?)(?: \{.*)?$", text, re.MULTILINE)
        if heading:
            first = next(paragraphs(text), "")
            yield Entry(
                "paginas",
                f"{page_address(page)}/".removeprefix("/"),
                heading[1],
                first[:SUMMARY],
                "",
            )


def lexicon(entries: Iterable[Entry]) -> frozenset[str]:
    """Stems that stand alone in two entries or more: what compounds are made of."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(set(map(stem, words("\n".join(_all(entry))))))
    return frozenset(word for word, count in counts.items() if count > 1)


def synonyms(toolbox: Toolbox) -> dict[str, str]:
    """Stem -> stems that mean nearly the same; both ways, from the vocabularies synoniemen and vermijden."""
    found: dict[str, dict[str, None]] = {}
    for word in (*toolbox.words["synoniemen"].values(), *toolbox.words["vermijden"].values()):
        group = [stem(one) for one in words(f"{word.titel}, {word.kort or ''}")]
        for one in group:
            found.setdefault(one, {}).update(
                dict.fromkeys(other for other in group if other != one)
            )
    return {one: " ".join(others) for one, others in sorted(found.items()) if others}


def _row(entry: Entry, cut: Callable[[str], str]) -> list[str]:
    phrases = ",".join(_stems(text, cut) for text in entry.search_words)
    rest = dict.fromkeys(map(cut, words("\n".join((entry.summary, *entry.deep)))))
    shown = [entry.kind, entry.address, entry.title, entry.summary, entry.facts]
    return [*shown, _stems(entry.title, cut), phrases, " ".join(rest)]


def _stems(text: str, cut: Callable[[str], str]) -> str:
    """The stems of a text in their order, compounds with bars."""
    return " ".join(map(cut, words(text)))


def _all(entry: Entry) -> tuple[str, ...]:
    return (entry.title, *entry.search_words, entry.summary, *entry.deep)


def _texts(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Part):
            yield from texts_of(item)
        elif isinstance(item, str):
            yield item


def _facts(kind: str, record: Record, toolbox: Toolbox) -> str:
    phases = [toolbox.records["fasen"][id].titel.lower() for id in getattr(record, "fasen", ())[:1]]
    length = [minutes(record.duur)] if kind in ("instrumenten", "scans", "leren") else []  # type: ignore[attr-defined]
    return ", ".join([*(f"fase {phase}" for phase in phases), *length])


def _address_of(path: str) -> str:
    """Where the text of a file is read: 'toolbox/situaties/botsing.yml' at situaties/botsing/."""
    folder, _, rest = path.partition("/")
    if folder == "toolbox":
        kind, _, name = rest.partition("/")
        return record_address(kind, name.removesuffix(".yml"))
    return f"{page_address(rest)}/".removeprefix("/")


def write_search(toolbox: Toolbox, root: Path, site: Path) -> None:
    """Put catalogue and full text in the built site: as JSON, and as scripts, since a page opened from a folder cannot fetch."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    found = json.dumps(catalogue(toolbox, root), ensure_ascii=False, separators=(",", ":"))
    (folder / "catalogus.json").write_text(found, "utf-8")
    (folder / "catalogus.js").write_text(f"Gk.search.catalogue={found};\n", "utf-8")
    text = json.dumps(full_text(toolbox, root), ensure_ascii=False, separators=(",", ":"))
    (folder / "volledig.js").write_text(f"Gk.search.fullText={text};\n", "utf-8")
