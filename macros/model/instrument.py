"""The instrument: a form of work that fits on one A4."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import (
    ConditieId,
    Datum,
    FaseId,
    GevalId,
    Herkomst,
    Id,
    Ids,
    InstrumentId,
    Inverse,
    KaartId,
    Kort,
    Many,
    Naam,
    Part,
    Record,
    Ref,
    WereldId,
    Zin,
    rule_error,
    unique,
)
from macros.model.invullen import (
    Afspraakplek,
    Invulkant,
    Tabel,
    Veld,
    Voorbeeld,
    agreements,
)

KEETVERSIE_MINUTEN = 15
MOST = {"minuten": 480, "mensen": 200}  # of a step or a group; passend.js has the same


def sign_id(soort: str) -> str:
    """The id of the drawing that is the sign of this word of soorten."""
    return f"soort-{soort}"


class Groep(Part):
    """Met hoeveel mensen het werkt."""

    min: int = Field(
        title="Minstens", description="Kleinste aantal mensen", ge=1, le=MOST["mensen"]
    )
    max: int = Field(
        title="Hoogstens", description="Grootste aantal mensen", ge=1, le=MOST["mensen"]
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise rule_error("min", f"min ({self.min}) is groter dan max ({self.max}); draai ze om")
        return self


class Stap(Part):
    """Wat de gespreksleider doet."""

    titel: Naam = Field(title="Titel", description="Twee tot vier woorden")
    tekst: Zin = Field(
        title="Tekst",
        description="Begin met een werkwoord: vraag, schrijf, kies. Hoogstens 25 woorden",
    )
    minuten: int = Field(
        title="Minuten",
        description="Hele minuten met de kleinste groep, zonder aanhalingstekens",
        ge=1,
        le=MOST["minuten"],
    )
    minuten_per_persoon: float | None = Field(
        None,
        title="Minuten per persoon",
        description="Wat er bij komt voor elke persoon meer dan de kleinste groep, zoals 1.5",
        ge=0.5,
        le=30,
        multiple_of=0.5,
    )
    vragen: Ids[Kort] = Field(
        (), title="Vragen", description="Vragen die je bij deze stap hardop stelt", max_length=2
    )


# A role that several people have, each for their own part: 'Spreker per partij', 'Elke partner'
EACH = re.compile(r"^Elke | per \w+$")


class Inzet(Part):
    """Wie er nodig is, en waarvoor."""

    naam: Naam = Field(title="Rol", description="Bijvoorbeeld: gespreksleider")
    doet: Kort = Field(title="Doet", description="Wat deze persoon doet, in één korte zin")

    @property
    def rol(self) -> str:
        """The name of the role alone: that of 'Spreker per partij' is Spreker."""
        return EACH.sub("", self.naam)


class Instrument(Record):
    """Eén instrument: past op één A4."""

    @property
    def kort(self) -> str:
        return self.doel

    doel: Kort = Field(title="Doel", description="Wat je ermee bereikt, in één zin")
    soort: Annotated[Id, Ref("soorten")] = Field(
        title="Soort", description="Vorm van het instrument"
    )
    wereld: WereldId = Field(title="Wereld", description="Blauw (papier), oranje (mensen) of beide")
    startset: bool = Field(
        False,
        title="Startset",
        description="true als het hoort bij de eerste 24 om mee te beginnen",
    )
    fasen: Annotated[Ids[FaseId], Inverse("Instrumenten")] = Field(
        title="Fasen",
        description="Wanneer in de samenwerking; de belangrijkste eerst",
        min_length=1,
    )
    condities: Annotated[Ids[ConditieId], Inverse("Instrumenten")] = Field(
        title="Condities", description="Waaraan het werkt; de belangrijkste eerst", min_length=1
    )
    kaarten: Annotated[Ids[KaartId], Inverse("Instrumenten")] = Field(
        (),
        title="Kaarten",
        description="Succesfactoren, handelingen en bouwstenen waar het bij hoort",
    )
    niveaus: Ids[Annotated[Id, Ref("niveaus")]] = Field(
        title="Niveaus",
        description="Voor persoon, team, project, organisatie of netwerk",
        min_length=1,
    )
    groep: Groep = Field(title="Groepsgrootte", description="Met hoeveel mensen het werkt")
    voorbereiding: int = Field(
        title="Voorbereiding",
        description="Minuten vooraf, nul als het niet nodig is",
        ge=0,
        le=MOST["minuten"],
    )
    plekken: Ids[Annotated[Id, Ref("plekken")]] = Field(
        title="Plekken", description="Waar je het kunt doen", min_length=1
    )
    begeleiding: Annotated[Id, Ref("begeleiding")] = Field(
        title="Begeleiding", description="Wie het gesprek leidt"
    )
    wanneer: Zin = Field(title="Wanneer wel", description="Waaraan je merkt dat dit nu past")
    wanneer_niet: Zin = Field(
        title="Wanneer niet", description="Wanneer het kwaad kan, en wat je dan doet"
    )
    niet_bij: Ids[GevalId] = Field(
        (), title="Niet bij", description="Wat 'wanneer niet' zegt, in vaste woorden, zoals gevaar"
    )
    bij_onrust: Annotated[InstrumentId, Inverse("In plaats van")] | None = Field(
        None, title="Bij onrust", description="Het instrument dat je pakt als er nu ruzie is"
    )
    speelt: Ids[GevalId] = Field(
        (), title="Wat er speelt", description="Wat er nog speelt als je met dit blad klaar bent"
    )
    opening: Zin | None = Field(
        None,
        title="Opening",
        description="Wat je als eerste zegt: waarom we hier zijn, wat hier blijft, passen mag",
    )
    online: Zin | None = Field(
        None,
        title="Online",
        description="Hoe het gaat op een scherm; schrijf dit als je online kunt",
    )
    rollen: Annotated[Many[Inzet], AfterValidator(unique("naam"))] = Field(
        title="Rollen", description="Wie je nodig hebt", min_length=1, max_length=4
    )
    materiaal: Ids[Kort] = Field((), title="Nodig", description="Wat je klaarlegt", max_length=6)
    stappen: Annotated[Many[Stap], AfterValidator(unique("titel"))] = Field(
        title="Stappen",
        description="Vijf tot zeven werkt het best; hun minuten samen zijn de duur",
        min_length=3,
        max_length=8,
    )
    vragen: Ids[Kort] = Field(
        (), title="Vragen", description="Vragen die je hardop stelt", max_length=6
    )
    tabel: Tabel | None = Field(
        None, title="Tabel", description="Alleen als een tabel beter werkt dan losse vakken"
    )
    velden: Annotated[Many[Veld], AfterValidator(unique("id"))] = Field(
        title="Invulvelden", description="De vakken op het blad", min_length=1, max_length=8
    )
    invulkant: Invulkant = Field(
        Invulkant(), title="Invulkant", description="Hoe de bladzijde om op te schrijven eruitziet"
    )
    voorbeeld: Voorbeeld | None = Field(
        None, title="Voorbeeld", description="Het blad ingevuld, verzonnen, om te laten zien"
    )
    uitkomst: Zin = Field(title="Uitkomst", description="Wat je in handen hebt als het klaar is")
    valkuilen: Ids[Zin] = Field(
        title="Valkuilen",
        description="Wat je beter niet doet en vaak misgaat, elk hoogstens 16 woorden",
        min_length=1,
        max_length=3,
    )
    keetversie: Annotated[Many[Stap], AfterValidator(unique("titel"))] = Field(
        (),
        title="Keetversie",
        description="Hetzelfde in hoogstens 15 minuten, staand en zonder papier",
        max_length=4,
    )
    vervolg: Annotated[Ids[InstrumentId], Inverse("Hiervoor")] = Field(
        (), title="Daarna", description="Instrumenten die hier goed op volgen", max_length=4
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie het idee is")
    versie: int = Field(
        1,
        title="Versie",
        description="Een nieuw nummer als de inhoud echt anders wordt",
        ge=1,
        le=99,
    )
    herzien: Datum = Field(
        title="Herzien op", description="Jaar-maand-dag van de laatste keer dat iemand het nakeek"
    )

    @model_validator(mode="after")
    def _short_keetversie(self) -> Self:
        if (minutes := sum(stap.minuten for stap in self.keetversie)) > KEETVERSIE_MINUTEN:
            raise rule_error(
                "keetversie", f"duurt {minutes} minuten; hoogstens {KEETVERSIE_MINUTEN}"
            )
        return self

    @model_validator(mode="after")
    def _not_itself(self) -> Self:
        if self.id in self.vervolg:
            raise rule_error("vervolg", "noemt zichzelf; haal die regel weg")
        if self.id == self.bij_onrust:
            raise rule_error("bij_onrust", "noemt zichzelf; kies een ander instrument")
        return self

    @model_validator(mode="after")
    def _example_fits(self) -> Self:
        if self.voorbeeld is not None:
            for veld in self.voorbeeld.velden:
                self._known_field(veld.veld)
            self._rows_fit(self.voorbeeld)
        return self

    @model_validator(mode="after")
    def _agreements_say_what(self) -> Self:
        agreements(self.velden)
        return self

    def _known_field(self, id: str) -> None:
        if id not in (known := [veld.id for veld in self.velden]):
            raise rule_error(
                "voorbeeld", f"noemt veld '{id}', dat er niet is; kies uit: {', '.join(known)}"
            )

    def _rows_fit(self, example: Voorbeeld) -> None:
        columns = len(self.tabel.kolommen) if self.tabel else 0
        if example.rijen and not columns:
            raise rule_error("voorbeeld", "heeft rijen, maar er is geen tabel; haal rijen weg")
        for number, row in enumerate(example.rijen, 1):
            if len(row) != columns:
                raise rule_error(
                    "voorbeeld",
                    f"rij {number} heeft {len(row)} teksten en de tabel {columns} kolommen; "
                    "maak ze even lang",
                )

    @property
    def ingevuld(self) -> tuple[tuple[str, str], ...]:
        """Label and text of each field that the example fills in, in the order of the sheet."""
        texts = {item.veld: item.tekst for item in self.voorbeeld.velden} if self.voorbeeld else {}
        return tuple((veld.label, texts[veld.id]) for veld in self.velden if veld.id in texts)

    @property
    def invulplan(self) -> dict[str, Any]:
        """What a reader can type on its page, as plain data for scripts (Invulplan in gk.d.ts)."""
        columns = self.tabel.kolommen if self.tabel else ()
        return {
            "velden": [(veld.id, veld.label, veld.soort) for veld in self.velden],
            "kolommen": [(kolom.titel, kolom.soort) for kolom in columns],
            "rijen": self.tabel.rijen if self.tabel else (),
        }

    @property
    def afspraken(self) -> tuple[list[Afspraakplek], Afspraakplek]:
        """Where agreements are written: in boxes, and in a row of the table."""
        return agreements(self.velden), self.tabel.afspraak if self.tabel else {}

    @property
    def duur(self) -> int:
        """Minutes with the smallest group."""
        return self.duur_met(self.groep.min)

    def duur_met(self, mensen: int) -> int:
        """Minutes with this number of people, whole ones, rounded up.

        Computed, so that it can never contradict the steps. A number outside the group size
        counts as the nearest one inside it.
        """
        extra = min(max(mensen, self.groep.min), self.groep.max) - self.groep.min
        fixed = sum(stap.minuten for stap in self.stappen)
        return math.ceil(fixed + self.minuten_per_persoon * extra)

    @property
    def minuten_per_persoon(self) -> float:
        """Minutes that each person more than the smallest group adds."""
        return sum(stap.minuten_per_persoon or 0 for stap in self.stappen)
