"""A case is called real only when two publishers tell of it and we read both.

Problems, not tips: readers quote these pages in a meeting, with names of organisations in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.bronnen import Bron
from macros.model.problems import Problem
from macros.model.urls import record_file
from macros.model.verhalen import Praktijk
from macros.reading.language import Text, text_problem

FEWEST_PUBLISHERS = 2
NOT_READ = "nee"  # of the vocabulary gelezen


def check_real_cases(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """The problems of all real cases with what they rest on."""
    for record in toolbox.praktijk.values():
        sources = [toolbox.bronnen[id] for id in record.gelezen if id in toolbox.bronnen]
        for source in sources:
            yield from _unfit(source, record, root)
        if record.echt and sources and all(source.uitgever for source in sources):
            yield from _too_few(sources, record, root)


def _unfit(source: Bron, record: Praktijk, root: Path) -> Iterator[Problem]:
    """A source that cannot carry a sentence: nobody read it, or nobody knows whose it is."""
    if source.gelezen == NOT_READ:
        text = f"'{source.titel}' is niet gelezen; open de bron eerst, of haal deze zin weg"
        yield _at(source.id, record, root, f"verloop: {text}")
    if not source.uitgever:
        file = record_file("bronnen", source.id)
        text = f"'{source.titel}' heeft geen uitgever; vul die in bij {file}"
        yield _at(source.id, record, root, f"verloop: {text}")


def _too_few(sources: list[Bron], record: Praktijk, root: Path) -> Iterator[Problem]:
    """A case that only one publisher tells of, however many pages it has."""
    publishers = {(source.uitgever or "").casefold() for source in sources}
    if len(publishers) < FEWEST_PUBLISHERS:
        text = (
            f"verloop: alles komt van één uitgever ({sources[0].uitgever}); zoek een bron van een"
            " ander, of haal echt, partijen, verloop en weten_niet weg"
        )
        yield _at("verloop:", record, root, text)


def _at(needle: str, record: Praktijk, root: Path, message: str) -> Problem:
    return text_problem(Text(record_file("praktijk", record.id), needle), needle, root, message)
