"""The finder on the page of instruments: which facets there are, and what each instrument answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Toolbox
from macros.model.instrument import Instrument


@dataclass(frozen=True)
class Facet:
    """One question with its possible answers."""

    naam: str  # in the address of the page and as data-<naam> on a card
    titel: str
    waarden: tuple[tuple[str, str], ...]  # id, what the reader sees


FACETS = (  # name, title, field of the record, where its words stand
    ("fase", "Fase", "fasen", "fasen"),
    ("conditie", "Conditie", "condities", "condities"),
    ("soort", "Soort", "soort", "soorten"),
    ("wereld", "Wereld", "wereld", "werelden"),
    ("plek", "Plek", "plekken", "plekken"),
    ("begeleiding", "Wie leidt het?", "begeleiding", "begeleiding"),
)


def facets(toolbox: Toolbox) -> list[Facet]:
    """All facets, with the answers that at least one instrument gives."""
    found = []
    for name, title, field, source in FACETS:
        used = {id for record in toolbox.instrumenten.values() for id in values(record, field)}
        titles = toolbox.titles(source)
        answers = tuple((id, text) for id, text in titles.items() if id in used)
        found.append(Facet(name, title, answers))
    return found


def features(record: Instrument) -> dict[str, str]:
    """What a card tells the finder, by the name of the data attribute. Minutes count the preparation."""
    found = {name: " ".join(values(record, field)) for name, _, field, _ in FACETS}
    minutes = record.duur + record.voorbereiding
    numbers = {
        "minuten": minutes,
        "duur": record.duur,
        "min": record.groep.min,
        "max": record.groep.max,
    }
    return (
        found
        | {name: str(value) for name, value in numbers.items()}
        | ({"startset": "ja"} if record.startset else {})
    )


def values(record: Instrument, field: str) -> tuple[str, ...]:
    """The ids in a field that holds one or more."""
    value = dict(record)[field]
    return value if isinstance(value, tuple) else (value,)
