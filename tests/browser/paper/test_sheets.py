"""Every sheet prints as one good A4, and each check finds the fault that it is there for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model import Toolbox
from macros.paper.sheets.sheet import Blad
from scripts.lab.printing.chromium import Chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.firefox import Firefox, open_firefox
from scripts.lab.printing.jobs import Job, jobs_of
from scripts.lab.printing.limits import Measurement
from scripts.lab.printing.measure import (
    drift,
    paper_measurements,
    room_measurements,
    sheet_measurements,
    standards_measurement,
)
from scripts.lab.printing.pdf_standards import standard_faults
from scripts.lab.printing.read_pdf import Paper
from scripts.lab.printing.run import Worker, measure_all, printed, typst_measurements
from tests.conftest import ROOT

LINE = "document.querySelector('.blad__deel--stappen ol').insertAdjacentHTML('beforeend', '<li>Nog een stap</li>')"
MUCH = f"for (let line = 0; line < 60; line++) {LINE}"
STYLE = "document.head.insertAdjacentHTML('beforeend', '<style>{}</style>')"
SHRINK = STYLE.format(".blad.blad.blad > * { flex: 0 1 auto !important; min-height: 0 !important }")
# Leaves out what makes a full sheet smaller (sheet-fit.js): it asks for the sheets that are shown.
AS_IT_IS = "Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 0 })"
CUT_OFF = STYLE.format(".blad { overflow: hidden }")
SMALL = STYLE.format(".blad.blad.blad li { font-size: 7.5pt }")
NARROW = STYLE.format("@media print { .blad.blad.blad { padding: 5mm } }")
BROKEN_LINE = STYLE.format(".blad__colofon { width: 30mm; overflow-wrap: anywhere }")
NO_CODE = "document.querySelector('.blad__qr').remove()"
NO_PRINT = """for (const sheet of document.styleSheets) for (const rule of [...sheet.cssRules].reverse())
  if (rule instanceof CSSPageRule || rule.media?.mediaText === 'print') sheet.deleteRule([...sheet.cssRules].indexOf(rule));"""
NO_NAME = """for (const { cssRules } of document.styleSheets) for (const media of cssRules) {
  const place = [...media.cssRules ?? []].findIndex((rule) => rule.selectorText?.startsWith('html:has(') && rule.style.page === 'staand');
  if (place >= 0) media.deleteRule(place);
}"""
PAST_THE_EDGE_MM = 6  # of the 14 that lie below the sheet


@dataclass(frozen=True)
class Bench:
    """One sound sheet to spoil, and where to print it."""

    address: str
    folder: Path
    job: Job
    blad: Blad

    def print(self, engine: Engine, *scripts: str) -> Paper:
        """The page of the sheet after these changes."""
        engine.visit(f"{self.address}{self.blad.adres}/")
        for script in scripts:
            engine.run(f"(() => {{ {script} }})()")
        return printed(engine, self.blad, self.folder)

    def judge(self, paper: Paper) -> str:
        """All faults of this paper."""
        return complaints(
            [*sheet_measurements(paper, self.blad, self.job.words), *paper_measurements(paper)]
        )


def complaints(figures: Iterable[Measurement]) -> str:
    return "\n".join(figure.fault for figure in figures if figure.fault)


@pytest.fixture(scope="session")
def jobs(real: Toolbox) -> list[Job]:
    """Every PDF of the site, with what must stand on it."""
    return list(jobs_of(real, ROOT))


@pytest.fixture
def bench(jobs: list[Job], open_address: str, tmp_path: Path) -> Bench:
    """A sheet with room enough."""
    job = next(job for job in jobs if job.name == "instrumenten/keetgesprek")
    assert job.blad
    return Bench(open_address, tmp_path, job, job.blad)


@pytest.fixture
def chromium(browser: Browser) -> Iterator[Chromium]:
    """A fresh page."""
    page = browser.new_page()
    yield Chromium(page)
    page.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """The Firefox of this machine."""
    with open_firefox() as opened:
        yield opened


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=pytest.mark.long)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each browser in turn."""
    found: Engine = request.getfixturevalue(request.param)
    return found


def fullest(jobs: Iterable[Job]) -> list[Job]:
    """Of each kind of sheet, canvas and other document the one with the least room left."""
    roomy_first = sorted(jobs, key=lambda job: -(job.free or 0))
    return [*{(job.bestand.partition("/")[0], job.on_page): job for job in roomy_first}.values()]


@pytest.fixture
def worker(
    site: Path, open_address: str, tmp_path: Path, chromium: Chromium, firefox: Firefox
) -> Worker:
    """Measures with the browsers that are open already: to start others takes longer."""
    return Worker(site, open_address, tmp_path, chromium, firefox)


def test_the_fullest_of_each_kind_prints_well(worker: Worker, jobs: list[Job]) -> None:
    results = [worker.measure(job) for job in fullest(jobs)]
    assert [fault for result in results for fault in result.faults] == []


@pytest.mark.long
def test_everything_on_offer_prints_well(site: Path, jobs: list[Job]) -> None:
    assert [fault for result in measure_all(site, jobs) for fault in result.faults] == []


def test_the_sheet_to_spoil_is_sound(engine: Engine, bench: Bench) -> None:
    assert bench.judge(bench.print(engine)) == ""


@pytest.mark.parametrize(
    ("scripts", "fault"),
    [
        pytest.param((NO_NAME,), "letters van ", id="shrunk without a page name"),
        pytest.param((SMALL,), "letters van 7,", id="small list"),
        pytest.param((NARROW,), "van de rand, minstens 10", id="narrow margin"),
        pytest.param(
            (SHRINK, MUCH), "letters staan over een andere letter", id="blocks that shrink"
        ),
        pytest.param((AS_IT_IS, CUT_OFF, MUCH), "woorden ontbreken: ", id="text cut off"),
        pytest.param((MUCH,), "letters van ", id="shrunk by far too much text"),
        pytest.param((NO_PRINT,), "bladzijden, hoogstens 1", id="no print style"),
        pytest.param((NO_CODE,), "de QR-code is op 0 van de 2 kopieën te lezen", id="no code"),
        pytest.param((BROKEN_LINE,), "staat niet heel op één regel", id="broken address"),
    ],
)
def test_each_check_sees_its_fault(
    engine: Engine, bench: Bench, scripts: tuple[str, ...], fault: str
) -> None:
    assert fault in bench.judge(bench.print(engine, *scripts))


def test_a_few_lines_too_many_are_seen_though_it_stays_one_page(
    chromium: Chromium, firefox: Firefox, bench: Bench
) -> None:
    bench.print(chromium)
    lines = []
    while chromium.room().out < PAST_THE_EDGE_MM:
        chromium.run(LINE)
        lines.append(LINE)
    assert "mm onder het blad uit, hoogstens 0,5" in complaints(room_measurements(chromium.room()))
    for engine in (chromium, firefox):
        assert "letters van 9," in bench.judge(bench.print(engine, *lines))  # our own shrinking
        found = bench.judge(bench.print(engine, AS_IT_IS, *lines))
        assert "van de rand, minstens 10" in found
        assert "bladzijden" not in found


def test_too_little_room_to_write_is_seen(chromium: Chromium, bench: Bench) -> None:
    bench.print(chromium, STYLE.format(".blad.blad.blad .blad__invul { flex: none; height: 30mm }"))
    assert (
        complaints(room_measurements(chromium.room()))
        == "30 mm hoog om in te schrijven, minstens 40"
    )


def test_a_line_that_wraps_in_one_browser_only_is_seen(
    chromium: Chromium, firefox: Firefox, bench: Bench
) -> None:
    moved = drift(
        bench.print(firefox, STYLE.format(".blad.blad.blad .blad__kolommen { margin-top: 9mm }")),
        bench.print(chromium),
    )
    assert "hoger of lager dan in Chromium, hoogstens 6" in str(moved.fault)


def test_the_pdf_of_another_sheet_is_seen(site: Path, bench: Bench) -> None:
    found = complaints(
        typst_measurements(site, replace(bench.job, bestand="instrumenten/terugblik/terugblik.pdf"))
    )
    assert "de QR-code is op 0 van de 2 kopieën te lezen" in found
    assert "woorden ontbreken: " in found


def test_a_pdf_that_is_not_there_is_seen(bench: Bench) -> None:
    assert (
        complaints(typst_measurements(bench.folder, bench.job))
        == f"{bench.job.bestand} ontbreekt in de site"
    )


def test_a_pdf_of_a_browser_does_not_meet_the_norm(chromium: Chromium, bench: Bench) -> None:
    paper = bench.print(chromium)
    assert "fouten tegen PDF/UA-1 en PDF/A-2a" in str(
        standards_measurement(paper, list(standard_faults(bench.folder / "Chromium.pdf"))).fault
    )
