"""COMPONENTS: all that is special about a part of a page that reacts to a reader.

The macro, the check of HTML, the glossary, the script tags and the page *Mijn gegevens* follow from
it; so a new component needs one entry, its template, its script and perhaps a style.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """One component; pages/templates/<macro>.html holds <element> with all texts it may show."""

    # The custom element that docs/assets/js/<script>.js defines; the name may begin with a folder
    element: str
    script: str
    # docs/assets/css/<style>.css, only for pages with this component
    style: str = ""
    # The same for what is not in the first view: on paper, or hidden until its script is there
    late_style: str = ""
    # False: links to the glossary would be in the way
    explains_terms: bool = True
    # The key under which the browser stores its data; <key>.<id> for a record
    stored_as: str = ""
    # The address and title of the page with that data, if it is not the page of a record
    page: str = ""
    title: str = ""


# Macro -> its component
COMPONENTS: dict[str, Component] = {
    "zoeker": Component("gk-zoeker", "zoeken/zoeker"),
    "checklist": Component("gk-checklist", "checklist", "afvinken", stored_as="checklist"),
    "scan": Component("gk-meting", "meten/meting", "meten", explains_terms=False, stored_as="scan"),
    "instrument": Component(
        "gk-invullen",
        "invullen/invullen",
        late_style="invullen",
        explains_terms=False,
        stored_as="invullen",
    ),
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
    "kist": Component(
        "gk-kist",
        "bijeenkomst/mijn-kist",
        "kist",
        explains_terms=False,
        stored_as="kisten",
        page="mijn-kist/",
        title="Mijn kist",
    ),
    "leiden": Component(
        "gk-leiden",
        "leiden/leiden",
        "leiden",
        explains_terms=False,
        stored_as="leiden",
        page="leiden/",
        title="Leiden",
    ),
    "verslag": Component(
        "gk-verslag",
        "bijeenkomst/verslag",
        "meten",
        explains_terms=False,
        stored_as="verslagen",
        page="verslag/",
        title="Verslag",
    ),
}
# The script that every page loads first; other scripts may use what it needs
EVERY_PAGE = "kist-aantal"
# The buttons that put a sheet in a kist
IN_KIST = "in-kist"
# The ways to lead, which say what is being led
LEADS = "leiden/bezig"
# Keeps a sheet on one A4; a component of a page with a sheet has it in its own file
SHEET_FIT = "sheet-fit"
# What the contents of a page hold -> the script that it then loads
MARKED_SCRIPTS = {" data-gk-kist=": IN_KIST, " data-gk-leid": LEADS, " data-gk-past": SHEET_FIT}
# Scripts that a template of macros/theme/ loads itself, with what they need before them
THEME_SCRIPTS = (EVERY_PAGE, *MARKED_SCRIPTS.values(), "wegwijzer")
# What answers a question; the catalogue comes before it
SEARCH = "zoeken/zoekmachine"
# Scripts that a page loads when a reader needs them: an attribute names them, with what they need
# that the page has not loaded yet
FETCHED_SCRIPTS = (
    "meten/samen",
    "meten/take-away",
    "bijeenkomst/kist-uit",
    "bijeenkomst/verslag-verder",
    "leiden/leidraad",
    "invullen/sheet-text",
    "bijeenkomst/kist-in",
    "links",
    SEARCH,
)
# Script -> the scripts that must be loaded before it
SCRIPT_NEEDS: dict[str, tuple[str, ...]] = {
    EVERY_PAGE: ("store", "keys", "bijeenkomst/kisten"),
    IN_KIST: (EVERY_PAGE,),
    LEADS: ("leiden/loopt",),
    "paneel": ("files",),
    "bijeenkomst/mijn-kist": (
        LEADS,
        "paneel",
        "fields",
        "bijeenkomst/bladen",
        "bijeenkomst/plan",
        "bijeenkomst/benodigd",
        "bijeenkomst/meldingen",
        "bijeenkomst/kist-rij",
        "bijeenkomst/kist-beeld",
        "bijeenkomst/kist-paneel",
        "bijeenkomst/kist-kiezer",
        "bijeenkomst/vaste-tijden",
    ),
    "bijeenkomst/kist-in": ("links", "bijeenkomst/kist-link"),
    "bijeenkomst/papers": ("days", "ics"),
    "bijeenkomst/paper-set": (SHEET_FIT, "invullen/filled", "invullen/pour", "invullen/vervolg"),
    "bijeenkomst/kist-uit": ("bijeenkomst/papers", "bijeenkomst/paper-set"),
    "leiden/leiden": (
        "paneel",
        "links",
        "leiden/klok",
        "leiden/loopt",
        "leiden/wakker",
        "leiden/stapbeeld",
    ),
    "leiden/leidraad": (
        "days",
        "bijeenkomst/bladen",
        "bijeenkomst/plan",
        "bijeenkomst/benodigd",
        "bijeenkomst/kist-link",
        "leiden/inhalen",
        "leiden/inhaalplan",
    ),
    "agenda": (SHEET_FIT, "paneel", "fields", "links", "days", "actions", "csv", "ics"),
    "invullen/invullen": (
        LEADS,
        SHEET_FIT,
        "paneel",
        "invullen/filled",
        "invullen/pour",
        "invullen/vervolg",
    ),
    "checklist": (SHEET_FIT, "paneel", "links", "actions"),
    "bijeenkomst/verslag": (
        "paneel",
        "links",
        "days",
        "actions",
        "bijeenkomst/bladen",
        "invullen/filled",
        "bijeenkomst/plan",
        "bijeenkomst/report",
        "bijeenkomst/verslagen",
    ),
    "gegevens": ("paneel",),
    SEARCH: (
        "folding",
        "zoeken/feiten",
        "zoeken/passend",
        "zoeken/woorden",
        "zoeken/register",
        "zoeken/vraag",
    ),
    "zoeken/zoeker": ("zoeken/passend", "zoeken/instrumentenlijst"),
    "wegwijzer": ("links",),
    "meten/meting": (
        SHEET_FIT,
        "paneel",
        "days",
        "meten/score",
        "meten/codec",
        "meten/radar",
        "meten/deelnemer",
        "meten/uitslag",
    ),
    "meten/samen": (
        "actions",
        "folding",
        "links",
        "meten/codes",
        "meten/partijen",
        "meten/deelnemers",
        "meten/vergelijking",
        "meten/trend",
    ),
    "meten/take-away": ("csv",),
}


def scripts_of(component: Component) -> list[str]:
    """The names of the scripts of a component in loading order: each after what it needs."""
    return list(dict.fromkeys(_with_needs(component.script)))


def scripts_of_every_page() -> list[str]:
    """The names of the scripts that every page loads before its own, in loading order."""
    return list(dict.fromkeys(_with_needs(EVERY_PAGE)))


def marked_scripts() -> dict[str, list[str]]:
    """For each mark in the contents of a page the scripts that it loads, in loading order."""
    return {
        mark: list(dict.fromkeys(_with_needs(script))) for mark, script in MARKED_SCRIPTS.items()
    }


def fetched_scripts(script: str) -> list[str]:
    """The names of the scripts that are fetched with one of FETCHED_SCRIPTS, in loading order."""
    return list(dict.fromkeys(_with_needs(script)))


def joined_scripts() -> dict[str, list[str]]:
    """Every script that a page loads, with the scripts that are joined in its file."""
    components = (component.script for component in COMPONENTS.values())
    names = [*components, *THEME_SCRIPTS, *FETCHED_SCRIPTS]
    return {name: list(dict.fromkeys(_with_needs(name))) for name in names}


def _with_needs(script: str) -> Iterator[str]:
    for needed in SCRIPT_NEEDS.get(script, ()):
        yield from _with_needs(needed)
    yield script
