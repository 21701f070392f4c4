"""What helps to understand a cooperation: fasen, condities, kaarten and modellen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import (
    Alinea,
    BronId,
    ChecklistId,
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
    ModelId,
    Naam,
    Part,
    Record,
    Ref,
    RolId,
    WereldId,
    Zin,
    ZinVan,
    text_length,
)

LEVELS = 5  # sentences of a scale from weak to strong
# Short enough for the A4 of a phase, which holds eight of these
Bladzin = Annotated[str, text_length(3, 90)]


class Besluit(Part):
    """Het besluit aan het eind van een fase: verder gaan, stoppen of wachten."""

    wie: Bladzin = Field(title="Wie besluit", description="Wie besluit, namens welke partijen")
    achterban: Bladzin = Field(
        title="Achterban", description="Wat elke achterban dan gehoord heeft"
    )
    door: Bladzin = Field(title="Ga door als", description="Wanneer het antwoord ja is (go)")
    stop: Bladzin = Field(title="Stop als", description="Wanneer het antwoord nee is (no-go)")
    wacht: Bladzin = Field(title="Wacht als", description="Wat er dan eerst moet gebeuren")

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """What a reader calls each part, with its text, in reading order."""
        return (
            ("Wie besluit", self.wie),
            ("De achterban hoorde", self.achterban),
            ("Ga door als", self.door),
            ("Wacht als", self.wacht),
            ("Stop als", self.stop),
        )


class Maat(Part):
    """Hoe een fase gaat bij een samenwerking van deze grootte."""

    duur: Naam = Field(title="Duur", description="Eigen schatting, zoals: 2 tot 8 weken")
    tekst: Bladzin = Field(title="Zo doe je het dan", description="In één zin")


class Maten(Part):
    """Drie maten van samenwerken, van klein naar groot."""

    klus: Maat = Field(title="Een klus", description="Twee of drie partijen, enkele weken werk")
    project: Maat = Field(title="Een project", description="Enkele partijen, maanden of jaren")
    regio: Maat = Field(
        title="Een regionaal verband", description="Veel partijen, blijvend of voor jaren"
    )

    @property
    def named(self) -> tuple[tuple[str, Maat], ...]:
        """Each size with its name, from small to large."""
        sizes = (("Een klus", self.klus), ("Een project", self.project))
        return (*sizes, ("Een regionaal verband", self.regio))


class Fase(Record):
    """Een van de vijf fasen van een samenwerking."""

    @property
    def kort(self) -> str:
        return self.vraag

    nr: int = Field(title="Nummer", description="Volgorde van de fasen", ge=1, le=9)
    vraag: Kort = Field(title="Vraag", description="De vraag die in deze fase voorop staat")
    uitleg: Alinea = Field(
        title="Uitleg", description="Wat er in deze fase gebeurt, in drie of vier zinnen"
    )
    hoe_lang: Zin = Field(title="Hoe lang", description="Eigen schatting, in weken")
    maten: Maten | None = Field(
        None, title="Klein of groot", description="Drie maten, elk met een eigen duur"
    )
    resultaat: Zin = Field(title="Resultaat", description="Wat er aan het eind ligt")
    doe: Ids[Zin] = Field(
        title="Doe dit", description="Vijf dingen, werkwoord eerst", min_length=3, max_length=7
    )
    kernvragen: Ids[ZinVan] = Field(
        title="Kernvragen", description="Vragen om hardop te stellen", min_length=2, max_length=6
    )
    valkuilen: Ids[ZinVan] = Field(
        title="Valkuilen",
        description="Wat je beter niet doet en vaak misgaat",
        min_length=2,
        max_length=5,
    )
    kans: Zin = Field(title="Kans", description="Wat deze fase je kan opleveren")
    terug_naar: Zin = Field(
        title="Terug naar deze fase", description="Wanneer je hier later naar terugkeert"
    )
    besluit: Besluit | None = Field(
        None, title="Het besluit", description="Verder gaan, stoppen of wachten"
    )
    blauw_oranje: Zin = Field(
        title="Blauw en oranje", description="Hoeveel papier en hoeveel mensenwerk"
    )
    bouwplaats: Zin = Field(title="Op de bouwplaats", description="Hoe je dit buiten doet")
    rollen: Annotated[Ids[RolId], Inverse("Nodig in fase")] = Field(
        (), title="Rollen", description="Wie je in deze fase nodig hebt"
    )
    eerst: Annotated[Ids[InstrumentId], Inverse("Eerste keus in fase")] = Field(
        title="Begin met",
        description="Eén tot drie instrumenten om mee te beginnen",
        min_length=1,
        max_length=3,
    )
    checklist: Annotated[ChecklistId, Inverse("Sluit de fase af")] = Field(
        title="Klaar als", description="De checklist waarmee je de fase afsluit"
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie het model is")
    herzien: Datum = Field(title="Herzien op", description="Jaar-maand-dag")

    @property
    def vol(self) -> bool:
        """Whether sizes and decision take the room of other fields on the sheet."""
        return bool(self.maten and self.besluit)


class Conditie(Record):
    """Een van de vijf condities van het reflectiemodel."""

    @property
    def kort(self) -> str:
        return self.kern

    @property
    def teken(self) -> str:
        """The id of the drawing that is its sign; the one with its own id is large, with words."""
        return f"conditie-{self.id}"

    nr: int = Field(title="Nummer", description="Volgorde van de condities", ge=1, le=9)
    kern: Kort = Field(title="Kern", description="De conditie in één zin")
    wringt: Kort = Field(
        title="Waar het wringt",
        description="Hoe iemand het zegt als het hier misgaat, in gewone woorden",
    )
    uitleg: Alinea = Field(title="Uitleg", description="Wat het is, in vier of vijf zinnen")
    schaal: Annotated[Ids[Zin], Field(min_length=LEVELS, max_length=LEVELS)] = Field(
        (),
        title="Van zwak naar sterk",
        description="Vijf zinnen: hoe het eruitziet van heel zwak tot heel sterk",
    )
    vragen: Ids[ZinVan] = Field(
        title="Vragen", description="Vragen om samen te beantwoorden", min_length=3, max_length=8
    )
    goed_als: Ids[Zin] = Field(
        title="Goed als",
        description="Wat je ziet of hoort als het goed zit",
        min_length=2,
        max_length=5,
    )
    alarm_als: Ids[Zin] = Field(
        title="Alarm als",
        description="Wat je ziet of hoort als het misgaat",
        min_length=2,
        max_length=5,
    )
    valkuilen: Ids[ZinVan] = Field(
        title="Valkuilen",
        description="Wat je beter niet doet en vaak misgaat",
        min_length=2,
        max_length=6,
    )
    kans: Zin = Field(title="Kans", description="Wat het oplevert als je hier werk van maakt")
    wereld: WereldId = Field(title="Wereld", description="Blauw, oranje of beide")
    kaarten: Annotated[Ids[KaartId], Inverse("Hoort bij conditie")] = Field(
        (), title="Kaarten", description="Succesfactoren die erbij horen"
    )
    tekening: Alinea | None = Field(
        None,
        title="Tekening in woorden",
        description="Zegt precies wat tekeningen/<id>.svg laat zien",
    )
    eerst: Annotated[Ids[InstrumentId], Inverse("Eerste keus bij conditie")] = Field(
        title="Begin met",
        description="Eén tot drie instrumenten om mee te beginnen",
        min_length=1,
        max_length=3,
    )
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie het model is")
    herzien: Datum = Field(title="Herzien op", description="Jaar-maand-dag")


class Kaart(Record):
    """Een succesfactor, handeling, bouwsteen of beleidspunt op één kaart."""

    @property
    def kort(self) -> str:
        return self.voor

    soort: Annotated[Id, Ref("kaartsoorten")] = Field(
        title="Soort kaart", description="Welk rijtje"
    )
    nr: int = Field(title="Nummer", description="Plaats in het rijtje", ge=1, le=20)
    groep: Annotated[Id, Ref("bouwsteengroepen")] | None = Field(
        None, title="Groep", description="Alleen bij bouwstenen; onze eigen ordening"
    )
    voor: Kort = Field(title="Voorkant", description="De kaart in één zin")
    waarom: Zin = Field(title="Waarom", description="Waarom dit helpt")
    zo_zie_je_het: Ids[Zin] = Field(
        title="Zo zie je het",
        description="Wat je ziet of hoort als het er is",
        min_length=1,
        max_length=4,
    )
    zo_mist_het: Ids[Zin] = Field(
        title="Zo merk je dat het ontbreekt",
        description="Wat je ziet of hoort als het er niet is",
        min_length=1,
        max_length=4,
    )
    doe_dit: Ids[Zin] = Field(
        title="Doe dit",
        description="Wat je morgen kunt doen, werkwoord eerst",
        min_length=1,
        max_length=4,
    )
    vraag: Kort = Field(title="Vraag", description="Een vraag om samen te bespreken")
    herkomst: Herkomst = Field(title="Herkomst", description="Van wie het rijtje is")


class Model(Record):
    """Een model om mee te kijken; de lange tekst staat op de pagina."""

    @property
    def kort(self) -> str:
        return self.wat

    volgorde: int = Field(
        title="Volgorde", description="Plaats in de lijst; lage nummers eerst", ge=1, le=99
    )
    vraag: Annotated[Id, Ref("modelvragen")] | None = Field(
        None, title="Vraag", description="Bij welke vraag van de lezer het model staat"
    )
    van: Kort = Field(title="Van", description="Wie het model maakte")
    makerregel: Kort | None = Field(
        None,
        title="Makerregel",
        description="In plaats van 'Model van …': wat er zeker is, als de maker dat niet is",
    )
    wat: Zin = Field(title="Wat", description="Wat het is, in één of twee zinnen")
    wanneer: Zin = Field(title="Wanneer", description="Wanneer je dit model pakt")
    gebruik: Zin = Field(title="Zo gebruik je het", description="In één of twee zinnen")
    grens: Zin = Field(title="Grens", description="Wat het model niet kan")
    tekening: Alinea | None = Field(
        None,
        title="Tekening in woorden",
        description="Zegt precies wat de tekening laat zien; de tekening is tekeningen/<id>.svg",
    )
    condities: Annotated[Ids[ConditieId], Inverse("Modellen bij deze conditie")] = Field(
        (), title="Gaat over conditie", description="De belangrijkste eerst"
    )
    fasen: Annotated[Ids[FaseId], Inverse("Modellen voor deze fase")] = Field(
        (), title="Past in fase", description="Wanneer je het model pakt"
    )
    verwant: Annotated[Ids[ModelId], Inverse("Verwante modellen")] = Field(
        (), title="Verwante modellen", description="Schrijf het één keer; beide pagina's tonen het"
    )
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Model erachter")] = Field(
        (), title="Instrumenten", description="Waarmee je het model gebruikt"
    )
    kaarten: Annotated[Ids[Annotated[Id, Ref("kaartsoorten")]], Inverse("Model")] = Field(
        (), title="Kaarten", description="Welk rijtje kaarten bij dit model hoort"
    )
    bronnen: Annotated[Ids[BronId], Inverse("Gebruikt voor")] = Field(
        (), title="Bronnen", description="Waar het staat"
    )
    merk: Zin | None = Field(
        None, title="Merk", description="Alleen bij een merknaam: van wie het merk is"
    )

    @property
    def maker(self) -> str:
        """The line at the top of the page: the editors, or the maker whose model it is."""
        if self.makerregel:
            return f"{self.makerregel.rstrip('.')}. Hier in onze woorden."
        own = self.van.startswith("redactie")
        return f"Van de {self.van}." if own else f"Model van {self.van}, hier in onze woorden."
