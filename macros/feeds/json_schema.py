"""What is derived from the models for others: JSON Schema for editors' tools and field tables for the guide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.model import KINDS, Part, Record, Schaal, Toolbox, Woordenlijst
from macros.model.fields import is_many, markers, part_of, ref_of
from macros.model.problems import Problem

STABLE = ("fasen", "condities")  # growing kinds are not enumerated: a new instrument never changes a schema

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
    for name in model.model_fields:
        if part := part_of(model, name):
            yield from _parts_of(part)


def _table(model: type[Part]) -> Veldentabel:
    names = [name for name in model.model_fields if name != "id" or not issubclass(model, Record)]
    return Veldentabel(
        model.__name__.lower(), model.__name__, " ".join((model.__doc__ or "").split()), [_row(model, name) for name in names]
    )


def _row(model: type[Part], name: str) -> Veldregel:
    info = model.model_fields[name]
    return Veldregel(name, info.title or name, info.description or "", info.is_required(), _form(model, name))


def _form(model: type[Part], name: str) -> str:
    part, ref, kinds = part_of(model, name), ref_of(model, name), markers(model, name)
    plain = next((FORMS[kind] for kind in kinds if kind in FORMS), "keuze")
    one = part.__name__ if part else f"id uit {ref}" if ref else plain
    return f"lijst van {one}" if is_many(model, name) else one
