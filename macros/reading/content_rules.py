"""Rules for good content: steps, ways in and ways on, prose and drawings.

They are tips: content that misses one is sound, so neither a check nor a test refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model import PAGE_KINDS, Toolbox
from macros.model.problems import Problem
from macros.model.relations import Relations
from macros.reading.source_pages import read_pages

WAYS_IN = frozenset({"situaties", "scans", "fasen"})  # where readers start
WITH_PROSE = ("modellen", "condities")
FEWEST_STEPS = 5
FEWEST_WORDS, MOST_WORDS = 280, 700  # of the prose of such a page
PAGES_BY_NAME = ("stijlregels", "herkomstregels")  # pages without a record that steps name
NAMED_KINDS = (
    "instrumenten",
    "scans",
    "checklists",
    "modellen",
    "situaties",
    "praktijk",
    "leren",
)


def advise_content(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """All tips about content, each at the file where an editor can follow it."""
    yield from thin_instruments(toolbox)
    yield from instruments_without_way_in(toolbox)
    yield from pages_of_odd_length(toolbox, root)
    yield from missing_drawings(toolbox)
    yield from steps_without_page(toolbox, root)


def thin_instruments(toolbox: Toolbox) -> Iterator[Problem]:
    """Instruments with fewer steps than work well, or without a follow-up."""
    for id, record in toolbox.instrumenten.items():
        path = f"toolbox/instrumenten/{id}.yml"
        if len(record.stappen) < FEWEST_STEPS:
            text = f"stappen: dit zijn er {len(record.stappen)}; vijf tot zeven werkt het best"
            yield Problem(path, 1, text)
        if not record.vervolg:
            yield Problem(path, 1, "vervolg: noem een instrument dat hier goed op volgt")


def instruments_without_way_in(toolbox: Toolbox) -> Iterator[Problem]:
    """Instruments to which no situatie, meting or fase leads: readers would not find them."""
    reached = {
        relation.to_id
        for relation in Relations(toolbox).all
        if relation.to_kind == "instrumenten" and relation.kind in WAYS_IN
    }
    for id in toolbox.instrumenten:
        if id not in reached:
            text = (
                "geen situatie, meting of fase leidt hierheen;"
                " noem dit instrument in een situatie, bij 'eerst' of 'daarna'"
            )
            yield Problem(f"toolbox/instrumenten/{id}.yml", 1, text)


def pages_of_odd_length(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Pages of models and condities whose prose is too short to explain or too long to read."""
    pages = {page.path: page for page in read_pages(root).pages}
    for kind in WITH_PROSE:
        for id in toolbox.records[kind]:
            page = pages.get(f"{kind}/{id}.md")
            count = sum(len(text.split()) for text in page.prose) if page else 0
            if not FEWEST_WORDS <= count <= MOST_WORDS:
                cure = "leg meer uit" if count < FEWEST_WORDS else "kort de tekst in"
                text = f"telt {count} woorden; {FEWEST_WORDS} tot {MOST_WORDS} leest goed, {cure}"
                yield Problem(f"docs/{kind}/{id}.md", 1, text)


def missing_drawings(toolbox: Toolbox) -> Iterator[Problem]:
    """Models and condities without a drawing."""
    for kind in WITH_PROSE:
        for id in toolbox.records[kind]:
            if id not in toolbox.drawings:
                text = f"nog zonder tekening; zet hem in toolbox/tekeningen/{id}.svg"
                yield Problem(f"toolbox/{kind}/{id}.yml", 1, f"{text} en vul het veld tekening")


def steps_without_page(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Steps of a leerroute that name a page without leading to it."""
    named = _names(toolbox)
    for id, route in toolbox.leren.items():
        for step in route.stappen:
            if named.search(step.titel.lower()) and not (step.pagina or step.elders):
                path = f"toolbox/leren/{id}.yml"
                text = f"stap '{step.titel}' noemt een pagina; vul pagina of elders in"
                yield Problem(path, _line_of(root / path, step.titel), text)


def _names(toolbox: Toolbox) -> re.Pattern[str]:
    """Finds what readers call a page: a kind, a title, an id in words, or a plural of those."""
    names = {spec.een for spec in PAGE_KINDS.values()} | set(PAGES_BY_NAME)
    for kind in NAMED_KINDS:
        for id, record in toolbox.records[kind].items():
            names |= {record.titel.lower().partition(":")[0], id.replace("-", " ")}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?:en|len|s|je)?(?!\w)")


def _line_of(path: Path, words: str) -> int:
    """The line of a file where these words start; 1 when they are folded over lines."""
    text = path.read_text("utf-8-sig")
    return text.count("\n", 0, max(text.find(words), 0)) + 1
