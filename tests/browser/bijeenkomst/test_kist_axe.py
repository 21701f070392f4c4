"""axe finds nothing in any state of a kist, and no state scrolls sideways."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers.states import judge


@pytest.mark.parametrize(
    ("width", "palette", "forced"),
    [
        (320, "dark", "none"),
        pytest.param(1280, "light", "none", marks=pytest.mark.long),
        pytest.param(320, "light", "active", marks=pytest.mark.long),
    ],
)
def test_every_state_is_accessible(
    browser: Browser, address: str, width: int, palette: str, forced: str
) -> None:
    options: dict[str, Any] = {"color_scheme": palette, "forced_colors": forced}
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    page = context.new_page()
    found: dict[str, object] = {}
    page.goto(f"{address}mijn-kist/")
    judge(page, "leeg", found)
    page.click("[data-doe=kies]")
    page.fill("[data-deel=filter]", "kaart")
    page.keyboard.press("Enter")
    page.evaluate("scrollTo(0, 0)")  # axe calls a field too small that lies half behind the header
    judge(page, "kiezen, met een melding", found)
    page.goto(f"{address}mijn-kist/#klaar=maandoverleg")
    expect(page.get_by_label("Titel", exact=True)).not_to_have_value("Onze bijeenkomst")
    page.fill("[name=mensen]", "90")  # too many, so there is something to say
    page.locator("summary").last.click()
    for k in range(3):
        page.locator("[data-doe=meer]").nth(k).click()
    page.locator("[data-deel=blokken] [data-doe=parkeer]").nth(0).click()
    page.locator("[data-deel=blokken] [data-doe=weg]").nth(0).click()
    page.click("[data-doe=mail]")
    expect(page.get_by_label("Pas de tekst aan")).not_to_be_empty()
    page.click("[data-doe=link]")
    expect(page.get_by_label("Link naar een kopie")).to_have_value(re.compile("#kist="))
    judge(page, "geparkeerd, weg, mail en link", found)
    page.click("[data-doe=kistWeg]")
    judge(page, "een kist weg", found)
    page.goto(f"{address}mijn-kist/#kist=1.1.0900")
    expect(page.locator("gk-kist [data-deel=fout]")).not_to_be_empty()
    judge(page, "een fout", found)
    context.close()
    assert found == {}
