"""What makes the knowledge right and connected: terms, makers, sources, and both ends of a link.

Problems, not tips: a reader of a wrong maker or a dead end cannot tell that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.base import Herkomst, Record
from macros.model.bronnen import Begrip
from macros.model.folding import words
from macros.model.problems import Problem
from macros.model.relations import Relations
from macros.reading.language import Text, text_problem, texts_of
from macros.reading.rules.record_rules import is_unfilled
from macros.reading.source_pages import LINK_ADDRESS, NOT_PROSE, read_pages

# Endings that a Dutch word gets or loses in a sentence, the longest first
ENDINGS = ("en", "s", "e", "n")
SHORTEST_STEM = 4  # what is left of a shorter word says too little
LONGER = 3  # so many letters more than its stem a word may have in a sentence
SOURCE_LINK = re.compile(r"\bbronnen(?:/index\.md)?/?#([a-z0-9-]+)")
REMARK = re.compile(r" \(.*\)")  # what a title says to tell two terms apart


def check_knowledge(toolbox: Toolbox, root: Path, all_read: bool) -> Iterator[Problem]:
    """The problems of all records by these rules.

    What nothing refers to is known only when all records could be read.
    """
    yield from check_terms(toolbox, root)
    yield from check_makers(toolbox, root)
    if all_read:
        yield from check_conditions(toolbox)
        yield from check_sources(toolbox, root)


def check_terms(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Terms of the glossary that are not used on the page to which they lead."""
    pages = {page.path: page.text for page in read_pages(root).pages}
    for id, term in toolbox.begrippen.items():
        kind, _, target = (term.zie or "").partition("/")
        record = toolbox.records.get(kind, {}).get(target)
        page = pages.get(f"{term.zie}.md")
        if record is None or page is None or _is_used(term, _visible(record, page)):
            continue  # what is absent has its own problem
        text = (
            f"zie: op {term.zie} komt '{term.titel}' niet voor;"
            " gebruik het woord daar, met uitleg, of kies een pagina waar het staat"
        )
        yield _at(root, f"toolbox/begrippen/{id}.yml", f"{term.zie}", text)


def _visible(record: Record, page: str) -> str:
    """The folded text of the page of a record: what stands in the record, and the prose."""
    prose = LINK_ADDRESS.sub("] ", NOT_PROSE.sub(" ", page))
    return " ".join(words("\n".join((*texts_of(record), prose))))


def _is_used(term: Begrip, text: str) -> bool:
    """Whether a folded text holds the term, or a synonym, with whatever ending."""
    names = (REMARK.sub("", term.titel), *term.synoniemen)
    return any(re.search(_inflected(name), text) for name in names)


def _inflected(name: str) -> str:
    """A pattern that finds a name in folded text, each word with its endings."""
    return r"\b" + " ".join(rf"{_stem(word)}\w{{0,{LONGER}}}" for word in words(name)) + r"\b"


def _stem(word: str) -> str:
    """A word without its ending, as a pattern: what ends in f or s may have a v or z there."""
    stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    stem = next((stem for stem in stems if len(stem) >= SHORTEST_STEM), word)
    return stem[:-1] + {"f": "[fv]", "s": "[sz]"}.get(stem[-1], stem[-1])


def check_makers(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Records that claim to retell a maker of whom the editors read nothing."""
    for kind, record in toolbox.all():
        origin = vars(record).get("herkomst")
        if isinstance(origin, Herkomst) and origin.type != "alleen-de-naam":
            sources = [toolbox.bronnen[id] for id in origin.bronnen]
            if sources and all(source.gelezen == "nee" for source in sources):
                text = (
                    f"herkomst: van {origin.van} lazen we niets; lees een bron, noem een bron die"
                    " wel gelezen is, of kies 'alleen-de-naam'"
                )
                yield _at(root, f"toolbox/{kind}/{record.id}.yml", origin.van, text)


def check_conditions(toolbox: Toolbox) -> Iterator[Problem]:
    """Condities that no model explains."""
    explained = {id for model in toolbox.modellen.values() for id in model.condities}
    for id, record in toolbox.condities.items():
        if id in explained or is_unfilled(record):
            continue
        text = "geen enkel model noemt deze conditie; zet haar bij condities van minstens één model"
        yield Problem(f"toolbox/condities/{id}.yml", 1, text)


def check_sources(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Sources that support nothing: no record and no page refers to them."""
    used = {relation.to_id for relation in Relations(toolbox).all if relation.to_kind == "bronnen"}
    used |= {record.bron for record in toolbox.bronpunten.values()}
    for page in read_pages(root).pages:
        used |= set(SOURCE_LINK.findall(page.text))
    for id, record in toolbox.bronnen.items():
        if id in used or is_unfilled(record):
            continue
        text = "niets verwijst naar deze bron; noem haar bij een record, of haal haar weg"
        yield Problem(f"toolbox/bronnen/{id}.yml", 1, text)


def _at(root: Path, path: str, value: str, message: str) -> Problem:
    """A problem at the line of a record where this value stands."""
    return text_problem(Text(path, value), value, root, message)
