"""`kist.py check [--github]`: check records, pages and schemas without a build."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from macros.feeds.json_schema import check_schemas
from macros.model import Toolbox
from macros.model.problems import Problem, ToolboxError
from macros.paper.print_all import check_paper, free_rooms, pdfs_wanted
from macros.reading.content_rules import advise_content
from macros.reading.language import advise
from macros.reading.project import open_toolbox
from macros.reading.source_pages import read_pages
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.pipeline.check_html import check_source_html
from scripts.pipeline.published_urls import check_new, check_pages

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
    toolbox, problems = validate_project(ROOT)
    if problems:
        return report_problems(problems, options.github)
    assert toolbox is not None  # noqa: S101
    counts = ", ".join(f"{len(records)} {kind}" for kind, records in toolbox.records.items())
    for advice in (*advise(toolbox, ROOT), *advise_content(toolbox, ROOT)):
        print(f"tip: {advice}")
    for unlocked in check_new(ROOT):
        print(f"tip: {unlocked}")
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


def validate_project(root: Path) -> tuple[Toolbox | None, list[Problem]]:
    """The toolbox and all its problems; no toolbox when there are problems."""
    try:
        toolbox = open_toolbox(root)
    except ToolboxError as error:
        return None, error.problems
    problems = [
        *check_schemas(toolbox, root),
        *check_pages(root),
        *check_source_html(root, read_pages(root).pages),
    ]
    if pdfs_wanted():
        problems += check_paper(toolbox, root)
    return (None if problems else toolbox), problems


if __name__ == "__main__":
    run_command(main)
