"""What is pressed or filled in before the scripts of a page are there is not lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.held import Held

SHIFT = """() => new Promise((done) => {
  const seen = [];
  new PerformanceObserver((list) => seen.push(...list.getEntries()))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(seen.reduce((sum, { value }) => sum + value, 0)), 300);
})"""
CHECKLIST, METING = "checklists/goede-ambitie/", "scans/vertrouwensmeting/"


@contextmanager
def before_scripts(page: Page, url: str) -> Iterator[None]:
    """The page as it is seen first; its scripts come when the reader has done something."""
    scripts = Held(page, re.compile(r"/assets/js/(?!page\.)"))
    with page.expect_request(re.compile(r"/(?:kist-aantal|in-kist)\.")):
        page.goto(url, wait_until="domcontentloaded")
    yield
    scripts.let_go()


def box(page: Page) -> Locator:
    return page.locator("[data-punt] input[type=checkbox]").nth(1)


def radio(page: Page) -> Locator:
    return page.locator("[name=v1][value='4']")


@pytest.mark.parametrize(("path", "field"), [(CHECKLIST, box), (METING, radio)])
def test_an_early_tick_comes_with_what_was_stored(
    desktop: Page, address: str, path: str, field: Callable[[Page], Locator]
) -> None:
    desktop.goto(address + path)
    expect(desktop.locator(":not(:defined)")).to_have_count(0)
    stored = "[data-punt] input" if path == CHECKLIST else "[name=v2][value='2']"
    desktop.locator(stored).first.check()
    with before_scripts(desktop, address + path):
        field(desktop).check()
    expect(desktop.locator("[role=status]", has_text="2 van ")).to_be_visible()
    expect(field(desktop)).to_be_checked()
    desktop.reload()
    expect(desktop.locator("[role=status]", has_text="2 van ")).to_be_visible()
    expect(field(desktop)).to_be_checked()


def test_the_last_of_several_early_answers_counts(desktop: Page, address: str) -> None:
    with before_scripts(desktop, address + METING):
        for answer in (4, 2, 4):
            desktop.check(f"[name=v1][value='{answer}']")
    expect(desktop.locator("[role=status]", has_text="1 van ")).to_be_visible()
    expect(radio(desktop)).to_be_checked()


def test_a_sheet_pressed_early_is_put_in_the_kist_once(phone: Page, address: str) -> None:
    with before_scripts(phone, f"{address}instrumenten/keetgesprek/"):
        button = phone.locator("[data-gk-kist]")
        button.click()
        button.click()  # nothing is seen to happen, so it is pressed again
    expect(button).to_have_text("Staat in mijn kist")
    expect(phone.locator(".mijnkist__aantal")).to_have_text("1")
    button.click()
    expect(button).to_have_text("Zet in mijn kist")


def test_a_sheet_that_was_in_the_kist_stays_there_after_an_early_press(
    phone: Page, address: str
) -> None:
    """Until its script is there the button asks to put the sheet in."""
    phone.goto(f"{address}instrumenten/keetgesprek/")
    button = phone.locator("[data-gk-kist]")
    button.click()
    with before_scripts(phone, f"{address}instrumenten/keetgesprek/"):
        button.click()
    expect(button).to_have_text("Staat in mijn kist")
    expect(phone.locator(".mijnkist__aantal")).to_have_text("1")


def test_only_what_a_script_must_know_is_done_again(phone: Page, address: str) -> None:
    """The menu works by itself: it stays as it is when the scripts come."""
    with before_scripts(phone, f"{address}instrumenten/keetgesprek/"):
        menu = phone.get_by_role("button", name="Menu")
        menu.click()
        phone.locator(".md-overlay").dispatch_event("click")
        menu.click()
    expect(phone.locator("[data-gk-kist][aria-label]")).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")


def test_filters_of_an_address_stay_when_more_is_chosen_early(desktop: Page, address: str) -> None:
    """A word that mail put behind the address asks for a script; until it is there all works."""
    links = re.compile(r"/assets/js/links\.")
    held = Held(desktop, links)
    with desktop.expect_request(links):
        desktop.goto(
            f"{address}instrumenten/?fase=delen&utm_source=mail", wait_until="domcontentloaded"
        )
    desktop.get_by_role("spinbutton", name="Minuten").fill("30")
    held.let_go()
    desktop.wait_for_function("() => Boolean(Gk.links)")
    expect(desktop).to_have_url(re.compile(r"fase=delen.*minuten=30|minuten=30.*fase=delen"))
    expect(desktop.locator(".zoeker__chip")).to_have_count(2)


def test_an_early_wish_filters_the_instruments(desktop: Page, address: str) -> None:
    with before_scripts(desktop, f"{address}instrumenten/"):
        desktop.get_by_role("spinbutton", name="Minuten").fill("15")
        desktop.get_by_role("button", name="Meer filters").click()
    expect(desktop.get_by_role("checkbox", name="Zonder voorbereiding")).to_be_visible()
    expect(desktop).to_have_url(f"{address}instrumenten/?minuten=15")
    expect(desktop.locator(".zoeker__chip", has_text="hooguit 15 min")).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("leiden/#blad=keetgesprek", "Begin nu"),
        ("mijn-kist/", "Instrument erbij"),
        ("verslag/#blad=keetgesprek", "Nieuwe afspraak"),
        ("verslag/", "Je hebt nog geen bijeenkomst"),
        ("verbeteragenda/", "Nieuwe actie"),
        ("gegevens/", "Bewaar alles"),
    ],
)
def test_nothing_jumps_when_the_scripts_come(
    browser: Browser, address: str, path: str, seen: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    with before_scripts(page, address + path):
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(seen).first).to_be_visible()
    assert page.evaluate(SHIFT) < 0.1  # what Web Vitals calls good
    page.close()
