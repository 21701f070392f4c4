"""The JSON Schema of every kind of file in toolbox/, made from the models.

Editors of text use them for completion; the open data refers to them. The ids of kinds that grow
stand apart, in ids.json: as proposals alone, so that a list that is behind refuses no new id, and
only `kist.py schema` writes it, so that a new record changes no schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from macros.model import KINDS, PAGE_KINDS, Part, Schaal, Toolbox, Woordenlijst
from macros.model.problems import Problem

IDS = "ids.json"


def editor_schemas(toolbox: Toolbox) -> dict[str, str]:
    """What stands in toolbox/schema/: the schemas, which propose the ids of ids.json."""
    return schemas(toolbox, propose_ids=True) | {IDS: _ids_schema(toolbox)}


def schemas(toolbox: Toolbox, *, propose_ids: bool = False) -> dict[str, str]:
    """File name -> text of the JSON Schema of every kind of file in toolbox/."""
    models: dict[str, type[Part]] = {kind: spec.model for kind, spec in KINDS.items()}
    models |= {"woordenlijsten": Woordenlijst, "schaal": Schaal}
    return {f"{name}.json": _schema(model, toolbox, propose_ids) for name, model in models.items()}


def write_schemas(toolbox: Toolbox, folder: Path, *, ids: bool = True) -> list[str]:
    """Write the schemas that changed and delete the others; returns the names of those written.

    Without `ids` the lists of ids stay as they are.
    """
    folder.mkdir(exist_ok=True)
    wanted = editor_schemas(toolbox)
    changed = [name for name, text in wanted.items() if not _same(folder / name, text)]
    changed = [name for name in changed if ids or name != IDS or not (folder / IDS).is_file()]
    for name in changed:
        (folder / name).write_text(wanted[name], "utf-8")
    for path in set(folder.glob("*")) - {folder / name for name in wanted}:
        path.unlink()
    return changed


def check_schemas(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A problem for every committed schema that differs from its model."""
    for name, text in editor_schemas(toolbox).items():
        path = root / "toolbox/schema" / name
        if not (path.is_file() if name == IDS else _same(path, text)):
            yield Problem(
                f"toolbox/schema/{name}", 1, "loopt achter; draai python3 scripts/kist.py schema"
            )


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def _schema(model: type[Part], toolbox: Toolbox, propose_ids: bool) -> str:
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    allowed = {name: list(words) for name, words in toolbox.words.items()}
    for kind, spec in KINDS.items():
        if spec.ids_in_schema:
            allowed[kind] = list(toolbox.records[kind])
    _enumerate(schema, allowed, propose_ids)
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _ids_schema(toolbox: Toolbox) -> str:
    """The ids that exist of every kind that grows, and of all pages."""
    ids = {kind: sorted(toolbox.records[kind]) for kind in KINDS if not KINDS[kind].ids_in_schema}
    ids["paginas"] = sorted(f"{kind}/{id}" for kind in PAGE_KINDS for id in toolbox.records[kind])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {name: {"enum": known} for name, known in ids.items()},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _enumerate(node: object, allowed: dict[str, list[str]], propose_ids: bool) -> None:
    """Replace each reference by the words or ids it may hold, for completion in editors."""
    if isinstance(node, dict):
        if (target := node.pop("verwijst_naar", None)) in allowed:
            node["enum"] = allowed[target]
        elif target and propose_ids:
            node["anyOf"] = [{"$ref": f"{IDS}#/$defs/{target}"}, {"type": "string"}]
        for value in node.values():
            _enumerate(value, allowed, propose_ids)
    elif isinstance(node, list):
        for value in node:
            _enumerate(value, allowed, propose_ids)
