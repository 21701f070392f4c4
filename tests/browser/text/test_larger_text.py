"""Larger letters, or more room between them, push nothing off the page (WCAG 1.4.4, 1.4.10, 1.4.12).

w3c/wcag #3124 and #4332: the room between letters counts at every width, 320 pixels too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.built_pages import EACH_KIND
from tests.helpers.cases import daily

# What WCAG 1.4.12 lets a reader ask for.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# The size of letters that a reader sets in the browser; 16 is usual.
USUAL, TWICE = 16, 32
# What hangs over an edge of the page or out of its own box. What scrolls in a box of its own does
# not, nor the menu that slides in.
OUTSIDE = """() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = (node) => node && node !== document.body &&
    (['auto', 'scroll'].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  const spills = (node) => node.matches('label, button, .knop, .kaartje, .feit, th, td') &&
    node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline';
  return [...document.querySelectorAll('body :not(svg, svg *)')].filter((node) => {
    const { left, right, width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1 && (right > edge || left < -1 || spills(node)) &&
      !scrolls(node) && getComputedStyle(node).visibility !== 'hidden' &&
      !node.closest('.md-sidebar--primary');
  }).map((node) => `${node.tagName}.${node.className} ${node.textContent.trim().slice(0, 40)}`);
}"""
WAYS = {
    "spaced on a small phone": (320, USUAL, SPACED),
    "spaced on a phone on its side": (740, USUAL, SPACED),
    "spaced on a desktop": (1280, USUAL, SPACED),
    "twice as large on a phone": (360, TWICE, ""),
    "twice as large on a desktop": (1280, TWICE, ""),
}


@pytest.fixture(params=daily(1, WAYS))
def shown(
    request: pytest.FixtureRequest, launch: Callable[..., Browser]
) -> Iterator[tuple[Page, str]]:
    """A page of some width in a browser with some size of letters, and what its reader adds."""
    width, size, style = WAYS[request.param]
    opened = launch(f"--blink-settings=defaultFontSize={size}")
    context = opened.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    yield context.new_page(), style
    context.close()


def test_nothing_is_pushed_off_any_kind_of_page(shown: tuple[Page, str], address: str) -> None:
    page, style = shown
    outside = {}
    for name in EACH_KIND:
        page.goto(address + name)
        page.add_style_tag(content=style or "*{}")
        outside[name] = page.evaluate(OUTSIDE)
    assert {name: found for name, found in outside.items() if found} == {}


def test_the_open_search_and_its_answer_stay_on_the_page(
    shown: tuple[Page, str], address: str
) -> None:
    page, style = shown
    page.goto(address)
    page.keyboard.press("Control+k")
    page.wait_for_function("() => Gk.search.engine")
    page.add_style_tag(content=style or "*{}")
    for text in ("samenwerkingsovereenkomst", "qqqqqwwwww" * 4):
        page.get_by_role("combobox").fill(text)
        page.wait_for_function("() => document.querySelector('.zoek__status').textContent")
        assert page.evaluate(OUTSIDE) == []


def test_a_filled_in_meting_stays_on_the_page(shown: tuple[Page, str], address: str) -> None:
    page, style = shown
    page.goto(f"{address}scans/vertrouwensmeting/")
    page.add_style_tag(content=style or "*{}")
    page.locator(".stelling label").first.click()
    page.locator(".stelling__weetniet").last.click()
    page.fill("[data-deel=naam]", "W" * 40)
    page.evaluate("document.querySelector('[data-doe=link]').click()")
    page.wait_for_function("() => document.querySelector('[data-deel=adres]').value")
    assert page.evaluate(OUTSIDE) == []
