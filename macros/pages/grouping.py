"""How long lists are divided, so that no reader scrolls through a heap."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from macros.model import Record, Toolbox
from macros.model.relations import Group
from macros.pages.render import in_groups

Links = list[tuple[str, Record]]  # kind, record
MANY = 8  # from here on a list of instruments is divided by form


@dataclass(frozen=True)
class Grouping:
    """By the (first) value of a field, under the titles of a vocabulary or of another kind."""

    by: str
    words: str = ""
    title: str = "{}"
    others: dict[object, str] = field(default_factory=dict)  # titles for values that are no id

    def key(self, record: Record) -> object:
        """The group of a record."""
        value = getattr(record, self.by)
        return value[0] if isinstance(value, tuple) else value


GROUPS = {
    "instrumenten": Grouping("fasen", "fasen", "Fase {}"),
    "checklists": Grouping("fasen", "fasen", "Fase {}"),
    "kaarten": Grouping("soort", "kaartsoorten"),
    "situaties": Grouping("conditie", "condities", others={None: "Je organisatie"}),
    "praktijk": Grouping(
        "echt", others={True: "Uit de praktijk", False: "Verzonnen om te oefenen"}
    ),
}


def grouped(kind: str, records: list[Record], toolbox: Toolbox) -> list[tuple[str, Links]]:
    """All records of a kind under the headings that readers look for; a kind without groups is one list."""
    ordered = _startset_first([(kind, record) for record in records])
    if kind not in GROUPS:
        return [("", ordered)]
    groups = in_groups(ordered, lambda link: GROUPS[kind].key(link[1]))
    return [
        (title, groups[key])
        for key, title in _titles(GROUPS[kind], toolbox).items()
        if key in groups
    ]


def divided(group: Group, toolbox: Toolbox) -> list[tuple[str, Links]]:
    """A long list of instruments by form; any other list as it is."""
    links = list(group.links)
    if len(links) < MANY or any(kind != "instrumenten" for kind, _ in links):
        return [("", links)]
    by_form = in_groups(_startset_first(links), lambda link: str(getattr(link[1], "soort", "")))
    return [
        (word.titel, by_form[form])
        for form, word in toolbox.words["soorten"].items()
        if form in by_form
    ]


def _titles(group: Grouping, toolbox: Toolbox) -> dict[object, str]:
    """The heading of every group, in the order of its vocabulary; values that are no id come last."""
    words: dict[str, Any] = {
        **toolbox.words.get(group.words, {}),
        **toolbox.records.get(group.words, {}),
    }
    return {
        id: group.title.format(word.titel.lower() if group.title != "{}" else word.titel)
        for id, word in words.items()
    } | group.others


def _startset_first(links: Links) -> Links:
    return sorted(links, key=lambda link: not getattr(link[1], "startset", False))
