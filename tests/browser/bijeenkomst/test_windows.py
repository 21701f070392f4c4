"""Two windows on one device: what is typed in one stands in the other, for all that is stored."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.meting import KEYS, QUIET, done, person

KEY, SHEET = "start-bijeenkomst", "groepsspiegel"
KIST: dict[str, Any] = {"sleutel": KEY, "naam": "Start", "blokken": [{"blad": SHEET}]}
STORE = "([key, value]) => localStorage.setItem(key, JSON.stringify({ opslag: 1, ...value }))"
KISTEN = ["gk.kisten", {"nu": KEY, "kisten": [KIST]}]
AGENDA = "gk.verbeteragenda"
ACTION: dict[str, Any] = {
    "sleutel": "actie-een", "op": 1, "scan": "", "onderdeel": "", "band": "", "actie": "Bellen",
    "wie": "", "wanneer": "", "signaal": "", "stand": "",
}  # fmt: skip
# Of windows one has the focus; here each would.
NO_FOCUS = "document.hasFocus = () => false;"
SEEN = """() => [...document.querySelectorAll('input, textarea')]
  .filter((one) => one.checkVisibility()).map(({ value }) => value)"""
# Where it is typed, the field, and the key under which it is stored
FIELDS = [
    ("mijn-kist/", "Titel", "gk.kisten"),
    (f"instrumenten/{SHEET}/", "Project", f"gk.invullen.{SHEET}.{KEY}"),
    (f"verslag/#kist={KEY}", "Wat besloten we?", "gk.verslagen"),
    ("verbeteragenda/", "Wat gaan we doen?", AGENDA),
]


def two_windows(browser: Browser, address: str, path: str) -> tuple[Page, Page]:
    """Of one reader, on the same page."""
    page = person(browser, f"{address}{QUIET}")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate(STORE, KISTEN)
    page.evaluate(STORE, [AGENDA, {"acties": [ACTION]}])
    other = page.context.new_page()
    page.context.add_init_script(NO_FOCUS)
    for one in (page, other):
        one.goto(address + path)
    return page, other


@pytest.mark.parametrize(("path", "label", "key"), FIELDS)
def test_what_is_typed_in_one_window_stands_in_the_other(
    browser: Browser, address: str, path: str, label: str, key: str
) -> None:
    page, other = two_windows(browser, address, path)
    fields = [one.get_by_label(label, exact=True).first for one in (page, other)]
    for k, text in enumerate(("Eerst hier", "Dan daar", "En <b>weer</b> hier")):
        expect(fields[k % 2]).to_be_visible()
        fields[k % 2].fill(text)
        expect(fields[1 - k % 2]).to_have_value(text)
    assert key in page.evaluate(KEYS)
    other.goto(f"{address}gegevens/")
    other.get_by_role("button", name="Wis alles").click()
    other.get_by_role("button", name="Ja, wis alles").click()
    page.wait_for_function(f"() => !({KEYS}).length")  # another process hears of it later
    page.wait_for_function(f"() => !({SEEN})().includes('En <b>weer</b> hier')")
    done(page)


def test_my_data_says_at_once_what_another_window_stored(browser: Browser, address: str) -> None:
    page, other = two_windows(browser, address, "gegevens/")
    lines = page.locator("[data-deel=lijst] li:visible")
    expect(lines).to_have_count(2)
    other.goto(f"{address}instrumenten/{SHEET}/")
    other.locator("textarea[data-veld]").first.fill("Anna")
    expect(lines.filter(has_text="bij de kist Start")).to_have_count(1)
    other.goto(f"{address}leiden/#blad={SHEET}")
    other.get_by_role("button", name="Begin nu").click()
    expect(lines.filter(has_text="Leiden")).to_have_count(1)
    other.goto(f"{address}verslag/#kist={KEY}")
    other.get_by_label("Wat besloten we?").fill("We bellen.")
    expect(lines.filter(has_text=re.compile("^Verslag"))).to_have_count(1)
    done(page)


def test_an_agreement_comes_on_an_agenda_that_is_open(browser: Browser, address: str) -> None:
    page, other = two_windows(browser, address, f"verslag/#kist={KEY}")
    other.goto(f"{address}verbeteragenda/")
    page.get_by_role("button", name="Nieuwe afspraak").click()
    page.get_by_label("Wat spreken we af?").fill("Anna belt")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    actions = other.get_by_label("Wat gaan we doen?")
    expect(actions).to_have_count(2)
    expect(actions.last).to_have_value("Anna belt")
    actions.first.fill("Bellen met Bea")
    page.get_by_label("Wie doet het?").fill("Anna")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    expect(other.get_by_label("Wie doet het?").last).to_have_value("Anna")
    expect(actions.first).to_have_value("Bellen met Bea")
    done(page)
