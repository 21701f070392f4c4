"""Check built pages with axe: light and dark, on a desktop, on a phone and on paper."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page, sync_playwright

from scripts.lab.browsers import CHROMIUM
from scripts.lab.print.chromium import FLAGS
from scripts.lab.static_server import serve

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = [*WCAG, "best-practice"]
VIEWS = [
    *((width, palette, "screen") for width in (1280, 360) for palette in ("light", "dark")),
    (1280, "light", "print"),
]
RUN = """async (rules) => (await axe.run({ runOnly: rules })).violations.flatMap(
    ({ id, tags, nodes }) => nodes.map(({ html }) => [
      tags.includes("best-practice") ? "advies" : "wcag", `${id}: ${html.slice(0, 120)}`]))"""
WIDE = "document.documentElement.scrollWidth > innerWidth"
Fault = tuple[str, str]  # kind, one of FAULTS; and what was seen where


def audit(site: Path, pages: Sequence[str]) -> list[Fault]:
    """What is wrong on these pages, in every view."""
    with serve(site) as address, ThreadPoolExecutor(os.cpu_count()) as pool:
        return [
            fault
            for found in pool.map(lambda view: look(address, pages, *view), VIEWS)
            for fault in found
        ]


def look(address: str, pages: Sequence[str], width: int, palette: str, media: str) -> list[Fault]:
    """Problems in one view; each view has its own browser, so that views can run in parallel."""
    faults: list[Fault] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.require(), args=FLAGS)
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=palette,  # type: ignore[arg-type]
            reduced_motion="reduce",  # else a slow machine judges colours halfway a change
            service_workers="block",
        )
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.on(
            "console",
            lambda message: (
                faults.append(("console", message.text)) if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: faults.append(("console", str(error))))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:"))
                else faults.append(("buiten", request.url))
            ),
        )
        for name in pages:
            page.goto(address + name)
            faults += [
                (kind, f"{name} ({width}, {palette}, {media}): {text}") for kind, text in seen(page)
            ]
        faults += [("cookies", str(cookie.get("name"))) for cookie in context.cookies()]
        browser.close()
    return faults


def seen(page: Page) -> list[Fault]:
    """What axe finds on an open page, and whether it scrolls sideways."""
    page.evaluate(AXE.read_text("utf-8"))  # a script tag would be refused by a strict policy
    found = [(str(kind), str(text)) for kind, text in page.evaluate(RUN, RULES)]
    return found + ([("opzij", "schuift opzij")] if page.evaluate(WIDE) else [])
