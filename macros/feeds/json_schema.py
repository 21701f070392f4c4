"""The JSON Schema of every kind of file in toolbox/, made from the models.

Editors of text use them for completion; the open data refers to them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from macros.model import KINDS, Part, Schaal, Toolbox, Woordenlijst
from macros.model.problems import Problem


def schemas(toolbox: Toolbox) -> dict[str, str]:
    """File name -> text of the JSON Schema of every kind of file in toolbox/."""
    models: dict[str, type[Part]] = {kind: spec.model for kind, spec in KINDS.items()}
    models |= {"woordenlijsten": Woordenlijst, "schaal": Schaal}
    return {f"{name}.json": _schema(model, toolbox) for name, model in models.items()}


def write_schemas(toolbox: Toolbox, folder: Path) -> list[str]:
    """Write the schemas that changed and delete the others; returns the names of those written."""
    folder.mkdir(exist_ok=True)
    wanted = schemas(toolbox)
    changed = [name for name, text in wanted.items() if not _same(folder / name, text)]
    for name in changed:
        (folder / name).write_text(wanted[name], "utf-8")
    for path in set(folder.glob("*")) - {folder / name for name in wanted}:
        path.unlink()
    return changed


def check_schemas(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A problem for every committed schema that differs from its model."""
    for name, text in schemas(toolbox).items():
        if not _same(root / "toolbox/schema" / name, text):
            yield Problem(
                f"toolbox/schema/{name}", 1, "loopt achter; draai python3 scripts/kist.py schema"
            )


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def _schema(model: type[Part], toolbox: Toolbox) -> str:
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    allowed = {name: list(words) for name, words in toolbox.words.items()}
    for kind, spec in KINDS.items():
        if spec.ids_in_schema:
            allowed[kind] = list(toolbox.records[kind])
    _enumerate(schema, allowed)
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _enumerate(node: object, allowed: dict[str, list[str]]) -> None:
    """Replace each reference to a vocabulary by the words in it, for completion in editors."""
    if isinstance(node, dict):
        if (target := node.pop("verwijst_naar", None)) in allowed:
            node["enum"] = allowed[target]
        for value in node.values():
            _enumerate(value, allowed)
    elif isinstance(node, list):
        for value in node:
            _enumerate(value, allowed)
