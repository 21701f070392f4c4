"""axe finds nothing in any state of a meting or an agenda, and no state scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers import orakel
from tests.helpers.meting import SHORT, add, fill
from tests.helpers.states import judge


@pytest.mark.parametrize(
    ("width", "palette"), [pytest.param(1280, "light", marks=pytest.mark.long), (320, "dark")]
)
def test_every_state_is_accessible(
    browser: Browser, address: str, width: int, palette: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=palette)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    found: dict[str, object] = {}
    page.goto(f"{address}scans/{SHORT}/")
    add(page, "onzin")
    judge(page, "leeg, met een fout", found)
    add(page, orakel.code(SHORT, [1] * 12, "Waterschap met een lange naam"))
    judge(page, "verzegeld", found)
    fill(page, [5] * 12)
    add(page, "~".join(orakel.code(SHORT, [1 + k % 5] * 12, f"P{k}") for k in range(7)))
    page.click("[data-doe=qr]")
    page.wait_for_selector("[data-deel=qr] img")
    page.click("[data-doe=link]")
    page.locator("[data-deel=advies] summary").click()
    judge(page, "acht partijen, QR en link", found)
    page.click("[data-doe=ronde]")
    fill(page, [5] * 12)
    judge(page, "tweede ronde", found)
    page.goto(f"{address}verbeteragenda/")
    judge(page, "lege agenda", found)
    page.goto(f"{address}verbeteragenda/#actie={SHORT}.kunnen.laag")
    for _ in range(4):
        page.click("[data-doe=nieuw]")
    page.locator("[name=wie]").last.fill("Jan")  # of an action without words
    page.click("[data-doe=ics]")
    expect(page.locator(".fouten li")).to_have_count(1)
    judge(page, "vijf acties, met een fout", found)
    context.close()
    assert found == {}
