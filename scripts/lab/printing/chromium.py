"""Chromium as a printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scripts.lab.browsers import CHROMIUM
from scripts.lab.printing.engine import Engine, PageRoom

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",  # without windows too, letters stand where a reader has them
]
# In mm: the height of boxes and tables together, how far anything reaches into the padding, and
# the lowest row to tick.
ROOM = """() => {
  const mm = (pixels) => pixels * 25.4 / 96, box = (element) => element.getBoundingClientRect();
  const sheet = document.querySelector('.blad');
  const inside = (name) => [...sheet.querySelectorAll(name)];
  const written = inside('.blad__invul, .blad__tabelvak')
    .reduce((total, one) => total + box(one).height, 0);
  const floor = box(sheet).bottom - parseFloat(getComputedStyle(sheet).paddingBottom);
  const deepest = Math.max(...inside('*').map((one) => box(one).bottom));
  const rows = inside('.blad__tabel--vink tbody tr').map((one) => mm(box(one).height));
  return [mm(written), mm(deepest - floor), Math.min(...rows)];
}"""


class Chromium(Engine):
    """A page of Playwright."""

    name = "Chromium"

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        """Load a page."""
        self.page.goto(url)

    def run(self, script: str) -> Any:
        """The value of an expression; of a promise, what it resolves to."""
        return self.page.evaluate(script)

    def print(self, path: Path, headers: bool) -> None:
        """Print the open page to a PDF, as Ctrl-P does."""
        self.page.pdf(
            path=path,
            prefer_css_page_size=True,
            tagged=True,
            print_background=False,
            display_header_footer=headers,
        )

    def room(self) -> PageRoom:
        """The room on the sheet of the open page, laid out for paper.

        Measured in the page, since a PDF does not tell which of its lines are boxes to write in.
        """
        self.page.emulate_media(media="print")
        room = PageRoom(*self.run(ROOM))
        self.page.emulate_media(media="null")
        return room


@contextmanager
def open_chromium() -> Iterator[Chromium]:
    """The Chromium of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.require(), args=FLAGS)
        yield Chromium(browser.new_page(service_workers="block"))
        browser.close()
