"""Reads and validates a whole project: records, drawings, pages and what connects them.

All other code gets its toolbox from `open_toolbox`, so it never meets one with problems.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Record, Toolbox
from macros.model.instrument import sign_id
from macros.model.problems import Problem, ToolboxError, choices, hint
from macros.model.urls import page_address
from macros.reading.language import check_language
from macros.reading.links_lock import LOCK, id_for
from macros.reading.macro_calls import choices_of, macro_arguments
from macros.reading.markdown_files import Call
from macros.reading.missing_targets import join_missing
from macros.reading.records import Reading, read_toolbox, stamp
from macros.reading.rules.draaiboek_rules import check_draaiboeken, check_route_times
from macros.reading.rules.knowledge_rules import check_knowledge
from macros.reading.rules.quote_rules import check_quoted_pages
from macros.reading.rules.real_case_rules import check_real_cases
from macros.reading.rules.record_rules import check_records
from macros.reading.rules.role_rules import check_mandates
from macros.reading.rules.route_rules import check_steps
from macros.reading.settings.menu import check_menu
from macros.reading.settings.site_settings import FILE
from macros.reading.source_pages import read_pages
from macros.reading.system_files import is_left_behind

Ids = Mapping[str, Collection[str]]  # kind -> ids


@dataclass(frozen=True)
class Inspection:
    """A project with everything that is wrong in its sources.

    The toolbox may hold stand-ins for records with problems, which `stand_ins` names by file;
    `half_pages` are the files of pages that can be made in part only.
    """

    toolbox: Toolbox | None
    problems: tuple[Problem, ...]
    stand_ins: frozenset[str]
    half_pages: frozenset[str]


_INSPECTED: dict[Path, tuple[object, Inspection]] = {}  # root -> state of its files, and that


def open_toolbox(root: Path) -> Toolbox:
    """The toolbox of the project in this folder, validated; cached until a file changes.

    Raises ToolboxError with every problem in records, drawings and pages.
    """
    inspection = inspect_project(root)
    if inspection.problems or inspection.toolbox is None:
        raise ToolboxError(inspection.problems)
    return inspection.toolbox


def inspect_project(root: Path) -> Inspection:
    """All problems in the sources at once: one layer does not wait for another to be sound."""
    state = _state(root)
    if root not in _INSPECTED or _INSPECTED[root][0] != state:
        _INSPECTED[root] = state, _inspected(root)
    return _INSPECTED[root][1]


def _state(root: Path) -> object:
    """What tells whether a file changed that an inspection reads."""
    beside = [root / name for name in (FILE, LOCK)]
    times = [path.stat().st_mtime_ns for path in beside if path.is_file()]
    return sorted(stamp(root / "docs")), sorted(stamp(root / "toolbox")), times


def _inspected(root: Path) -> Inspection:
    source, reading = read_pages(root), read_toolbox(root)
    problems = [*source.problems, *reading.problems, *check_menu(root)]
    ids = reading.toolbox.records if reading.toolbox else _file_ids(root, reading.stand_ins)
    half_pages = {problem.path for problem in source.problems}
    half_pages |= {_page_file(file) for file in reading.stand_ins}
    if reading.toolbox:  # else only names of files can be compared
        wrong_calls = list(check_calls(source.calls, reading.toolbox))
        half_pages |= {problem.path for problem in wrong_calls}
        problems += wrong_calls
        problems += _check_all(source.calls, reading, reading.toolbox, root)
    found = check_pairs(source.calls, page_names(root), ids)
    pairs = [problem for problem in found if problem.path not in reading.misplaced]
    problems += _not_yet_said(pairs, problems, root)
    listed = tuple(sorted(set(join_missing(problems, root, ids))))
    return Inspection(reading.toolbox, listed, reading.stand_ins, frozenset(half_pages))


def _not_yet_said(
    pairs: Iterable[Problem], said: Iterable[Problem], root: Path
) -> Iterator[Problem]:
    """Problems of pairs, without those that follow from another problem of the page."""
    wrong = {problem.path for problem in said if not problem.target}
    for path in [path for path in wrong if re.match(r"docs/.*\.(?i:md|markdown)$", path)]:
        folder, _, name = path.removeprefix("docs/").rpartition(".")[0].rpartition("/")
        wrong.add(f"docs/{folder}/{id_for(root, folder, name)}.md")
    for problem in pairs:
        is_record = problem.path.startswith("toolbox/")
        if is_record and not (root / problem.path).exists():
            continue  # of a record in a wrong place
        if (_page_file(problem.path) if is_record else problem.path) not in wrong:
            yield problem


def _page_file(file: str) -> str:
    """The page of the record in this file: toolbox/rollen/x.yml -> docs/rollen/x.md."""
    return file.replace("toolbox/", "docs/", 1).removesuffix(".yml") + ".md"


def _check_all(
    calls: list[Call], reading: Reading, toolbox: Toolbox, root: Path
) -> Iterator[Problem]:
    """Every check that needs the whole toolbox; texts and drawings of stand-ins are not judged."""
    sound = reading.sound_records(toolbox)
    all_read = len(sound.bronpunten) == len(toolbox.bronpunten)
    yield from check_homes(calls, sound, all_read)
    yield from check_drawings(sound, unknown=reading.stand_in_ids)
    yield from check_language(sound, root)
    yield from check_records(sound, root)
    yield from check_draaiboeken(sound, root)
    yield from check_route_times(sound, root)
    yield from check_steps(sound, root)
    yield from check_mandates(sound, root)
    yield from check_real_cases(sound, root)
    yield from check_quoted_pages(toolbox, root)
    yield from check_knowledge(sound, root, not reading.stand_ins)


def _file_ids(root: Path, stand_ins: Iterable[str]) -> dict[str, list[str]]:
    """The ids of records as the names of their files give them, by kind.

    `stand_ins` are the files that records with a wrong name should have had.
    """
    ids: dict[str, list[str]] = {}
    for kind in PAGE_KINDS:
        files = (root / "toolbox" / kind).glob("*.yml")
        names = {path.stem for path in files if not is_left_behind(path.name)}
        names |= {Path(file).stem for file in stand_ins if f"/{kind}/" in file}
        ids[kind] = sorted(names)
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
        own = _macro_of_page(call, name)
        proposal = own or hint(str(value), allowed) or _instead(name, allowed)
        refers = not own and (name in KINDS or name in VOCABULARIES)
        target = f"{name}/{value}" if refers else ""
        yield _at(call, f"{call.macro}: '{value}' bestaat niet{proposal}", target)


def _macro_of_page(call: Call, name: str) -> str:
    """The call that belongs here, when a page shows its record as one of another kind."""
    kind, _, page = call.page.removesuffix(".md").partition("/")
    if kind in PAGE_KINDS and kind != name and page in call.arguments:
        return f'; schrijf {{{{ {PAGE_KINDS[kind].macro}("{page}") }}}}'
    return ""


def _instead(name: str, allowed: list[str]) -> str:
    """What to do when nothing looks like an argument."""
    options = choices(allowed)
    return f"; kies uit {options}" if options else f"; kijk in toolbox/{name}"


def page_names(root: Path) -> list[str]:
    """The paths of all pages under docs/, sorted."""
    docs = root / "docs"
    names = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return sorted(name for name in names if not any(map(is_left_behind, name.split("/"))))


def check_pairs(calls: Collection[Call], pages: Iterable[str], ids: Ids) -> Iterator[Problem]:
    """Problems of pairs: a record needs a page with its macros, and such a page needs a record.

    `ids` holds those of the records by kind.
    """
    pages = list(pages)
    moved = dict(_misplaced_pages(pages, ids))
    shown = {(call.page, call.macro, call.arguments) for call in calls}
    for kind, spec in PAGE_KINDS.items():
        other = {call.page: call for call in calls if call.macro == spec.macro}
        for id in ids.get(kind, ()):
            page = f"{kind}/{id}.md"
            if (page, spec.macro, (id,)) not in shown and page in other:
                yield _wrong_id(other[page], id, ids[kind], kind)
            elif (page, spec.macro, (id,)) not in shown and page not in moved.values():
                yield _no_page(kind, id, exists=page in pages)
            elif page in pages and (page, "hoort_bij", ()) not in shown:
                text = "de regel {{ hoort_bij() }} ontbreekt; zet hem onderaan"
                yield Problem(f"docs/{page}", 1, text)
    for page, wanted in moved.items():
        text = f"deze pagina staat in de verkeerde map; zet haar in docs/{wanted.split('/')[0]}/"
        yield Problem(f"docs/{page}", 1, text)
    yield from _pages_without_record([page for page in pages if page not in moved], ids)


def _misplaced_pages(pages: Collection[str], ids: Ids) -> Iterator[tuple[str, str]]:
    """Each page in the folder of a kind without its record, and where its own record misses it."""
    for page in pages:
        kind, _, file = page.partition("/")
        id = file.removesuffix(".md")
        for other in PAGE_KINDS:
            here, wanted = id in ids.get(kind, ()), f"{other}/{file}"
            if kind in PAGE_KINDS and not here and id in ids.get(other, ()) and wanted not in pages:
                yield page, wanted


def _no_page(kind: str, id: str, *, exists: bool) -> Problem:
    """The problem of a record that no page shows; the page may be there without its macro."""
    macro = f'{{{{ {PAGE_KINDS[kind].macro}("{id}") }}}}'
    page = f"docs/{kind}/{id}.md"
    if exists:
        return Problem(page, 1, f"de regel {macro} ontbreekt; zet hem bovenaan")
    text = f"{page} ontbreekt; zet die pagina terug, of maak haar met de regel {macro}"
    return Problem(f"toolbox/{kind}/{id}.yml", 1, text)


def _wrong_id(call: Call, id: str, known: Collection[str], kind: str) -> Problem:
    """The problem of a page that shows another record than its own."""
    shown = str(call.arguments[0]) if call.arguments else ""
    text = f"deze pagina toont '{shown}' en niet '{id}'; schrijf {{{{ {call.macro}(\"{id}\") }}}}"
    return _at(call, text, f"{kind}/{shown}" if shown and shown not in known else "")


def _pages_without_record(pages: Iterable[str], ids: Ids) -> Iterator[Problem]:
    for page in pages:
        kind, _, name = page.removesuffix(".md").partition("/")
        if kind in PAGE_KINDS and name != "index" and name not in ids.get(kind, ()):
            proposal = hint(name, ids.get(kind, ())) or "; maak het record of haal de pagina weg"
            text = f"toolbox/{kind}/{name}.yml bestaat niet{proposal}"
            yield Problem(f"docs/{page}", 1, text, f"{kind}/{name}")


def check_homes(calls: Iterable[Call], toolbox: Toolbox, all_read: bool) -> Iterator[Problem]:
    """Problems of home pages: each statement of a source is shown on one, and none is empty.

    Whether one is empty is known only when all records of statements could be read.
    """
    shown = {page_address(call.page): call for call in calls if call.macro == "bronpunten"}
    homes: set[str] = set()
    for record in toolbox.bronpunten.values():
        for address, page in {point.adres: point.thuis for point in record.punten}.items():
            homes.add(address)
            if address not in shown:
                text = f"thuis: docs/{page}.md ontbreekt of mist de regel {{{{ bronpunten() }}}}"
                yield Problem(f"toolbox/bronpunten/{record.id}.yml", 1, text)
    for address in shown.keys() - homes if all_read else ():
        text = "geen enkele uitspraak heeft deze pagina als thuis; haal {{ bronpunten() }} weg"
        yield _at(shown[address], text)


def check_drawings(toolbox: Toolbox, unknown: Collection[str] = ()) -> Iterator[Problem]:
    """Problems of drawings: each is described by a record, and each described one exists.

    `unknown` are ids of records that could not be read: those may describe one.
    """
    described = {*unknown, *map(sign_id, toolbox.words["soorten"])}
    described |= {record.teken for record in toolbox.condities.values()}
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


def _at(call: Call, text: str, target: str = "") -> Problem:
    return Problem(f"docs/{call.page}", call.line, text, target)
