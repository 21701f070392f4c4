"""`kist.py hernoem SOORT OUDE-ID NIEUWE-ID [--proef]`: give a record another id.

Record, page, drawing, references, links and redirect change together, or nothing does.
"""

from __future__ import annotations

from pathlib import Path

from macros.model import KINDS
from macros.model.components import COMPONENTS
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, run_command
from scripts.editing.files import Changes, apply
from scripts.editing.names import kind_of
from scripts.editing.references import Renaming
from scripts.editing.renaming import moved_name, rename_changes

CODE = ("macros", "scripts", "tests", "docs/assets")
CODE_ENDINGS = frozenset((".py", ".html", ".js", ".css", ".typ"))


def main(arguments: list[str]) -> int:
    """0 when all was renamed, or could be; 1 when nothing changed."""
    parser = Arguments("hernoem", "Geef een record een andere id, met alles wat ernaar verwijst.")
    parser.add_argument("soort", help="bijvoorbeeld instrument, begrip of bron")
    parser.add_argument("oud", help="de id van nu: de naam van het bestand zonder .yml")
    parser.add_argument("nieuw", help="de id die het wordt")
    parser.add_argument("--proef", action="store_true", help="toon alleen wat er verandert")
    options = parser.parse_args(arguments)
    old = Path(options.oud).name.removesuffix(".yml").removesuffix(".md")
    renaming = Renaming(kind_of(options.soort), old, options.nieuw)
    changes = rename_changes(ROOT, renaming)
    if not options.proef:
        apply(ROOT, changes)
    report(changes, renaming)
    print("Dit was een proef: er is niets veranderd." if options.proef else AFTER)
    return 0


AFTER = (
    "Klaar. Past de titel in het record nog? Controleer met: python3 scripts/kist.py check\n"
    "Stuur alle veranderde bestanden samen in."
)


def report(changes: Changes, renaming: Renaming) -> None:
    """Print what changes, and what an editor should know of it."""
    moves = {name: moved_name(name, renaming) for name, new in changes.items() if new is None}
    for name, to in moves.items():
        print(f"{name} wordt {to}")
    for name in changes:
        if name not in moves and name not in moves.values():
            print(f"{name} verandert mee")
    for note in notes(renaming):
        print(note)


def notes(renaming: Renaming) -> list[str]:
    """What happens to readers, and what this command cannot change."""
    spec, old, new = KINDS[renaming.kind], renaming.old_name, renaming.new_name
    found = []
    if spec.own_page:
        found.append(f"Het oude adres /{old}/ blijft werken: het leidt naar /{new}/.")
    else:
        place = f"/{renaming.kind}/#{renaming.old}"
        found.append(f"Het oude adres {place} opent voortaan boven aan de lijst.")
    if spec.macro in COMPONENTS:
        found.append(
            "Wat lezers hier al invulden, staat op hun apparaat onder de oude id en komt niet mee."
        )
    for path in code_that_names(renaming):
        found.append(f"{path} noemt '{renaming.old}'; vraag een ontwikkelaar of dat mee moet.")
    return found


def code_that_names(renaming: Renaming) -> list[str]:
    """Files of our code with the id between quotes or in a path: no command changes those."""
    words = (renaming.old_name, f'"{renaming.old}"', f"'{renaming.old}'")
    found = []
    for path in sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.*")):
        if path.suffix in CODE_ENDINGS and any(word in path.read_text("utf-8") for word in words):
            found.append(path.relative_to(ROOT).as_posix())
    return found


if __name__ == "__main__":
    run_command(main)
