"""What readers tick or answer: checklists and metingen.

Their items have ids or places that never change, since stored answers refer to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.model.base import (
    Alinea,
    Datum,
    FaseId,
    GevalId,
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

# What the answers are about: all parties score one and the same thing, each party scores the other
# and itself, or each scores only itself
GaatOver = Literal["zelfde", "elkaar", "zelf"]
# Whose working together it is about: of one person, of parties together, of one organisation
KringId = Literal["ik", "samen", "organisatie"]
# A statement that is true to some degree, or one that is a fact: no, partly, yes
Vraagsoort = Literal["oordeel", "feit"]
# The answers to a fact, with their score
FACTS = ((1, "nee"), (3, "deels"), (5, "ja"))


@dataclass(frozen=True)
class Kring:
    """One answer to 'over wie gaat het', and the words of its metingen for who else takes part.

    Within one organisation the others are colleagues: a page that spoke of partners there would
    seem to be about something else.
    """

    titel: str
    vraag: str
    ander: str  # who gives no name: Partner 1
    een_ander: str
    je_ander: str
    anderen: str
    tel: str  # what is counted: met twee partijen
    groep: str  # who belong together
    groepen: str


KRINGEN: dict[KringId, Kring] = {
    "ik": Kring(
        titel="Ik",
        vraag="Wat doe ik zelf in een samenwerking?",
        ander="Persoon",
        een_ander="een ander",
        je_ander="de ander",
        anderen="anderen",
        tel="mensen",
        groep="partij",
        groepen="partijen",
    ),
    "samen": Kring(
        titel="Wij samen",
        vraag="Hoe staat het met onze samenwerking?",
        ander="Partner",
        een_ander="een partner",
        je_ander="je partner",
        anderen="partners",
        tel="partijen",
        groep="partij",
        groepen="partijen",
    ),
    "organisatie": Kring(
        titel="Onze organisatie",
        vraag="Hoe goed zijn wij als organisatie in samenwerken?",
        ander="Collega",
        een_ander="een collega",
        je_ander="je collega",
        anderen="collega's",
        tel="collega's",
        groep="organisatie",
        groepen="organisaties",
    ),
}


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
        title="Fasen", description="In welke fase je hem pakt; leeg, zoals [], bij een opleiding"
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


Plek = Annotated[int, Field(ge=1, le=99)]


class Spiegel(Part):
    """Dezelfde stelling, nu over onszelf."""

    plek: Plek = Field(
        title="Plek", description="Een eigen nummer in de antwoordcode; nooit hergebruiken"
    )
    tekst: Kort = Field(title="Stelling", description="Wat er over onszelf staat: Wij ...")


class Vraag(Part):
    """Eén stelling met een vaste plek in de antwoordcode."""

    plek: Plek = Field(
        title="Plek", description="Vast nummer in de antwoordcode; nooit hergebruiken"
    )
    tekst: Kort = Field(title="Stelling", description="Iets wat klopt of niet klopt")
    soort: Vraagsoort = Field(
        "oordeel",
        title="Soort",
        description="oordeel (hoeveel klopt dit?) of feit, met de antwoorden nee, deels en ja",
    )
    wij: Spiegel | None = Field(
        None,
        title="Over onszelf",
        description="Verplicht als de meting over elkaar gaat; anders weglaten",
    )
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
    speelt: Ids[GevalId] = Field(
        (), title="Wat er speelt", description="Wat er bij deze uitslag vaak speelt, zoals geschaad"
    )


LEAST_ASKED, MOST_ASKED = 2, 8  # statements of one part


class Onderdeel(Part):
    """Eén onderdeel van een meting, met advies per uitslag."""

    id: Id = Field(title="Id", description="Verandert nooit")
    titel: Titel = Field(title="Titel", description="Waar dit onderdeel over gaat")
    gaat_over: GaatOver | None = Field(
        None,
        title="Gaat over",
        description="Alleen als dit onderdeel anders is dan de meting: zelfde of zelf",
    )
    vragen: Many[Vraag] = Field(
        title="Stellingen",
        description="Twee tot acht om te stellen; wat vervallen is, blijft erbij staan",
        min_length=2,
        max_length=24,
    )
    verschil: Kort | None = Field(
        None,
        title="Kijkverschil",
        description="Vraag om te stellen als partners ver uit elkaar liggen",
    )
    laag: Advies = Field(title="Bij een lage uitslag", description="Advies en instrumenten")
    midden: Advies = Field(title="Bij een gewone uitslag", description="Advies en instrumenten")
    hoog: Advies = Field(title="Bij een hoge uitslag", description="Advies en instrumenten")

    @property
    def gesteld(self) -> tuple[Vraag, ...]:
        """The statements that are still asked."""
        return tuple(vraag for vraag in self.vragen if not vraag.vervallen)

    @property
    def spiegels(self) -> tuple[Spiegel, ...]:
        """The same statements about ourselves, in the same order."""
        return tuple(vraag.wij for vraag in self.gesteld if vraag.wij)

    @model_validator(mode="after")
    def _few_enough_are_asked(self) -> Self:
        count = len(self.gesteld)
        if not LEAST_ASKED <= count <= MOST_ASKED:
            raise rule_error(
                "vragen",
                f"hiervan wordt gesteld: {count}; maak er {LEAST_ASKED} tot {MOST_ASKED} van",
            )
        return self

    @model_validator(mode="after")
    def _each_other_is_for_a_whole_meting(self) -> Self:
        if self.gaat_over == "elkaar":
            raise rule_error("gaat_over", "'elkaar' geldt voor een hele meting; haal het hier weg")
        return self


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
    kring: KringId = Field(
        title="Kring",
        description="Over wie het gaat: ik, samen (partijen met elkaar) of organisatie",
    )
    volgorde: int = Field(
        title="Volgorde", description="Plaats in de lijst; lage nummers eerst", ge=1, le=99
    )
    kies: Zin = Field(
        title="Wanneer deze",
        description="Wanneer je deze kiest, en wat de meting ernaast anders vraagt",
    )
    gaat_over: GaatOver = Field(
        "zelfde",
        title="Gaat over",
        description="zelfde (ieder scoort hetzelfde), elkaar (ieder scoort de ander en zichzelf)"
        " of zelf (ieder scoort alleen zichzelf)",
    )
    duur: int = Field(title="Duur", description="Minuten om in te vullen", ge=1, le=60)
    ritme: Kort = Field(
        title="Ritme",
        description="Wanneer en hoe vaak, zoals: Bij de start, daarna elke drie maanden",
    )
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
        return tuple(vraag for deel in self.onderdelen for vraag in deel.gesteld)

    @property
    def in_te_vullen(self) -> int:
        """How many answers it asks: a mirror is one too."""
        return len(self.gesteld) + sum(len(deel.spiegels) for deel in self.onderdelen)

    @property
    def plekken(self) -> Iterator[int]:
        """All places in the code, also those of mirrors and of what is no longer asked."""
        for vraag in self.vragen:
            yield vraag.plek
            if vraag.wij:
                yield vraag.wij.plek

    @property
    def heeft_feiten(self) -> bool:
        """Whether it asks facts too."""
        return any(vraag.soort == "feit" for vraag in self.gesteld)

    def over(self, deel: Onderdeel) -> GaatOver:
        """What the answers in one of its parts are about."""
        return deel.gaat_over or self.gaat_over

    @property
    def woorden(self) -> Kring:
        """The words for who takes part, by whom it is about."""
        return KRINGEN[self.kring]

    @property
    def collegas(self) -> bool:
        """Whether those who name no party are colleagues: they score one organisation."""
        return self.kring == "organisatie"

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
    def _about_each_other_as_a_whole(self) -> Self:
        for nr, deel in enumerate(self.onderdelen):
            if self.gaat_over == "elkaar" and deel.gaat_over:
                raise rule_error(
                    ("onderdelen", nr, "gaat_over"),
                    "de hele meting gaat over elkaar; haal het hier weg",
                )
        return self

    @model_validator(mode="after")
    def _mirrors_where_they_belong(self) -> Self:
        mirrored = self.gaat_over == "elkaar"
        for loc, vraag in self._places_of_questions():
            if mirrored and not (vraag.wij or vraag.vervallen):
                text = f"bij '{vraag.tekst}' ontbreekt 'wij'; zet er de stelling over onszelf bij"
                raise rule_error(loc, text)
            if vraag.wij and not mirrored:
                raise rule_error(
                    (*loc, "wij"),
                    "hoort alleen bij een meting die over elkaar gaat; haal het weg,"
                    " of zet 'gaat_over: elkaar' bij de meting",
                )
        return self

    def _places_of_questions(self) -> Iterator[tuple[tuple[str | int, ...], Vraag]]:
        """All questions, each with where it stands in the file."""
        for nr, deel in enumerate(self.onderdelen):
            for number, vraag in enumerate(deel.vragen):
                yield ("onderdelen", nr, "vragen", number), vraag

    @model_validator(mode="after")
    def _every_place_once(self) -> Self:
        places = sorted(self.plekken)
        if places != list(range(1, self.aantallen[-1] + 1)):
            raise rule_error(
                "aantallen",
                f"de plekken 1 tot en met {self.aantallen[-1]} moeten elk één keer voorkomen",
            )
        if list(self.aantallen) != sorted(self.aantallen):
            raise rule_error("aantallen", "een volgende versie heeft nooit minder plekken")
        return self
