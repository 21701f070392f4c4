"""What readers recognise and follow: situaties, praktijkvoorbeelden, leerroutes and rollen."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.base import (
    Alinea,
    BronId,
    ConditieId,
    FaseId,
    Id,
    Ids,
    InstrumentId,
    Kort,
    Many,
    PaginaId,
    Part,
    Record,
    Ref,
    Terug,
    Zin,
)


class Situatie(Record):
    """Waar loopt het vast? Herken het, begrijp het, doe iets."""

    KORT: ClassVar[str] = "wat_speelt"

    conditie: Annotated[ConditieId, Terug("Situaties")] | None = Field(
        None, title="Conditie", description="Onder welke conditie de situatie valt; weglaten als het over je organisatie gaat"
    )
    hoor_je: Ids[Kort] = Field(title="Hoor je dit?", description="Zinnen die je letterlijk kunt horen", min_length=1, max_length=4)
    wat_speelt: Zin = Field(title="Wat er speelt", description="Wat eronder zit, in één of twee zinnen")
    terug_naar: Annotated[FaseId, Terug("Loopt vast")] = Field(title="Terug naar fase", description="Waar het meestal begon")
    eerst: Annotated[InstrumentId, Terug("Eerste stap bij")] = Field(title="Eerst dit", description="Het instrument om mee te beginnen")
    waarom_eerst: Zin | None = Field(None, title="Waarom", description="Waarom juist dit instrument eerst")
    daarna: Annotated[Ids[InstrumentId], Terug("Volgende stap bij")] = Field(
        (), title="Daarna", description="Wat je daarna kunt doen", max_length=4
    )
    niet_doen: Zin = Field(title="Doe dit niet", description="Wat voor de hand ligt en niet helpt")


class Praktijk(Record):
    """Een voorbeeld uit de praktijk, of een oefencasus die als verzonnen gemerkt is."""

    KORT: ClassVar[str] = "wat"

    echt: bool = Field(title="Echt", description="false als de casus verzonnen is om te oefenen")
    waar: Kort = Field(title="Waar", description="Organisatie of sector")
    wat: Alinea = Field(title="Wat", description="Wat er gebeurde")
    geleerd: Ids[Zin] = Field(title="Geleerd", description="Wat je ervan meeneemt", min_length=1, max_length=5)
    instrumenten: Annotated[Ids[InstrumentId], Terug("Praktijkvoorbeeld")] = Field((), title="Instrumenten", description="Wat hierbij past")
    zekerheid: Zin = Field(title="Zekerheid", description="Hoe zeker we dit weten")
    bronnen: Annotated[Ids[BronId], Terug("Gebruikt voor")] = Field((), title="Bronnen", description="Waar het staat")


class Leerstap(Part):
    """Eén stap van een leerroute."""

    titel: Kort = Field(title="Wat je doet", description="Werkwoord eerst")
    vorm: Annotated[Id, Ref("leervormen")] = Field(title="Leervorm", description="Alleen, in een groep of in de praktijk")
    minuten: int = Field(title="Minuten", description="Hele minuten", ge=1, le=2400)
    pagina: Annotated[PaginaId, Terug("Onderdeel van leerroute")] | None = Field(
        None, title="Pagina", description="soort/id van de pagina bij deze stap"
    )


class Leerroute(Record):
    """Een route om te leren samenwerken."""

    KORT: ClassVar[str] = "doel"

    voor: Kort = Field(title="Voor wie", description="Voor wie de route is")
    doel: Zin = Field(title="Doel", description="Wat je daarna kunt")
    stappen: Many[Leerstap] = Field(title="Stappen", description="Hun minuten samen zijn de duur", min_length=2, max_length=12)

    @property
    def duur(self) -> int:
        """Minutes in all."""
        return sum(stap.minuten for stap in self.stappen)


class Rol(Record):
    """Een rol in een samenwerking."""

    KORT: ClassVar[str] = "wat"

    wat: Zin = Field(title="Wat", description="De rol in één of twee zinnen")
    doet: Ids[Kort] = Field(title="Doet", description="Wat deze persoon doet", min_length=1, max_length=6)
    instrumenten: Annotated[Ids[InstrumentId], Terug("Past bij rol")] = Field((), title="Instrumenten", description="Wat bij deze rol past")
