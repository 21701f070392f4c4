"""One meeting from the first word to the next one, on a phone without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.lab.static_server import serve
from scripts.pipeline.security_headers import headers
from tests.conftest import ROOT

AGREED = "Anna belt de gemeente"


@pytest.fixture
def phone(browser: Browser, site: Path) -> Iterator[Page]:
    """Somebody who was here once with a network, and has none now."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        locale="nl-NL",
        service_workers="allow",
    )
    page = context.new_page()
    with serve(site, headers(ROOT)) as base:
        page.goto(f"{base}over/zonder-netwerk/")
        expect(page.get_by_text("De kopie staat klaar.")).to_be_visible()
        context.set_offline(True)
        page.goto(base)
        yield page
    context.close()


def test_a_meeting_is_chosen_led_written_and_followed_up_without_a_network(phone: Page) -> None:
    page = phone
    page.on("dialog", lambda dialog: dialog.accept())
    find(page, "groepsspiegel")
    page.locator("[data-gk-kist]").first.click()
    page.get_by_role("link", name="Mijn kist 1").click()
    page.get_by_role("button", name="Welkom en afsluiting erbij").click()
    expect(page.locator("[data-deel=blokken] .blok__naam")).to_have_count(3)
    page.get_by_label("Titel").first.fill("Terugkijken")
    page.get_by_role("link", name="Leid deze bijeenkomst").click()
    lead(page)
    page.get_by_role("link", name="Vul het blad in").click()
    field = page.locator("textarea[data-veld=afspraak]")
    field.fill(AGREED)
    page.go_back()
    page.get_by_role("link", name="Maak het verslag").click()
    page.get_by_role("button", name="Neem afspraken over").click()
    page.get_by_label("Wie doet het?").first.fill("Anna")
    page.get_by_label("Wanneer is het klaar?").first.fill("2026-12-15")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    assert AGREED in page.evaluate("Gk.kisten.current().blokken[1].notitie")
    page.goto(page.url.replace("mijn-kist/", "verbeteragenda/"))
    expect(page.get_by_label("Wat gaan we doen?")).to_have_value(AGREED)


def find(page: Page, word: str) -> None:
    """Open the first answer of the search."""
    page.get_by_role("button", name="Zoek").first.click()
    page.get_by_role("combobox").fill(word)
    page.get_by_role("option").first.click()
    page.wait_for_url(f"**/{word}/")


def lead(page: Page) -> None:
    """From the first step to the last."""
    page.get_by_role("button", name="Begin nu").click()
    forward = page.get_by_role("button", name="Volgende")
    while forward.is_visible():
        forward.click()
    expect(page.get_by_role("link", name="Maak het verslag")).to_be_visible()
