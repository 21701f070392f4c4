"""axe finds nothing where something went wrong, was removed or is asked; nor does it scroll sideways.

The states of every day are in the tests of each part.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.cases import daily
from tests.helpers.meting import QUIET, done, person, upload
from tests.helpers.states import judge

VIEWS: list[dict[str, Any]] = [
    {"width": 320, "color_scheme": "dark"},
    {"width": 1280, "color_scheme": "light"},
    {"width": 320, "forced_colors": "active"},
]
KEY, OTHER, SHEET, WEEKLY = "start-bijeenkomst", "andere-middag", "groepsspiegel", "keetgesprek"
BLOCKS: list[dict[str, Any]] = [
    {"sleutel": "blok-te-kort", "blad": SHEET, "minuten": 5},
    {"sleutel": "blok-te-laat", "blad": "belangenkaart", "minuten": 60, "vast": "09:00"},
    {"sleutel": "blok-vervallen", "blad": "vervallen-blad"},
]
KISTEN: dict[str, Any] = {
    "opslag": 1,
    "nu": KEY,
    "kisten": [
        {
            "sleutel": KEY,
            "naam": "Start",
            "dag": "2026-12-01",
            "blokken": BLOCKS,
            "geparkeerd": [{"sleutel": "blok-apart", "blad": WEEKLY}],
        },
        {"sleutel": OTHER, "naam": "Andere middag", "blokken": []},
    ],
}
PAGES = ["mijn-kist/", "leiden/", "verslag/", "verbeteragenda/", f"instrumenten/{SHEET}/"]
KEPT = ["kisten", "leiden", "verslagen", "verbeteragenda", f"invullen.{SHEET}"]
STORE = "([key, value]) => localStorage.setItem(key, JSON.stringify(value))"
FULL = "() => { Storage.prototype.setItem = () => { throw Error(); }; }"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
LATER = {"kist": b'{"soort":"gk-kist","versie":2}', "stuk": b"{"}
Judged = Callable[[str], None]


@pytest.fixture(params=daily(1, VIEWS))
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    opened = person(browser, "about:blank", **request.param)
    opened.on("dialog", lambda dialog: dialog.accept())
    yield opened
    done(opened, gone=True)


@pytest.fixture
def judged(page: Page) -> Iterator[Judged]:
    """Judges the page in the state that is named."""
    found: dict[str, object] = {}
    yield lambda state: judge(page, state, found)
    assert found == {}


def with_kisten(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}{QUIET}")
    page.evaluate(STORE, ["gk.kisten", KISTEN])
    page.goto(address + path)


def alerted(page: Page, text: str) -> None:
    expect(page.get_by_role("alert").filter(has_text=text)).to_be_visible()


def test_a_kist(page: Page, judged: Judged, address: str) -> None:
    with_kisten(page, address, "mijn-kist/")
    expect(page.locator("[data-deel=meldlijst]")).to_contain_text("vervallen blad")
    for fold in page.locator("[data-doe=meer]").all():
        fold.click()
    judged("past niet, alles open")
    page.get_by_role("button", name="Neem de tijd van het blad").first.click()
    judged("terug te zetten")
    page.get_by_label("Begin", exact=True).fill("13:00")
    judged("vaste tijden schuiven mee")
    page.get_by_label("Dag", exact=True).fill("")
    page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.get_by_label("Dag", exact=True)).to_be_focused()
    judged("geen dag")
    page.evaluate(NO_CLIPBOARD)
    page.get_by_role("button", name="Kopieer een link").click()
    expect(page.get_by_label("Link naar een kopie")).to_be_visible()
    judged("link zonder klembord")
    for name, content in LATER.items():
        upload(page, **{name: content})
        alerted(page, f"{name}.json")
        judged(f"bestand {name}")
    page.evaluate(FULL)
    page.get_by_label("Titel", exact=True).fill("Vol")
    alerted(page, "Deze browser bewaart niets.")
    judged("opslag vol")


def test_a_filled_sheet(page: Page, judged: Judged, address: str) -> None:
    page.goto(f"{address}instrumenten/{SHEET}/")
    page.evaluate(FULL)
    page.locator("textarea[data-veld]").first.fill("Alleen hier")
    alerted(page, "Deze browser bewaart niets.")
    judged("opslag vol")
    page.get_by_role("button", name="Maak leeg").click()
    judged("leeg gemaakt")
    upload(page, later=b'{"soort":"gk-gegevens","versie":2}')
    alerted(page, "later.json")
    judged("bestand van later")


def test_a_report(page: Page, judged: Judged, address: str) -> None:
    page.goto(f"{address}verslag/#kist=weg-en-weg")
    alerted(page, "Die bijeenkomst")
    judged("geen kist")
    with_kisten(page, address, "verslag/")
    expect(page.locator("[data-deel=bladen] li")).to_have_count(2)
    judged("nog leeg")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    alerted(page, "Er staat nog geen afspraak.")
    judged("geen afspraak")
    for _ in range(2):
        page.get_by_role("button", name="Nieuwe afspraak").click()
    page.get_by_label("Wat spreken we af?").first.fill("Bellen " * 20)
    page.get_by_label("Wanneer is het klaar?").first.focus()
    page.keyboard.type("31")
    page.keyboard.press("Shift+Tab")
    judged("een halve dag")
    page.get_by_role("button", name="Haal weg").last.click()
    judged("afspraak weg")
    page.evaluate(NO_CLIPBOARD)
    page.locator("[data-doe=tekst]").click()
    judged("tekst in een vak")
    page.evaluate(FULL)
    page.get_by_label("Wat besloten we?").fill("Alleen hier")
    page.get_by_label("Welke bijeenkomst?").select_option(OTHER)
    alerted(page, "Bewaar die eerst als bestand.")
    judged("opslag vol")


def test_an_old_report(page: Page, judged: Judged, address: str) -> None:
    page.clock.install(time=datetime.datetime(2026, 11, 23, 11, 0))
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 30, 11, 0))
    page.evaluate(f"location.hash = '#blad={WEEKLY}'")
    anew = page.get_by_role("button", name="Begin een nieuw verslag")
    expect(anew).to_be_visible()
    judged("de vraag")
    anew.click()
    expect(page.get_by_label("Wie waren erbij?")).to_be_focused()
    judged("een nieuw verslag")


def test_a_verbeteragenda(page: Page, judged: Judged, address: str) -> None:
    page.goto(f"{address}verbeteragenda/")
    for _ in range(4):
        page.get_by_role("button", name="Nieuwe actie").click()
    judged("te veel, en nog leeg")
    page.get_by_role("button", name="Haal weg").nth(1).click()
    judged("een actie weg")
    upload(page, stuk=b"{}")
    alerted(page, "stuk.json")
    judged("geen bestand van een agenda")
    page.evaluate(FULL)
    page.get_by_label("Wat gaan we doen?").first.fill("Vol")
    alerted(page, "Deze browser bewaart niets.")
    judged("opslag vol")


def test_leading(page: Page, judged: Judged, address: str) -> None:
    page.goto(f"{address}leiden/#klaar=maandoverleg")
    begin = page.get_by_role("button", name="Begin nu")
    expect(begin).to_be_visible()
    judged("een draaiboek dat klaarligt")
    page.evaluate(FULL)
    begin.click()
    alerted(page, "Deze browser bewaart niets.")
    judged("opslag vol")
    page.get_by_text("Klok, geluid en vragen").click()
    page.get_by_label("Ik begon deze stap om").fill("")
    page.get_by_role("button", name="Zet de klok goed").click()
    alerted(page, "tijd")
    judged("geen tijd")


def test_my_data(page: Page, judged: Judged, address: str) -> None:
    with_kisten(page, address, "gegevens/")
    page.evaluate(STORE, ["gk.onbekend", 3])
    page.reload()
    judged("ook wat we niet kennen")
    page.get_by_role("button", name="Wis alles").click()
    judged("de vraag")
    mixed = {"kisten": {"opslag": 2}, "stuk": 3, "checklist.goed-overleg": {"opslag": 1}}
    file = {"soort": "gk-gegevens", "versie": 1, "gegevens": mixed}
    upload(page, half=json.dumps(file).encode())
    alerted(page, "half.json")
    judged("een bestand dat half past")


def test_what_a_later_version_stored(page: Page, judged: Judged, address: str) -> None:
    page.goto(f"{address}{QUIET}")
    for key in KEPT:
        page.evaluate(STORE, [f"gk.{key}", {"opslag": 2}])
    for path in PAGES:
        page.goto(address + path)
        alerted(page, "nieuwere versie")
        judged(path)
