"""What a reader writes on paper or on the screen: fields, a table, its canvas page, an example."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import Id, Kort, Many, Naam, Part, Zin, rule_error, text_length, unique

# What a field is for: running text, a figure on a scale, a date, a name, or what is agreed
Invulsoort = Literal["tekst", "score", "datum", "naam", "afspraak"]
SCORE = "score"


class Puntenschaal(Part):
    """De cijfers waaruit je kiest, en wat de uitersten betekenen."""

    van: int = Field(title="Van", description="Laagste cijfer", ge=0, le=10)
    tot: int = Field(title="Tot", description="Hoogste cijfer", ge=1, le=10)
    laag: Naam | None = Field(None, title="Laag", description="Wat het laagste cijfer betekent")
    hoog: Naam | None = Field(None, title="Hoog", description="Wat het hoogste cijfer betekent")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.van >= self.tot:
            raise rule_error("van", f"van ({self.van}) is niet kleiner dan tot ({self.tot})")
        return self

    @property
    def cijfers(self) -> tuple[int, ...]:
        """The figures to choose from, lowest first."""
        return tuple(range(self.van, self.tot + 1))


class Invulplek(Part):
    """Een plek om te schrijven: wat je er invult, en hoe."""

    soort: Invulsoort = Field(
        "tekst",
        title="Soort",
        description="Wat je er invult: tekst, score, datum, naam of afspraak",
    )
    schaal: Puntenschaal | None = Field(
        None, title="Schaal", description="Verplicht bij soort score; anders weglaten"
    )

    @model_validator(mode="after")
    def _scale_with_score(self) -> Self:
        if self.soort == SCORE and self.schaal is None:
            raise rule_error("soort", "is score; zet er een schaal bij, zoals {van: 1, tot: 5}")
        if self.soort != SCORE and self.schaal is not None:
            raise rule_error(
                "schaal", "hoort alleen bij soort score; haal hem weg of zet soort op score"
            )
        return self


class Veld(Invulplek):
    """Eén vak op het invulblad."""

    id: Id = Field(title="Id", description="Verandert nooit, ook niet als het label verandert")
    label: Kort = Field(title="Label", description="Wat je in het vak schrijft")
    vraag: Kort | None = Field(
        None, title="Vraag", description="Vraag in grijs in het vak, die op gang helpt"
    )
    breedte: Literal["heel", "half", "derde"] = Field(
        "half", title="Breedte", description="Deel van de regel: heel, half of derde"
    )


class Kolom(Invulplek):
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

    @model_validator(mode="after")
    def _rows_have_names_of_their_own(self) -> Self:
        """Where a number stands, nobody can type what the row is about."""
        title = self.kolommen[0].titel
        for row in self.rijen:
            if re.fullmatch(rf"({re.escape(title)} )?\d+\.?", row):
                raise rule_error(
                    "rijen", f"'{row}' is alleen een nummer; schrijf '' zodat je daar kunt typen"
                )
            if row and self.rijen.count(row) > 1:
                raise rule_error("rijen", f"'{row}' staat er twee keer; geef elke rij een naam")
        return self


class As(Part):
    """Eén as van een vlak waarin je kruisjes zet."""

    titel: Naam = Field(title="Titel", description="Wat de as meet, zoals Invloed")
    laag: Naam = Field(title="Laag", description="Wat aan het begin staat, zoals weinig")
    hoog: Naam = Field(title="Hoog", description="Wat aan het einde staat, zoals veel")


class Assen(Part):
    """Een vlak met twee assen, om kruisjes in te zetten."""

    x: As = Field(title="Van links naar rechts", description="De as onder het vlak")
    y: As = Field(title="Van onder naar boven", description="De as links van het vlak")


class Invulkant(Part):
    """De bladzijde om op te schrijven: een heel A4, dat ook op A3 kan."""

    ligging: Literal["staand", "liggend"] = Field(
        "liggend", title="Ligging", description="Staand of liggend"
    )
    assen: Assen | None = Field(
        None, title="Assen", description="Alleen als je kruisjes zet in een vlak met twee assen"
    )
    briefjes: Many[Kort] = Field(
        (),
        title="Briefjes",
        description="Regels op elk briefje, als ieder apart iets schrijft",
        max_length=5,
    )
    muur: bool = Field(
        False,
        title="Muur",
        description="true als het ingevulde blad blijft hangen; dan komt er een kant zonder uitleg",
    )


class IngevuldVak(Part):
    """Eén vak van het voorbeeld, ingevuld."""

    veld: Id = Field(title="Veld", description="Id van het veld")
    tekst: Annotated[str, text_length(1, 240)] = Field(
        title="Tekst", description="Wat er in het voorbeeld staat; bij een score het cijfer eerst"
    )


class Voorbeeld(Part):
    """Een ingevuld blad, om te zien hoe het wordt. Altijd verzonnen."""

    situatie: Zin = Field(
        title="Situatie", description="Wie er zaten en wat er speelde, in één of twee zinnen"
    )
    velden: Annotated[Many[IngevuldVak], AfterValidator(unique("veld"))] = Field(
        (), title="Velden", description="De vakken die zijn ingevuld", max_length=8
    )
    rijen: Many[Many[Annotated[str, text_length(0, 80)]]] = Field(
        (),
        title="Rijen",
        description="De tabel, rij voor rij: evenveel teksten als er kolommen zijn",
        max_length=8,
    )
