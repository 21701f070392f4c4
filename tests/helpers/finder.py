"""What the finder should find: the filters over the records, reckoned apart from its script."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from macros.model import Toolbox
from macros.model.instrument import MOST, Instrument
from macros.pages.facets import FACETS, facets, features, values

Wishes = Mapping[str, list[str]]


def fits(record: Instrument, wishes: Wishes) -> bool:
    """Does an instrument answer all these filters? A word is none of them."""
    people = int(wishes.get("mensen", ["0"])[0])
    return all(_answers(record, name, asked, people) for name, asked in wishes.items())


def _answers(record: Instrument, name: str, asked: list[str], people: int) -> bool:
    if name == "minuten":
        return record.duur_met(people) <= int(asked[0])
    if name == "mensen":
        return record.groep.min <= people <= record.groep.max
    if name == "startset":
        return record.startset
    if name == "voorbereiding":
        return not record.voorbereiding
    field = next(field for facet, _, field, _ in FACETS if facet == name)
    return not set(asked).isdisjoint(values(record, field))


def found(toolbox: Toolbox, wishes: Wishes) -> list[str]:
    """The ids of all that fits."""
    return [record.id for record in toolbox.instrumenten.values() if fits(record, wishes)]


def some_wishes(toolbox: Toolbox, seed: random.Random) -> dict[str, list[str]]:
    """One to four filters, each with one or two values."""
    known = {facet.naam: [id for id, _ in facet.waarden] for facet in facets(toolbox)}
    known |= {"voorbereiding": ["geen"], "startset": ["ja"]}
    known |= {"minuten": [str(n) for n in range(5, 200, 5)]}
    known |= {"mensen": [str(n) for n in range(1, 30)]}
    names = seed.sample(sorted(known), seed.randint(1, 4))
    return {
        name: seed.sample(known[name], 1 if name in ("minuten", "mensen") else _some(known, name))
        for name in names
    }


def _some(known: Mapping[str, list[str]], name: str) -> int:
    return min(2, len(known[name]))


def cards(toolbox: Toolbox) -> list[dict[str, Any]]:
    """The instruments as the page shows them to the script."""
    return [
        {"id": record.id, "titel": record.titel, "data": features(record)}
        for record in toolbox.instrumenten.values()
    ]


def cases(toolbox: Toolbox, sentences: list[dict[str, Any]]) -> dict[str, Any]:
    """What Node gets: cards, random filters and sentences, with what fits them."""
    seed = random.Random(25)  # noqa: S311
    wishes = [some_wishes(toolbox, seed) for _ in range(200)]
    return {
        "cards": cards(toolbox),
        "most": MOST,
        "random": [{"wishes": one, "fits": found(toolbox, one)} for one in wishes],
        "sentences": [one | {"found": found(toolbox, _listed(one["fits"]))} for one in sentences],
    }


def _listed(filters: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        name: [str(item) for item in (value if isinstance(value, list) else [value])]
        for name, value in filters.items()
    }
