"""COMPONENTS: all that is special about a part of a page that reacts to a reader.

The macro, the check of HTML, the glossary, the script tags and the page *Mijn gegevens* follow from
it; so a new component needs one entry, its template, its script and perhaps a style.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """One component; pages/templates/<macro>.html holds <element> with all that it may say."""

    element: str  # the custom element that docs/assets/js/<script>.js defines
    script: str
    style: str = ""  # docs/assets/css/<style>.css, for pages with this component alone
    explains_terms: bool = True  # False: links to the glossary would be in the way
    stored_as: str = ""  # the key of what it remembers on the device; <key>.<id> for a record
    page: str = ""  # where readers find what it remembers, if that is not the page of a record
    title: str = ""  # what readers call that page


COMPONENTS: dict[str, Component] = {  # by their macro
    "zoeker": Component("gk-zoeker", "zoeker"),
    "checklist": Component("gk-checklist", "checklist", "afvinken", stored_as="checklist"),
    "scan": Component("gk-meting", "meting", "meten", explains_terms=False, stored_as="scan"),
    "verbeteragenda": Component(
        "gk-agenda",
        "agenda",
        "meten",
        explains_terms=False,
        stored_as="verbeteragenda",
        page="verbeteragenda/",
        title="Verbeteragenda",
    ),
    "gegevens": Component("gk-gegevens", "gegevens", "afvinken"),
    "kopie": Component("gk-kopie", "offline-status"),
}
SCRIPT_NEEDS: dict[str, tuple[str, ...]] = {  # script -> what must be loaded before it
    "paneel": ("store", "files"),
    "agenda": ("paneel", "days", "actions", "csv"),
    "checklist": ("paneel",),
    "gegevens": ("paneel",),
    "meting": (
        "paneel",
        "days",
        "actions",
        "csv",
        "score",
        "codec",
        "radar",
        "deelnemers",
        "uitslag",
        "trend",
    ),
}


def scripts_of(component: Component) -> list[str]:
    """The scripts of a component, each after what it needs."""
    return list(dict.fromkeys(_with_needs(component.script)))


def _with_needs(script: str) -> Iterator[str]:
    for needed in SCRIPT_NEEDS.get(script, ()):
        yield from _with_needs(needed)
    yield script
