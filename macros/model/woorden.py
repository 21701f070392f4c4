"""Vocabularies: words without a page of their own, and the scale of all metingen."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import Id, Kort, Many, Part, Titel, Zin, rule_error, text_length, unique


class Woord(Part):
    """Eén woord uit een vaste lijst."""

    id: Id = Field(title="Id", description="Verandert nooit")
    titel: Titel = Field(title="Titel", description="Zo staat het op de site")
    kort: Zin | None = Field(None, title="Uitleg", description="Wat het woord betekent, in één zin")
    ook: Many[Kort] = Field(
        (),
        title="Ook",
        description="Hoe mensen het ook zeggen, ook in een paar woorden; alleen voor het zoeken",
    )
    teken: Annotated[str, text_length(1, 2)] | None = Field(
        None, title="Teken", description="Vorm naast het woord, zodat kleur nooit alleen staat"
    )


class Woordenlijst(Part):
    """Eén vaste lijst; de volgorde in het bestand is de volgorde op het scherm."""

    titel: Titel = Field(title="Titel", description="Waar deze woorden over gaan")
    woorden: Annotated[Many[Woord], AfterValidator(unique("id"))] = Field(
        title="Woorden",
        description="Een nieuw woord erbij mag; een id veranderen niet",
        min_length=2,
    )


class Schaal(Part):
    """De antwoorden en grenzen van alle metingen."""

    antwoorden: Many[Kort] = Field(
        title="Antwoorden",
        description="Van helemaal niet tot helemaal wel",
        min_length=5,
        max_length=5,
    )
    weet_niet: Kort = Field(title="Weet ik niet", description="Het antwoord dat niet meetelt")
    laag_onder: float = Field(
        title="Laag onder", description="Onder dit gemiddelde is de uitslag laag", ge=1, le=5
    )
    hoog_boven: float = Field(
        title="Hoog boven", description="Boven dit gemiddelde is de uitslag hoog", ge=1, le=5
    )
    verschil_alarm: float = Field(
        title="Verschil",
        description="Vanaf dit verschil tussen partners: bespreek dit eerst",
        ge=0,
        le=4,
    )
    onbekend_alarm: float = Field(
        title="Onbekend",
        description="Boven dit deel 'weet ik niet': zoek dit eerst uit",
        ge=0,
        le=1,
    )
    advies_onder: float = Field(
        title="Advies onder", description="Onder dit gemiddelde: begin hier", ge=1, le=5
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.laag_onder >= self.hoog_boven:
            raise rule_error("laag_onder", "moet kleiner zijn dan hoog_boven")
        return self
