"""`kist.py check [--format HOST]`: all that is wrong with the project, in one round.

On GitHub, GitLab and Azure it puts every problem beside its line of a proposal.
"""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.feeds.json_schema import check_schemas
from macros.model import Toolbox
from macros.model.problems import Problem
from macros.paper.print_all import free_rooms, pdfs_wanted
from macros.reading.language import advise
from macros.reading.project import open_toolbox
from macros.reading.rules.agreement_rules import advise_agreements
from macros.reading.rules.case_rules import advise_cases
from macros.reading.rules.content_rules import advise_content
from macros.reading.rules.link_rules import advise_links
from macros.reading.rules.record_rules import advise_copies
from macros.reading.rules.role_rules import advise_roles
from macros.reading.rules.route_rules import advise_routes
from macros.reading.rules.safety_rules import advise_safety
from macros.reading.settings.menu import advise_menu
from macros.reading.spelling import check_spelling
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.git_hosts import (
    FORMATS,
    LINES,
    PLAIN,
    add_summary,
    format_for,
    line_for,
    write_code_quality,
)
from scripts.cli.progress import progress
from scripts.editing.missing_pages import add_missing_pages
from scripts.pipeline.validate import validate_project

TIGHT_MM = 3  # less than a line of text
SUMMARY = Path(".cache/fouten.md")


def main(arguments: list[str]) -> int:
    """Print every problem on a line of its own; 0 when there is none."""
    parser = Arguments("check", "Controleer records en pagina's.")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="zet fouten bij de regels van een voorstel op deze host; vanzelf op de host zelf",
    )
    parser.add_argument(
        "--github",
        action="store_const",
        const="github",
        dest="format",
        help="hetzelfde als --format github",
    )
    return judge(parser.parse_args(arguments).format or format_for(os.environ))


def judge(form: str) -> int:
    """The verdict on the project, in the form of a host; other commands begin with it."""
    progress("Ik controleer records, pagina's en bladen.")
    add_missing_pages(ROOT)
    problems = validate_project(ROOT)
    toolbox = None if problems else open_toolbox(ROOT)
    rooms = free_rooms(toolbox, ROOT) if toolbox and pdfs_wanted() else {}
    tips = list(all_tips(toolbox, rooms)) if toolbox else []
    if form == "gitlab":
        write_code_quality(problems, tips, ROOT)
    if toolbox is None:
        code = report_problems(problems, form)
        if form in LINES:
            summarise(problems)
        return code
    for tip in tips:
        print(line_for(form, tip, tip=True))
    if rooms:
        print_room(rooms)
    counts = ", ".join(f"{len(records)} {kind}" for kind, records in toolbox.records.items())
    print(f"De gereedschapskist klopt: {counts}.", flush=True)
    return 0


def all_tips(toolbox: Toolbox, rooms: Mapping[str, float]) -> Iterator[Problem]:
    """What could be better, although nothing has to wait for it."""
    yield from advise(toolbox, ROOT)
    yield from advise_content(toolbox, ROOT)
    yield from advise_safety(toolbox)
    yield from advise_agreements(toolbox, ROOT)
    yield from advise_cases(toolbox, ROOT)
    yield from advise_links(toolbox, ROOT)
    yield from advise_roles(toolbox, ROOT)
    yield from advise_routes(toolbox, ROOT)
    yield from advise_copies(toolbox, ROOT)
    yield from check_spelling(toolbox, ROOT)
    yield from advise_menu(ROOT)
    yield from check_schemas(toolbox, ROOT)
    for address, free in sorted(rooms.items(), key=lambda item: item[1]):
        if free < TIGHT_MM:
            text = f"het blad is bijna vol, nog {free:.0f} mm vrij"
            yield Problem(f"toolbox/{address}.yml", 1, text)


def summarise(problems: list[Problem]) -> None:
    """Put all problems on the page of the run: a host shows but ten beside the lines."""
    lines = [f"    {line_for(PLAIN, problem)}" for problem in problems]  # as code: no Markdown
    file = ROOT / SUMMARY
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(["### Wat er nog niet klopt", "", *lines, ""]), "utf-8")
    add_summary(file, os.environ)


def print_room(rooms: Mapping[str, float]) -> None:
    """Print how many millimetres are free on every sheet, the fullest first."""
    ordered = sorted(rooms.items(), key=lambda item: item[1])
    print("Millimeters vrij per blad, volste eerst:")
    print(
        textwrap.fill(
            ", ".join(f"{address.rpartition('/')[2]} {free:.0f}" for address, free in ordered), 120
        )
    )


if __name__ == "__main__":
    run_command(main)
