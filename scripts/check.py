"""`kist.py check [--github]`: all that is wrong with the project, in one round."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from macros.feeds.json_schema import check_schemas
from macros.paper.print_all import free_rooms
from macros.reading.content_rules import advise_content
from macros.reading.language import advise
from macros.reading.project import open_toolbox
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.pipeline.published_urls import check_new
from scripts.pipeline.validate import validate_project

TIGHT_MM = 3  # less than a line of text


def main(arguments: list[str]) -> int:
    """Print every problem on a line of its own; 0 when there is none."""
    parser = Arguments("check", "Controleer records en pagina's.")
    parser.add_argument(
        "--github",
        action="store_true",
        help="zet fouten bij de regels van een pull request op GitHub",
    )
    options = parser.parse_args(arguments)
    if problems := validate_project(ROOT):
        return report_problems(problems, options.github)
    toolbox = open_toolbox(ROOT)
    counts = ", ".join(f"{len(records)} {kind}" for kind, records in toolbox.records.items())
    for advice in (*advise(toolbox, ROOT), *advise_content(toolbox, ROOT)):
        print(f"tip: {advice}")
    for tip in (*check_new(ROOT), *check_schemas(toolbox, ROOT)):
        print(f"tip: {tip}")
    print_room(free_rooms(toolbox, ROOT))
    print(f"De gereedschapskist klopt: {counts}.")
    return 0


def print_room(rooms: Mapping[str, float]) -> None:
    """Print how many millimetres are free on every sheet, the fullest first."""
    ordered = sorted(rooms.items(), key=lambda item: item[1])
    for address, free in ordered:
        if free < TIGHT_MM:
            print(f"tip: toolbox/{address}.yml:1: het blad is bijna vol, nog {free:.0f} mm vrij")
    print("Millimeters vrij per blad, volste eerst:")
    print(
        textwrap.fill(
            ", ".join(f"{address.rpartition('/')[2]} {free:.0f}" for address, free in ordered), 120
        )
    )


if __name__ == "__main__":
    run_command(main)
