"""What can be asked of a field of a model: the markers inside its annotation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.model.base import Inverse, Part, Ref


@cache
def markers(model: type[Part], name: str) -> tuple[Any, ...]:
    """Every type and marker inside the annotation of this field, outermost first."""
    info: FieldInfo = model.model_fields[name]
    found: list[Any] = []
    waiting = [info.annotation, *info.metadata]
    while waiting:
        part = waiting.pop(0)
        found.append(part)
        waiting += [*get_args(part), *getattr(part, "__metadata__", ())]
    return tuple(found)


def part_of(model: type[Part], name: str) -> type[Part] | None:
    """The part that this field holds, or a list of; None for plain values."""
    return next(
        (one for one in markers(model, name) if isinstance(one, type) and issubclass(one, Part)),
        None,
    )


def field_names(model: type[Part]) -> Iterator[str]:
    """The names of all fields of a model, those of the parts inside it too."""
    for name in model.model_fields:
        yield name
        if part := part_of(model, name):
            yield from field_names(part)


def ref_of(model: type[Part], name: str) -> str:
    """The kind or vocabulary that this field refers to, or nothing."""
    return next((one.kind for one in markers(model, name) if isinstance(one, Ref)), "")


def inverse_label(model: type[Part], name: str) -> str:
    """What the relation of this field is called at its other end, or nothing."""
    return next((one.label for one in markers(model, name) if isinstance(one, Inverse)), "")


def is_many(model: type[Part], name: str) -> bool:
    """Whether the field holds a list."""
    return any(
        one is tuple or getattr(one, "__origin__", None) is tuple for one in markers(model, name)
    )
