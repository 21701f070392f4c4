"""The side menu: every part of `nav` in mkdocs.yml belongs to one group of `extra.menu`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from macros.model import PAGE_KINDS
from macros.model.problems import Problem, ToolboxError, hint
from macros.model.urls import page_address
from macros.reading.settings.part_names import check_part_names
from macros.reading.settings.site_settings import (
    FILE,
    first_page,
    line_of,
    part_names,
    read_settings,
)
from macros.reading.source_pages import read_pages

START = ""  # the address of the home page, which is above the groups


def check_menu(root: Path) -> Iterator[Problem]:
    """Problems of the menu: each part is in exactly one group, and a group has no other parts.

    A part without a group would be left out of the menu.
    """
    try:
        settings = read_settings(root)
    except ToolboxError as error:
        yield from error.problems
        return
    extra = settings.get("extra") or {}
    nav, groups, foot = settings.get("nav") or [], extra.get("menu") or {}, extra.get("voet") or {}
    form = [*_check_form(root, nav, "menu", groups), *_check_form(root, nav, "voet", foot)]
    if problems := list(dict.fromkeys(form)) or [*_check_pages(root, nav)]:
        yield from problems
        return
    named = list(chain.from_iterable(groups.values()))
    parts = {page_address(first_page(part)) for part in nav} - {START}
    yield from _pages_outside_nav(root, nav)
    yield from _check_foot(root, nav, foot)
    if (root / "docs").is_dir():
        yield from check_part_names(part_names(settings), read_pages(root).pages)
    for part in sorted(parts - set(named)):
        text = f"{part}: staat in nav maar in geen groep van extra.menu; zet het in een groep"
        yield Problem(FILE, _line_of(root, part), text)
    for name in sorted(set(named) - parts):
        proposal = hint(name, parts) or "; haal het weg"
        text = f"{name}: staat in extra.menu maar niet in nav{proposal}"
        yield Problem(FILE, _line_of(root, name), text)
    for name in sorted({name for name in named if named.count(name) > 1}):
        text = f"{name}: staat twee keer in extra.menu; haal er één weg"
        yield Problem(FILE, _line_of(root, name), text)


def _pages_outside_nav(root: Path, nav: object) -> Iterator[Problem]:
    """Pages that no menu leads to; those of records are found through their lists."""
    listed = set(pages_of(nav or []))
    for path in sorted((root / "docs").rglob("*.md")) if nav else ():
        page = path.relative_to(root / "docs").as_posix()
        if page not in listed and page.partition("/")[0] not in PAGE_KINDS:
            text = "deze pagina staat niet in het menu; zet hem in nav van mkdocs.yml"
            yield Problem(f"docs/{page}", 1, text)


def _check_foot(root: Path, nav: object, groups: Mapping[str, list[str]]) -> Iterator[Problem]:
    """A problem for each link of the footer that no page of nav has: it would be left out."""
    pages = {page_address(page) for page in pages_of(nav)}
    for name in chain.from_iterable(groups.values()):
        if name not in pages:
            proposal = hint(name, pages) or "; haal het weg"
            text = f"{name}: staat in extra.voet maar niet in nav{proposal}"
            yield Problem(FILE, _line_of(root, name), text)


def _check_form(root: Path, nav: object, setting: str, groups: object) -> Iterator[Problem]:
    """A problem when nav is no list, or a group of the menu or the footer is none."""
    if not isinstance(nav, list):
        text = "nav: schrijf elke pagina op een eigen regel, als '  - Naam: map/index.md'"
        yield Problem(FILE, line_of(root, "nav"), text)
    elif groups and not nav:
        yield Problem(FILE, 1, f"nav ontbreekt; zet het menu terug in {FILE}")
    if not isinstance(groups, dict) or not all(isinstance(one, list) for one in groups.values()):
        text = f"{setting}: schrijf elke groep als 'Naam: [map, map]'"
        yield Problem(FILE, line_of(root, setting), text)


def _check_pages(root: Path, nav: list[object]) -> Iterator[Problem]:
    """A problem for every page of nav that is not there, is no page or is named twice."""
    docs = root / "docs"
    pages = [page for page in pages_of(nav) if "://" not in page]
    known = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    for page in dict.fromkeys(pages):
        if known and page not in known:
            instead = hint(page, known) or "; maak de pagina of haal de regel weg"
            text = f"nav: docs/{page} is er niet{instead}"
            yield Problem(FILE, _line_of(root, page), text)
        elif pages.count(page) > 1:
            text = f"nav: {page} staat er twee keer; haal er één weg"
            yield Problem(FILE, _line_of(root, page), text)


def advise_menu(root: Path) -> Iterator[Problem]:
    """A tip for every list that is not in the menu: a reader finds it by a link alone."""
    nav = read_settings(root).get("nav") or []
    pages = set(pages_of(nav))
    for path in sorted((root / "docs").glob("*/index.md")):
        name = path.relative_to(root / "docs").as_posix()
        if nav and name not in pages:
            yield Problem(f"docs/{name}", 1, f"staat niet in nav van {FILE}, dus in geen menu")


def pages_of(part: object) -> Iterator[str]:
    """The pages of a part of `nav`, and of all parts below it."""
    if isinstance(part, dict | list):
        for inside in part.values() if isinstance(part, dict) else part:
            yield from pages_of(inside)
    else:
        yield str(part)


def _line_of(root: Path, name: str) -> int:
    lines = (root / FILE).read_text("utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if name in line), 1)
