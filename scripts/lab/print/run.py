"""Measure every sheet in every engine, in two processes that each keep their browsers open."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from macros.paper.sheet import Blad
from scripts.lab.print import limits
from scripts.lab.print.chromium import Chromium, open_chromium
from scripts.lab.print.engine import Engine
from scripts.lab.print.firefox import Firefox, open_firefox
from scripts.lab.print.jobs import Job
from scripts.lab.print.limits import Measurement
from scripts.lab.print.measure import (
    drift,
    paper_measurements,
    room_measurements,
    sheet_measurements,
    standards_measurement,
)
from scripts.lab.print.pdf_standards import standard_faults
from scripts.lab.print.read_pdf import Paper, read_paper
from scripts.lab.static_server import serve

PROCESSES = 2
TYPST = "Typst"
ENGINES = (Chromium.name, Firefox.name, TYPST)


@dataclass(frozen=True)
class Result:
    """What was measured, by engine."""

    name: str
    measurements: Mapping[str, Sequence[Measurement]]

    @property
    def faults(self) -> list[str]:
        """One sentence for each bound that was passed."""
        found = (
            (engine, measurement.fault)
            for engine, measurements in self.measurements.items()
            for measurement in measurements
        )
        return [f"{self.name} ({engine}): {fault}" for engine, fault in found if fault]


@dataclass(frozen=True)
class Worker:
    """Everything that one process prints with."""

    site: Path
    address: str
    folder: Path
    chromium: Chromium
    firefox: Firefox

    def measure(self, job: Job) -> Result:
        """All figures of one job."""
        typst = list(typst_measurements(self.site, job))
        browsers = self.browsers(job, job.blad) if job.blad and job.on_page else {}
        return Result(job.name, browsers | {TYPST: typst})

    def browsers(self, job: Job, blad: Blad) -> dict[str, list[Measurement]]:
        """Ctrl-P in both browsers."""
        for engine in (self.chromium, self.firefox):
            engine.visit(f"{self.address}{blad.adres}/")
        papers = {
            engine.name: printed(engine, blad, self.folder)
            for engine in (self.chromium, self.firefox)
        }
        found = {
            name: [*sheet_measurements(paper, blad, job.words), *paper_measurements(paper)]
            for name, paper in papers.items()
        }
        if (
            not blad.lang
        ):  # a form is as long as it gets: it has no floor, and nothing in it takes up a difference
            found[self.chromium.name] += room_measurements(self.chromium.room())
            found[self.firefox.name].append(
                drift(papers[self.firefox.name], papers[self.chromium.name])
            )
        return found


def printed(engine: Engine, blad: Blad, folder: Path) -> Paper:
    """Print the open page. Only a form has a margin in which the browser would add its lines."""
    path = folder / f"{engine.name}.pdf"
    engine.print(path, headers=not blad.lang)
    return read_paper(path)


def typst_measurements(site: Path, job: Job) -> Iterator[Measurement]:
    """What is wrong and right with the PDF of the site."""
    path = site / job.bestand
    yield Measurement(limits.PDF, int(path.is_file()), job.bestand)
    if path.is_file():
        paper = read_paper(path)
        yield from sheet_measurements(paper, job.blad, job.words) if job.blad else ()
        yield from paper_measurements(paper, job.is_card_sheet)
        yield standards_measurement(paper, list(standard_faults(path)))
    if job.free is not None:
        yield Measurement(limits.FREE, job.free)


def measure_all(site: Path, jobs: Sequence[Job]) -> list[Result]:
    """The results, in the order of the jobs."""
    shares = [share for start in range(PROCESSES) if (share := jobs[start::PROCESSES])]
    with (
        serve(site) as address,
        ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
    ):
        done = {
            result.name: result
            for results in pool.map(partial(_measure_share, site, address), shares)
            for result in results
        }
    return [done[job.name] for job in jobs]


def _measure_share(site: Path, address: str, jobs: Sequence[Job]) -> list[Result]:
    with (
        tempfile.TemporaryDirectory(prefix="kist-bladen-") as folder,
        open_chromium() as chromium,
        open_firefox() as firefox,
    ):
        worker = Worker(site, address, Path(folder), chromium, firefox)
        return [worker.measure(job) for job in jobs]
