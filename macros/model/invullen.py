"""What a reader writes on paper or on the screen: fields, a table, its canvas page, an example."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import Id, Kort, Many, Naam, Part, Zin, rule_error, text_length, unique

# What a field is for: running text, a figure on a scale, a date, a name, or what is agreed
Invulsoort = Literal["tekst", "score", "datum", "naam", "afspraak"]
SCORE = "score"
# Which part of an agreement somebody writes: paper does not show it, the report of a meeting does
Afspraakdeel = Literal["wat", "wie", "wanneer"]
WAT: Afspraakdeel = "wat"
# Where a whole agreement is written: its parts, and the action where no part says it
Afspraakplek = dict[str, str]


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
    afspraak: Afspraakdeel | None = Field(
        None,
        title="Afspraak",
        description="Deel van wat iemand gaat doen: wat, wie of wanneer; voor het verslag",
    )
    actie: Annotated[str, text_length(3, 60)] | None = Field(
        None,
        title="Actie",
        description="Wat er gebeurt, als de tekst hier dat niet zegt, zoals: Loop dit blad na",
    )

    @property
    def deel(self) -> Afspraakdeel | None:
        """The part of an agreement that is written here; a box for a whole one begins with what."""
        return self.afspraak or (WAT if self.soort == "afspraak" else None)

    @model_validator(mode="after")
    def _action_of_an_agreement(self) -> Self:
        if self.actie and self.deel is None:
            raise rule_error(
                "actie", "hoort bij een afspraak; zet er afspraak bij, zoals: afspraak: wie"
            )
        return self

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


def agreements(velden: tuple[Veld, ...]) -> list[Afspraakplek]:
    """The agreements that are written in these boxes, by the ids of the boxes.

    One begins where it is said what happens; who and when belong to the last one before them.
    """
    found: list[Afspraakplek] = []
    for k, veld in enumerate(velden):
        if veld.deel is None:
            continue
        if veld.actie or veld.deel == WAT:
            found.append({"actie": veld.actie or ""})
        if not found or veld.deel in found[-1]:
            raise rule_error(("velden", k, "afspraak"), _without_what(veld.deel, bool(found)))
        found[-1][veld.deel] = veld.id
    return found


def _without_what(deel: str, again: bool) -> str:
    told = f"is {deel}, maar dat staat er al" if again else f"is {deel}, maar waarvan zegt geen vak"
    return f"{told}; zet 'afspraak: wat' bij een vak erboven, of schrijf hier een actie"


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

    @model_validator(mode="after")
    def _a_row_is_one_agreement(self) -> Self:
        parts = [kolom.deel for kolom in self.kolommen]
        for k, kolom in enumerate(self.kolommen):
            if kolom.deel and parts.index(kolom.deel) < k:
                text = f"is {kolom.deel}, net als een kolom ervoor; haal het bij één van beide weg"
                raise rule_error(("kolommen", k, "afspraak"), text)
            if kolom.deel and WAT not in parts:
                text = f"is {kolom.deel}, maar wat mist; zet 'afspraak: wat' bij een kolom"
                raise rule_error(("kolommen", k, "afspraak"), text)
            if kolom.actie and kolom.deel != WAT:
                text = "hoort in een tabel bij de kolom met 'afspraak: wat'; zet hem daar"
                raise rule_error(("kolommen", k, "actie"), text)
        return self

    @property
    def afspraak(self) -> Afspraakplek:
        """The agreement that a row holds, by the titles of its columns; empty for none."""
        parts: Afspraakplek = {kolom.deel: kolom.titel for kolom in self.kolommen if kolom.deel}
        actie = next((kolom.actie for kolom in self.kolommen if kolom.actie), "")
        return {"actie": actie, **parts} if parts else {}


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
