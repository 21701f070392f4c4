"""Ctrl-P on an instrument gives exactly one complete A4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from macros.model import Toolbox
from macros.model.base import Part
from macros.model.instrument import Instrument
from macros.model.meten import Scan
from macros.sheet import free_height, needed_height

MM = 72 / 25.4
STICKS_OUT = """() => {
  const bottom = (name) => document.querySelector(name).getBoundingClientRect().bottom;
  return bottom('.blad__voet') > bottom('.blad');
}"""
NOT_ON_PAPER = {"id", "zoekwoorden", "startset", "status", "condities", "kaarten", "niveaus", "bronnen", "toestemming"}


def words_of(record: Part) -> Iterator[str]:
    """Every word of four letters or more that a reader of the record would read."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Part):
                yield from words_of(item)
            elif isinstance(item, str) and name not in NOT_ON_PAPER and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", item):
                yield from re.findall(r"[^\W\d_]{4,}", item)


def printed(page: Page, url: str, folder: Path) -> tuple[list[tuple[float, float]], str]:
    """The sizes of the printed pages in mm, and their text."""
    page.goto(url)
    page.pdf(path=folder / "blad.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(folder / "blad.pdf")
    sizes = [(round(sheet.get_width() / MM), round(sheet.get_height() / MM)) for sheet in document]
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    document.close()
    return sizes, text


def test_every_instrument_prints_on_one_a4_with_every_word(real: Toolbox, desktop: Page, address: str, tmp_path: Path) -> None:
    assert len(real.records["instrumenten"]) == 77
    for id, record in real.records["instrumenten"].items():
        sizes, text = printed(desktop, f"{address}instrumenten/{id}/", tmp_path)
        assert (id, sizes) == (id, [(210, 297)])
        missing = {word for word in words_of(record) if word.lower() not in text.lower()}
        assert (id, missing) == (id, set())


def test_phase_guides_and_checklists_print_on_one_a4(real: Toolbox, desktop: Page, address: str, tmp_path: Path) -> None:
    for path in [f"fasen/{id}/" for id in real.records["fasen"]] + [f"checklists/{id}/" for id in real.records["checklists"]]:
        sizes, _ = printed(desktop, address + path, tmp_path)
        desktop.emulate_media(media="print")
        assert (path, sizes) == (path, [(210, 297)])
        assert (path, desktop.evaluate(STICKS_OUT)) == (path, False)
        desktop.emulate_media(media="null")


def test_a_blank_meting_prints_whole_questions(real: Toolbox, desktop: Page, address: str, tmp_path: Path) -> None:
    for id, record in real.records["scans"].items():
        assert isinstance(record, Scan)
        sizes, text = printed(desktop, f"{address}scans/{id}/", tmp_path)
        assert (id, set(sizes), len(sizes) <= 2) == (id, {(210, 297)}, True)
        assert [vraag.tekst for vraag in record.vragen if vraag.tekst not in " ".join(text.split())] == []


def test_the_estimate_of_the_check_holds_for_every_sheet(real: Toolbox, desktop: Page, address: str) -> None:
    """macros.sheet judges without a browser; here the browser judges it. Nothing may stick out of the sheet."""
    desktop.emulate_media(media="print")
    measure = """() => {
      const mm = (pixels) => pixels * 25.4 / 96, box = (name) => document.querySelector(name)?.getBoundingClientRect();
      const sheet = box('.blad'), foot = box('.blad__voet'), table = box('.blad__tabelvak');
      const free = mm(box('.blad__invul').height + (table ? table.height : 0)) + (table ? 3 : 0);
      return { out: mm(foot.bottom - sheet.bottom) + 14, free };
    }"""
    for record in real.records["instrumenten"].values():
        assert isinstance(record, Instrument)
        desktop.goto(f"{address}instrumenten/{record.id}/")
        desktop.evaluate("document.fonts.ready")
        found = desktop.evaluate(measure)
        assert (record.id, found["out"] <= 0.5) == (record.id, True), found
        assert (record.id, abs(free_height(record) - found["free"]) < 10) == (record.id, True), (
            found,
            free_height(record),
            needed_height(record),
        )


def test_a_sheet_that_is_too_long_is_seen(desktop: Page, address: str) -> None:
    """The check above must be able to fail: the same page with more text sticks out."""
    desktop.emulate_media(media="print")
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    desktop.evaluate("document.querySelector('.blad__stappen ol').innerHTML += '<li>Nog een stap met veel tekst</li>'.repeat(40)")
    assert desktop.evaluate(STICKS_OUT)


@pytest.mark.parametrize("page", ["modellen/reflectiemodel/", "situaties/botsing/"])
def test_ordinary_pages_print_without_menus(desktop: Page, address: str, tmp_path: Path, page: str) -> None:
    sizes, text = printed(desktop, address + page, tmp_path)
    assert set(sizes) == {(210, 297)}
    assert "Meeschrijven" not in text


def test_the_dark_palette_prints_black_on_white(desktop: Page, address: str) -> None:
    desktop.emulate_media(color_scheme="dark", media="print")
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    colours = """() => {
      const sheet = getComputedStyle(document.querySelector('.blad'));
      return [sheet.color, getComputedStyle(document.body).backgroundColor];
    }"""
    assert desktop.evaluate(colours) == ["rgb(26, 26, 26)", "rgb(255, 255, 255)"]
