"""Check built pages with axe: light and dark, on a desktop, on a phone and on paper."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request, sync_playwright

from scripts.lab.browsers import CHROMIUM
from scripts.lab.printing.chromium import FLAGS
from scripts.lab.static_server import serve

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = [*WCAG, "best-practice"]
VIEWS = [
    *((width, palette, "screen") for width in (1280, 360) for palette in ("light", "dark")),
    (1280, "light", "print"),
]
# In forced colours axe reads some colours of ours that the browser replaces by those of the reader
RUN = """async ([part, rules]) => (await axe.run(part, { runOnly: rules, rules: {
    "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches },
  } })).violations.flatMap(
    ({ id, tags, nodes }) => nodes.map(({ html }) => [
      tags.includes("best-practice") ? "advies" : "wcag", `${id}: ${html.slice(0, 120)}`]))"""
WIDE = "document.documentElement.scrollWidth > innerWidth"
Fault = tuple[str, str]  # kind, one of PROBLEM_TYPES of the audit report; and what was found where


def audit(site: Path, pages: Sequence[str]) -> list[Fault]:
    """The faults of these pages (paths in the site), in every view."""
    with serve(site) as address, ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda view: look(address, pages, *view), VIEWS)
        return [fault for faults in results for fault in faults]


def look(address: str, pages: Sequence[str], width: int, palette: str, media: str) -> list[Fault]:
    """The faults in one view; each view has its own browser, so that views can run in parallel.

    `width` is in pixels, `palette` light or dark, `media` screen or print.
    """
    faults: list[Fault] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.require(), args=FLAGS)
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=palette,  # type: ignore[arg-type]
            reduced_motion="reduce",  # otherwise axe may judge a colour halfway a transition
            service_workers="block",
        )
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        _listen(page, address, faults)
        for name in pages:
            page.goto(address + name)
            where = f"{name} ({width}, {palette}, {media})"
            faults += [(kind, f"{where}: {text}") for kind, text in check_page(page)]
        faults += [("cookies", str(cookie.get("name"))) for cookie in context.cookies()]
        browser.close()
    return faults


def check_page(page: Page, part: str = "html") -> list[Fault]:
    """What axe finds on an open page, or in a part of it; and whether the page scrolls sideways."""
    page.evaluate(AXE.read_text("utf-8"))  # a script tag would be refused by a strict policy
    faults = [(str(kind), str(text)) for kind, text in page.evaluate(RUN, [part, RULES])]
    if page.evaluate(WIDE):
        faults.append(("opzij", "schuift opzij"))
    return faults


def _listen(page: Page, address: str, faults: list[Fault]) -> None:
    """Add a fault for every error of a script and every request to another site."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(("console", message.text))

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            faults.append(("buiten", request.url))

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(("console", str(error))))
    page.on("request", on_request)
