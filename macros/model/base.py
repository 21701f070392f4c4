"""What all records share: closed, frozen fields, text of limited length, and references by id."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    StringConstraints,
    ValidationInfo,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

T = TypeVar("T")
P = TypeVar("P", bound=BaseModel)
Many = Annotated[tuple[T, ...], Field(strict=False)]  # a YAML list, kept as a tuple

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
URL_PATTERN = (
    r"^https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:%/?#-]*)?$"
)
DATE_PATTERN = r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
# Names that Windows cannot store, or that would overwrite a page of the site itself.
RESERVED = frozenset(
    "con prn aux nul index tags 404 search assets sitemap readme schema"
    " com1 com2 com3 com4 com5 com6 com7 com8 com9"
    " lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9".split()
)


SHORTEST_ID, LONGEST_ID = 2, 60  # characters


def is_id(text: str) -> bool:
    """Whether a record may have this as its file name."""
    fits = SHORTEST_ID <= len(text) <= LONGEST_ID and re.fullmatch(ID_PATTERN, text)
    return bool(fits) and text not in RESERVED


def rule_error(field: str | tuple[str | int, ...], text: str) -> PydanticCustomError:
    """The error of a rule that pydantic does not have, reported on the line of this field.

    `text` is the Dutch sentence for the editor. `field` may be a path to a field deeper inside;
    an empty one means the validated value itself.
    """
    return PydanticCustomError("own_rule", "{text}", {"text": text, "field": field})


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of a record or word of this kind.

    The ids that exist, by kind, come from the context of the validation.
    """

    kind: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._exists, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "verwijst_naar": self.kind}

    def _exists(self, value: str, info: ValidationInfo) -> str:
        ids = tuple((info.context or {}).get(self.kind, ()))
        if value not in ids:
            raise PydanticCustomError(
                "unknown_id", "{id}", {"kind": self.kind, "id": value, "ids": ids}
            )
        return value


@dataclass(frozen=True)
class Inverse:
    """The name of a relation at its other end: 'Daarna' of one is 'Hiervoor' of the other."""

    label: str


@dataclass(frozen=True)
class PagePath:
    """Marks a text as the path of a page under docs/ without .md, such as fasen/delen."""


def _not_reserved(value: str) -> str:
    if value in RESERVED:
        raise rule_error("", f"'{value}' is een gereserveerde naam; kies een andere")
    return value


def _digits_as_text(value: object) -> object:
    return str(value) if type(value) is int else value


def unique(field: str) -> Callable[[tuple[P, ...]], tuple[P, ...]]:
    """A validator of a list of parts: no two of them have the same value in this field."""

    def check(items: tuple[P, ...]) -> tuple[P, ...]:
        if duplicates := _duplicates([vars(item)[field] for item in items]):
            twice = f"{field} komt twee keer voor: {', '.join(duplicates)}"
            raise rule_error("", f"{twice}; geef er één een andere {field}")
        return items

    return check


def _all_different(items: tuple[T, ...]) -> tuple[T, ...]:
    if duplicates := _duplicates(items):
        raise rule_error("", f"staat er twee keer: {', '.join(duplicates)}; haal er één weg")
    return items


def _duplicates(values: Sequence[object]) -> list[str]:
    """What occurs more than once, sorted as text."""
    return sorted({str(value) for value in values if values.count(value) > 1})


def text_length(least: int, most: int) -> StringConstraints:
    """Text of `least` to `most` characters; spaces around it are removed."""
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most)


Naam = Annotated[str, text_length(3, 40)]
Titel = Annotated[str, text_length(3, 70)]
Kort = Annotated[str, text_length(2, 140)]
Zin = Annotated[str, text_length(3, 240)]
Alinea = Annotated[str, text_length(20, 1200)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=300)]
Datum = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
Id = Annotated[
    str,
    BeforeValidator(_digits_as_text),
    StringConstraints(pattern=ID_PATTERN, min_length=SHORTEST_ID, max_length=LONGEST_ID),
    AfterValidator(_not_reserved),
]
Ids = Annotated[Many[T], AfterValidator(_all_different)]

FaseId = Annotated[Id, Ref("fasen")]
ConditieId = Annotated[Id, Ref("condities")]
InstrumentId = Annotated[Id, Ref("instrumenten")]
ChecklistId = Annotated[Id, Ref("checklists")]
KaartId = Annotated[Id, Ref("kaarten")]
RolId = Annotated[Id, Ref("rollen")]
ModelId = Annotated[Id, Ref("modellen")]
SituatieId = Annotated[Id, Ref("situaties")]
BronId = Annotated[Id, Ref("bronnen")]
WereldId = Annotated[Id, Ref("werelden")]
GevalId = Annotated[Id, Ref("gevallen")]
# <soort>/<id>, for relations to any kind
PaginaId = Annotated[str, text_length(5, 80), Ref("paginas")]


# Origins that name somebody else, so that a reader must be able to look it up
NAMES_A_MAKER = ("vrij-naar", "alleen-de-naam", "overgenomen")


class Part(BaseModel):
    """Base of all models: no unknown fields, no change afterwards, no silent conversion."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Herkomst(Part):
    """Van wie het komt, en wat wij ermee deden."""

    type: Annotated[Id, Ref("herkomsten")] = Field(
        title="Soort herkomst",
        description="Eigen, vrij naar, alleen de naam, overgenomen of algemeen bekend",
    )
    van: Kort = Field(title="Maker", description="Naam van de maker, of 'redactie'")
    bronnen: Annotated[Ids[BronId], Inverse("Gebruikt voor")] = Field(
        (),
        title="Bronnen",
        description="Verplicht bij vrij naar, alleen de naam en overgenomen",
    )
    toestemming: Url | None = Field(
        None,
        title="Toestemming",
        description="Link naar licentie of toestemming; verplicht bij overgenomen",
    )
    aangepast: Zin | None = Field(
        None, title="Aangepast", description="Wat er anders is dan bij de maker"
    )

    def model_post_init(self, _: object, /) -> None:
        if self.type in NAMES_A_MAKER and not self.bronnen:
            raise rule_error(
                "bronnen", f"verplicht bij herkomst '{self.type}'; noem minstens één bron"
            )
        if self.type == "overgenomen" and not self.toestemming:
            raise rule_error(
                "toestemming",
                "verplicht bij 'overgenomen'; geef de link naar licentie of toestemming",
            )


class ZinVan(Part):
    """Een zin; met de maker erbij als die uit een andere bron komt dan de rest."""

    tekst: Zin = Field(title="Tekst", description="De vraag of valkuil zelf")
    van: Naam | None = Field(
        None,
        title="Van",
        description="Wie dit punt bedacht, als dat niet de maker van het model is",
    )
    bron: Annotated[BronId, Inverse("Gebruikt voor")] | None = Field(
        None, title="Bron", description="Waar dit punt staat"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        """A sentence without a maker may be written as plain text."""
        return {"tekst": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _as_written(self, dump: SerializerFunctionWrapHandler) -> object:
        """As an editor would write it: plain text when nobody else is named."""
        return dump(self) if self.van or self.bron else self.tekst

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string", **written["properties"]["tekst"]}, written]}


class Record(Part):
    """Eén bestand. De bestandsnaam is de id en staat er niet nog eens in."""

    id: SkipJsonSchema[Id]
    titel: Titel = Field(title="Titel", description="De naam waaronder gebruikers zoeken")
    status: Annotated[Id, Ref("statussen")] = Field(
        "concept", title="Status", description="Concept tot een expert het heeft nagekeken"
    )
    zoekwoorden: Ids[Kort] = Field(
        (),
        title="Zoekwoorden",
        description="Gewone woorden waarop iemand dit zoekt en die er niet in staan",
    )

    @property
    def kort(self) -> str:
        """The record in one sentence: for cards, search and descriptions."""
        raise NotImplementedError(f"{type(self).__name__} needs a property kort")
