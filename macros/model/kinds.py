"""KINDS: all that is special about a kind of record, in one entry each.

Reading, rendering, printing and searching look here, so a new kind needs one entry. A field name
that the model does not have stops the import.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.model.base import Record
from macros.model.bronnen import Begrip, Bron, Bronpunten
from macros.model.draaiboek import Draaiboek
from macros.model.fields import field_names
from macros.model.instrument import Instrument
from macros.model.kennis import Conditie, Fase, Kaart, Model
from macros.model.meten import KRINGEN, Checklist, Scan
from macros.model.verhalen import Leerroute, Praktijk, Rol, Situatie


@dataclass(frozen=True)
class Grouping:
    """The headings of a list: one for each (first) value of a field."""

    by: str
    titles_of: str = ""  # the vocabulary or kind that the values are ids of
    title: str = "{}"
    others: Mapping[object, str] = field(default_factory=dict)  # titles of values that are no id
    said: str = ""  # the field of those records with the heading as a reader would say it


@dataclass(frozen=True)
class Kind:
    """One kind: toolbox/<kind>/<id>.yml, shown by {{ <macro>("<id>") }} in docs/<kind>/<id>.md.

    Fields are named as in the model or in a part of it; ValueError for one that is in neither.
    """

    model: type[Record]
    macro: str
    een: str  # the word for one of them, for labels and messages
    # Pages
    own_page: bool = True  # False: all records are on docs/<kind>/index.md, each at its #id
    linked: bool = True  # False: never listed under what belongs to another record
    contents: bool = False  # whether its page has a table of contents
    shown_relations: tuple[str, ...] = ()  # fields with references that its template shows itself
    shown_backward: tuple[str, ...] = ()  # the same for fields of others, as <kind>.<field>
    prose: Mapping[str, str] = field(default_factory=dict)  # heading of its page -> what to write
    without_link: bool = False  # other pages show its words without a link to it
    grouping: Grouping | None = None
    order: str = ""  # the field with its place in lists; without one they go by title
    drawing: str = ""  # the field that says in words what tekeningen/<id>.svg shows
    pictogram: bool = False  # tekeningen/<id>.svg is a symbol that needs no description
    # Search
    search_weight: float = 1.0
    search_words: tuple[str, ...] = ("zoekwoorden",)  # fields with words that readers would type
    # Paper, texts and data
    sheet: bool = False  # it has an A4; macros/paper/sheets/builder.py makes it
    our_words: bool = True  # False: texts of others, or texts that must stay as agreed
    ids_in_schema: bool = False  # False for what grows: a new record then changes no schema

    def __post_init__(self) -> None:
        grouped = (self.grouping.by,) if self.grouping else ()
        lists = (*self.shown_relations, *self.search_words, *grouped)
        unknown = {*lists, self.order, self.drawing} - {"", *field_names(self.model)}
        if unknown:
            raise ValueError(f"{self.model.__name__} has no field {', '.join(sorted(unknown))}")


BY_PHASE = Grouping("fasen", "fasen", "Fase {}")
# What belongs to the expert's programme belongs to no phase
OR_LEARNING = Grouping("fasen", "fasen", "Fase {}", {None: "Opleiding samenwerkingsexpert"})

KINDS: dict[str, Kind] = {
    "fasen": Kind(
        Fase,
        "fasegids",
        "fase",
        contents=True,
        shown_relations=("eerst", "checklist", "rollen", "bronnen"),
        without_link=True,
        order="nr",
        pictogram=True,
        sheet=True,
        ids_in_schema=True,
    ),
    "condities": Kind(
        Conditie,
        "conditie",
        "conditie",
        contents=True,
        shown_relations=("eerst", "bronnen"),
        shown_backward=("modellen.condities", "instrumenten.condities"),
        without_link=True,
        order="nr",
        drawing="tekening",
        ids_in_schema=True,
    ),
    "instrumenten": Kind(
        Instrument,
        "instrument",
        "instrument",
        shown_relations=("fasen", "condities"),
        prose={"Achtergrond": "waarom het werkt, met een kort verzonnen voorbeeld"},
        grouping=BY_PHASE,
        search_weight=1.15,
        sheet=True,
    ),
    "draaiboeken": Kind(
        Draaiboek,
        "draaiboek",
        "draaiboek",
        contents=True,
        shown_relations=("instrument", "fasen", "bij", "daarna"),
        grouping=OR_LEARNING,
        search_weight=1.05,
        sheet=True,
    ),
    "checklists": Kind(
        Checklist,
        "checklist",
        "checklist",
        contents=True,
        shown_relations=("fasen", "bronnen"),
        grouping=OR_LEARNING,
        sheet=True,
    ),
    "kaarten": Kind(
        Kaart,
        "kaart",
        "kaart",
        shown_relations=("bronnen",),
        grouping=Grouping("soort", "kaartsoorten"),
        order="nr",
        search_weight=0.95,
    ),
    "modellen": Kind(
        Model,
        "model",
        "model",
        contents=True,
        shown_relations=("bronnen",),
        grouping=Grouping("vraag", "modelvragen", others={None: "Ook te gebruiken"}),
        order="volgorde",
        drawing="tekening",
    ),
    "scans": Kind(
        Scan,
        "scan",
        "meting",
        contents=True,
        shown_relations=("instrumenten", "bronnen"),
        grouping=Grouping("kring", others={id: kring.titel for id, kring in KRINGEN.items()}),
        order="volgorde",
        search_weight=1.05,
        sheet=True,
    ),
    "situaties": Kind(
        Situatie,
        "situatie",
        "situatie",
        shown_relations=("conditie", "pagina", "eerst", "daarna", "terug_naar"),
        grouping=Grouping("conditie", "condities", others={None: "Je organisatie"}, said="wringt"),
        search_weight=1.1,
        search_words=("zoekwoorden", "hoor_je"),
    ),
    "praktijk": Kind(
        Praktijk,
        "praktijk",
        "praktijkvoorbeeld",
        shown_relations=("instrumenten", "bronnen"),
        grouping=Grouping(
            "echt",
            others={
                True: "Uit de praktijk",
                None: "Verteld door één bron",
                False: "Verzonnen om te oefenen",
            },
        ),
        search_weight=0.9,
    ),
    "leren": Kind(
        Leerroute,
        "leerroute",
        "leerroute",
        shown_relations=("pagina",),
        search_weight=0.95,
    ),
    "rollen": Kind(
        Rol,
        "rol",
        "rol",
        shown_relations=("rol",),
        shown_backward=("rollen.rol",),
        grouping=Grouping("groep", "rolgroepen"),
        search_weight=0.95,
    ),
    "begrippen": Kind(
        Begrip,
        "begrippen",
        "begrip",
        own_page=False,
        search_weight=0.8,
        search_words=("zoekwoorden", "synoniemen"),
    ),
    "bronnen": Kind(
        Bron,
        "bronnen",
        "bron",
        own_page=False,
        search_weight=0.5,
        our_words=False,
    ),
    "bronpunten": Kind(
        Bronpunten,
        "bronpunten",
        "lijst met uitspraken",
        own_page=False,
        linked=False,
        without_link=True,
        our_words=False,
    ),
}
PAGE_KINDS = {kind: spec for kind, spec in KINDS.items() if spec.own_page}
LINKED_KINDS = tuple(kind for kind, spec in KINDS.items() if spec.linked)
