"""Relations between records: written once, readable from both ends.

They are derived from the types of the fields, so that there is no list of fields to maintain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from macros.model import LINKED_KINDS, Toolbox
from macros.model.base import Part, Record
from macros.model.fields import inverse_label, part_of, ref_of

RECORD_REFS = frozenset({*LINKED_KINDS, "paginas"})
Key = tuple[str, str]  # kind, id


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


class Reference(NamedTuple):
    """One reference inside a record; `target` is an id, or <kind>/<id> when `kind` is 'paginas'."""

    field: str
    label: str
    kind: str
    target: str
    back_label: str


class _Field(NamedTuple):
    """A field that holds references (`kind` says to what) or parts that may hold them ('')."""

    name: str
    label: str
    kind: str
    back_label: str


class Relations:
    """All relations of a toolbox, for questions from either end."""

    def __init__(self, toolbox: Toolbox) -> None:
        self.toolbox = toolbox
        self.all = tuple(dict.fromkeys(find_relations(toolbox)))
        self._out: dict[Key, list[Relation]] = {}
        self._back: dict[Key, list[Relation]] = {}
        for relation in self.all:
            self._out.setdefault((relation.kind, relation.id), []).append(relation)
            self._back.setdefault((relation.to_kind, relation.to_id), []).append(relation)

    def with_toolbox(self, toolbox: Toolbox) -> Relations:
        """The same relations in another toolbox that has the same references."""
        other = copy(self)
        other.toolbox = toolbox
        return other

    def groups(self, kind: str, id: str, shown: frozenset[str] = frozenset()) -> list[Group]:
        """The records that belong to this one, from both ends, grouped by label, each once.

        `shown` names what the page of the record shows itself: its own fields, and fields of others
        that refer to it, as <kind>.<field>. Those records are left out.
        """
        ends = self._ends(kind, id)
        listed = {key for field, _, key in ends if field in shown} | {(kind, id)}
        keys: dict[str, dict[Key, None]] = {}
        for _, label, key in ends:
            if key not in listed:
                listed.add(key)
                keys.setdefault(label, {})[key] = None
        return [Group(label, self._links(group)) for label, group in keys.items()]

    def ties(self, kind: str, id: str) -> dict[Key, int]:
        """How many relations each other record has with this one, from both ends."""
        return dict(Counter(key for _, _, key in self._ends(kind, id)))

    def _ends(self, kind: str, id: str) -> list[tuple[str, str, Key]]:
        """Field, label and other record of each relation, as this record reads it."""
        out = self._out.get((kind, id), [])
        back = self._back.get((kind, id), [])
        ends = [(one.field, one.label, (one.to_kind, one.to_id)) for one in out]
        ends += [(f"{one.kind}.{one.field}", one.back_label, (one.kind, one.id)) for one in back]
        return ends

    def _links(self, keys: Iterable[Key]) -> tuple[tuple[str, Record], ...]:
        records = self.toolbox.records
        return tuple((kind, records[kind][id]) for kind, id in keys)


def find_relations(toolbox: Toolbox) -> Iterator[Relation]:
    """Every reference between records, in reading order."""
    for kind, record in toolbox.all():
        if kind in LINKED_KINDS:
            for reference in references(record):
                yield _relation(kind, record.id, reference)


def _relation(kind: str, id: str, reference: Reference) -> Relation:
    to_kind, to_id = reference.kind, reference.target
    if to_kind == "paginas":
        to_kind, _, to_id = reference.target.partition("/")
    return Relation(
        kind, id, reference.field, reference.label, to_kind, to_id, reference.back_label
    )


def references(part: Part) -> Iterator[Reference]:
    """Every reference to a record inside a record, or in a part of it."""
    values = vars(part)
    for field in _ref_fields(type(part)):
        for item in _items(values[field.name]):
            if field.kind:
                yield Reference(field.name, field.label, field.kind, str(item), field.back_label)
            elif isinstance(item, Part):
                yield from references(item)


@cache
def _ref_fields(model: type[Part]) -> tuple[_Field, ...]:
    """The fields that hold references to records, or parts that may hold them."""
    fields: list[_Field] = []
    for name, info in model.model_fields.items():
        ref = ref_of(model, name)
        kind = ref if ref in RECORD_REFS else ""
        if kind or part_of(model, name):
            fields.append(_Field(name, info.title or name, kind, inverse_label(model, name)))
    return tuple(fields)


def _items(value: object) -> tuple[object, ...]:
    """The items of a list, or a single value as the one item; none for an empty field."""
    if isinstance(value, tuple):
        return value
    return () if value in (None, "") else (value,)
