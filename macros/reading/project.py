"""Reads and validates a whole project: records, drawings, pages and what connects them.

All other code gets its toolbox from `open_toolbox`, so it never meets one with problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.problems import Problem, ToolboxError, choices, hint
from macros.model.urls import page_address
from macros.reading.language import check_language
from macros.reading.macro_calls import choices_of, macro_arguments
from macros.reading.markdown_files import Call
from macros.reading.menu import check_menu
from macros.reading.records import load_toolbox, stamp
from macros.reading.source_pages import read_pages

Ids = Mapping[str, Collection[str]]  # kind -> ids
_OPENED: dict[Path, tuple[object, Toolbox]] = {}  # root -> state of its files, and its toolbox


def open_toolbox(root: Path) -> Toolbox:
    """The toolbox of the project in this folder, validated; cached until a file changes.

    Raises ToolboxError with every problem in records, drawings and pages.
    """
    state = tuple(sorted(stamp(root / "docs"))), tuple(sorted(stamp(root / "toolbox")))
    if root not in _OPENED or _OPENED[root][0] != state:
        _OPENED[root] = state, _validated(root)
    return _OPENED[root][1]


def _validated(root: Path) -> Toolbox:
    source = read_pages(root)
    problems, calls = list(source.problems), source.calls
    try:
        toolbox = load_toolbox(root)
    except ToolboxError as error:  # without a toolbox only names of files can be compared
        problems += error.problems
        problems += check_pairs(calls, page_names(root), _file_ids(root))
        raise ToolboxError(problems) from None
    problems += _check_all(calls, toolbox, root)
    if problems:
        raise ToolboxError(problems)
    return toolbox


def _check_all(calls: list[Call], toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """Every check that needs the whole toolbox."""
    yield from check_calls(calls, toolbox)
    yield from check_pairs(calls, page_names(root), toolbox.records)
    yield from check_homes(calls, toolbox)
    yield from check_drawings(toolbox)
    yield from check_language(toolbox, root)
    yield from check_menu(root)


def _file_ids(root: Path) -> dict[str, list[str]]:
    """The ids of records as the names of their files give them, by kind."""
    ids: dict[str, list[str]] = {}
    for kind in PAGE_KINDS:
        ids[kind] = sorted(path.stem for path in (root / "toolbox" / kind).glob("*.yml"))
    return ids


def check_calls(calls: Iterable[Call], toolbox: Toolbox) -> Iterator[Problem]:
    """Problems of calls: each must name a macro that exists, with the arguments it takes."""
    macros = macro_arguments(toolbox)
    for call in calls:
        if call.macro not in macros:
            proposal = hint(call.macro, macros) or f"; kies uit {', '.join(sorted(macros))}"
            yield _at(call, f"'{call.macro}' is geen macro{proposal}")
        else:
            yield from _check_arguments(call, macros[call.macro].arguments, toolbox)


def _check_arguments(call: Call, expected: tuple[str, ...], toolbox: Toolbox) -> Iterator[Problem]:
    if len(call.arguments) != len(expected):
        names = ["een soort" if name == "soort" else f"een id uit {name}" for name in expected]
        yield _at(call, f"{call.macro} wil {' en '.join(names) or 'niets'} tussen de haakjes")
        return
    for name, value in zip(expected, call.arguments, strict=True):
        yield from _check_argument(call, name, value, toolbox)
    for option in call.options:
        yield _at(call, f"{call.macro} kent '{option}' niet; haal het weg")


def _check_argument(call: Call, name: str, value: object, toolbox: Toolbox) -> Iterator[Problem]:
    allowed = choices_of(name, toolbox)
    if value not in allowed:
        options = choices(allowed)
        instead = f"; kies uit {options}" if options else f"; kijk in toolbox/{name}"
        proposal = hint(str(value), allowed) or instead
        yield _at(call, f"{call.macro}: '{value}' bestaat niet{proposal}")


def page_names(root: Path) -> list[str]:
    """The paths of all pages under docs/, sorted."""
    docs = root / "docs"
    return sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))


def check_pairs(calls: Iterable[Call], pages: Iterable[str], ids: Ids) -> Iterator[Problem]:
    """Problems of pairs: a record needs a page with its macros, and such a page needs a record.

    `ids` holds those of the records by kind.
    """
    shown = {(call.page, call.macro, call.arguments) for call in calls}
    for kind, spec in PAGE_KINDS.items():
        for id in ids.get(kind, ()):
            page = f"{kind}/{id}.md"
            if (page, spec.macro, (id,)) not in shown:
                macro = f'{{{{ {spec.macro}("{id}") }}}}'
                text = f"docs/{page} ontbreekt of mist de regel {macro}"
                yield Problem(f"toolbox/{kind}/{id}.yml", 1, text)
            elif (page, "hoort_bij", ()) not in shown:
                text = "de regel {{ hoort_bij() }} ontbreekt; zet hem onderaan"
                yield Problem(f"docs/{page}", 1, text)
    yield from _pages_without_record(pages, ids)


def _pages_without_record(pages: Iterable[str], ids: Ids) -> Iterator[Problem]:
    for page in pages:
        kind, _, name = page.removesuffix(".md").partition("/")
        if kind in PAGE_KINDS and name != "index" and name not in ids.get(kind, ()):
            proposal = hint(name, ids.get(kind, ())) or "; maak het record of haal de pagina weg"
            yield Problem(f"docs/{page}", 1, f"toolbox/{kind}/{name}.yml bestaat niet{proposal}")


def check_homes(calls: Iterable[Call], toolbox: Toolbox) -> Iterator[Problem]:
    """Problems of home pages: each statement of a source is shown on one, and none is empty."""
    shown = {page_address(call.page): call for call in calls if call.macro == "bronpunten"}
    homes: set[str] = set()
    for record in toolbox.bronpunten.values():
        for address, page in {point.adres: point.thuis for point in record.punten}.items():
            homes.add(address)
            if address not in shown:
                text = f"thuis: docs/{page}.md ontbreekt of mist de regel {{{{ bronpunten() }}}}"
                yield Problem(f"toolbox/bronpunten/{record.id}.yml", 1, text)
    for address in shown.keys() - homes:
        text = "geen enkele uitspraak heeft deze pagina als thuis; haal {{ bronpunten() }} weg"
        yield _at(shown[address], text)


def check_drawings(toolbox: Toolbox) -> Iterator[Problem]:
    """Problems of drawings: each is described by a record, and each described one exists."""
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
    return bool(field and vars(record)[field])


def _at(call: Call, text: str) -> Problem:
    return Problem(f"docs/{call.page}", call.line, text)
