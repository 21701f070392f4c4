"""What readers tick or answer: checklists and metingen.

Their items have ids or places that never change, since stored answers refer to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

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
    Part,
    Record,
    Ref,
    Titel,
    Zin,
    rule_error,
    unique,
)


class Punt(Part):
    """Eén regel om af te vinken."""

    id: Id = Field(title="Id", description="Verandert nooit: vinkjes van lezers hangen eraan")
    tekst: Kort = Field(title="Tekst", description="Iets wat waar is of niet waar")
    uitleg: Zin | None = Field(None, title="Uitleg", description="Hoe je ziet of het waar is")


class Checklist(Record):
    """Een lijst om af te vinken, ook op papier."""

    @property
    def kort(self) -> str:
        return self.waarvoor

    waarvoor: Kort = Field(title="Waarvoor", description="Wanneer je de lijst pakt, in één zin")
    fasen: Annotated[Ids[FaseId], Inverse("Checklists")] = Field(
        title="Fasen", description="In welke fase je hem pakt", min_length=1
    )
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Checklist erbij")] = Field(
        (), title="Instrumenten", description="Instrumenten waar de lijst bij hoort"
    )
    punten: Annotated[Many[Punt], AfterValidator(unique("id"))] = Field(
        title="Punten", description="Vier tot twaalf regels", min_length=3, max_length=14
    )
    als_niet: Zin = Field(
        title="Mist er iets?", description="Wat je doet als een punt niet waar is"
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie de lijst is")
    herzien: Datum = Field(title="Herzien op", description="Jaar-maand-dag")


class Vraag(Part):
    """Eén stelling met een vaste plek in de antwoordcode."""

    plek: int = Field(
        title="Plek", description="Vast nummer in de antwoordcode; nooit hergebruiken", ge=1, le=99
    )
    tekst: Kort = Field(title="Stelling", description="Iets wat klopt of niet klopt")
    ander: Kort | None = Field(
        None,
        title="Over een ander",
        description="Dezelfde stelling als iemand anders hem over je invult: Hij of zij ...",
    )
    vervallen: bool = Field(
        False, title="Vervallen", description="true als de stelling niet meer gesteld wordt"
    )


class Advies(Part):
    """Wat je doet bij een uitslag."""

    tekst: Zin = Field(title="Tekst", description="Wat je nu doet, in één zin")
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Advies van meting")] = Field(
        title="Instrumenten", description="Waarmee je begint", min_length=1, max_length=4
    )


class Onderdeel(Part):
    """Eén onderdeel van een meting, met advies per uitslag."""

    id: Id = Field(title="Id", description="Verandert nooit")
    titel: Titel = Field(title="Titel", description="Waar dit onderdeel over gaat")
    vragen: Many[Vraag] = Field(
        title="Stellingen", description="Twee tot acht", min_length=2, max_length=8
    )
    verschil: Kort | None = Field(
        None,
        title="Kijkverschil",
        description="Vraag om te stellen als partners ver uit elkaar liggen",
    )
    laag: Advies = Field(title="Bij een lage uitslag", description="Advies en instrumenten")
    midden: Advies = Field(title="Bij een gewone uitslag", description="Advies en instrumenten")
    hoog: Advies = Field(title="Bij een hoge uitslag", description="Advies en instrumenten")


class Scan(Record):
    """Een meting: ieder vult apart in, daarna leg je de antwoorden naast elkaar."""

    @property
    def kort(self) -> str:
        return self.vraag

    vraag: Kort = Field(title="Vraag", description="De vraag die de meting beantwoordt")
    wie: Zin = Field(title="Wie", description="Wie invult")
    niveaus: Ids[Annotated[Id, Ref("niveaus")]] = Field(
        title="Niveaus", description="Waar de meting over gaat", min_length=1
    )
    duur: int = Field(title="Duur", description="Minuten om in te vullen", ge=1, le=60)
    uitleg: Alinea | None = Field(None, title="Uitleg", description="Hoe je de meting gebruikt")
    let_op: Zin = Field(title="Let op", description="Wat de meting niet kan zeggen")
    aantallen: Many[int] = Field(
        title="Aantallen",
        description="Aantal plekken per versie; achteraan aanvullen",
        min_length=1,
    )
    onderdelen: Annotated[Many[Onderdeel], AfterValidator(unique("id"))] = Field(
        title="Onderdelen", description="Drie tot acht", min_length=2, max_length=14
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie de meting is")
    herzien: Datum = Field(title="Herzien op", description="Jaar-maand-dag")

    @property
    def vragen(self) -> Iterator[Vraag]:
        """All questions, in the order of the page."""
        for onderdeel in self.onderdelen:
            yield from onderdeel.vragen

    @property
    def gesteld(self) -> tuple[Vraag, ...]:
        """The questions that are still asked."""
        return tuple(vraag for vraag in self.vragen if not vraag.vervallen)

    @property
    def over_ander(self) -> bool:
        """Whether somebody else can fill it in about you."""
        return all(vraag.ander for vraag in self.gesteld)

    @model_validator(mode="after")
    def _about_another_all_or_none(self) -> Self:
        missing = [vraag for vraag in self.gesteld if not vraag.ander]
        if missing and any(vraag.ander for vraag in self.vragen):
            raise rule_error(
                "onderdelen",
                f"bij de stelling '{missing[0].tekst}' ontbreekt 'ander';"
                " vul het bij elke stelling in, of bij geen enkele",
            )
        return self

    @model_validator(mode="after")
    def _every_place_once(self) -> Self:
        places = sorted(vraag.plek for vraag in self.vragen)
        if places != list(range(1, self.aantallen[-1] + 1)):
            raise rule_error(
                "aantallen",
                f"de plekken 1 tot en met {self.aantallen[-1]} moeten elk één keer voorkomen",
            )
        if list(self.aantallen) != sorted(self.aantallen):
            raise rule_error("aantallen", "een volgende versie heeft nooit minder plekken")
        return self
