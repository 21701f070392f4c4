"""What a meeting leaves on a device: listed, wiped, in step, and never lost from the screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.helpers.meting import KEYS, done, person, upload

MEETING, OTHER = "start-bijeenkomst", "andere-middag"
SHEET = "groepsspiegel"
KISTEN: dict[str, Any] = {
    "opslag": 1,
    "nu": MEETING,
    "kisten": [
        {"sleutel": MEETING, "naam": "Start", "blokken": [{"blad": SHEET}]},
        {"sleutel": OTHER, "naam": "Andere middag", "blokken": [{"blad": SHEET}]},
    ],
}
FULL = """() => {
  window.real = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw Error(); };
}"""
ROOM = "() => { Storage.prototype.setItem = window.real; }"
REPORTS = "gk.verslagen"


def keep(page: Page, key: str, value: object) -> None:
    """Have this stored, and the page opened with it."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
    page.reload()


def decisions(page: Page) -> str:
    return page.get_by_label("Wat besloten we?").input_value()


def test_my_data_lists_and_wipes_all_of_a_meeting(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/")
    keep(page, "gk.kisten", KISTEN)
    for source in ("", f"gk.kisten.{MEETING}"):
        page.goto(f"{address}instrumenten/{SHEET}/")
        if source:
            page.get_by_label("Hoort bij de kist").select_option("")
        page.locator("textarea[data-veld=afspraak]").fill(f"Anna belt {source}")
    page.goto(f"{address}verslag/")
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    page.on("dialog", lambda dialog: dialog.accept())  # that the clock still runs
    page.goto(f"{address}leiden/#blad={SHEET}")
    page.get_by_role("button", name="Begin nu").click()
    page.goto(f"{address}gegevens/")
    lines = page.locator("[data-deel=lijst] li:visible")
    expect(lines).to_contain_text(
        ["Groepsspiegel", "Mijn kist", "Leiden", "Verslag", "Groepsspiegel, bij de kist Start"]
    )
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    assert page.evaluate(KEYS) == []
    page.goto(f"{address}leiden/")
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    page.goto(f"{address}verslag/")
    expect(page.get_by_text("Je hebt nog geen bijeenkomst.")).to_be_visible()
    done(page)


def test_a_report_that_cannot_be_stored_stays_on_the_screen(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verslag/")
    keep(page, "gk.kisten", KISTEN)
    alert = page.get_by_role("alert")
    page.evaluate(FULL)
    page.get_by_label("Wat besloten we?").fill("Alleen hier")
    expect(alert).to_contain_text("Deze browser bewaart niets.")
    for key in ("gk.kisten", f"gk.invullen.{SHEET}.{MEETING}", REPORTS):
        page.evaluate("key => dispatchEvent(new StorageEvent('storage', { key }))", key)
    page.get_by_label("Welke bijeenkomst?").select_option(OTHER)
    expect(alert).to_contain_text("Bewaar die eerst als bestand.")
    expect(page.get_by_label("Welke bijeenkomst?")).to_have_value(MEETING)
    page.evaluate(f"location.hash = '#blad={SHEET}'")
    upload(page, ander=json.dumps({"soort": "gk-verslag", "kist": KISTEN["kisten"][1]}).encode())
    assert decisions(page) == "Alleen hier"
    page.evaluate(ROOM)
    page.get_by_label("Wie waren erbij?").fill("Anna")
    page.get_by_label("Welke bijeenkomst?").select_option(OTHER)
    expect(page.get_by_label("Wat besloten we?")).to_have_value("")
    page.get_by_label("Welke bijeenkomst?").select_option(MEETING)
    expect(page.get_by_label("Wat besloten we?")).to_have_value("Alleen hier")
    done(page)


def full_but_another_window_goes_on(page: Page, change: Callable[[], None], key: str) -> None:
    """Nothing is stored any more from here; then another window stores what it knows."""
    page.evaluate(FULL)
    change()
    expect(page.get_by_role("alert").first).to_contain_text("Deze browser bewaart niets.")
    for name in (key, None):
        page.evaluate("key => dispatchEvent(new StorageEvent('storage', { key }))", name)


def in_another_window(page: Page, work: str, value: str) -> None:
    """Where there is room."""
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate(work, value)
    other.close()


def test_a_kist_that_cannot_be_stored_stays_on_the_screen(browser: Browser, address: str) -> None:
    """Also when another one is looked at meanwhile, and it is stored once there is room."""
    page = person(browser, f"{address}mijn-kist/")
    keep(page, "gk.kisten", KISTEN)
    title = page.get_by_label("Titel", exact=True)
    full_but_another_window_goes_on(page, lambda: title.fill("Alleen hier"), "gk.kisten")
    page.get_by_role("button", name="Pauze erbij").click()
    page.get_by_label("Welke kist?").select_option(OTHER)
    page.get_by_label("Welke kist?").select_option(MEETING)
    expect(title).to_have_value("Alleen hier")
    names = page.locator("[data-deel=blokken] .blok__naam")
    expect(names).to_have_text(["Groepsspiegel", "Pauze"])
    in_another_window(page, "(naam) => Gk.kisten.put(Gk.kisten.empty(naam))", "Van daar")
    in_another_window(
        page, "(key) => Gk.kisten.put({ ...Gk.kisten.of(key), plek: 'De keet' })", OTHER
    )
    expect(page.get_by_label("Welke kist?").locator("option")).to_have_text(
        ["Alleen hier", "Andere middag", "Van daar"]
    )
    page.evaluate(ROOM)
    page.get_by_role("spinbutton", name="Mensen").fill("7")
    page.reload()
    expect(title).to_have_value("Alleen hier")
    expect(names).to_have_text(["Groepsspiegel", "Pauze"])
    kisten = page.evaluate("Gk.kisten.read().kisten")
    assert [(one["naam"], one["plek"]) for one in kisten] == [
        ("Alleen hier", ""),
        ("Andere middag", "De keet"),
        ("Van daar", ""),
    ]
    done(page)


def test_an_agenda_that_cannot_be_stored_stays_on_the_screen(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    page.get_by_role("button", name="Nieuwe actie").click()
    field = page.get_by_label("Wat gaan we doen?")
    full_but_another_window_goes_on(page, lambda: field.fill("Bellen"), "gk.verbeteragenda")
    page.get_by_role("button", name="Nieuwe actie").click()
    expect(field.first).to_have_value("Bellen")
    in_another_window(
        page, "(actie) => Gk.actions.add([Gk.actions.make({ actie })])", "Van een verslag"
    )
    expect(field).to_have_count(3)
    page.evaluate(ROOM)
    field.nth(1).fill("Schrijven")
    page.reload()
    assert [one.input_value() for one in field.all()] == ["Bellen", "Schrijven", "Van een verslag"]
    done(page)


def test_who_leads_goes_on_when_nothing_can_be_stored(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}leiden/#blad={SHEET}")
    page.get_by_role("button", name="Begin nu").click()
    forward = page.get_by_role("button", name="Volgende")
    full_but_another_window_goes_on(page, forward.click, "gk.leiden")
    forward.click()
    expect(page.locator("[data-deel=tel]")).to_contain_text("3 van")
    page.evaluate(ROOM)
    page.on("dialog", lambda dialog: dialog.accept())
    forward.click()
    page.reload()
    expect(page.locator("[data-deel=tel]")).to_contain_text("4 van")
    done(page)


def test_who_leads_hears_of_another_window_again_once_there_is_room(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}leiden/#blad={SHEET}")
    page.get_by_role("button", name="Begin nu").click()
    forward, place = page.get_by_role("button", name="Volgende"), page.locator("[data-deel=tel]")
    full_but_another_window_goes_on(page, forward.click, "gk.leiden")
    page.evaluate(ROOM)
    forward.click()
    other = page.context.new_page()
    other.goto(f"{address}leiden/")
    other.get_by_role("button", name="Volgende").click()
    expect(place).to_contain_text("4 van")
    page.context.close()


def test_reports_are_in_step_in_two_windows_and_survive_what_is_damaged(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}verslag/")
    keep(page, "gk.kisten", KISTEN)
    other = page.context.new_page()
    other.goto(f"{address}verslag/#kist={OTHER}")
    other.get_by_label("Wat besloten we?").fill("Van de middag")
    page.get_by_label("Wat besloten we?").fill("Van de start")
    other.get_by_label("Welke bijeenkomst?").select_option(MEETING)
    expect(other.get_by_label("Wat besloten we?")).to_have_value("Van de start")
    page.get_by_label("Wat besloten we?").fill("Toch niet")
    expect(other.get_by_label("Wat besloten we?")).to_have_value("Toch niet")
    other.get_by_label("Welke bijeenkomst?").select_option(OTHER)
    expect(other.get_by_label("Wat besloten we?")).to_have_value("Van de middag")
    other.close()
    newer = {"opslag": 2, "verslagen": {MEETING: "Van later"}}
    keep(page, REPORTS, newer)
    expect(page.get_by_role("alert")).to_contain_text("nieuwere versie")
    page.get_by_label("Wat besloten we?").fill("Nu")
    assert page.evaluate("JSON.parse(localStorage.getItem('gk.verslagen'))") == newer
    for damaged in (3, "tekst", {MEETING: {"besluiten": 3, "afspraken": [None, 3]}}):
        keep(page, REPORTS, {"opslag": 1, "verslagen": damaged})
        expect(page.get_by_label("Wat besloten we?")).to_have_value("")
    page.get_by_label("Wat besloten we?").fill("Weer heel")
    page.reload()
    expect(page.get_by_label("Wat besloten we?")).to_have_value("Weer heel")
    done(page)


def test_a_full_kist_takes_nothing_more_from_what_is_parked(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/")
    sixty = [{"sleutel": f"regel-{k:04}", "regel": f"Regel {k}"} for k in range(60)]
    parked = [{"sleutel": "geparkeerd-een", "regel": "Bewaard", "titel": "Bewaard"}]
    kist = {"sleutel": MEETING, "naam": "Vol", "blokken": sixty, "geparkeerd": parked}
    keep(page, "gk.kisten", {"opslag": 1, "nu": MEETING, "kisten": [kist]})
    page.get_by_role("button", name="Zet in het programma: Bewaard").click()
    expect(page.locator("gk-kist [data-deel=fout]")).to_contain_text("60 onderdelen")
    page.reload()
    expect(page.locator("[data-deel=geparkeerd]")).to_contain_text("Bewaard")
    done(page)
