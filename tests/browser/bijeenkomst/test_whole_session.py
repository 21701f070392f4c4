"""One meeting from the first word to the next, on a phone without a network or from a folder."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.lab.static_server import serve
from scripts.pipeline.security_headers import headers
from scripts.zip import FOLDER, pack
from tests.conftest import ROOT
from tests.helpers.offline import publish

AGREED = "Anna belt de gemeente"


@pytest.fixture(params=["no network", pytest.param("folder", marks=pytest.mark.long)])
def phone(
    request: pytest.FixtureRequest, browser: Browser, site: Path, tmp_path: Path
) -> Iterator[Page]:
    """Somebody who was here once with a network and has none now, or who unpacked the file."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        locale="nl-NL",
        service_workers="allow",
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    open_start = from_a_folder if request.param == "folder" else without_a_network
    with open_start(context, page, site, tmp_path):
        yield page
    context.close()
    assert errors == []


@contextmanager
def without_a_network(
    context: BrowserContext, page: Page, site: Path, aside: Path
) -> Iterator[None]:
    publish(aside / "live", site)
    with serve(aside / "live", headers(ROOT)) as base:
        page.goto(f"{base}over/zonder-netwerk/")
        expect(page.get_by_text("De kopie staat klaar.")).to_be_visible()
        context.set_offline(True)
        page.goto(base)
        yield


@contextmanager
def from_a_folder(_: BrowserContext, page: Page, site: Path, aside: Path) -> Iterator[None]:
    pack(site, aside / "kist.zip", time.gmtime(1_795_219_200))
    with ZipFile(aside / "kist.zip") as packed:
        packed.extractall(aside)
    page.goto((aside / FOLDER / "index.html").as_uri())
    yield


def test_a_meeting_is_chosen_led_written_and_followed_up(phone: Page) -> None:
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
    page.locator("[data-deel=bladen]").get_by_role("link").click()
    expect(field).to_have_value(AGREED)
    page.go_back()
    page.get_by_role("button", name="Neem afspraken over").click()
    page.get_by_label("Wie doet het?").first.fill("Anna")
    page.get_by_label("Wanneer is het klaar?").first.fill("2026-12-15")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    arrives(page, "mijn-kist")
    assert AGREED in page.evaluate("Gk.kisten.current().blokken[1].notitie")
    page.goto(page.url.replace("mijn-kist/", "verbeteragenda/"))
    expect(page.get_by_label("Wat gaan we doen?")).to_have_value(AGREED)


def arrives(page: Page, name: str) -> None:
    """In a folder the name of the file stands behind it."""
    page.wait_for_url(re.compile(rf"/{name}/(index[.]html)?$"))


def find(page: Page, word: str) -> None:
    """Open the first answer of the search."""
    page.get_by_role("button", name="Zoek").first.click()
    page.get_by_role("combobox").fill(word)
    page.get_by_role("option").first.click()
    arrives(page, word)


def lead(page: Page) -> None:
    """From the first step to the last, and on when the phone dropped the page."""
    page.get_by_role("button", name="Begin nu").click()
    forward = page.get_by_role("button", name="Volgende")
    forward.click()
    page.reload()
    expect(page.locator("[data-deel=tel]")).to_have_text(re.compile("^2 van"))
    while forward.is_visible():
        forward.click()
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_role("link", name="Maak het verslag")).to_be_visible()
