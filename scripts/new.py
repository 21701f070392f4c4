"""`kist.py new SOORT "Titel" [--id ID]`: write a record with every field explained, and its page.

Both pass the check at once, but for the samples that an editor must replace.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from macros.feeds.json_schema import write_schemas
from macros.model import KINDS, PAGE_KINDS, Toolbox
from macros.model.problems import Problem, ToolboxError
from macros.pages.record_template import record_text
from macros.reading.language import check_texts, record_texts
from macros.reading.records import read_record, read_toolbox
from macros.reading.rules.record_rules import SAMPLE
from macros.reading.thin_pages import page_text
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.editing.files import apply
from scripts.editing.likeness import similar_records
from scripts.editing.names import check_id, id_of, kind_of

LONG_ID = 30  # characters; longer ones are hard to read in an address


def main(arguments: list[str]) -> int:
    """0 when record and page were written; nothing is ever overwritten."""
    parser = Arguments("new", "Maak een record en zijn pagina.")
    parser.add_argument("soort", help="bijvoorbeeld instrument, checklist, begrip of bron")
    parser.add_argument("titel", help='de naam waaronder gebruikers zoeken, tussen "..."')
    parser.add_argument(
        "--id",
        metavar="ID",
        help="naam van het bestand en van het adres; anders volgt die uit de titel",
    )
    options, rest = parser.parse_known_args(arguments)
    if rest and not rest[0].startswith("-"):
        title = " ".join([options.titel, *rest])
        parser.error(f'zet de titel tussen aanhalingstekens: new {options.soort} "{title}"')
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        kind = kind_of(options.soort)
        warnings = warnings_for(kind, options.titel, options.id or id_of(options.titel))
        files = create(kind, options.titel, options.id)
    except ToolboxError as error:
        return report_problems(error.problems)
    report([path.relative_to(ROOT).as_posix() for path in files], warnings)
    return 0


def report(files: list[str], warnings: list[str]) -> None:
    """Say what was made, what to think of, and how to go on."""
    print(f"Gemaakt: {' en '.join(files)}.")
    for warning in warnings:
        print(f"Let op: {warning}")
    print(f"1. Vul {files[0]} in; achter ## staat wat er hoort.")
    print("   Een veld achter # mag je gebruiken: haal dan dat # weg.")
    print("2. Kijk met: python3 scripts/kist.py serve")
    print("3. Controleer met: python3 scripts/kist.py check")
    print("4. Stuur je wijziging in.")


def warnings_for(kind: str, title: str, id: str) -> list[str]:
    """What an editor should know before the work begins."""
    sound = read_toolbox(ROOT).sound_records(all_records())
    warnings = [
        f"dit lijkt op '{record.titel}' (toolbox/{other}/{record.id}.yml), door '{shared}';"
        " kijk eerst of dat genoeg is"
        for other, record, shared in similar_records(kind, title, sound)
    ]
    if len(id) > LONG_ID:
        warnings.append(
            f"de id '{id}' telt {len(id)} tekens en staat voor altijd in het adres; korter kan:"
            f" python3 scripts/kist.py hernoem {KINDS[kind].een} {id} KORTER"
        )
    return warnings


def create(kind: str, title: str, id: str | None = None) -> list[Path]:
    """Write record and page; ToolboxError, and nothing written, for what cannot be made."""
    if id is None:
        id = id_of(title)
    check_id(id)
    toolbox = all_records()
    record = record_text(kind, title, toolbox)
    files = {f"toolbox/{kind}/{id}.yml": record}
    if kind in PAGE_KINDS:
        prose = {name: f"{SAMPLE}: {hint}." for name, hint in PAGE_KINDS[kind].prose.items()}
        files[f"docs/{kind}/{id}.md"] = page_text(kind, id, prose)
    if taken := next((name for name in files if (ROOT / name).exists()), None):
        text = "bestaat al; kies een andere titel of --id, of wijzig dit bestand"
        raise ToolboxError([Problem(taken, 1, text)])
    if faults := faults_of(record, kind, id, toolbox):
        raise ToolboxError(
            Problem("toolbox", 1, f"deze titel kan niet: {fault.text}") for fault in faults
        )
    apply(ROOT, {name: content.encode() for name, content in files.items()})
    write_schemas(all_records(), ROOT / "toolbox/schema", ids=False)
    return [ROOT / name for name in files]


def all_records() -> Toolbox:
    """The toolbox, with a stand-in for each record that has problems.

    Such a record may be waiting for the one that is about to be made.
    """
    reading = read_toolbox(ROOT)
    if reading.toolbox is None:
        raise ToolboxError(reading.problems)
    return reading.toolbox


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


if __name__ == "__main__":
    run_command(main)
