"""How long lists are divided under headings, so that readers can scan them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.model import KINDS, Grouping, Record, Toolbox
from macros.model.instrument import Instrument
from macros.model.relations import Group
from macros.pages.render import in_groups

Links = list[tuple[str, Record]]  # kind, record
MANY = 8  # a list of so many instruments is divided by form


def grouped(kind: str, records: Iterable[Record], toolbox: Toolbox) -> list[tuple[str, Links]]:
    """Heading and records of each group of a kind; one group with heading '' without a grouping."""
    ordered = _startset_first([(kind, record) for record in records])
    grouping = KINDS[kind].grouping
    if grouping is None:
        return [("", ordered)]
    groups = in_groups(ordered, lambda link: _key(grouping, link[1]))
    titles = _titles(grouping, toolbox)
    return [(title, groups[key]) for key, title in titles.items() if key in groups]


def anchors(kind: str, toolbox: Toolbox) -> dict[str, str]:
    """Heading -> the address that was published, for headings that are no longer the title."""
    grouping = KINDS[kind].grouping
    if grouping is None or not grouping.said:
        return {}
    by_id = toolbox.records[grouping.titles_of].values()
    return {vars(record)[grouping.said]: _address(record.titel) for record in by_id}


def split_long_list(group: Group, toolbox: Toolbox) -> list[tuple[str, Links]]:
    """Heading and records: a long list of instruments by form, any other under the heading ''."""
    links = list(group.links)
    instruments = {record.id: record for _, record in links if isinstance(record, Instrument)}
    if len(links) < MANY or len(instruments) < len(links):
        return [("", links)]
    by_form = in_groups(_startset_first(links), lambda link: instruments[link[1].id].soort)
    forms = toolbox.titles("soorten")
    return [(title, by_form[form]) for form, title in forms.items() if form in by_form]


def _key(grouping: Grouping, record: Record) -> object:
    """The group of a record: the value of the field, the first of several, or None for none."""
    value = vars(record)[grouping.by]
    return next(iter(value), None) if isinstance(value, tuple) else value


def _titles(grouping: Grouping, toolbox: Toolbox) -> dict[object, str]:
    """Value -> its heading, in reading order; values that are no id come last."""
    headings: dict[object, str] = {}
    titles = toolbox.titles(grouping.titles_of) if grouping.titles_of else {}
    if grouping.said:
        by_id = toolbox.records[grouping.titles_of].items()
        titles = {id: vars(record)[grouping.said] for id, record in by_id}
    for id, title in titles.items():
        headings[id] = grouping.title.format(title if grouping.title == "{}" else title.lower())
    return headings | dict(grouping.others)


def _address(title: str) -> str:
    """The address that the generator gives a heading."""
    return "-".join(re.findall(r"\w+", title.lower()))


def _startset_first(links: Links) -> Links:
    return sorted(links, key=lambda link: not _in_startset(link[1]))


def _in_startset(record: Record) -> bool:
    return isinstance(record, Instrument) and record.startset
