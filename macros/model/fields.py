"""Questions about a field of a model, answered from the markers inside its annotation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.model.base import Inverse, PagePath, Part, Ref


@cache
def markers(model: type[Part], name: str) -> tuple[Any, ...]:
    """Every type and marker inside the annotation of this field, outermost first.

    KeyError when the model has no such field.
    """
    info: FieldInfo = model.model_fields[name]
    unwrapped: list[Any] = []
    waiting = [info.annotation, *info.metadata]
    while waiting:
        marker = waiting.pop(0)
        unwrapped.append(marker)
        waiting += [*get_args(marker), *getattr(marker, "__metadata__", ())]
    return tuple(unwrapped)


def part_of(model: type[Part], name: str) -> type[Part] | None:
    """The class of the part, or list of parts, in this field; None for plain values."""
    for marker in markers(model, name):
        if isinstance(marker, type) and issubclass(marker, Part):
            return marker
    return None


def field_names(model: type[Part]) -> Iterator[str]:
    """The names of all fields of a model, including those of the parts inside it."""
    for name in model.model_fields:
        yield name
        if part := part_of(model, name):
            yield from field_names(part)


def ref_of(model: type[Part], name: str) -> str:
    """The kind or vocabulary that this field refers to; '' when it holds no ids."""
    refs = (marker.kind for marker in markers(model, name) if isinstance(marker, Ref))
    return next(refs, "")


def is_page_path(model: type[Part], name: str) -> bool:
    """Whether the field names a page by its path, with or without a record."""
    return any(isinstance(marker, PagePath) for marker in markers(model, name))


def inverse_label(model: type[Part], name: str) -> str:
    """The name of the relation of this field at its other end; '' without one."""
    labels = (marker.label for marker in markers(model, name) if isinstance(marker, Inverse))
    return next(labels, "")


def is_many(model: type[Part], name: str) -> bool:
    """Whether the field holds a list."""
    return any(
        marker is tuple or getattr(marker, "__origin__", None) is tuple
        for marker in markers(model, name)
    )
