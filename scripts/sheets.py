"""`kist.py sheets [--site MAP] [naam ...]`: print all sheets in two browsers and measure them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.progress import progress
from scripts.lab.browsers import BROWSERS
from scripts.lab.printing.jobs import Job, jobs_of
from scripts.lab.printing.limits import Limit, written
from scripts.lab.printing.run import ENGINES, Result, measure_all
from scripts.pipeline.validate import validate_sources


def main(arguments: list[str]) -> int:
    """0 when every sheet is sound, 1 when one is not or when there is nothing to print with."""
    parser = Arguments("sheets", "Print en meet alle bladen van de gebouwde site.")
    parser.add_argument(
        "--site",
        type=Path,
        default=ROOT / "site",
        metavar="MAP",
        help="waar de gebouwde site staat",
    )
    parser.add_argument("naam", nargs="*", help="alleen bladen met dit in hun adres")
    options = parser.parse_args(arguments)
    toolbox, problems = validate_sources(ROOT)
    if toolbox is None:
        return report_problems(problems)
    jobs = [
        job
        for job in jobs_of(toolbox, ROOT)
        if not options.naam or any(name in job.name for name in options.naam)
    ]
    if obstacle := next(obstacles(options.site, jobs), None):
        print(obstacle, file=sys.stderr)
        return 1
    progress(f"Ik print en meet {len(jobs)} bladen. Dat duurt minuten.")
    return report(measure_all(options.site.resolve(), jobs))


def obstacles(site: Path, jobs: Sequence[Job]) -> Iterator[str]:
    """Why nothing can be printed."""
    yield from (browser.help for browser in BROWSERS if browser.ensure() is None)
    if not jobs:
        yield "Geen blad heeft die naam in zijn adres."
    pages = (f"{job.name}/index.html" for job in jobs if job.on_page)
    yield from (
        f"{page} ontbreekt; bouw eerst de site: python3 scripts/kist.py build"
        for page in pages
        if not (site / page).is_file()
    )


def report(results: Sequence[Result]) -> int:
    """Print every problem and the table; returns the exit status of the command."""
    faulty = [result for result in results if result.faults]
    for result in faulty:
        print("; ".join(result.faults))
    print(*table(results), sep="\n")
    print(f"{len(results)} bladen en ander drukwerk gemeten, {len(faulty)} met fouten.")
    return 1 if faulty else 0


def table(results: Iterable[Result]) -> Iterator[str]:
    """For every rule the worst and the middle figure, by engine."""
    found: dict[Limit, dict[str, list[float]]] = {}
    for result in results:
        for engine, measurements in result.measurements.items():
            for measurement in measurements:
                found.setdefault(measurement.limit, {}).setdefault(engine, []).append(
                    measurement.value
                )
    width = max(len(limit.name) for limit in found)
    yield f"{'slechtste / middelste':{width}}" + "".join(f"{engine:>18}" for engine in ENGINES)
    for limit, values in found.items():
        yield f"{limit.name:{width}}" + "".join(
            f"{_cell(limit, values.get(engine, [])):>18}" for engine in ENGINES
        )


def _cell(limit: Limit, values: list[float]) -> str:
    return f"{written(limit.worst(values))} / {written(median(values))}" if values else ""


if __name__ == "__main__":
    run_command(main)
