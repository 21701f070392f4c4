"""The field tables of the writer's guide, derived from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Part, Record
from macros.model.fields import is_many, markers, part_of, ref_of

# Type of a plain value -> how an editor writes it
FORMS: dict[object, str] = {bool: "true of false", int: "heel getal", float: "getal", str: "tekst"}


@dataclass(frozen=True)
class FieldRow:
    """One field as an editor reads it."""

    naam: str
    titel: str
    uitleg: str
    verplicht: bool
    vorm: str


@dataclass(frozen=True)
class FieldTable:
    """The fields of one record or part."""

    id: str
    titel: str
    uitleg: str
    velden: list[FieldRow]


def field_tables(model: type[Part]) -> list[FieldTable]:
    """The table of a record, and one for each part inside it."""
    return [_table(part) for part in dict.fromkeys(_parts_of(model))]


def _parts_of(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for name in model.model_fields:
        if part := part_of(model, name):
            yield from _parts_of(part)


def _table(model: type[Part]) -> FieldTable:
    names = [name for name in model.model_fields if name != "id" or not issubclass(model, Record)]
    rows = [_row(model, name) for name in names]
    explanation = " ".join((model.__doc__ or "").split())
    return FieldTable(model.__name__.lower(), model.__name__, explanation, rows)


def _row(model: type[Part], name: str) -> FieldRow:
    info = model.model_fields[name]
    title, explanation = info.title or name, info.description or ""
    return FieldRow(name, title, explanation, info.is_required(), _form(model, name))


def _form(model: type[Part], name: str) -> str:
    item = _item_form(model, name)
    return f"lijst van {item}" if is_many(model, name) else item


def _item_form(model: type[Part], name: str) -> str:
    """How an editor writes the value, or one of the values, of a field."""
    if part := part_of(model, name):
        return part.__name__
    if ref := ref_of(model, name):
        return f"id uit {ref}"
    return next((FORMS[kind] for kind in markers(model, name) if kind in FORMS), "keuze")
