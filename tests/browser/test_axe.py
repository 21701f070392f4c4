"""axe finds nothing on one page of each kind: desktop, phone and paper, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from scripts.lab import axe
from tests.helpers.built_pages import EACH_KIND

DAILY = ((1280, "light", "print"), (360, "dark", "screen"))  # these differ most


@pytest.mark.parametrize(
    ("width", "palette", "media"),
    [pytest.param(*view, marks=() if view in DAILY else pytest.mark.long) for view in axe.VIEWS],
)
def test_axe_finds_nothing(
    browser: Browser, address: str, width: int, palette: str, media: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=palette)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media=media)  # type: ignore[arg-type]
    found = {}
    for path in EACH_KIND:
        page.goto(address + path)
        if faults := axe.check_page(page):
            found[path] = faults
    context.close()
    assert found == {}


def test_axe_can_find_something(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input>')")
    assert any(text.startswith("label:") for _, text in axe.check_page(page))
    page.close()
