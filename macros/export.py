"""What is derived from the models for others: JSON Schema for editors' tools and field tables for the guide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.model import KINDS, Part, Schaal, Toolbox, Woordenlijst
from macros.model.base import Ref
from macros.problems import Problem

STABLE = ("fasen", "condities")  # growing kinds are not enumerated: a new instrument never changes a schema


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


def schemas(toolbox: Toolbox) -> dict[str, str]:
    """File name -> text of the JSON Schema of every kind of file in toolbox/."""
    models: dict[str, type[Part]] = {kind: spec.model for kind, spec in KINDS.items()}
    models |= {"woordenlijsten": Woordenlijst, "schaal": Schaal}
    return {f"{name}.json": _schema(model, toolbox) for name, model in models.items()}


def write_schemas(toolbox: Toolbox, folder: Path) -> list[str]:
    """Write what changed; returns the names."""
    folder.mkdir(exist_ok=True)
    wanted = schemas(toolbox)
    changed = [name for name, text in wanted.items() if not _same(folder / name, text)]
    for name in changed:
        (folder / name).write_text(wanted[name], "utf-8")
    for path in set(folder.glob("*")) - {folder / name for name in wanted}:
        path.unlink()
    return changed


def check_schemas(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Drift between the models and the committed schemas."""
    for name, text in schemas(toolbox).items():
        if not _same(root / "toolbox/schema" / name, text):
            yield Problem(f"toolbox/schema/{name}", 1, "loopt achter; draai python3 scripts/kist.py schema")


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def _schema(model: type[Part], toolbox: Toolbox) -> str:
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    known = {name: list(words) for name, words in toolbox.words.items()}
    known |= {kind: list(toolbox.records[kind]) for kind in STABLE}
    _enumerate(schema, known)
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _enumerate(node: Any, known: dict[str, list[str]]) -> None:
    """Put the words themselves where a schema refers to a vocabulary, for completion in editors."""
    if isinstance(node, dict):
        if (kind := node.pop("verwijst_naar", None)) in known:
            node["enum"] = known[kind]
        for value in node.values():
            _enumerate(value, known)
    elif isinstance(node, list):
        for value in node:
            _enumerate(value, known)


def _parts_of(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for info in model.model_fields.values():
        for part in _annotations(info.annotation):
            if isinstance(part, type) and issubclass(part, Part):
                yield from _parts_of(part)


def _annotations(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _annotations(inner)


def _table(model: type[Part]) -> Veldentabel:
    rows = [_row(name, info) for name, info in model.model_fields.items() if name != "id" or "status" not in model.model_fields]
    return Veldentabel(model.__name__.lower(), model.__name__, " ".join((model.__doc__ or "").split()), rows)


def _row(name: str, info: FieldInfo) -> Veldregel:
    return Veldregel(name, info.title or name, info.description or "", info.is_required(), _form(info))


def _form(info: FieldInfo) -> str:
    parts = [*info.metadata, *_annotations(info.annotation)]
    inner = next((part for part in parts if isinstance(part, type) and issubclass(part, Part)), None)
    ref = next((part.kind for part in parts if isinstance(part, Ref)), "")
    many = any(part is tuple or getattr(part, "__origin__", None) is tuple for part in parts)
    types = {bool: "true of false", int: "heel getal", float: "getal", str: "tekst"}
    one = inner.__name__ if inner else f"id uit {ref}" if ref else next((types[part] for part in parts if part in types), "keuze")
    return f"lijst van {one}" if many else one
