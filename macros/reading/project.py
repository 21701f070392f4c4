"""Rules between records and pages. `open_toolbox` is the one door: it gives a toolbox without any fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.problems import Problem, ToolboxError, choices, hint
from macros.model.urls import page_address
from macros.reading.language import check_language
from macros.reading.macro_calls import choices_of, signatures
from macros.reading.markdown_files import Call
from macros.reading.menu import check_menu
from macros.reading.records import load_toolbox, stamp
from macros.reading.source_pages import read_pages

_OPENED: dict[Path, tuple[object, Toolbox]] = {}


def open_toolbox(root: Path) -> Toolbox:
    """The whole toolbox; ToolboxError with every fault in records, drawings and pages."""
    state = tuple(sorted(stamp(root / "docs"))), tuple(sorted(stamp(root / "toolbox")))
    if root not in _OPENED or _OPENED[root][0] != state:
        _OPENED[root] = state, _validated(root)
    return _OPENED[root][1]


def _validated(root: Path) -> Toolbox:
    source = read_pages(root)
    problems, calls = list(source.problems), source.calls
    try:
        toolbox = load_toolbox(root)
    except ToolboxError as error:  # pages cannot be compared with half a toolbox
        raise ToolboxError(
            [*problems, *error.problems, *check_pairs(calls, page_names(root), _file_ids(root))]
        ) from None
    problems += check_calls(calls, toolbox)
    problems += check_pairs(calls, page_names(root), toolbox.records)
    problems += check_homes(calls, toolbox)
    problems += check_drawings(toolbox)
    problems += check_language(toolbox, root)
    problems += check_menu(root)
    if problems:
        raise ToolboxError(problems)
    return toolbox


def _file_ids(root: Path) -> dict[str, dict[str, None]]:
    return {
        kind: dict.fromkeys(path.stem for path in (root / "toolbox" / kind).glob("*.yml"))
        for kind in PAGE_KINDS
    }


def check_calls(calls: Iterable[Call], toolbox: Toolbox) -> Iterator[Problem]:
    """Every call names a macro we have, with the arguments it takes."""
    known = signatures(toolbox)
    for call in calls:
        if call.macro not in known:
            yield _at(
                call,
                f"'{call.macro}' is geen macro{hint(call.macro, known) or '; kies uit ' + ', '.join(sorted(known))}",
            )
            continue
        wanted = known[call.macro]
        if len(call.arguments) != len(wanted.arguments):
            names = " en ".join(
                f"een id uit {kind}" if kind != "soort" else "een soort"
                for kind in wanted.arguments
            )
            yield _at(call, f"{call.macro} wil {names or 'niets'} tussen de haakjes")
            continue
        for kind, value in zip(wanted.arguments, call.arguments, strict=True):
            yield from _check_word(call, kind, value, toolbox)
        for name in call.options:
            yield _at(call, f"{call.macro} kent '{name}' niet; haal het weg")


def _check_word(call: Call, kind: str, value: Any, toolbox: Toolbox) -> Iterator[Problem]:
    allowed = choices_of(kind, toolbox, toolbox.records)
    if value not in allowed:
        near = hint(str(value), allowed) or (
            f"; kies uit {some}" if (some := choices(allowed)) else f"; kijk in toolbox/{kind}"
        )
        yield _at(call, f"{call.macro}: '{value}' bestaat niet{near}")


def page_names(root: Path) -> list[str]:
    """The paths of all pages under docs/."""
    return sorted(
        path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")
    )


def check_pairs(calls: list[Call], pages: list[str], records: Any) -> Iterator[Problem]:
    """Every record has its page with its macros, and every page in a folder of records has its record."""
    shown = {(call.page, call.macro, call.arguments) for call in calls}
    for kind, spec in PAGE_KINDS.items():
        for id in records.get(kind, {}):
            if (f"{kind}/{id}.md", spec.macro, (id,)) not in shown:
                text = (
                    f'docs/{kind}/{id}.md ontbreekt of mist de regel {{{{ {spec.macro}("{id}") }}}}'
                )
                yield Problem(f"toolbox/{kind}/{id}.yml", 1, text)
            elif (f"{kind}/{id}.md", "hoort_bij", ()) not in shown:
                yield Problem(
                    f"docs/{kind}/{id}.md",
                    1,
                    "de regel {{ hoort_bij() }} ontbreekt; zet hem onderaan",
                )
    yield from _pages_without_record(pages, records)


def _pages_without_record(pages: list[str], records: Any) -> Iterator[Problem]:
    for page in pages:
        kind, _, name = page.removesuffix(".md").partition("/")
        if kind in PAGE_KINDS and name != "index" and name not in records.get(kind, {}):
            near = hint(name, records.get(kind, {})) or "; maak het record of haal de pagina weg"
            yield Problem(f"docs/{page}", 1, f"toolbox/{kind}/{name}.yml bestaat niet{near}")


def check_homes(calls: Iterable[Call], toolbox: Toolbox) -> Iterator[Problem]:
    """Every statement of the sources has a home page that shows it, and nowhere is that block empty."""
    shown = {page_address(call.page): call for call in calls if call.macro == "bronpunten"}
    homes: set[str] = set()
    for record in toolbox.bronpunten.values():
        for point in {point.adres: point for point in record.punten}.values():
            homes.add(point.adres)
            if point.adres not in shown:
                text = f"thuis: docs/{point.thuis}.md ontbreekt of mist de regel {{{{ bronpunten() }}}}"
                yield Problem(f"toolbox/bronpunten/{record.id}.yml", 1, text)
    for address in shown.keys() - homes:
        yield _at(
            shown[address],
            "geen enkele uitspraak heeft deze pagina als thuis; haal {{ bronpunten() }} weg",
        )


def check_drawings(toolbox: Toolbox) -> Iterator[Problem]:
    """Every drawing is described by a record, and a record that describes one has it."""
    described: set[str] = set()
    for kind, record in toolbox.all():
        if _describes_drawing(kind, record):
            described.add(record.id)
            if record.id not in toolbox.drawings:
                file = f"toolbox/tekeningen/{record.id}.svg"
                text = f"tekening: {file} ontbreekt; teken hem of haal het veld weg"
                yield Problem(f"toolbox/{kind}/{record.id}.yml", 1, text)
        elif KINDS[kind].pictogram:
            described.add(record.id)
    for id in toolbox.drawings:
        if id not in described:
            text = "geen record beschrijft deze tekening; vul daar het veld tekening"
            yield Problem(f"toolbox/tekeningen/{id}.svg", 1, text)


def _describes_drawing(kind: str, record: Record) -> bool:
    field = KINDS[kind].drawing
    return bool(field and dict(record)[field])


def _at(call: Call, text: str) -> Problem:
    return Problem(f"docs/{call.page}", call.line, text)
