"""`kist.py audit [--site MAP] [naam ...]`: check the accessibility of every built page.

Writes the counts to audit.json, which the page on accessibility shows. With names, only the pages
with such a name are checked and nothing is written. A program finds only part of the barriers that
people meet; what it cannot find stands on that page as well.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.pages.audit_report import FILE, PROBLEM_TYPES
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, run_command
from scripts.cli.progress import progress
from scripts.lab.axe import AXE, VIEWS, Fault, audit
from scripts.lab.browsers import CHROMIUM
from scripts.pipeline.built_site import html_names


def main(arguments: list[str]) -> int:
    """0 when nothing is found, 1 when something is or when there is nothing to look at."""
    parser = Arguments("audit", "Toets alle pagina's van de gebouwde site.")
    parser.add_argument(
        "--site",
        type=Path,
        default=ROOT / "site",
        metavar="MAP",
        help="waar de gebouwde site staat",
    )
    parser.add_argument("naam", nargs="*", help="alleen pagina's met dit in hun adres")
    options = parser.parse_args(arguments)
    names = options.naam or [""]
    pages = [page for page in html_names(options.site) if any(name in page for name in names)]
    if CHROMIUM.ensure() is None or not pages:
        print(
            CHROMIUM.help
            if pages
            else "Geen pagina gevonden; bouw eerst de site: python3 scripts/kist.py build",
            file=sys.stderr,
        )
        return 1
    progress(f"Ik toets {len(pages)} pagina's. Dat duurt minuten.")
    faults = audit(options.site, pages)
    for kind, text in faults:
        print(f"{kind}: {text}")
    print(
        f"{len(pages)} pagina's getoetst in {len(VIEWS)} weergaven, {len(faults)} fouten gevonden."
    )
    if not options.naam:
        write(ROOT / FILE, len(pages), faults)
    return 1 if faults else 0


def write(path: Path, pages: int, faults: Sequence[Fault]) -> None:
    """The counts, for the page on accessibility."""
    counts = Counter(kind for kind, _ in faults)
    version = AXE.read_text("utf-8").split(" v", 1)[1].split("\n", 1)[0].strip()
    report = {
        "datum": date.today().isoformat(),
        "axe": version,
        "paginas": pages,
        "weergaven": len(VIEWS),
    }
    report |= {"fouten": {kind: counts[kind] for kind in PROBLEM_TYPES}}
    path.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    run_command(main)
