"""Every relation is written once and known at both ends."""

from __future__ import annotations

from pathlib import Path

from macros.model import LINKED_KINDS, Toolbox
from macros.model.relations import Relations
from macros.reading.project import open_toolbox


def test_a_relation_is_seen_from_both_ends(project: Path) -> None:
    relations = Relations(open_toolbox(project))
    labels = {
        group.label: [record.id for _, record in group.links]
        for group in relations.groups("instrumenten", "terugblik")
    }
    assert labels["Hiervoor"] == ["keetgesprek"]
    assert "Daarna" in {group.label for group in relations.groups("instrumenten", "keetgesprek")}


def test_relations_inside_parts_count_too(project: Path) -> None:
    relations = Relations(open_toolbox(project))
    assert {"Advies van meting", "Eerste stap bij"} <= {
        group.label for group in relations.groups("instrumenten", "keetgesprek")
    }


def test_fields_that_a_page_shows_itself_are_left_out(project: Path) -> None:
    relations = Relations(open_toolbox(project))
    labels = {
        group.label
        for group in relations.groups("instrumenten", "keetgesprek", frozenset({"vervolg"}))
    }
    assert "Daarna" not in labels
    assert "Checklist erbij" in labels


def test_every_relation_of_the_real_toolbox_has_a_name_at_both_ends(real: Toolbox) -> None:
    relations = Relations(real)
    assert len(relations.all) > 500
    assert {relation.to_kind for relation in relations.all} <= set(LINKED_KINDS)
    assert [
        relation for relation in relations.all if not relation.label or not relation.back_label
    ] == []
