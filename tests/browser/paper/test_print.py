"""Printed with Ctrl-P: pages without menus, sheets as whole A4s whatever a reader has set.

What must stand on a sheet is in test_sheets.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model import Toolbox
from scripts.lab.printing.chromium import Chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.firefox import open_firefox
from scripts.lab.printing.jobs import jobs_of
from scripts.lab.printing.measure import overlapping
from scripts.lab.printing.read_pdf import Paper, read_paper
from tests.conftest import ROOT
from tests.helpers.built_pages import EACH_KIND
from tests.helpers.cases import daily

SIDES = ("top", "right", "bottom", "left")
FULL = [f"instrumenten/{id}/" for id in ("intervisie-incident", "samenwerkings-psu", "keetgesprek")]
# Mutates as the translator of a browser does: each text in two elements, its words longer
TRANSLATE = """(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data }) => data.trim())) {
    const outer = document.createElement('font'), inner = document.createElement('font');
    inner.textContent = text.data.replace(/\\p{L}{3,}/gu,
      (word) => word + word.slice(0, Math.round(word.length * MORE)));
    outer.append(inner);
    text.replaceWith(outer);
  }
  return true;
})()"""
LONGER = TRANSLATE.replace("MORE", "0.2")
MUCH_LONGER = TRANSLATE.replace("MORE", "0.5")
LEAST = "--blink-settings=minimumFontSize={}"
PAPERS = [
    pytest.param({"format": "A4", "margin": dict.fromkeys(SIDES, "0")}, id="A4 without margins"),
    pytest.param({"format": "A4", "margin": dict.fromkeys(SIDES, "5mm")}, id="A4, 5 mm"),
    pytest.param({"format": "A4", "margin": dict.fromkeys(SIDES, "20mm")}, id="A4, 20 mm"),
    # naturalcrit/homebrewery #57 and #862: on Letter each second page was blank
    pytest.param({"format": "Letter"}, id="Letter"),
    pytest.param({"format": "Letter", "margin": dict.fromkeys(SIDES, "20mm")}, id="Letter, 20 mm"),
    pytest.param({"format": "A5"}, id="A5"),
]


def faults(paper: Paper) -> list[str]:
    """What is wrong with a sheet that should be one whole page, with its foot and its code."""
    page = paper.pages[0]
    wrong = {
        f"{len(paper.pages)} pages": len(paper.pages) != 1,
        f"ink at {page.ink} mm": page.ink < 10,
        f"letters of {page.points[page.visible].min()} pt": page.points[page.visible].min() < 7,
        "letters over letters": bool(len(overlapping(page.boxes[page.visible]))),
        "no foot": "CC BY" not in paper.text.replace("\n", " "),
        "no code": not page.codes[0],
    }
    return [fault for fault, found in wrong.items() if found]


def printed_by(engine: Engine, url: str, path: Path, change: str = "") -> Paper:
    """A page after a change, printed as a reader would."""
    engine.visit(url)
    if change:
        engine.run(change)
    engine.print(path / "blad.pdf", headers=True)
    return read_paper(path / "blad.pdf")


@pytest.mark.parametrize("page", ["modellen/reflectiemodel/", "situaties/botsing/"])
def test_ordinary_pages_print_without_menus(
    desktop: Page, address: str, tmp_path: Path, page: str
) -> None:
    desktop.goto(address + page)
    desktop.pdf(path=tmp_path / "pagina.pdf", prefer_css_page_size=True)
    paper = read_paper(tmp_path / "pagina.pdf")
    assert {(round(side.width), round(side.height)) for side in paper.pages} == {(210, 297)}
    assert "Meeschrijven" not in paper.text


def test_nothing_that_only_a_screen_needs_is_printed(desktop: Page, address: str) -> None:
    desktop.emulate_media(media="print")
    seen = {}
    for path in EACH_KIND:
        desktop.goto(address + path)
        if shown := desktop.locator(
            "nav:visible, header:visible, footer:visible, button:visible"
        ).all():
            seen[path] = [part.evaluate("(one) => one.outerHTML.slice(0, 80)") for part in shown]
    assert seen == {}


def test_the_dark_palette_prints_black_on_white(desktop: Page, address: str) -> None:
    desktop.emulate_media(color_scheme="dark", media="print")
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    colours = """() => {
      const sheet = getComputedStyle(document.querySelector('.blad'));
      return [sheet.color, getComputedStyle(document.body).backgroundColor];
    }"""
    assert desktop.evaluate(colours) == ["rgb(26, 26, 26)", "rgb(255, 255, 255)"]


def faults_by_sheet(engine: Engine, sheets: dict[str, str], path: Path, change: str) -> Any:
    """Sheet -> what is wrong with it, printed after this change; `sheets` has their addresses."""
    found = {name: faults(printed_by(engine, url, path, change)) for name, url in sheets.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    "reader",
    daily(
        2,
        [
            pytest.param((20, LONGER), id="letters of 20 px, translated"),
            pytest.param((0, LONGER), id="translated"),
            # VertNet/georefcalculator #100: a translator puts elements of its own around texts
            pytest.param((0, MUCH_LONGER), id="to a language of long words"),
            pytest.param((14, ""), id="letters of 14 px"),
            # guardian/frontend #6850: no letter below 24 px, and the rest was cut off
            pytest.param((24, ""), id="letters of 24 px"),
        ],
    ),
)
def test_a_sheet_stays_one_a4_with_larger_letters_or_longer_words(
    launch: Callable[..., Browser], address: str, tmp_path: Path, reader: tuple[int, str]
) -> None:
    least, change = reader
    engine = Chromium(launch(LEAST.format(least)).new_page(service_workers="block"))
    sheets = {sheet: address + sheet for sheet in FULL}
    assert faults_by_sheet(engine, sheets, tmp_path, change) == {}
    expect(engine.page.locator("[data-gk-krap]")).to_be_hidden()


@pytest.mark.long
@pytest.mark.parametrize("change", [LONGER, ""], ids=["translated", "as it is"])
def test_firefox_too_keeps_a_sheet_on_one_a4(address: str, tmp_path: Path, change: str) -> None:
    with open_firefox({"font.minimum-size.x-western": 20}) as firefox:
        sheets = {sheet: address + sheet for sheet in FULL}
        assert faults_by_sheet(firefox, sheets, tmp_path, change) == {}


@pytest.mark.long
@pytest.mark.parametrize("reader", [(20, ""), (0, LONGER)], ids=["letters of 20 px", "translated"])
def test_every_sheet_stays_one_a4(
    launch: Callable[..., Browser],
    real: Toolbox,
    address: str,
    tmp_path: Path,
    reader: tuple[int, str],
) -> None:
    least, change = reader
    engine = Chromium(launch(LEAST.format(least)).new_page(service_workers="block"))
    blads = [job.blad for job in jobs_of(real, ROOT) if job.on_page and job.blad]
    sheets = {blad.adres: f"{address}{blad.adres}/" for blad in blads if not blad.lang}
    assert faults_by_sheet(engine, sheets, tmp_path, change) == {}


@pytest.mark.parametrize("paper", daily(2, PAPERS))
def test_a_sheet_is_one_page_on_any_paper(
    desktop: Page, address: str, tmp_path: Path, paper: dict[str, Any]
) -> None:
    desktop.goto(address + FULL[0])
    desktop.pdf(path=tmp_path / "blad.pdf", **paper)
    assert len(read_paper(tmp_path / "blad.pdf").pages) == 1


def test_a_page_says_so_where_its_sheet_cannot_be_one_a4(
    launch: Callable[..., Browser], address: str, tmp_path: Path
) -> None:
    page = launch(LEAST.format(40)).new_page(service_workers="block")
    printed_by(Chromium(page), address + FULL[0], tmp_path)
    assert "Print dan de PDF" in page.inner_text("[data-gk-krap]")
    assert "Print dan de PDF" not in read_paper(tmp_path / "blad.pdf").text


def test_a_page_in_a_folder_says_so_too(
    launch: Callable[..., Browser], site: Path, tmp_path: Path
) -> None:
    """There no script may read the styles, so that the sheet cannot be made to fit."""
    page = launch(LEAST.format(20)).new_page()
    printed_by(Chromium(page), (site / FULL[0] / "index.html").as_uri(), tmp_path)
    expect(page.locator("[data-gk-krap]")).to_be_visible()


def test_a_sheet_that_fits_is_printed_as_ever(desktop: Page, address: str, tmp_path: Path) -> None:
    printed_by(Chromium(desktop), address + FULL[0], tmp_path)
    expect(desktop.locator("[data-gk-krap]")).to_be_hidden()
    assert desktop.locator(".blad--ruim").count() == 0
    assert desktop.evaluate("matchMedia('print').matches") is False
    expect(desktop.locator(".md-header")).to_be_visible()


def test_a_letter_is_as_wide_as_in_the_browser_of_a_reader(desktop: Page, address: str) -> None:
    """Not rounded to dots of a screen, or lines on paper would break elsewhere than they do."""
    desktop.goto(address)
    narrow, wide = desktop.evaluate("""() => [10, 20].map((size) => {
      const line = document.createElement('span');
      line.style.cssText = `font-size: ${size}px; white-space: nowrap; position: absolute`;
      line.textContent = 'Samen kijken we wat werkt, en wat niet. '.repeat(3);
      document.body.append(line);
      return line.getBoundingClientRect().width;
    })""")
    assert abs(wide - 2 * narrow) < 1
