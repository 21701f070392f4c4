"""The Toolbox: all records, vocabularies and drawings of a project, typed by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar, runtime_checkable

from macros.model.base import Record
from macros.model.bronnen import Begrip, Bron, Bronpunten
from macros.model.draaiboek import Draaiboek
from macros.model.instrument import Instrument
from macros.model.kennis import Conditie, Fase, Kaart, Model
from macros.model.meten import Checklist, Scan
from macros.model.verhalen import Leerroute, Praktijk, Rol, Situatie
from macros.model.woorden import Schaal, Woord

R = TypeVar("R", bound=Record)
VOCABULARIES = (
    "werelden",
    "soorten",
    "plekken",
    "niveaus",
    "begeleiding",
    "gevallen",
    "gespreksrollen",
    "rolgroepen",
    "herkomsten",
    "statussen",
    "kaartsoorten",
    "modelvragen",
    "bouwsteengroepen",
    "leervormen",
    "bronsoorten",
    "gelezen",
    "puntsoorten",
    "vermijden",
    "synoniemen",
)


@runtime_checkable
class Reviewed(Protocol):
    """A record with the date of its last review, such as 2026-11-21."""

    herzien: str


@dataclass(frozen=True)
class Toolbox:
    """Words by vocabulary and id, records by kind and id, drawings by id; in reading order.

    `records` is for code that treats all kinds alike. Code that needs the fields of one kind uses
    its name, such as `toolbox.instrumenten["keetgesprek"].stappen`.
    """

    words: dict[str, dict[str, Woord]]
    records: dict[str, dict[str, Record]]
    schaal: Schaal
    drawings: dict[str, str]

    def all(self) -> Iterator[tuple[str, Record]]:
        """Every record with its kind."""
        for kind, records in self.records.items():
            for record in records.values():
                yield kind, record

    def titles(self, name: str) -> dict[str, str]:
        """Id -> title of the words of a vocabulary, or of the records of a kind.

        KeyError when `name` is neither.
        """
        if name in self.words:
            return {id: word.titel for id, word in self.words[name].items()}
        return {id: record.titel for id, record in self.records[name].items()}

    @cached_property
    def newest(self) -> str:
        """The date of the latest review of a record, such as 2026-11-21."""
        days = [record.herzien for _, record in self.all() if isinstance(record, Reviewed)]
        return max(days, default="2026-01-01")

    @property
    def startset(self) -> list[Instrument]:
        """The instruments to begin with, by phase, and within a phase as all instruments."""
        start = (record for record in self.instrumenten.values() if record.startset)
        return sorted(start, key=lambda record: self.fasen[record.fasen[0]].nr)

    @cached_property
    def fasen(self) -> Mapping[str, Fase]:
        return self._typed("fasen", Fase)

    @cached_property
    def condities(self) -> Mapping[str, Conditie]:
        return self._typed("condities", Conditie)

    @cached_property
    def instrumenten(self) -> Mapping[str, Instrument]:
        return self._typed("instrumenten", Instrument)

    @cached_property
    def draaiboeken(self) -> Mapping[str, Draaiboek]:
        return self._typed("draaiboeken", Draaiboek)

    @cached_property
    def checklists(self) -> Mapping[str, Checklist]:
        return self._typed("checklists", Checklist)

    @cached_property
    def kaarten(self) -> Mapping[str, Kaart]:
        return self._typed("kaarten", Kaart)

    @cached_property
    def modellen(self) -> Mapping[str, Model]:
        return self._typed("modellen", Model)

    @cached_property
    def scans(self) -> Mapping[str, Scan]:
        return self._typed("scans", Scan)

    @cached_property
    def situaties(self) -> Mapping[str, Situatie]:
        return self._typed("situaties", Situatie)

    @cached_property
    def praktijk(self) -> Mapping[str, Praktijk]:
        return self._typed("praktijk", Praktijk)

    @cached_property
    def leren(self) -> Mapping[str, Leerroute]:
        return self._typed("leren", Leerroute)

    @cached_property
    def rollen(self) -> Mapping[str, Rol]:
        return self._typed("rollen", Rol)

    @cached_property
    def begrippen(self) -> Mapping[str, Begrip]:
        return self._typed("begrippen", Begrip)

    @cached_property
    def bronnen(self) -> Mapping[str, Bron]:
        return self._typed("bronnen", Bron)

    @cached_property
    def bronpunten(self) -> Mapping[str, Bronpunten]:
        return self._typed("bronpunten", Bronpunten)

    def _typed(self, kind: str, model: type[R]) -> dict[str, R]:
        """The records of a kind as its class; reading has checked that they are of it."""
        records = self.records.get(kind, {})
        return {id: record for id, record in records.items() if isinstance(record, model)}
