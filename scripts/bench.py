"""`kist.py bench [N ...]`: what a build costs with N more instruments, beside Hugo and Material.

All builders take turns in one run, on copies in a temporary folder, without PDFs. Compare the
ratios: seconds differ between machines and between hours. docs/over/prestaties.md explains the
lines.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from scripts.cli.arguments import Arguments, whole
from scripts.cli.errors import run_command
from scripts.lab.measure_builds import (
    found_builders,
    in_turn,
    line,
    prepared,
    print_edits,
    print_views,
)

SIZES = (50, 500, 2000)
MOST = 10_000  # more would take a day


def main(arguments: list[str]) -> int:
    """Measure each size and print what was found."""
    parser = Arguments("bench", "Meet wat bouwen kost, naast Hugo en gewoon Material.")
    parser.add_argument(
        "sizes",
        type=whole(1, MOST),
        nargs="*",
        metavar="N",
        help="hoeveel instrumenten erbij; ook meer getallen",
    )
    sizes = parser.parse_args(arguments).sizes or SIZES
    builders = found_builders()
    last: dict[str, tuple[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="kist-bench-") as folder:
            root = prepared(Path(folder), size)
            print(f"\n{size} instrumenten erbij", flush=True)
            costs = in_turn(builders, root)
            for builder in builders:
                print(
                    line(builder.name, costs, builders[-1].name, last.get(builder.name), size),
                    flush=True,
                )
                last[builder.name] = size, costs[builder.name].seconds
            print_views(root / "kist")
            print_edits(builders, root)
    return 0


if __name__ == "__main__":
    run_command(main)
