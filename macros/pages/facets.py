"""The filters on the page of instruments: which facets there are, and the values of each card."""

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


# Name, title, field of the record, vocabulary or kind with the titles of its values
FACETS = (
    ("fase", "Fase", "fasen", "fasen"),
    ("conditie", "Conditie", "condities", "condities"),
    ("soort", "Soort", "soort", "soorten"),
    ("wereld", "Wereld", "wereld", "werelden"),
    ("plek", "Plek", "plekken", "plekken"),
    ("begeleiding", "Wie leidt het?", "begeleiding", "begeleiding"),
)


def facets(toolbox: Toolbox) -> list[Facet]:
    """All facets, with the answers that at least one instrument gives."""
    return [_facet(toolbox, *row) for row in FACETS]


def _facet(toolbox: Toolbox, name: str, title: str, field: str, source: str) -> Facet:
    used: set[str] = set()
    for record in toolbox.instrumenten.values():
        used.update(values(record, field))
    answers = [answer for answer in toolbox.titles(source).items() if answer[0] in used]
    return Facet(name, title, tuple(answers))


def features(record: Instrument) -> dict[str, str]:
    """Name of a data attribute -> its value on the card of an instrument.

    `duur` is how many minutes the meeting takes with the smallest group, without the preparation;
    what each person more adds is in `extra`.
    """
    attributes = {name: " ".join(values(record, field)) for name, _, field, _ in FACETS}
    attributes |= {
        "duur": str(record.duur),
        "extra": f"{record.minuten_per_persoon:g}",
        "min": str(record.groep.min),
        "max": str(record.groep.max),
    }
    if not record.voorbereiding:
        attributes["voorbereiding"] = "geen"
    return attributes | ({"startset": "ja"} if record.startset else {})


def values(record: Instrument, field: str) -> tuple[str, ...]:
    """The ids in a field that holds one or more."""
    value = vars(record)[field]
    return value if isinstance(value, tuple) else (value,)
