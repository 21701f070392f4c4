"""`kist.py links check | update [--site MAP]`: is an address of the site gone, or is one new?"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.addresses import LOCK, check_anchors, check_pages, update
from scripts.arguments import Arguments
from scripts.command import ROOT, perform, refuse


def main(arguments: list[str]) -> int:
    """0 when no address is gone, or when the lock holds them all."""
    parser = Arguments("links", "Bewaak de adressen van de site.")
    parser.add_argument("wat", choices=["check", "update"], help="check: is er iets verdwenen? update: leg vast wat nieuw is")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="MAP", help="waar de gebouwde site staat")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        print(f"{options.site.name}/index.html ontbreekt; bouw eerst de site: python3 scripts/kist.py build", file=sys.stderr)
        return 1
    if problems := check_pages(ROOT) or check_anchors(options.site, ROOT):
        return refuse(problems)
    if options.wat == "update":
        print(f"{update(options.site, ROOT)} nieuwe adressen in {LOCK}; commit dat bestand.")
    return 0


if __name__ == "__main__":
    perform(main)
