"""`kist.py links check | update | outside [--site MAP] [--before PLEK]`: are addresses still there?

`check` and `update` are about our own addresses, `outside` about those of the sources.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.editing.missing_pages import add_missing_pages
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.generate import build_aside
from scripts.pipeline.outside_links import check_outside, outside_links
from scripts.pipeline.published_urls import (
    LOCK,
    addresses,
    check_anchors,
    check_lock,
    check_pages,
    check_release_before,
    list_of_release,
    locked,
    update,
    write_list,
)
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
    parser.add_argument(
        "--before",
        metavar="PLEK",
        help="adres of map van de versie die nu live is: wat daar staat, mag niet verdwijnen",
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
        return compare(BuiltSite(options.site), options.wat, options.before, options.site)
    add_missing_pages(ROOT)
    toolbox, problems = validate_sources(ROOT)
    if toolbox is None:
        return report_problems(problems)
    print("Ik bouw de site om alle adressen te zien.", flush=True)
    with tempfile.TemporaryDirectory(prefix="kist-links-", ignore_cleanup_errors=True) as folder:
        site = build_aside(Path(folder) / "site", toolbox)
        return compare(site, options.wat, options.before)


def ask_outside() -> int:
    """Ask every address of a source; 1 when one does not answer."""
    print(f"Ik vraag {len(outside_links(ROOT))} adressen van bronnen op.", flush=True)
    if problems := check_outside(ROOT):
        return report_problems(problems)
    print("Alle adressen antwoorden.")
    return 0


def compare(
    site: BuiltSite, wat: str, place: str | None = None, published: Path | None = None
) -> int:
    """Hold a built site beside the lock and the release before it, at this place.

    With 'update' the lock gets what is new, and so does the list in the folder to be published.
    """
    before = list_of_release(place) if place else []
    if before is None:
        print(f"tip: {place} heeft nog geen {LOCK}; ik vergelijk alleen met die van het project")
    problems = check_pages(ROOT) or check_anchors(site, ROOT)
    problems = problems or check_release_before(site, ROOT, before or [])
    if wat == "check":
        problems += check_lock(ROOT)
        if new := addresses(site) - set(locked(ROOT)):
            print(f"tip: {len(new)} adressen zijn nieuw; het publiceren zet ze in {LOCK}")
    if problems:
        return report_problems(problems)
    if wat == "update":
        print(f"{update(site, ROOT)} nieuwe adressen in {LOCK}; commit dat bestand.")
        if published:
            write_list(published / LOCK, {*locked(ROOT), *(before or [])})
    return 0


if __name__ == "__main__":
    run_command(main)
