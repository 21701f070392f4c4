"""The draaiboek: a ready meeting from welcome to agreements. Its clock times are computed.

One with `leerdag` is a half-day of the expert's programme; its A4 is the guide of the trainer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.model.base import (
    Alinea,
    Datum,
    FaseId,
    Herkomst,
    Id,
    Ids,
    InstrumentId,
    Inverse,
    Kort,
    Many,
    Naam,
    PaginaId,
    Part,
    Record,
    Ref,
    Zin,
    rule_error,
)
from macros.model.instrument import Groep, Instrument

TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
DAY = 24 * 60  # minutes
Kloktijd = Annotated[str, StringConstraints(pattern=TIME_PATTERN)]
Instruments = Mapping[str, Instrument]
PAPER = re.compile(r"\b(?:invul)?blad(?:en)?\b", re.IGNORECASE)  # in benodigd.js too
WHAT = ("instrument", "pauze", "regel")  # a block is exactly one of these
# Field -> the kinds of block that it belongs to
BELONGS_TO = {
    "keet": ("instrument",),
    "groepen": ("instrument",),
    "soort": ("regel",),
    "titel": ("regel", "pauze"),
    "bij": ("regel",),
    "acties": ("regel",),
}
# What only a half-day of the programme has
FOR_LEARNING = ("let_op", "opdracht")
# What an own line is called on the programme of everybody
CALLED = {"opening": "Welkom", "afsluiting": "Afspraken en slot"}


class Blok(Part):
    """Eén onderdeel van de bijeenkomst: een instrument, een pauze of een eigen regel."""

    instrument: Annotated[InstrumentId, Inverse("In dit draaiboek")] | None = Field(
        None, title="Instrument", description="Het blad dat je hier pakt"
    )
    pauze: int | None = Field(
        None, title="Pauze", description="Minuten pauze, in plaats van een instrument", ge=5, le=120
    )
    regel: Kort | None = Field(
        None, title="Eigen regel", description="Wat je zonder blad doet, voor wie het leidt"
    )
    minuten: int | None = Field(
        None,
        title="Minuten",
        description="Verplicht bij een eigen regel; bij een instrument telt anders het blad zelf",
        ge=1,
        le=480,
    )
    titel: Naam | None = Field(
        None,
        title="Op het programma",
        description="Hoe een regel of pauze heet voor wie meedoet, zoals: Lunch",
    )
    soort: Literal["opening", "afsluiting"] | None = Field(
        None, title="Soort regel", description="Of de eigen regel opent of afsluit"
    )
    keet: bool = Field(False, title="Keetversie", description="true als je de keetversie doet")
    groepen: int = Field(
        1, title="Groepen", description="In hoeveel groepen je dit tegelijk doet", ge=1, le=12
    )
    vast: Kloktijd | None = Field(
        None, title="Vaste tijd", description="Kloktijd die vaststaat, zoals '12:30' voor de lunch"
    )
    waarom: Kort | None = Field(
        None, title="Waarom hier", description="Waarom dit hier staat, voor wie het leidt"
    )
    bij: Annotated[Ids[PaginaId], Inverse("In dit draaiboek")] = Field(
        (),
        title="Pagina's erbij",
        description="soort/id van wat je bij een eigen regel pakt, zoals praktijk/brug-aan-zee",
        max_length=3,
    )
    acties: bool = Field(
        False, title="Open acties", description="true als je hier de verbeteragenda naloopt"
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        found = [name for name in WHAT if getattr(self, name) is not None]
        if len(found) != 1:
            what = f"heeft {' en '.join(found)}" if found else "is leeg"
            raise rule_error("", f"dit blok {what}; kies één van instrument, pauze of regel")
        for name, kinds in BELONGS_TO.items():
            if name in self.model_fields_set and found[0] not in kinds:
                known = " of ".join(kinds)
                raise rule_error(name, f"hoort alleen bij een blok met {known}; haal het weg")
        if self.regel and not self.minuten:
            raise rule_error("regel", "zonder minuten; zeg erbij hoeveel minuten dit duurt")
        if self.regel and not (self.titel or self.soort):
            raise rule_error("regel", "zonder titel; zeg erbij hoe dit heet voor wie meedoet")
        if self.pauze and self.minuten:
            raise rule_error("minuten", "een pauze heeft zijn minuten al; haal deze regel weg")
        return self

    def duur_met(self, instruments: Instruments, mensen: int) -> int:
        """Minutes with this number of people: the ones written, else those of the sheet."""
        if self.pauze or self.minuten:
            return self.pauze or self.minuten or 0
        record = instruments[self.instrument or ""]
        if self.keet:
            return sum(stap.minuten for stap in record.keetversie)
        return record.duur_met(math.ceil(mensen / self.groepen))

    def naam(self, instruments: Instruments) -> str:
        """What it is called for everybody in the room."""
        if self.instrument:
            return instruments[self.instrument].titel
        return self.titel or CALLED.get(self.soort or "", "Pauze")


@dataclass(frozen=True)
class Moment:
    """A block with its place on the clock; all in minutes after midnight."""

    blok: Blok
    naam: str
    begin: int
    duur: int
    ruimte: int = 0  # time to spare before it, since it has a fixed time
    te_laat: int = 0  # minutes that it begins after its fixed time

    @property
    def eind(self) -> int:
        return self.begin + self.duur

    @property
    def tijd(self) -> str:
        """When it begins, as a clock shows it."""
        return clock(self.begin)


class Draaiboek(Record):
    """Een bijeenkomst die klaarligt: van welkom tot afspraken."""

    @property
    def kort(self) -> str:
        return self.vraag

    vraag: Kort = Field(
        title="Vraag", description="De situatie in één zin, zoals: Je begint en hebt een ochtend"
    )
    doel: Zin = Field(title="Doel", description="Wat je aan het eind in handen hebt")
    begin: Kloktijd = Field(
        title="Begin", description="Kloktijd waarop het begint, zoals '09:00'; schuift mee"
    )
    groep: Groep = Field(title="Groep", description="Voor hoeveel mensen het is")
    begeleiding: Annotated[Id, Ref("begeleiding")] = Field(
        "begeleider", title="Begeleiding", description="Wie de bijeenkomst leidt"
    )
    online: bool = Field(
        False, title="Online", description="true als iedereen op een scherm meedoet"
    )
    leerdag: int | None = Field(
        None,
        title="Leerdag",
        description="Het hoeveelste dagdeel van de opleiding; weglaten bij een bijeenkomst",
        ge=1,
        le=12,
    )
    fasen: Annotated[Ids[FaseId], Inverse("Draaiboeken")] = Field(
        title="Fasen",
        description="Wanneer in de samenwerking; leeg, zoals [], bij een leerdag",
    )
    uitnodiging: Alinea = Field(
        title="Uitnodiging", description="Twee zinnen om te sturen aan wie komt"
    )
    voorbereiding: Ids[Zin] = Field(
        title="Vooraf",
        description="Wat je vooraf doet, werkwoord eerst",
        min_length=2,
        max_length=5,
    )
    blokken: Many[Blok] = Field(
        title="Blokken",
        description="Wat je doet, op volgorde; de tijden rekent de kist uit",
        min_length=3,
        max_length=14,
    )
    let_op: Ids[Zin] = Field(
        (),
        title="Let op",
        description="Bij een leerdag: waar de trainer op let, en wat vaak misgaat",
        max_length=3,
    )
    opdracht: Ids[Zin] = Field(
        (),
        title="Opdracht",
        description="Bij een leerdag: wat iedereen in het eigen werk doet tot de volgende keer",
        max_length=3,
    )
    daarna: Annotated[Ids[InstrumentId], Inverse("Na dit draaiboek")] = Field(
        (), title="Daarna", description="Instrumenten waar je daarna mee verder kunt", max_length=4
    )
    daarna_zin: Zin | None = Field(
        None, title="Wat daarna", description="Wat je in de weken daarna doet, in één zin"
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie het idee is")
    herzien: Datum = Field(
        title="Herzien op", description="Jaar-maand-dag van de laatste keer dat iemand het nakeek"
    )

    @model_validator(mode="after")
    def _meeting_or_learning(self) -> Self:
        if self.leerdag is None:
            if not self.fasen:
                raise rule_error("fasen", "is leeg; noem de fase waarin je dit doet")
            for name in FOR_LEARNING:
                if getattr(self, name):
                    raise rule_error(name, "hoort alleen bij een leerdag; haal het weg")
        elif self.fasen:
            raise rule_error("fasen", "een leerdag hoort bij geen fase; schrijf fasen: []")
        elif not self.opdracht:
            raise rule_error("opdracht", "ontbreekt; schrijf wat ieder in het eigen werk probeert")
        return self

    @property
    def erbij(self) -> tuple[str, ...]:
        """The pages that its own lines use, as kind/id, each once, in order."""
        return tuple(dict.fromkeys(page for blok in self.blokken for page in blok.bij))

    @property
    def bladen(self) -> tuple[str, ...]:
        """The ids of the sheets that it uses, each once, in order."""
        return tuple(dict.fromkeys(blok.instrument for blok in self.blokken if blok.instrument))

    def momenten(self, instruments: Instruments, mensen: int) -> tuple[Moment, ...]:
        """All blocks with their clock times for this number of people, one after the other.

        One with a fixed time waits for it, or is late.
        """
        now, found = minutes_after_midnight(self.begin), []
        for blok in self.blokken:
            fixed = now if blok.vast is None else nearest(blok.vast, now)
            begin, duration = max(now, fixed), blok.duur_met(instruments, mensen)
            name = blok.naam(instruments)
            found.append(Moment(blok, name, begin, duration, begin - now, begin - fixed))
            now = begin + duration
        return tuple(found)

    def duur_met(self, instruments: Instruments, mensen: int) -> int:
        """Minutes from begin to end for this number of people."""
        return self.momenten(instruments, mensen)[-1].eind - minutes_after_midnight(self.begin)

    def eind(self, instruments: Instruments, mensen: int) -> str:
        """The clock time at which it ends."""
        return clock(self.momenten(instruments, mensen)[-1].eind)

    def materiaal(self, instruments: Instruments) -> dict[str, int]:
        """What to bring -> how many times: as often as the most groups that work at once need it.

        A keetversie needs no paper, so nothing is counted for it. Of paper it says which sheet.
        """
        needed: dict[str, int] = {}
        for blok in self.blokken:
            if blok.instrument and not blok.keet:
                sheet = instruments[blok.instrument]
                for thing in (_of_sheet(thing, sheet.titel) for thing in sheet.materiaal):
                    needed[thing] = max(needed.get(thing, 0), blok.groepen)
        return needed

    def rollen(self, instruments: Instruments) -> tuple[str, ...]:
        """Who is needed, each role once; at a half-day those of the case."""
        if self.leerdag:
            return ()
        named = (rol.naam for id in self.bladen for rol in instruments[id].rollen)
        return _without_repeats(named)

    def plekken(self, instruments: Instruments) -> tuple[str, ...]:
        """The places where every sheet can be done, as ids; a half-day needs a room of its own."""
        if self.leerdag:
            return ()
        places = [instruments[id].plekken for id in self.bladen]
        return reduce(lambda one, other: tuple(p for p in one if p in other), places or [()])


def _of_sheet(thing: str, titel: str) -> str:
    """Paper with the name of its sheet: 'het blad, groot' says nothing among other sheets."""
    return f"{titel}: {thing[0].lower()}{thing[1:]}" if PAPER.search(thing) else thing


def _without_repeats(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that differ from an earlier one by capitals alone."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())


def minutes_after_midnight(time: str) -> int:
    """'09:30' is 570."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def nearest(time: str, now: int) -> int:
    """This clock time on the day on which it is nearest to now, at most twelve hours away.

    Both in minutes: around midnight a day later or earlier would make a gap of hours.
    """
    wait = (minutes_after_midnight(time) - now) % DAY
    return now + (wait if wait <= DAY // 2 else wait - DAY)


def clock(minutes: int) -> str:
    """570 minutes after midnight is '09:30'; a time after midnight is that of the next day."""
    hours, rest = divmod(minutes % DAY, 60)
    return f"{hours:02}:{rest:02}"


def without_break(moments: Iterable[Moment], least: int) -> Iterator[tuple[int, Moment]]:
    """Each block that is no break, with the minutes since the last break at its end.

    Time to spare counts as a break when it is at least this long.
    """
    since = 0
    for moment in moments:
        if moment.blok.pauze or moment.ruimte >= least:
            since = 0
        if not moment.blok.pauze:
            since += moment.duur
            yield since, moment
