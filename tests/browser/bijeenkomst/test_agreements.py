"""What was agreed on the sheets of a meeting comes in its report: from boxes and from a table."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, Page, expect

from scripts.lab import axe
from tests.helpers.meting import done, person

BOXES, TABLE = "keetgesprek", "kansrijke-acties"
KIST = {
    "sleutel": "kist-12345678",
    "naam": "Maandag in de keet",
    "blokken": [{"sleutel": f"blok-{id}", "blad": id} for id in (BOXES, TABLE)],
}
STORED = json.dumps({"opslag": 1, "nu": KIST["sleutel"], "kisten": [KIST]})
LABELS = ("Wat spreken we af?", "Wie doet het?", "Wanneer is het klaar?")


def rows(page: Page) -> list[tuple[str, ...]]:
    """What, who and when of each agreement in the report."""
    items = page.locator("[data-deel=afspraken] > li").all()
    return [tuple(item.get_by_label(label).input_value() for label in LABELS) for item in items]


def fill_row(page: Page, name: str, texts: dict[str, str]) -> None:
    row = page.get_by_role("group", name=name, exact=True)
    for label, text in texts.items():
        row.get_by_label(label, exact=True).fill(text)


def test_what_sheets_say_of_who_and_when_comes_in_the_report_once(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}instrumenten/{BOXES}/#invullen", 360)
    page.evaluate("(kisten) => localStorage.setItem('gk.kisten', kisten)", STORED)
    page.reload()
    sheet = page.locator("gk-invullen")
    sheet.get_by_label("Eén ding voor volgende week").fill("Het hek verplaatsen")
    sheet.get_by_label("Wie doet het, en wanneer is het klaar?").fill("Anna, vrijdag")
    page.goto(f"{address}instrumenten/{TABLE}/#invullen")
    who, what = {"Wie, uit twee partijen": "Bea en Cas"}, {"Actie": "Eén nummer"}
    fill_row(page, "Rij 1", {**what, **who, "Klaar op": "2026-12-15"})
    fill_row(page, "Rij 2", {"Actie": "Nog zonder naam"})
    page.goto(f"{address}verslag/")
    take = page.get_by_role("button", name="Neem afspraken over")
    take.click()
    expect(page.get_by_role("status").filter(has_text="Overgenomen")).to_contain_text(": 2.")
    agreed = [
        ("Het hek verplaatsen", "Anna, vrijdag", ""),
        ("Eén nummer", "Bea en Cas", "2026-12-15"),
    ]
    assert rows(page) == agreed
    assert axe.check_page(page) == []
    take.click()
    expect(page.get_by_role("alert")).to_contain_text("met een naam of een dag erbij")
    assert rows(page) == agreed
    done(page)


def test_the_same_agreement_with_another_name_comes_too_and_none_twice(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}instrumenten/{TABLE}/#invullen")
    page.evaluate("(kisten) => localStorage.setItem('gk.kisten', kisten)", STORED)
    page.reload()
    fill_row(page, "Rij 1", {"Actie": "Bellen", "Wie, uit twee partijen": "Anna"})
    page.goto(f"{address}verslag/")
    take = page.get_by_role("button", name="Neem afspraken over")
    take.click()
    by_hand = page.get_by_role("listitem", name="Afspraak 1")
    by_hand.get_by_label("Wie doet het?").fill("Anna Bos")
    by_hand.get_by_label("Wanneer is het klaar?").fill("2026-12-15")
    page.goto(f"{address}instrumenten/{TABLE}/#invullen")
    fill_row(page, "Rij 2", {"Actie": "Bellen", "Wie, uit twee partijen": "Bea"})
    page.goto(f"{address}verslag/")
    take.click()
    agreed = [("Bellen", "Anna Bos", "2026-12-15"), ("Bellen", "Bea", "")]
    expect(page.locator("[data-deel=afspraken] > li")).to_have_count(2)
    assert rows(page) == agreed
    take.click()
    expect(page.get_by_role("alert")).to_contain_text("met een naam of een dag erbij")
    assert rows(page) == agreed
    done(page)


def test_a_box_that_asks_who_looks_back_says_at_what(browser: Browser, address: str) -> None:
    id = "rollenkaart"
    page = person(browser, f"{address}instrumenten/{id}/#invullen")
    label = "Wie loopt dit blad na, en wanneer?"
    page.locator("gk-invullen").get_by_label(label).fill("Anna")
    page.goto(f"{address}verslag/#blad={id}")
    page.get_by_role("button", name="Neem afspraken over").click()
    expect(page.locator("[data-deel=afspraken] > li")).to_have_count(1)
    assert rows(page) == [("Loop de rollenkaart na", "Anna", "")]
    done(page)
