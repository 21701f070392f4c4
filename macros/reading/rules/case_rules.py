"""Tips for advice that its own sheet refuses, and for refusals that lead nowhere.

A sheet says in `niet_bij` which cases it refuses, a situatie or meting says in `speelt` which it
is about. Both are words of the vocabulary `gevallen`, so that nothing is guessed from sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.model.problems import Problem, choices
from macros.reading.language import Text, text_problem

QUARREL = "ruzie"
# What a sheet may do without: somebody who helps, or the one thing that always may be done, to stop
HELP = re.compile(
    r"\b112\b|jurist|vertrouwenspersoon|mediator|inkoper|privacyadviseur|bedrijfsarts|leiding"
    r"|onpartijdig|van buiten|\bhulp\b|wie (?:er|ermee|erover|over veiligheid) gaat|een ander\b"
    r"|wie verantwoordelijk is|vraag (?:dan )?(?:eerst )?wat je mag|\bapart\b|\bwacht\b"
    r"|leg (?:dan )?het (?:werk )?(?:dan )?stil|kleine groepen|zonder partner",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Advice:
    """Sheets that a record sends readers to, in cases that it names."""

    file: str
    cases: tuple[str, ...]
    sheets: tuple[str, ...]
    first: str = ""  # the sheet to begin with, while the case is there


def advise_cases(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A tip for each advice that its sheet refuses and for each refusal without a way out."""
    for advice in _all_advice(toolbox):
        yield from _refused(advice, toolbox, root)
    for record in toolbox.instrumenten.values():
        yield from _quarrel_way(record, toolbox, root)
        yield from _way_out(record, toolbox, root)


def _all_advice(toolbox: Toolbox) -> Iterator[Advice]:
    for id, situation in toolbox.situaties.items():
        sheets = (situation.eerst, *situation.daarna)
        yield Advice(f"toolbox/situaties/{id}.yml", situation.speelt, sheets, situation.eerst)
    for id, meting in toolbox.scans.items():
        for part in meting.onderdelen:
            for band in (part.laag, part.midden, part.hoog):
                sheets = band.instrumenten
                yield Advice(f"toolbox/scans/{id}.yml", band.speelt, sheets, sheets[0])
    for record in toolbox.instrumenten.values():
        yield Advice(_file(record), record.speelt, record.vervolg)


def _refused(advice: Advice, toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """What this advice sends readers to although the sheet sends them away."""
    for id in advice.sheets:
        record = toolbox.instrumenten[id]
        sends_on = id == advice.first and record.bij_onrust  # its sheet says 'Nu ruzie? Pak ...'
        refused = {*record.niet_bij, *([QUARREL] if sends_on else [])}
        for case in [case for case in advice.cases if case in refused]:
            text = (
                f"'{record.titel}' past niet bij {_said(case, toolbox)}, en dat speelt hier;"
                " kies een ander instrument"
            )
            yield text_problem(Text(advice.file, id), id, root, text)


def _quarrel_way(record: Instrument, toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """The way out in a quarrel must take it: not send on, and so never go in a circle."""
    if record.bij_onrust is None:
        if QUARREL in record.niet_bij:
            text = "niet_bij: weigert ruzie; noem bij bij_onrust het instrument dat je dan pakt"
            yield text_problem(Text(_file(record), "niet_bij"), "niet_bij", root, text)
        return
    way = toolbox.instrumenten[record.bij_onrust]
    if way.bij_onrust or QUARREL in way.niet_bij:
        takes = [item for item in toolbox.instrumenten.values() if _takes_quarrel(item)]
        known = choices(item.id for item in takes) or "een instrument zonder bij_onrust"
        text = f"bij_onrust: '{way.titel}' stuurt bij ruzie zelf door; kies {known}"
        yield text_problem(Text(_file(record), "bij_onrust"), "bij_onrust", root, text)


def _takes_quarrel(record: Instrument) -> bool:
    return record.bij_onrust is None and QUARREL not in record.niet_bij


def _way_out(record: Instrument, toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Each other case that a sheet refuses has a way out that takes it: a person, or a sheet."""
    said = record.wanneer_niet
    if HELP.search(said):
        return
    named = list(_named(said, record, toolbox))
    for case in record.niet_bij:
        if case != QUARREL and all(case in other.niet_bij for other in named):
            what = _said(case, toolbox)
            text = f"wanneer_niet: zegt niet wat je doet bij {what}; noem een instrument of iemand"
            yield text_problem(Text(_file(record), said), said, root, text)


def _named(said: str, record: Instrument, toolbox: Toolbox) -> Iterator[Instrument]:
    """The sheets that a sentence names by their title."""
    for other in toolbox.instrumenten.values():
        if other.id != record.id and other.titel.lower() in said.lower():
            yield other


def _said(case: str, toolbox: Toolbox) -> str:
    return toolbox.words["gevallen"][case].titel


def _file(record: Instrument) -> str:
    return f"toolbox/instrumenten/{record.id}.yml"
