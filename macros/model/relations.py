"""Every relation is written once and known at both ends. Derived from the types: no list of fields to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.model import LINKED_KINDS, Toolbox
from macros.model.base import Part, Record
from macros.model.fields import inverse_label, part_of, ref_of

RECORD_REFS = frozenset({*LINKED_KINDS, "paginas"})


@dataclass(frozen=True)
class Relation:
    """One reference from one record to another, with its name as each end reads it."""

    kind: str
    id: str
    field: str
    label: str
    to_kind: str
    to_id: str
    back_label: str


@dataclass(frozen=True)
class Group:
    """Records that belong to a page for one reason."""

    label: str
    links: tuple[tuple[str, Record], ...]  # kind, record


class Relations:
    """All relations of a toolbox, to be asked from either end."""

    def __init__(self, toolbox: Toolbox) -> None:
        self.toolbox = toolbox
        self.all = tuple(dict.fromkeys(find_relations(toolbox)))
        self._out: dict[tuple[str, str], list[Relation]] = {}
        self._back: dict[tuple[str, str], list[Relation]] = {}
        for relation in self.all:
            self._out.setdefault((relation.kind, relation.id), []).append(relation)
            self._back.setdefault((relation.to_kind, relation.to_id), []).append(relation)

    def groups(self, kind: str, id: str, shown: frozenset[str] = frozenset()) -> list[Group]:
        """What belongs to a record, seen from both ends; `shown` names fields its page already shows itself."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for relation in self._out.get((kind, id), []):
            if relation.field not in shown:
                found.setdefault(relation.label, {})[relation.to_kind, relation.to_id] = None
        for relation in self._back.get((kind, id), []):
            found.setdefault(relation.back_label, {})[relation.kind, relation.id] = None
        return [Group(label, self._in_order(links)) for label, links in found.items()]

    def back(self, kind: str, id: str, field: str) -> list[Record]:
        """The records that refer to this one with this field, in reading order."""
        relations = (r for r in self._back.get((kind, id), []) if r.field == field)
        return [
            record for _, record in self._in_order(dict.fromkeys((r.kind, r.id) for r in relations))
        ]

    def _in_order(self, links: dict[tuple[str, str], None]) -> tuple[tuple[str, Record], ...]:
        records = self.toolbox.records
        return tuple((kind, records[kind][id]) for kind, id in links)


def find_relations(toolbox: Toolbox) -> Iterator[Relation]:
    """Every reference between records, in reading order."""
    linked = ((kind, record) for kind, record in toolbox.all() if kind in LINKED_KINDS)
    for kind, record in linked:
        for field, label, ref, target, back in references(record):
            to_kind, _, to_id = target.partition("/") if ref == "paginas" else (ref, "", target)
            yield Relation(kind, record.id, field, label, to_kind, to_id, back)


def references(part: Part) -> Iterator[tuple[str, str, str, str, str]]:
    """Field, its name, kind and id that it refers to, and its name at the other end; for every reference in a record."""
    values = dict(part)
    for name, kind, back, label in _ref_fields(type(part)):
        value = values[name]
        if kind:
            for target in _texts(value):
                yield name, label, kind, target, back
        else:
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, Part):
                    yield from references(inner)


@cache
def _ref_fields(model: type[Part]) -> tuple[tuple[str, str, str, str], ...]:
    """(field, kind it refers to or '', name at the other end, own name) of the fields worth walking."""
    found = []
    for name, info in model.model_fields.items():
        ref = ref_of(model, name)
        if ref in RECORD_REFS or part_of(model, name):
            found.append(
                (
                    name,
                    ref if ref in RECORD_REFS else "",
                    inverse_label(model, name),
                    info.title or name,
                )
            )
    return tuple(found)


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())
