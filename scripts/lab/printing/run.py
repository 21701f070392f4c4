"""Print every sheet with every engine and measure it, in two processes with their own browsers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from macros.paper.sheets.sheet import Blad
from scripts.lab.printing import limits
from scripts.lab.printing.chromium import Chromium, open_chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.firefox import Firefox, open_firefox
from scripts.lab.printing.jobs import Job
from scripts.lab.printing.limits import Measurement
from scripts.lab.printing.measure import (
    canvas_measurements,
    drift,
    paper_measurements,
    room_measurements,
    sheet_measurements,
    standards_measurement,
)
from scripts.lab.printing.pdf_standards import standard_faults
from scripts.lab.printing.read_pdf import Paper, read_paper
from scripts.lab.static_server import serve

PROCESSES = 2
TYPST = "Typst"
ENGINES = (Chromium.name, Firefox.name, TYPST)


@dataclass(frozen=True)
class Result:
    """What was measured of one job, by name of the engine."""

    name: str
    measurements: Mapping[str, Sequence[Measurement]]

    @property
    def faults(self) -> list[str]:
        """A Dutch sentence for each limit that was passed."""
        sentences = []
        for engine, measurements in self.measurements.items():
            for measurement in measurements:
                if fault := measurement.fault:
                    sentences.append(f"{self.name} ({engine}): {fault}")
        return sentences


@dataclass(frozen=True)
class Worker:
    """What one process prints with."""

    site: Path  # folder of the built site
    address: str  # where it is served
    folder: Path  # for what the browsers print
    chromium: Chromium
    firefox: Firefox

    def measure(self, job: Job) -> Result:
        """All measurements of one job."""
        typst = list(typst_measurements(self.site, job))
        browsers = self.browsers(job, job.blad) if job.blad and job.on_page else {}
        return Result(job.name, browsers | {TYPST: typst})

    def browsers(self, job: Job, blad: Blad) -> dict[str, list[Measurement]]:
        """The measurements of the page of a sheet, printed in both browsers.

        The room and the drift only of a sheet of one page: a form has no boxes that take up what
        the rest leaves, so it may end anywhere and differ between browsers.
        """
        papers, measured = {}, {}
        for engine in (self.chromium, self.firefox):
            engine.visit(f"{self.address}{blad.adres}/")
            paper = papers[engine.name] = printed(engine, blad, self.folder)
            measured[engine.name] = [
                *sheet_measurements(paper, blad, job.words),
                *paper_measurements(paper),
            ]
        if not blad.lang:
            measured[self.chromium.name] += room_measurements(self.chromium.room())
            measured[self.firefox.name].append(
                drift(papers[self.firefox.name], papers[self.chromium.name])
            )
        return measured


def printed(engine: Engine, blad: Blad, folder: Path) -> Paper:
    """Print the open page and read the PDF.

    A sheet of one page is printed with the headers of the browser on: its @page has no margin, so
    none may appear. A form has margins, in which a browser does print them, so there they are off.
    """
    path = folder / f"{engine.name}.pdf"
    engine.print(path, headers=not blad.lang)
    return read_paper(path)


def typst_measurements(site: Path, job: Job) -> Iterator[Measurement]:
    """The measurements of the PDF in the site."""
    path = site / job.bestand
    yield Measurement(limits.PDF, int(path.is_file()), job.bestand)
    if path.is_file():
        paper = read_paper(path)
        yield from sheet_measurements(paper, job.blad, job.words) if job.blad else ()
        if job.invulblad:
            yield from canvas_measurements(paper, job.invulblad.kort_adres, job.words)
        yield from paper_measurements(paper, job.is_card_sheet)
        yield standards_measurement(paper, list(standard_faults(path)))
    if job.free is not None:
        yield Measurement(limits.FREE, job.free)


def measure_all(site: Path, jobs: Sequence[Job]) -> list[Result]:
    """The results, in the order of the jobs."""
    shares = [jobs[start::PROCESSES] for start in range(min(PROCESSES, len(jobs)))]
    done: dict[str, Result] = {}
    with (
        serve(site) as address,
        ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
    ):
        for results in pool.map(partial(_measure_share, site, address), shares):
            done |= {result.name: result for result in results}
    return [done[job.name] for job in jobs]


def _measure_share(site: Path, address: str, jobs: Sequence[Job]) -> list[Result]:
    with (
        tempfile.TemporaryDirectory(prefix="kist-bladen-") as folder,
        open_chromium() as chromium,
        open_firefox() as firefox,
    ):
        worker = Worker(site, address, Path(folder), chromium, firefox)
        return [worker.measure(job) for job in jobs]
