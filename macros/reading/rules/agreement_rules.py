"""Tips for sheets that ask who does something and when, of which no report would know.

A report takes over what stands where the record says `afspraak`; without that, the outcome of a
meeting stays on its sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.model.problems import Problem
from macros.model.urls import record_file
from macros.reading.language import Text, text_problem

# Who does it; 'aan wie' asks for somebody else
WHO = re.compile(r"(?<!aan )(?<!bij )(?<!met )(?<!van )(?<!voor )\bwie\b", re.IGNORECASE)
WHEN = re.compile(r"\b(?:wanneer|dag|datum|klaar op)\b", re.IGNORECASE)


def advise_agreements(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A tip for each instrument that asks who and when, and has no agreement anywhere."""
    for id, record in toolbox.instrumenten.items():
        if any(record.afspraken):
            continue
        for question, place in _questions(record):
            if WHO.search(question) and WHEN.search(question):
                text = (
                    f"'{question}' vraagt wie en wanneer, maar dat komt niet in het verslag;"
                    " zet 'afspraak: wat' waar staat wat iemand gaat doen,"
                    " en 'afspraak: wie' of 'afspraak: wanneer' waar dat staat"
                )
                yield text_problem(Text(record_file("instrumenten", id), place), place, root, text)
                break


def _questions(record: Instrument) -> Iterator[tuple[str, str]]:
    """What the boxes and the columns ask, each with the text at which that stands."""
    if record.tabel:
        titles = [kolom.titel for kolom in record.tabel.kolommen]
        yield ", ".join(titles), titles[0]
    for veld in record.velden:
        yield veld.label, veld.label
