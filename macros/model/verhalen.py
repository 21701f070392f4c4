"""Stories, routes and people: situaties, praktijkvoorbeelden, leerroutes and rollen."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.model.base import (
    Alinea,
    BronId,
    ConditieId,
    FaseId,
    GevalId,
    Id,
    Ids,
    InstrumentId,
    Inverse,
    Kort,
    Many,
    ModelId,
    Naam,
    PagePath,
    PaginaId,
    Part,
    Record,
    Ref,
    RolId,
    SituatieId,
    Zin,
    rule_error,
    unique,
)

# Minutes in which a group practises with one case
SHORTEST, LONGEST = 20, 40
# Field that only a practice case has -> the fewest items in it
PRACTICE = {"tafel": 3, "opdracht": 3, "nabespreken": 2}
NOT_FOR_REAL = (
    "hoort alleen bij een oefencasus (echt: false);"
    " een echt voorbeeld vullen we niet aan, dus haal het weg"
)
REAL_NEEDS = {  # field that only a real case has -> what an editor does about an empty one
    "partijen": "schrijf de organisaties op zoals ze in de bron heten",
    "verloop": "vertel wat er gebeurde, elke zin met een bron",
    "keerpunt": "zeg waar het volgens jullie keerde of brak",
    "weten_niet": "zeg wat je niet kon vinden",
}
ONLY_REAL = "hoort alleen bij een echt geval (echt: true); haal het weg of zet echt op true"
PER_SENTENCE = (
    "bij een echt geval heeft elke zin van verloop zijn eigen bronnen;"
    " zet ze daar en haal dit veld weg"
)
ALL_THREE = "een oefencasus heeft tafel, opdracht en nabespreken alle drie nodig"
THE_TEN = "samenwerking"  # the word of rolgroepen for the roles that every collaboration has
PAGE_PATTERN = re.compile(r"[a-z]+(-[a-z]+)*(/[a-z]+(-[a-z]+)*)*")


def _address(value: str) -> str:
    if not PAGE_PATTERN.fullmatch(value):
        raise rule_error(
            "", f"schrijf het adres als map/naam, zoals meeschrijven/stijl; niet '{value}'"
        )
    return value


class Oorzaak(Part):
    """Een tweede oorzaak die ook kan spelen."""

    tekst: Zin = Field(title="Tekst", description="Wat er ook kan spelen, in één zin")
    pagina: Annotated[PaginaId, Inverse("Speelt ook mee bij")] | None = Field(
        None, title="Pagina", description="soort/id van de pagina die dan helpt"
    )


class Situatie(Record):
    """Waar loopt het vast? Herken het, begrijp het, doe iets."""

    @property
    def kort(self) -> str:
        return self.wat_speelt

    conditie: Annotated[ConditieId, Inverse("Situaties")] | None = Field(
        None,
        title="Conditie",
        description=(
            "Onder welke conditie de situatie valt; weglaten als het over je organisatie gaat"
        ),
    )
    hoor_je: Ids[Kort] = Field(
        title="Hoor je dit?",
        description="Zinnen die je letterlijk kunt horen",
        min_length=1,
        max_length=4,
    )
    wat_speelt: Zin = Field(
        title="Wat er speelt", description="Wat eronder zit, in één of twee zinnen"
    )
    speelt: Ids[GevalId] = Field(
        (), title="Gevallen", description="Hetzelfde in vaste woorden, zoals ruzie; mag leeg"
    )
    kan_ook: Oorzaak = Field(
        title="Het kan ook zijn", description="Een tweede oorzaak die vaak voorkomt"
    )
    zeg_morgen: Kort | None = Field(
        None, title="Zeg morgen dit", description="Eén zin die je letterlijk kunt zeggen"
    )
    terug_naar: Annotated[FaseId, Inverse("Loopt vast")] | None = Field(
        None, title="Terug naar fase", description="Alleen als teruggaan daar echt helpt"
    )
    terug_zin: Zin | None = Field(
        None, title="Waarom terug", description="Wat je in die fase dan alsnog doet"
    )
    eerst: Annotated[InstrumentId, Inverse("Eerste stap bij")] = Field(
        title="Eerst dit", description="Het instrument om mee te beginnen"
    )
    waarom_eerst: Zin | None = Field(
        None, title="Waarom", description="Waarom juist dit instrument eerst"
    )
    daarna: Annotated[Ids[InstrumentId], Inverse("Volgende stap bij")] = Field(
        (), title="Daarna", description="Wat je daarna kunt doen", max_length=4
    )
    modellen: Annotated[Ids[ModelId], Inverse("Helpt in deze situatie")] = Field(
        (), title="Kijk met dit model", description="Een model dat de situatie uitlegt"
    )
    niet_doen: Zin = Field(title="Doe dit niet", description="Wat voor de hand ligt en niet helpt")

    def model_post_init(self, _: object, /) -> None:
        if self.terug_zin and not self.terug_naar:
            raise rule_error("terug_zin", "zegt waarom je teruggaat; noem bij terug_naar de fase")


class Tafelplek(Part):
    """Eén rol in een oefencasus."""

    wie: Naam = Field(title="Wie", description="De rol, zonder naam van een persoon of bedrijf")
    zegt: Kort = Field(
        title="Zegt", description="Waarmee deze persoon het gesprek begint, letterlijk"
    )
    belang: Zin = Field(
        title="Belang", description="Wat deze persoon echt nodig heeft en niet zegt"
    )


class Opdrachtstap(Part):
    """Eén stap van de opdracht bij een oefencasus."""

    tekst: Zin = Field(title="Tekst", description="Werkwoord eerst")
    minuten: int = Field(title="Minuten", description="Hele minuten", ge=1, le=LONGEST)
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Instrumenten", description="Wat je bij deze stap openslaat", max_length=2
    )


class Gebeurtenis(Part):
    """Eén moment in een echt geval, met de bron die het zegt."""

    wanneer: Kort = Field(title="Wanneer", description="Jaar of maand, zoals de bron het zegt")
    tekst: Zin = Field(title="Tekst", description="Wat er gebeurde, in één of twee zinnen")
    volgens: Naam | None = Field(
        None,
        title="Volgens",
        description="De partij die dit vindt; weglaten als het een feit is",
    )
    bronnen: Annotated[Ids[BronId], Inverse("Gebruikt voor")] = Field(
        title="Bronnen", description="Waar dit staat; je las het daar zelf", min_length=1
    )


class Praktijk(Record):
    """Een echt geval, een verhaal uit één bron, of een oefencasus die verzonnen is."""

    @property
    def kort(self) -> str:
        return self.wat

    echt: bool | None = Field(
        None,
        title="Echt",
        description=(
            "true als twee bronnen van twee uitgevers het vertellen, false als de casus verzonnen"
            " is om te oefenen; weglaten bij een verhaal uit één bron"
        ),
    )
    waar: Kort = Field(title="Waar", description="Organisatie of sector")
    wat: Alinea = Field(title="Wat", description="Wat er op het spel stond of gebeurde")
    partijen: Ids[Kort] = Field(
        (),
        title="Wie",
        description="Bij een echt geval: de organisaties zoals de bron ze noemt, zonder personen",
        max_length=6,
    )
    verloop: Many[Gebeurtenis] = Field(
        (), title="Verloop", description="Bij een echt geval: wat er gebeurde", max_length=10
    )
    keerpunt: Zin | None = Field(
        None,
        title="Keerpunt",
        description="Bij een echt geval: waar het volgens ons keerde of brak, in één zin",
    )
    weten_niet: Ids[Zin] = Field(
        (),
        title="Wat we niet weten",
        description="Bij een echt geval: wat de bronnen niet zeggen of verschillend zeggen",
        max_length=4,
    )
    tafel: Many[Tafelplek] = Field(
        (), title="Aan tafel", description="Bij een oefencasus: wie er meepraat", max_length=4
    )
    opdracht: Many[Opdrachtstap] = Field(
        (),
        title="Opdracht",
        description="Bij een oefencasus: wat de groep doet, samen 20 tot 40 minuten",
        max_length=7,
    )
    nabespreken: Ids[Kort] = Field(
        (),
        title="Nabespreken",
        description="Bij een oefencasus: vragen voor na afloop",
        max_length=5,
    )
    geleerd: Ids[Zin] = Field(
        title="Geleerd",
        description="Wat je ervan meeneemt; bij een echt geval is dit onze lezing",
        min_length=1,
        max_length=5,
    )
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Instrumenten", description="Wat hierbij past"
    )
    condities: Annotated[Ids[ConditieId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Gaat over conditie", description="Welke conditie hier het verschil maakte"
    )
    fasen: Annotated[Ids[FaseId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Speelt in fase", description="In welke fase het gebeurde"
    )
    modellen: Annotated[Ids[ModelId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Kijk met dit model", description="Een model dat het voorbeeld uitlegt"
    )
    situaties: Annotated[Ids[SituatieId], Inverse("Praktijkvoorbeeld")] = Field(
        (), title="Lijkt op situatie", description="Waar een lezer dit zelf in herkent"
    )
    zekerheid: Zin = Field(title="Zekerheid", description="Hoe zeker we dit weten")
    bronnen: Annotated[Ids[BronId], Inverse("Gebruikt voor")] = Field(
        (),
        title="Bronnen",
        description="Waar het staat; bij een echt geval staan ze per zin in verloop",
    )

    @property
    def duur(self) -> int:
        """Minutes of the assignment."""
        return sum(stap.minuten for stap in self.opdracht)

    @property
    def gelezen(self) -> tuple[str, ...]:
        """The ids of all sources of the verloop, each once, in the order of the story."""
        return tuple(dict.fromkeys(id for moment in self.verloop for id in moment.bronnen))

    def model_post_init(self, _: object, /) -> None:
        self._judge_practice()
        self._judge_real()

    def _judge_real(self) -> None:
        """A real case has all of REAL_NEEDS and its sources by sentence; no other has them."""
        for name, remedy in REAL_NEEDS.items():
            filled = bool(vars(self)[name])
            if self.echt and not filled:
                raise rule_error(name, f"verplicht bij een echt geval; {remedy}")
            if filled and not self.echt:
                raise rule_error(name, ONLY_REAL)
        if self.echt and self.bronnen:
            raise rule_error("bronnen", PER_SENTENCE)

    def _judge_practice(self) -> None:
        """A practice case has all of PRACTICE and takes 20 to 40 minutes; no other has any."""
        filled = [name for name in PRACTICE if vars(self)[name]]
        if not filled:
            return
        if self.echt is not False:
            raise rule_error(filled[0], NOT_FOR_REAL)
        for name, least in PRACTICE.items():
            if len(vars(self)[name]) < least:
                raise rule_error(name, f"minstens {least} regels; {ALL_THREE}")
        if not SHORTEST <= self.duur <= LONGEST:
            text = f"duurt samen {self.duur} minuten; maak er {SHORTEST} tot {LONGEST} van"
            raise rule_error("opdracht", text)


class Leerpagina(Part):
    """Een pagina van deze site zonder eigen record."""

    titel: Naam = Field(title="Titel", description="Hoe de lezer de pagina noemt")
    url: Annotated[Kort, AfterValidator(_address), PagePath()] = Field(
        title="Adres", description="map/naam, zoals meeschrijven/stijl"
    )


class Leerstap(Part):
    """Eén stap van een leerroute."""

    titel: Kort = Field(title="Wat je doet", description="Werkwoord eerst")
    vorm: Annotated[Id, Ref("leervormen")] = Field(
        title="Leervorm", description="Alleen, in een groep of in de praktijk"
    )
    minuten: int = Field(title="Minuten", description="Hele minuten", ge=1, le=2400)
    pagina: Annotated[PaginaId, Inverse("Onderdeel van leerroute")] | None = Field(
        None, title="Pagina", description="soort/id van de pagina bij deze stap"
    )
    elders: Leerpagina | None = Field(
        None, title="Andere pagina", description="Als de pagina bij deze stap geen record heeft"
    )

    def model_post_init(self, _: object, /) -> None:
        if self.pagina and self.elders:
            raise rule_error(
                "elders",
                "een stap leidt naar één pagina;"
                " kies pagina of elders, of maak er twee stappen van",
            )


class Leerroute(Record):
    """Een route om te leren samenwerken."""

    @property
    def kort(self) -> str:
        return self.doel

    voor: Kort = Field(title="Voor wie", description="Voor wie de route is")
    doel: Zin = Field(title="Doel", description="Wat je daarna kunt")
    rollen: Annotated[Ids[RolId], Inverse("Leerroute voor deze rol")] = Field(
        (), title="Voor deze rol", description="Rollen waar de route voor is"
    )
    stappen: Many[Leerstap] = Field(
        title="Stappen", description="Hun minuten samen zijn de duur", min_length=2, max_length=16
    )

    @property
    def duur(self) -> int:
        """Minutes of all steps together."""
        return sum(stap.minuten for stap in self.stappen)


class Botsing(Part):
    """Een andere rol die je beter niet ook hebt."""

    rol: Annotated[RolId, Inverse("Gaat niet samen met")] = Field(
        title="Rol", description="De rol die hier niet bij past"
    )
    want: Zin = Field(title="Want", description="Wat er misgaat als één persoon ze allebei heeft")


class Functie(Part):
    """Een baan waarin iemand deze rol vaak heeft."""

    naam: Naam = Field(title="Functie", description="De baan, met een hoofdletter, enkelvoud")
    want: Kort = Field(title="Want", description="Waarom deze rol dan bij je past, in één zin")


class Rol(Record):
    """Een rol in een samenwerking."""

    @property
    def kort(self) -> str:
        return self.wat

    groep: Annotated[Id, Ref("rolgroepen")] = Field(
        title="Groep", description="Onder welke kop de rol staat; de tien staan bij samenwerking"
    )
    wat: Zin = Field(title="Wat", description="De rol in één of twee zinnen")
    doet: Ids[Kort] = Field(
        title="Doet", description="Wat deze persoon doet", min_length=1, max_length=6
    )
    mag: Ids[Kort] = Field(
        (),
        title="Mag beslissen",
        description="Het mandaat: wat deze persoon zelf beslist; verplicht bij de tien",
        max_length=3,
    )
    mag_niet: Kort | None = Field(
        None, title="Beslist niet", description="Wat deze persoon aan een ander laat, en aan wie"
    )
    zegt: Ids[Kort] = Field(
        (), title="Zegt", description="Wat deze persoon letterlijk kan zeggen", max_length=2
    )
    valkuil: Zin | None = Field(
        None, title="Valkuil", description="Wat wie deze rol heeft, beter niet doet"
    )
    botst: Annotated[Many[Botsing], AfterValidator(unique("rol"))] = Field(
        (), title="Botst met", description="Rollen die niet samengaan; noem het bij één van de twee"
    )
    functies: Annotated[Many[Functie], AfterValidator(unique("naam"))] = Field(
        (), title="Functies", description="Banen waarin iemand deze rol vaak heeft"
    )
    instrumenten: Annotated[Ids[InstrumentId], Inverse("Past bij rol")] = Field(
        (), title="Instrumenten", description="Wat bij deze rol past"
    )

    def model_post_init(self, _: object, /) -> None:
        if self.id in {one.rol for one in self.botst}:
            raise rule_error("botst", "noemt zichzelf; kies een andere rol")
