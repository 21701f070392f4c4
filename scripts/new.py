"""`kist.py new SOORT "Titel"`: write a record with every field explained, and its page.

Both pass the check at once.
"""

from __future__ import annotations

import datetime
import itertools
import re
import tempfile
import unicodedata
from pathlib import Path

from macros.feeds.json_schema import write_schemas
from macros.model import PAGE_KINDS, Kind, Part, Toolbox
from macros.model.base import DATE_PATTERN, RESERVED
from macros.model.fields import is_many, markers, part_of, ref_of
from macros.model.problems import Problem, ToolboxError, hint
from macros.reading.language import check_texts, record_texts
from macros.reading.records import load_toolbox, read_record
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command

SAMPLE = "Vul dit in"
FIRST_ID = "deel-1"


def main(arguments: list[str]) -> int:
    """0 when record and page were written; nothing is ever overwritten."""
    parser = Arguments("new", "Maak een record en zijn pagina.")
    parser.add_argument("soort", help="bijvoorbeeld instrument, checklist, model of situatie")
    parser.add_argument("titel", help="de naam waaronder gebruikers zoeken")
    options = parser.parse_args(arguments)
    try:
        record, page = create(options.soort, options.titel)
    except ToolboxError as error:
        return report_problems(error.problems)
    print(f"Gemaakt: {record.relative_to(ROOT)} en {page.relative_to(ROOT)}.")
    print(f"1. Vul {record.name} in; achter elk # staat wat er hoort.")
    print("2. Kijk met: python3 scripts/kist.py serve")
    print("3. Controleer met: python3 scripts/kist.py check")
    print("4. Leg het nieuwe adres vast met: python3 scripts/kist.py links update")
    print("5. Stuur je wijziging in.")
    return 0


def create(word: str, title: str) -> tuple[Path, Path]:
    """Write record and page; ToolboxError, and nothing written, for what cannot be made."""
    kind, id, toolbox = kind_of(word), id_of(title), load_toolbox(ROOT)
    record, page = ROOT / "toolbox" / kind / f"{id}.yml", ROOT / "docs" / kind / f"{id}.md"
    if taken := next((path for path in (record, page) if path.exists()), None):
        text = "bestaat al; kies een andere titel of wijzig dit bestand"
        raise ToolboxError([Problem(taken.relative_to(ROOT).as_posix(), 1, text)])
    text = record_text(kind, title, toolbox)
    if faults := faults_of(text, kind, id, toolbox):
        raise ToolboxError(
            Problem("toolbox", 1, f"deze titel kan niet: {fault.text}") for fault in faults
        )
    write({record: text, page: page_text(kind, id)})
    write_schemas(load_toolbox(ROOT), ROOT / "toolbox/schema")
    return record, page


def kind_of(word: str) -> str:
    """'instrument' or 'instrumenten' -> the kind.

    ToolboxError with the nearest word for anything else.
    """
    names = {spec.macro: kind for kind, spec in PAGE_KINDS.items()} | {
        spec.een: kind for kind, spec in PAGE_KINDS.items()
    }
    names |= {kind: kind for kind in PAGE_KINDS}
    if word.lower() in names:
        return names[word.lower()]
    proposal = hint(word, names) or "; kies uit " + ", ".join(
        spec.een for spec in PAGE_KINDS.values()
    )
    raise ToolboxError([Problem("toolbox", 1, f"'{word}' is geen soort record{proposal}")])


def id_of(title: str) -> str:
    """The file name that follows from a title; ToolboxError where none can."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    if len(id) < 2 or id in RESERVED:  # noqa: PLR2004
        text = f"van de titel '{title}' is geen bestandsnaam te maken; gebruik gewone woorden"
        raise ToolboxError([Problem("toolbox", 1, text)])
    return id


def faults_of(text: str, kind: str, id: str, toolbox: Toolbox) -> list[Problem]:
    """What the check would say of a new record.

    It is read aside: a faulty record in the project stops every command.
    """
    with tempfile.TemporaryDirectory(prefix="kist-new-") as folder:
        aside = Path(folder) / "toolbox" / kind / f"{id}.yml"
        aside.parent.mkdir(parents=True)
        aside.write_bytes(text.encode("utf-8", "surrogateescape"))
        try:
            record = read_record(toolbox, Path(folder), kind, id)
        except ToolboxError as error:
            return error.problems
        return list(check_texts(record_texts(kind, record), toolbox, Path(folder)))


def write(files: dict[Path, str]) -> None:
    """All of these new files, or none."""
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    except OSError:
        for path in files:
            path.unlink(missing_ok=True)
        raise


def record_text(kind: str, title: str, toolbox: Toolbox) -> str:
    """A valid record in which every required field has a sample and every field its explanation."""
    lines = [f"# yaml-language-server: $schema=../schema/{kind}.json"]
    for name in PAGE_KINDS[kind].model.model_fields:
        if name == "titel":
            lines.append(f"titel: {quoted(title)}")
        elif name not in ("id", "status"):
            lines += _field(name, PAGE_KINDS[kind], toolbox)
    return _with_places("\n".join(lines) + "\n")


def _with_places(text: str) -> str:
    """The questions of a meting numbered through, and their number filled in."""
    places = itertools.count(1)
    text = re.sub(r"plek: \d+", lambda _: f"plek: {next(places)}", text)
    return re.sub(r"(aantallen:\n  - )\d+", lambda found: f"{found[1]}{next(places) - 1}", text)


def page_text(kind: str, id: str) -> str:
    """The page of a record: its macro, room for prose, and what belongs to it."""
    record = f'{{{{ {PAGE_KINDS[kind].macro}("{id}") }}}}'
    prose = [f"## {title}\n\n{SAMPLE}: {hint}." for title, hint in PAGE_KINDS[kind].prose.items()]
    return "\n\n".join([record, *prose, "{{ hoort_bij() }}"]) + "\n"


def quoted(text: str) -> str:
    """Text between single quotes, so that no sign in it means anything."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _field(name: str, spec: Kind, toolbox: Toolbox) -> list[str]:
    info = spec.model.model_fields[name]
    note = f"# {info.title}: {info.description}"
    if not info.is_required():
        return [f"{note} (mag weg)", f"# {name}:"]
    return [note, *_entry(spec.model, name, toolbox, 0)]


def _entry(model: type[Part], name: str, toolbox: Toolbox, depth: int) -> list[str]:
    """One field with a sample value, as lines of YAML."""
    indent, part = "  " * depth, part_of(model, name)
    if not is_many(model, name):
        inner = _inside(part, toolbox, depth + 1, 1) if part else []
        return (
            [f"{indent}{name}:", *inner]
            if part
            else [f"{indent}{name}: {_sample(model, name, toolbox, 1)}"]
        )
    lines = [f"{indent}{name}:"]
    for number in range(1, _bound(model, name, "min_length", 1) + 1):
        inner = (
            _inside(part, toolbox, depth + 2, number)
            if part
            else [_sample(model, name, toolbox, number)]
        )
        lines += [f"{indent}  - {inner[0].strip()}", *inner[1:]]
    return lines


def _inside(part: type[Part], toolbox: Toolbox, depth: int, number: int) -> list[str]:
    """The required fields of the item with this number of a list.

    What must differ between items takes its number.
    """
    names = (name for name, info in part.model_fields.items() if info.is_required())
    lines = [line for name in names for line in _entry(part, name, toolbox, depth)]
    numbered = {
        SAMPLE: f"{SAMPLE} {number}" if number > 1 else SAMPLE,
        f"id: {FIRST_ID}": f"id: deel-{number}",
    }
    for old, new in numbered.items():
        lines = [line.replace(old, new) for line in lines]
    return lines


def _bound(model: type[Part], name: str, mark: str, default: int) -> int:
    return next(
        (int(getattr(one, mark)) for one in markers(model, name) if getattr(one, mark, None)),
        default,
    )


def _sample(model: type[Part], name: str, toolbox: Toolbox, number: int) -> str:
    """A value that passes.

    The first word of a vocabulary, a small number, or a sentence that asks to be replaced.
    """
    title, marks = model.model_fields[name].title, markers(model, name)
    if ref := ref_of(model, name):
        known: list[str] = [*toolbox.words.get(ref, {}), *toolbox.records.get(ref, {})]
        return known[number - 1]
    if name == "id":
        return FIRST_ID
    if any(getattr(mark, "pattern", "") == DATE_PATTERN for mark in marks):
        return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    if bool in marks:
        return "false"
    if int in marks or float in marks:
        return str(_bound(model, name, "ge", 1))
    short = f"{SAMPLE}: {title}" + (f" {number}" if number > 1 else "")
    return quoted(
        short
        if len(short) >= _bound(model, name, "min_length", 1)
        else f"{short}. Schrijf een paar zinnen."
    )


if __name__ == "__main__":
    run_command(main)
