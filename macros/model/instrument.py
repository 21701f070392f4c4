"""The instrument: a form of work that fits on one A4."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import (
    ConditieId,
    Datum,
    FaseId,
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
    text_length,
    unique,
)

KEETVERSIE_MINUTEN = 15


class Groep(Part):
    """Met hoeveel mensen het werkt."""

    min: int = Field(title="Minstens", description="Kleinste aantal mensen", ge=1, le=200)
    max: int = Field(title="Hoogstens", description="Grootste aantal mensen", ge=1, le=200)

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
        title="Minuten", description="Hele minuten, zonder aanhalingstekens", ge=1, le=480
    )


class Inzet(Part):
    """Wie er nodig is, en waarvoor."""

    naam: Naam = Field(title="Rol", description="Bijvoorbeeld: gespreksleider")
    doet: Kort = Field(title="Doet", description="Wat deze persoon doet, in één korte zin")


class Veld(Part):
    """Eén vak op het invulblad."""

    id: Id = Field(title="Id", description="Verandert nooit, ook niet als het label verandert")
    label: Kort = Field(title="Label", description="Wat je in het vak schrijft")
    breedte: Literal["heel", "half", "derde"] = Field(
        "half", title="Breedte", description="Deel van de regel: heel, half of derde"
    )


class Kolom(Part):
    """Eén kolom van de invultabel."""

    titel: Annotated[str, text_length(2, 40)] = Field(title="Titel", description="Kop van de kolom")
    uitleg: Annotated[str, text_length(2, 80)] | None = Field(
        None, title="Uitleg", description="Wat je eronder schrijft"
    )


class Tabel(Part):
    """Een tabel om in te vullen, op het blad boven de vakken."""

    kolommen: Many[Kolom] = Field(
        title="Kolommen",
        description="De eerste kolom staat boven de namen van de rijen",
        min_length=2,
        max_length=5,
    )
    rijen: Many[Annotated[str, text_length(0, 40)]] = Field(
        title="Rijen",
        description="Woord vooraan elke rij; twee aanhalingstekens is een lege rij",
        min_length=2,
        max_length=8,
    )


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
        title="Voorbereiding", description="Minuten vooraf, nul als het niet nodig is", ge=0, le=480
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
    uitkomst: Zin = Field(title="Uitkomst", description="Wat je in handen hebt als het klaar is")
    valkuilen: Ids[Zin] = Field(
        title="Valkuilen",
        description="Wat vaak misgaat, elk hoogstens 16 woorden",
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
        return self

    @property
    def duur(self) -> int:
        """Minutes; computed, so that it can never contradict the steps."""
        return sum(stap.minuten for stap in self.stappen)
