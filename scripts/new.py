"""`kist.py new SOORT "Titel"`: write a record with every field explained, and its page.

Both pass the check at once.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path

from macros.feeds.json_schema import write_schemas
from macros.model import PAGE_KINDS, Toolbox
from macros.model.base import RESERVED
from macros.model.problems import Problem, ToolboxError, hint
from macros.pages.record_template import SAMPLE, record_text
from macros.reading.language import check_texts, record_texts
from macros.reading.records import load_toolbox, read_record
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command


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


def page_text(kind: str, id: str) -> str:
    """The page of a record: its macro, room for prose, and what belongs to it."""
    record = f'{{{{ {PAGE_KINDS[kind].macro}("{id}") }}}}'
    prose = [f"## {title}\n\n{SAMPLE}: {hint}." for title, hint in PAGE_KINDS[kind].prose.items()]
    return "\n\n".join([record, *prose, "{{ hoort_bij() }}"]) + "\n"


if __name__ == "__main__":
    run_command(main)
