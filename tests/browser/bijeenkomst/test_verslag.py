"""What came of a meeting: its report, its agreements on the verbeteragenda, and the next meeting."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from scripts.lab import axe
from tests.helpers.meting import done, person, printed, saved, upload

SHEET, FIELD = "groepsspiegel", "afspraak"
KIST = {
    "sleutel": "start-bijeenkomst",
    "naam": "Start <b>brug</b>",
    "dag": "2026-12-01",
    "begin": "09:00",
    "plek": "De keet",
    "blokken": [
        {"sleutel": "welkom-eerst", "regel": "Zeg wie er is.", "titel": "Welkom", "minuten": 10},
        {"sleutel": "spiegel-daarna", "blad": SHEET},
    ],
    "geparkeerd": [],
}
TYPED = {"velden": {FIELD: "Anna kijkt\nop maandag of het lukt"}, "rijen": []}


def with_meeting(page: Page) -> Page:
    """Store one meeting with one sheet that was written on."""
    stored = {
        "gk.kisten": {"opslag": 1, "nu": KIST["sleutel"], "kisten": [KIST]},
        f"gk.invullen.{SHEET}.{KIST['sleutel']}": {"opslag": 1, **TYPED},
    }
    page.evaluate(
        "(all) => Object.entries(all).forEach(([key, one]) => localStorage.setItem(key, JSON.stringify(one)))",
        stored,
    )
    page.reload()
    return page


def actions(page: Page) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate(
        "JSON.parse(localStorage.getItem('gk.verbeteragenda') ?? '{\"acties\": []}').acties"
    )
    return found


def test_from_report_to_agenda_and_next_meeting(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = with_meeting(person(browser, f"{address}verslag/", 360))
    expect(page.get_by_label("Welke bijeenkomst?")).to_have_value(str(KIST["sleutel"]))
    page.get_by_label("Wie waren erbij?").fill("Anna, Bea & Co")
    expect(page.locator("[data-deel=bladen] li").first).to_contain_text(": staat in het verslag.")
    page.get_by_label("Wat besloten we?").fill("We bellen.\n<img src=x onerror=window.hit=1>")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    expect(page.get_by_role("alert")).to_contain_text("Er staat nog geen afspraak.")
    page.get_by_role("button", name="Neem afspraken over").click()
    row = page.get_by_role("listitem", name="Afspraak 1")
    expect(row.get_by_label("Wat spreken we af?")).to_have_value(
        "Anna kijkt op maandag of het lukt"
    )
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    expect(page.get_by_role("alert")).to_contain_text("Afspraken zonder naam of dag: 1.")
    row.get_by_label("Wie doet het?").fill("Anna")
    row.get_by_label("Wanneer is het klaar?").fill("2026-12-15")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    assert [(one["actie"], one["wie"], one["wanneer"]) for one in actions(page)] == [
        ("Anna kijkt op maandag of het lukt", "Anna", "2026-12-15")
    ]
    page.reload()
    count, text, _ = printed(page, tmp_path, "print")
    assert count == 1
    for said in ("Start <b>brug</b>", "1-12-2026", "De keet", "Anna, Bea & Co", "We bellen."):
        assert said in text
    assert "kijken we terug? Anna" in text.replace("\r\n", " ")
    assert "Leg vast wat jullie deden" not in text
    assert "15-12-2026" in text
    assert page.evaluate("window.hit") is None
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    kist = page.evaluate("Gk.kisten.current()")
    assert kist["naam"] == "Vervolg op Start <b>brug</b>"
    assert "Anna kijkt op maandag" in kist["blokken"][1]["notitie"]
    done(page)


def test_who_types_before_the_sheets_are_there_keeps_the_whole_report(
    browser: Browser, address: str
) -> None:
    """Also in another meeting, which is chosen while those of the first are on their way."""
    page = with_meeting(person(browser, f"{address}verslag/"))
    decided, present = page.get_by_label("Wat besloten we?"), page.get_by_label("Wie waren erbij?")
    decided.fill("We bellen.")
    other = {**KIST, "sleutel": "andere-middag", "naam": "Middag"}
    page.evaluate(
        "([kist, nu]) => { Gk.kisten.put(kist); Gk.kisten.write(Gk.kisten.read().kisten, nu); }",
        [{**other, "op": 1}, KIST["sleutel"]],
    )
    held: list[Route] = []
    page.route("**/bladen/**", lambda route: held.append(route))  # noqa: PLW0108 - as in test_early
    page.reload(wait_until="domcontentloaded")
    expect(decided).to_have_value("We bellen.")
    present.fill("Bea")
    page.get_by_label("Welke bijeenkomst?").select_option("andere-middag")
    expect(decided).to_have_value("")
    present.fill("Cas")
    for route in held:
        route.continue_()
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    expect(present).to_have_value("Cas")
    reports = page.evaluate("Gk.store.read('verslagen').verslagen")
    said = {key: (one["wie"], one["besluiten"]) for key, one in reports.items()}
    assert said == {KIST["sleutel"]: ("Bea", "We bellen."), "andere-middag": ("Cas", "")}
    done(page)


def test_a_sheet_that_is_done_twice_has_its_agreements_once(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    again = {
        **KIST,
        "op": 1,
        "blokken": [*KIST["blokken"], {"sleutel": "nog-een-keer", "blad": SHEET}],
    }
    page.evaluate("(kist) => Gk.kisten.put(kist)", again)
    page.reload()
    page.get_by_role("button", name="Neem afspraken over").click()
    expect(page.locator("[data-deel=afspraken] li")).to_have_count(1)
    done(page)


def test_a_report_opens_elsewhere_beside_what_is_there(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    file = saved(page, "bestand")
    other = person(browser, f"{address}verslag/")
    upload(other, verslag=file, stuk=b"{}")
    expect(other.get_by_role("alert")).to_contain_text("stuk.json is geen verslag van deze site.")
    expect(other.get_by_label("Wat besloten we?")).to_have_value("We bellen.")
    expect(other.locator(".verslag__papier")).to_contain_text("Anna kijkt")
    newer = json.loads(file) | {"versie": 2}
    upload(other, later=json.dumps(newer).encode())
    expect(other.get_by_role("alert")).to_contain_text("komt uit een nieuwere versie")
    assert axe.check_page(other) == []
    other.set_viewport_size({"width": 320, "height": 800})
    other.emulate_media(forced_colors="active")
    assert axe.check_page(other) == []
    done(page, other)


def test_a_nee_on_a_checklist_becomes_an_action_once(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}checklists/goed-overleg/", 320)
    button = page.get_by_role("button", name="Zet elke nee op de verbeteragenda")
    expect(button).to_be_hidden()
    first = page.locator("[data-punt]").first
    first.get_by_role("button", name="nee: ").click()
    first.get_by_role("button", name="meer: ").click()
    first.get_by_label("Wie").fill("Bea")
    assert axe.check_page(page) == []
    button.click()
    expect(page.get_by_role("status").filter(has_text="verbeteragenda")).to_contain_text(
        "nu 1 keer een nee"
    )
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("staat al op je verbeteragenda")
    [action] = actions(page)
    assert action["wie"] == "Bea"
    assert action["actie"] == first.locator("label span").first.evaluate(
        "(node) => node.firstChild.textContent.trim()"
    )
    done(page)


def test_one_sheet_has_a_report_without_a_kist(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verslag/")
    expect(page.get_by_text("Je hebt nog geen bijeenkomst.")).to_be_visible()
    page.evaluate(
        "(value) => localStorage.setItem('gk.invullen.groepsspiegel', JSON.stringify(value))",
        {"opslag": 1, **TYPED},
    )
    page.evaluate(f"location.hash = '#blad={SHEET}'")
    expect(page.get_by_label("Welke bijeenkomst?").locator(":checked")).to_have_text(
        "Groepsspiegel"
    )
    page.get_by_role("button", name="Neem afspraken over").click()
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    assert [one["actie"] for one in actions(page)] == ["Anna kijkt op maandag of het lukt"]
    done(page)
