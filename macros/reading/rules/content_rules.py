"""Tips for better content: steps, links from and to other records, prose and drawings.

Content that follows none of them is still valid, so neither `check` nor a test refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.base import ZinVan
from macros.model.problems import Problem, line_at
from macros.model.relations import Relations
from macros.reading.language import sentences
from macros.reading.source_pages import read_pages

# Kinds of the pages on which readers start
START_KINDS = frozenset({"situaties", "scans", "fasen"})
# Kinds whose pages explain a record in prose, and the length of that prose
PROSE_KINDS = ("modellen", "condities")
FEWEST_WORDS, MOST_WORDS = 280, 700
FEWEST_STEPS = 5
# Verbs with which a sentence orders something. Left out are words that as often start another one,
# as in 'Pas achteraf' and 'Open vragen'.
ORDERS = frozenset(
    "Begin Bekijk Bel Bespreek Bewaar Blijf Bouw Doe Ga Geef Gebruik Haal Houd Kies Kijk Laat Lees"
    " Leg Let Loop Luister Maak Meld Neem Noem Plan Praat Prik Schrijf Slaap Spreek Stel Stop"
    " Stuur Tel Verander Vertel Vraag Wacht Wees Zeg Zet Zoek Zorg".split()
)


def advise_content(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """All tips about content, each with the file in which an editor can follow it."""
    yield from short_instruments(toolbox)
    yield from instruments_without_online_line(toolbox)
    yield from unreachable_instruments(toolbox)
    yield from pitfalls_that_order(toolbox, root)
    yield from pages_of_odd_length(toolbox, root)
    yield from missing_drawings(toolbox)


def short_instruments(toolbox: Toolbox) -> Iterator[Problem]:
    """Instruments with fewer steps than work well, or without a follow-up."""
    for id, record in toolbox.instrumenten.items():
        path = f"toolbox/instrumenten/{id}.yml"
        if len(record.stappen) < FEWEST_STEPS:
            text = f"stappen: dit zijn er {len(record.stappen)}; vijf tot zeven werkt het best"
            yield Problem(path, 1, text)
        if not record.vervolg:
            yield Problem(path, 1, "vervolg: noem een instrument dat hier goed op volgt")


def instruments_without_online_line(toolbox: Toolbox) -> Iterator[Problem]:
    """Instruments that can be done on a screen and do not say how."""
    text = (
        "online: staat bij plekken, maar het blad zegt niet hoe; schrijf dat in één of twee zinnen"
    )
    for id, record in toolbox.instrumenten.items():
        if "online" in record.plekken and not record.online:
            yield Problem(f"toolbox/instrumenten/{id}.yml", 1, text)


def unreachable_instruments(toolbox: Toolbox) -> Iterator[Problem]:
    """Instruments to which no situatie, meting or fase refers: readers would not find them."""
    relations = [item for item in Relations(toolbox).all if item.kind in START_KINDS]
    reached = {(relation.to_kind, relation.to_id) for relation in relations}
    text = (
        "geen situatie, meting of fase leidt hierheen;"
        " noem het in een bestand van toolbox/situaties, bij 'eerst' of 'daarna'"
    )
    for id in toolbox.instrumenten:
        if ("instrumenten", id) not in reached:
            yield Problem(f"toolbox/instrumenten/{id}.yml", 1, text)


def pitfalls_that_order(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Orders below a cross and 'doe dit niet': what helps then reads as forbidden."""
    for path, pitfall in _pitfalls(toolbox):
        for sentence in sentences(pitfall):
            if sentence.split()[0].strip("'\"") in ORDERS:
                text = (
                    f"'{sentence}' staat onder 'doe dit niet', dus lees je: doe dit niet;"
                    " zeg wat er misgaat en zet wat je wel doet in een stap"
                )
                yield Problem(path, _line_of(root / path, pitfall), text)


def _pitfalls(toolbox: Toolbox) -> Iterator[tuple[str, str]]:
    """What is printed as not to be done, each with the file in which it stands."""
    for kind in ("instrumenten", "fasen", "condities", "rollen", "situaties"):
        for id, record in toolbox.records[kind].items():
            one = getattr(record, "valkuil", None) or getattr(record, "niet_doen", None)
            for pitfall in getattr(record, "valkuilen", (one,) if one else ()):
                text = pitfall.tekst if isinstance(pitfall, ZinVan) else pitfall
                yield f"toolbox/{kind}/{id}.yml", text


def pages_of_odd_length(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Pages of models and condities whose prose is too short to explain or too long to read."""
    pages = {page.path: page for page in read_pages(root).pages}
    for kind in PROSE_KINDS:
        for id in toolbox.records[kind]:
            page = pages.get(f"{kind}/{id}.md")
            count = sum(len(text.split()) for text in page.prose) if page else 0
            if not FEWEST_WORDS <= count <= MOST_WORDS:
                proposal = "leg meer uit" if count < FEWEST_WORDS else "kort de tekst in"
                limits = f"{FEWEST_WORDS} tot {MOST_WORDS} leest goed"
                text = f"telt {count} woorden; {limits}, {proposal}"
                yield Problem(f"docs/{kind}/{id}.md", 1, text)


def missing_drawings(toolbox: Toolbox) -> Iterator[Problem]:
    """Models and condities without a drawing."""
    for kind in PROSE_KINDS:
        for id in toolbox.records[kind]:
            if id not in toolbox.drawings:
                text = f"nog zonder tekening; zet hem in toolbox/tekeningen/{id}.svg"
                yield Problem(f"toolbox/{kind}/{id}.yml", 1, f"{text} en vul het veld tekening")


def _line_of(path: Path, words: str) -> int:
    """The line of a file on which these words start; 1 when they are spread over lines."""
    text = path.read_text("utf-8-sig")
    return line_at(text, max(text.find(words), 0))
