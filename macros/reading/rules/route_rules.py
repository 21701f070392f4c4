"""Routes to learn: steps that lead somewhere and back, true times, a route for each of the ten.

Only a step that leads nowhere is a problem; the rest are tips.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Record, Toolbox
from macros.model.instrument import Instrument
from macros.model.meten import Scan
from macros.model.problems import Problem
from macros.model.urls import record_file
from macros.model.verhalen import THE_TEN, Leerstap, Praktijk
from macros.reading.language import Text, text_problem
from macros.reading.rules.record_rules import is_unfilled
from macros.reading.source_pages import read_pages

NOWHERE = (
    "deze stap leidt nergens heen; noem bij pagina wat de lezer dan opent,"
    " zoals instrumenten/terugblik, of bij elders een pagina zonder record"
)


def check_steps(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A problem for each step that opens nothing; a route that is not written yet has none."""
    for id, route in toolbox.leren.items():
        for number, step in enumerate(route.stappen, 1):
            if not (step.pagina or step.elders or is_unfilled(route)):
                text = Text(record_file("leren", id), step.titel)
                yield text_problem(text, step.titel, root, f"stappen nr. {number}: {NOWHERE}")


def advise_routes(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """All tips about routes, each with its file and line."""
    yield from too_short_steps(toolbox, root)
    yield from pages_without_way_back(toolbox, root)
    yield from roles_without_route(toolbox)


def too_short_steps(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Steps that take less time than the sheet, meting or case that they open."""
    for file, step in _steps(toolbox):
        kind, _, id = (step.pagina or "").partition("/")
        opened = toolbox.records.get(kind, {}).get(id)
        if opened and step.minuten < (least := _least_minutes(opened)):
            text = (
                f"stap '{step.titel}' krijgt {step.minuten} minuten, en '{opened.titel}' duurt er"
                f" {least}; geef de stap zoveel tijd, of kies een andere pagina"
            )
            yield text_problem(Text(file, step.titel), step.titel, root, text)


def _least_minutes(record: Record) -> int:
    """What this takes in its shortest form; nothing for what is only read."""
    if isinstance(record, Instrument) and record.keetversie:
        return sum(stap.minuten for stap in record.keetversie)
    return record.duur if isinstance(record, Instrument | Scan | Praktijk) else 0


def pages_without_way_back(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Pages without a record to which a step leads, and that do not lead back to the route."""
    texts = {page.path: page.text for page in read_pages(root).pages}
    for file, step in _steps(toolbox):
        if step.elders is None:
            continue
        route, address = f"leren/{Path(file).stem}", step.elders.url
        page = next((one for one in (f"{address}.md", f"{address}/index.md") if one in texts), "")
        if page and f"{route}.md" not in texts[page]:
            text = f"docs/{page} verwijst niet terug naar deze route; zet er een link naar {route}"
            yield text_problem(Text(file, address), address, root, text)


def roles_without_route(toolbox: Toolbox) -> Iterator[Problem]:
    """Roles of the ten that no route is for, or that have no instrument."""
    taught = {id for route in toolbox.leren.values() for id in route.rollen}
    for id, role in toolbox.rollen.items():
        if role.groep == THE_TEN and id not in taught:
            text = "geen leerroute is voor deze rol; zet haar bij rollen van een route"
            yield Problem(f"toolbox/rollen/{id}.yml", 1, text)
        if role.groep == THE_TEN and not role.instrumenten:
            text = "instrumenten: noem wat bij deze rol past"
            yield Problem(f"toolbox/rollen/{id}.yml", 1, text)


def _steps(toolbox: Toolbox) -> Iterator[tuple[str, Leerstap]]:
    """Every step of every route, with the file in which it stands."""
    for id, route in toolbox.leren.items():
        for step in route.stappen:
            yield f"toolbox/leren/{id}.yml", step
