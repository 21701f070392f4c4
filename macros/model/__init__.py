"""The records of the gereedschapskist: one closed class a kind.

Checks, JSON Schema and the field tables for editors are all derived from these classes, so their docstrings,
titles and descriptions are Dutch: editors read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.model.base import Part, Record
from macros.model.bronnen import Begrip, Bron, Bronpunten
from macros.model.instrument import Instrument
from macros.model.kennis import Conditie, Fase, Kaart, Model
from macros.model.meten import Checklist, Scan
from macros.model.verhalen import Leerroute, Praktijk, Rol, Situatie
from macros.model.woorden import Schaal, Woord, Woordenlijst

__all__ = [
    "KINDS",
    "LINKED_KINDS",
    "ON_ONE_PAGE",
    "PAGE_KINDS",
    "VOCABULARIES",
    "Kind",
    "Part",
    "Record",
    "Schaal",
    "Toolbox",
    "Woord",
    "Woordenlijst",
]


@dataclass(frozen=True)
class Kind:
    """One kind of record: toolbox/<kind>/<id>.yml, shown by {{ <macro>("<id>") }} in docs/<kind>/<id>.md."""

    model: type[Record]
    macro: str
    een: str  # the word for one of them, for labels and messages
    veel: str  # the name of the page that lists them


KINDS: dict[str, Kind] = {
    "fasen": Kind(Fase, "fasegids", "fase", "De vijf fasen"),
    "condities": Kind(Conditie, "conditie", "conditie", "De vijf condities"),
    "instrumenten": Kind(Instrument, "instrument", "instrument", "Gereedschapskist"),
    "checklists": Kind(Checklist, "checklist", "checklist", "Checklists"),
    "kaarten": Kind(Kaart, "kaart", "kaart", "Kaarten"),
    "modellen": Kind(Model, "model", "model", "Kijken"),
    "scans": Kind(Scan, "scan", "meting", "Meten"),
    "situaties": Kind(Situatie, "situatie", "situatie", "Het loopt vast"),
    "praktijk": Kind(Praktijk, "praktijk", "praktijkvoorbeeld", "Praktijk"),
    "leren": Kind(Leerroute, "leerroute", "leerroute", "Leren"),
    "rollen": Kind(Rol, "rol", "rol", "Rollen"),
    "begrippen": Kind(Begrip, "begrippen", "begrip", "Begrippen"),
    "bronnen": Kind(Bron, "bronnen", "bron", "Bronnen"),
    "bronpunten": Kind(Bronpunten, "bronpunten", "lijst met uitspraken", "Dekking"),
}
ON_ONE_PAGE = ("begrippen", "bronnen", "bronpunten")  # shown together, so without a page for each
LINKED_KINDS = tuple(
    kind for kind in KINDS if kind != "bronpunten"
)  # statements stand on pages of other records
PAGE_KINDS = {kind: spec for kind, spec in KINDS.items() if kind not in ON_ONE_PAGE}
VOCABULARIES = (
    "werelden",
    "soorten",
    "plekken",
    "niveaus",
    "begeleiding",
    "herkomsten",
    "statussen",
    "kaartsoorten",
    "bouwsteengroepen",
    "leervormen",
    "bronsoorten",
    "gelezen",
    "puntsoorten",
    "vermijden",
    "synoniemen",
)


@dataclass(frozen=True)
class Toolbox:
    """Everything that was loaded: words by vocabulary, records by kind and id in reading order, drawings by id."""

    words: dict[str, dict[str, Woord]]
    records: dict[str, dict[str, Record]]
    schaal: Schaal
    drawings: dict[str, str]

    def all(self) -> Iterator[tuple[str, Any]]:
        """Every record with its kind."""
        return (
            (kind, record) for kind, records in self.records.items() for record in records.values()
        )
