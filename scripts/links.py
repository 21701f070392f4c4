"""`kist.py links check | update | outside [--site MAP]`: are the addresses of the site still there?

`check` and `update` are about our own addresses, `outside` about those of the sources.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.generate import build_aside
from scripts.pipeline.outside_links import check_outside, outside_links
from scripts.pipeline.published_urls import LOCK, check_anchors, check_new, check_pages, update
from scripts.pipeline.validate import validate_sources


def main(arguments: list[str]) -> int:
    """0 when no address is gone, or when the lock holds them all."""
    parser = Arguments("links", "Bewaak de adressen van de site.")
    parser.add_argument(
        "wat",
        choices=["check", "update", "outside"],
        help="check: is er iets verdwenen? update: leg vast wat nieuw is; "
        "outside: antwoorden de adressen van de bronnen nog? (vraagt het netwerk)",
    )
    parser.add_argument(
        "--site",
        type=Path,
        metavar="MAP",
        help="waar de gebouwde site staat; anders bouw ik hem, zonder iets te bewaren",
    )
    options = parser.parse_args(arguments)
    if options.wat == "outside":
        return ask_outside()
    if options.site is not None:
        if not (options.site / "index.html").is_file():
            print(
                f"{options.site}/index.html ontbreekt; bouw de site eerst, of laat --site weg",
                file=sys.stderr,
            )
            return 1
        return compare(BuiltSite(options.site), options.wat)
    toolbox, problems = validate_sources(ROOT)
    if toolbox is None:
        return report_problems(problems)
    print("Ik bouw de site om alle adressen te zien.", flush=True)
    with tempfile.TemporaryDirectory(prefix="kist-links-", ignore_cleanup_errors=True) as folder:
        return compare(build_aside(Path(folder) / "site", toolbox), options.wat)


def ask_outside() -> int:
    """Ask every address of a source; 1 when one does not answer."""
    print(f"Ik vraag {len(outside_links(ROOT))} adressen van bronnen op.", flush=True)
    if problems := check_outside(ROOT):
        return report_problems(problems)
    print("Alle adressen antwoorden.")
    return 0


def compare(site: BuiltSite, wat: str) -> int:
    """Hold a built site beside the lock; with 'update' the lock gets what is new."""
    problems = check_pages(ROOT) or check_anchors(site, ROOT)
    if wat == "check":
        problems += check_new(ROOT)
    if problems:
        return report_problems(problems)
    if wat == "update":
        print(f"{update(site, ROOT)} nieuwe adressen in {LOCK}; commit dat bestand.")
    return 0


if __name__ == "__main__":
    run_command(main)
