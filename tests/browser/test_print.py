"""Ordinary pages printed with Ctrl-P: without menus, dark ink on white. Sheets: test_sheets.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.lab.printing.read_pdf import read_paper
from tests.helpers.built_pages import EACH_KIND


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
