"""Schema, field table and scaffold follow the models, so adding a field changes all three."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import Field, create_model

from macros.feeds.json_schema import check_schemas, schemas, write_schemas
from macros.model import KINDS, PAGE_KINDS, Kind, Toolbox
from macros.model.kennis import Kaart
from macros.pages.field_tables import field_tables
from macros.pages.record_template import record_text
from macros.reading.project import open_toolbox
from tests.conftest import ROOT


def test_the_committed_schemas_are_up_to_date(real: Toolbox) -> None:
    assert list(check_schemas(real, ROOT)) == []


def test_drift_is_named(project: Path) -> None:
    toolbox = open_toolbox(project)
    write_schemas(toolbox, project / "toolbox/schema")
    (project / "toolbox/schema/rollen.json").write_text("{}")
    assert [str(problem) for problem in check_schemas(toolbox, project)] == [
        "toolbox/schema/rollen.json:1: loopt achter; draai python3 scripts/kist.py schema"
    ]


def test_words_are_offered_and_growing_kinds_are_not(real: Toolbox) -> None:
    schema = json.loads(schemas(real)["instrumenten.json"])
    assert schema["properties"]["wereld"]["enum"] == ["blauw", "oranje", "beide"]
    assert schema["properties"]["fasen"]["items"]["enum"] == list(real.records["fasen"])
    assert "enum" not in schema["properties"]["vervolg"]["items"]
    assert "id" not in schema["properties"]


def test_every_field_of_every_kind_is_explained_in_dutch() -> None:
    for spec in KINDS.values():
        for table in field_tables(spec.model):
            assert [
                row.naam
                for row in table.velden
                if not row.titel or row.titel == row.naam or not row.uitleg
            ] == []


def test_a_schema_for_editors_proposes_ids_and_no_new_record_changes_it(project: Path) -> None:
    folder = project / "toolbox/schema"
    write_schemas(open_toolbox(project), folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    items = json.loads(before["instrumenten.json"])["properties"]["vervolg"]["items"]
    assert items["anyOf"] == [{"$ref": "ids.json#/$defs/instrumenten"}, {"type": "string"}]
    known = json.loads(before["ids.json"])["$defs"]
    assert known["rollen"]["enum"] == list(open_toolbox(project).records["rollen"])
    role = next((project / "toolbox/rollen").glob("*.yml"))
    text = role.read_text("utf-8")
    new = re.sub(r"^titel: .*$", "titel: Iets nieuws", text, flags=re.MULTILINE)
    (role.parent / "nieuw.yml").write_text(new, "utf-8")
    (project / "docs/rollen/nieuw.md").write_text('{{ rol("nieuw") }}\n\n{{ hoort_bij() }}\n')
    toolbox = open_toolbox(project)
    assert list(check_schemas(toolbox, project)) == []
    assert write_schemas(toolbox, folder, ids=False) == []
    assert write_schemas(toolbox, folder) == ["ids.json"]


def test_a_new_field_reaches_schema_table_and_scaffold(
    real: Toolbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = create_model(
        "Kaart",
        __base__=Kaart,
        kleur=(str, Field(title="Kleur", description="Kleur van het karton")),
    )
    kind = Kind(wider, "kaart", "kaart")
    monkeypatch.setitem(KINDS, "kaarten", kind)
    monkeypatch.setitem(PAGE_KINDS, "kaarten", kind)
    assert '"kleur"' in schemas(real)["kaarten.json"]
    assert any(row.naam == "kleur" for row in field_tables(wider)[0].velden)
    assert "## Kleur: Kleur van het karton\nkleur: 'Vul dit in: Kleur'" in record_text(
        "kaarten", "Proef", real
    )
