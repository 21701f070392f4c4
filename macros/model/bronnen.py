"""Where words and statements come from: begrippen, bronnen and what the sources state."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from macros.model.base import (
    BronId,
    Id,
    Ids,
    Inverse,
    Kort,
    Many,
    Naam,
    PagePath,
    PaginaId,
    Part,
    Record,
    Ref,
    Url,
    Zin,
    text_length,
    unique,
)


class Begrip(Record):
    """Eén woord uit de begrippenlijst."""

    @property
    def kort(self) -> str:
        return self.uitleg

    uitleg: Zin = Field(
        title="Uitleg", description="Wat het woord betekent, voor iemand die het nooit hoorde"
    )
    synoniemen: Ids[Kort] = Field(
        (), title="Synoniemen", description="Andere woorden voor hetzelfde"
    )
    zie: Annotated[PaginaId, Inverse("Begrip")] | None = Field(
        None, title="Zie", description="soort/id van de pagina waar het woord behandeld wordt"
    )


class Bron(Record):
    """Eén bron: boek, artikel, rapport of website."""

    @property
    def kort(self) -> str:
        return self.verwijzing

    soort: Annotated[Id, Ref("bronsoorten")] = Field(
        title="Soort bron", description="Boek, artikel, rapport, website of norm"
    )
    gelezen: Annotated[Id, Ref("gelezen")] = Field(
        title="Gelezen", description="Hoeveel de redactie ervan las"
    )
    verwijzing: Annotated[str, text_length(10, 400)] = Field(
        title="Verwijzing", description="Maker, jaar en titel"
    )
    uitgever: Naam | None = Field(
        None,
        title="Uitgever",
        description=(
            "Organisatie die het uitgaf; verplicht bij een bron van een echt geval, want twee"
            " bronnen van één uitgever tellen daar als één"
        ),
    )
    url: Url | None = Field(None, title="Adres", description="Alleen https")


class Bronpunt(Part):
    """Eén uitspraak uit een brondocument, in onze woorden."""

    id: Annotated[str, StringConstraints(pattern=r"^S\d-\d{1,3}$")] = Field(
        title="Nummer", description="Verandert nooit"
    )
    soort: Annotated[Id, Ref("puntsoorten")] = Field(
        title="Soort", description="Wat voor uitspraak het is"
    )
    tekst: Zin = Field(title="Tekst", description="De uitspraak in onze woorden")
    thuis: Annotated[str, text_length(5, 80), PagePath()] = Field(
        title="Thuispagina", description="De pagina waar deze uitspraak staat, als map/naam"
    )

    @property
    def adres(self) -> str:
        """The folder of its home page in the built site, such as fasen/delen."""
        return str(self.thuis).removesuffix("/index")


class Bronpunten(Record):
    """Alle uitspraken van één brondocument."""

    @property
    def kort(self) -> str:
        return self.titel

    bron: Annotated[BronId, Inverse("Uitspraken")] = Field(
        title="Bron", description="Uit welke bron deze uitspraken komen"
    )
    punten: Annotated[Many[Bronpunt], AfterValidator(unique("id"))] = Field(
        title="Uitspraken", description="In de volgorde van het document", min_length=1
    )
