"""Every relation is written once and known at both ends."""

from __future__ import annotations

from pathlib import Path

from macros.model import LINKED_KINDS, Toolbox
from macros.model.relations import Relations
from macros.reading.project import open_toolbox


def test_a_relation_is_seen_from_both_ends(project: Path) -> None:
    relations = Relations(open_toolbox(project))
    assert labels(relations, "modellen/reflectiemodel")["Past in fase"] == ["uitvoeren"]
    assert labels(relations, "fasen/uitvoeren")["Modellen voor deze fase"] == ["reflectiemodel"]


def test_a_page_is_listed_once_whatever_the_reasons(project: Path) -> None:
    """Terugblik follows the keetgesprek, and names it for when there is unrest."""
    relations = Relations(open_toolbox(project))
    found = labels(relations, "instrumenten/terugblik")
    assert found["Bij onrust"] == ["keetgesprek"]
    assert sum(ids.count("keetgesprek") for ids in found.values()) == 1


def test_what_the_page_shows_at_its_top_is_not_repeated(project: Path) -> None:
    relations = Relations(open_toolbox(project))
    at_top = frozenset({"modellen.condities"})
    assert "reflectiemodel" in all_ids(labels(relations, "condities/relatie"))
    assert "reflectiemodel" not in all_ids(labels(relations, "condities/relatie", at_top))


def labels(
    relations: Relations, address: str, shown: frozenset[str] = frozenset()
) -> dict[str, list[str]]:
    """Label -> the ids of the records that belong to this one."""
    kind, _, id = address.partition("/")
    groups = relations.groups(kind, id, shown)
    return {group.label: [record.id for _, record in group.links] for group in groups}


def all_ids(groups: dict[str, list[str]]) -> set[str]:
    return {id for ids in groups.values() for id in ids}


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
