"""The field tables of the writer's guide, derived from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.model import Part, Record
from macros.model.fields import is_many, markers, part_of, ref_of

FORMS: dict[Any, str] = {bool: "true of false", int: "heel getal", float: "getal", str: "tekst"}


@dataclass(frozen=True)
class Veldregel:
    """One field as an editor reads it."""

    naam: str
    titel: str
    uitleg: str
    verplicht: bool
    vorm: str


@dataclass(frozen=True)
class Veldentabel:
    """The fields of one record or part."""

    id: str
    titel: str
    uitleg: str
    velden: list[Veldregel]


def field_tables(model: type[Part]) -> list[Veldentabel]:
    """The table of a record, and one for each part inside it."""
    return [_table(part) for part in dict.fromkeys(_parts_of(model))]


def _parts_of(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for name in model.model_fields:
        if part := part_of(model, name):
            yield from _parts_of(part)


def _table(model: type[Part]) -> Veldentabel:
    names = [name for name in model.model_fields if name != "id" or not issubclass(model, Record)]
    return Veldentabel(
        model.__name__.lower(),
        model.__name__,
        " ".join((model.__doc__ or "").split()),
        [_row(model, name) for name in names],
    )


def _row(model: type[Part], name: str) -> Veldregel:
    info = model.model_fields[name]
    return Veldregel(
        name, info.title or name, info.description or "", info.is_required(), _form(model, name)
    )


def _form(model: type[Part], name: str) -> str:
    part, ref, kinds = part_of(model, name), ref_of(model, name), markers(model, name)
    plain = next((FORMS[kind] for kind in kinds if kind in FORMS), "keuze")
    one = part.__name__ if part else f"id uit {ref}" if ref else plain
    return f"lijst van {one}" if is_many(model, name) else one
