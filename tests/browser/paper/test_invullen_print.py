"""A filled sheet prints whole: the sheet on one A4 with what fits, all of the rest behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model import Toolbox
from scripts.lab.printing.chromium import Chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.firefox import open_firefox
from scripts.lab.printing.read_pdf import read_paper
from tests.helpers.cases import daily
from tests.helpers.invullen import type_everywhere, words_of

SHARES = (0, 0.5, 1, 3)
SMALLEST = 8.9  # pt: that of the sheet itself, less what sheet-fit.js may take off
# A full table with names of ours, one with free rows, and boxes alone
SOME = ["verbindend-leiden", "belangenkaart", "keetgesprek"]
SAYS = "document.querySelector('[data-deel=past]').textContent"


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=pytest.mark.long)])
def engine(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Engine]:
    """Each browser in turn."""
    if request.param == "firefox":
        with open_firefox() as firefox:
            yield firefox
    else:
        page = browser.new_page()
        yield Chromium(page)
        page.close()


def faults(engine: Engine, url: str, share: float, path: Path) -> list[str]:
    """What is wrong with a sheet that is filled this much and printed at once."""
    engine.visit(url)
    typed = type_everywhere(engine, share)
    engine.print(path, headers=False)
    says = engine.run(SAYS)
    pages, paper = words_of(path), read_paper(path)
    found = {word for page in pages for word in page}
    front = paper.pages[0]
    wrong = {
        f"missing {sorted(set(typed) - found)[:5]}": not set(typed) <= found,
        f"{len(pages)} pages for {says}": (len(pages) > 1) != says.startswith("Niet alles"),
        "nothing is said": bool(typed) and not says,
        "more than a page for an empty sheet": not share and len(pages) > 1,
        "one page for three times its room": share > 1 and len(pages) == 1,
        "nothing of it stands on the sheet": bool(typed) and not pages[0],
        f"letters of {front.points[front.visible].min()}": front.points[front.visible].min()
        < SMALLEST,
        "no foot": "CC BY" not in front.characters.replace("\n", " "),
        "no heading behind it": len(pages) > 1 and "Vervolg" not in paper.pages[1].characters,
        "ink near the edge": min(page.ink for page in paper.pages) < 10,
    }
    return [fault for fault, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize("share", SHARES)
def test_a_filled_sheet_prints_all_that_was_typed(
    engine: Engine, address: str, tmp_path: Path, share: float
) -> None:
    found = {
        id: faults(engine, f"{address}instrumenten/{id}/", share, tmp_path / f"{id}.pdf")
        for id in SOME
    }
    assert {id: wrong for id, wrong in found.items() if wrong} == {}


def test_a_page_in_a_folder_does_so_too(engine: Engine, site: Path, tmp_path: Path) -> None:
    """There no script may read the styles, so nothing is made smaller."""
    url = (site / "instrumenten" / SOME[-1] / "index.html").as_uri()
    assert faults(engine, url, 3, tmp_path / "blad.pdf") == []


@pytest.mark.long
@pytest.mark.parametrize("share", SHARES)
def test_every_filled_sheet_prints_all_that_was_typed(
    engine: Engine, real: Toolbox, address: str, tmp_path: Path, share: float
) -> None:
    found = {
        id: faults(engine, f"{address}instrumenten/{id}/", share, tmp_path / "blad.pdf")
        for id in real.instrumenten
    }
    assert {id: wrong for id, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("least", daily(1, [20, 14]))
def test_larger_letters_of_a_reader_lose_nothing(
    launch: Callable[..., Browser], address: str, tmp_path: Path, least: int
) -> None:
    page = launch(f"--blink-settings=minimumFontSize={least}").new_page(service_workers="block")
    engine = Chromium(page)
    engine.visit(f"{address}instrumenten/{SOME[0]}/")
    typed = type_everywhere(engine, 1)
    engine.print(tmp_path / "blad.pdf", headers=False)
    found = {word for page in words_of(tmp_path / "blad.pdf") for word in page}
    assert set(typed) <= found
