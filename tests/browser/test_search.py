"""The search in its dialog; what it finds is tested without a page (tests/js/search.test.js)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from scripts.lab import axe
from tests.browser.held import Held, intercept
from tests.conftest import ROOT

QUESTIONS = [
    question
    for name in ("zoekvragen", "vragen_open")
    for question in yaml.safe_load((ROOT / f"tests/search/{name}.yml").read_text("utf-8"))
]


def open_search(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.wait_for_function("() => Gk.search.engine")


def test_every_question_names_pages_that_exist(site: Path) -> None:
    for question in QUESTIONS:
        for page in question["goed"]:
            assert (site / page.removesuffix("/index") / "index.html").is_file() or page.startswith(
                ("begrippen/", "bronnen/")
            ), question


def test_search_works_by_keyboard_from_the_header(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}fasen/")
    button = desktop.get_by_role("button", name="Zoek een woord of probleem")
    expect(button).to_be_visible()
    button.focus()
    desktop.keyboard.press("Enter")
    field = desktop.get_by_role("combobox", name="Zoek een woord of een probleem")
    expect(field).to_be_focused()
    desktop.keyboard.type("belangenkaart")
    expect(desktop.get_by_role("option").first).to_contain_text("Belangenkaart in drie lagen")
    expect(desktop.locator(".zoek__status")).to_contain_text("gevonden")
    desktop.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "vondst-1"
    desktop.keyboard.press("ArrowUp")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(f"{address}instrumenten/belangenkaart/")


def test_escape_closes_and_focus_goes_back(desktop: Page, address: str) -> None:
    desktop.goto(address)
    button = desktop.get_by_role("button", name="Zoek een woord of probleem")
    button.click()
    expect(desktop.get_by_role("combobox")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(desktop.locator("dialog.zoek")).to_be_hidden()
    expect(button).to_be_focused()


def test_nothing_found_offers_near_words_and_doors(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    desktop.get_by_role("combobox").fill("qqqqwwwwxxxx")
    expect(desktop.locator(".zoek__status")).to_have_text(
        "Niets gevonden voor 'qqqqwwwwxxxx'. Kijk bij:"
    )
    desktop.get_by_role("combobox").fill("")
    desktop.keyboard.type("samnwxrkqng")
    status = desktop.locator(".zoek__status")
    expect(status).to_contain_text("Bedoel je")
    expect(desktop.get_by_role("link", name="Situaties").last).to_be_visible()
    status.get_by_role("button").first.click()
    expect(desktop.get_by_role("option").first).to_be_visible()


def test_an_empty_search_shows_what_can_be_asked(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    examples = desktop.locator(".zoek__status").get_by_role("button")
    for example in examples.all_inner_texts():
        desktop.locator(".zoek__status").get_by_role("button", name=example).click()
        expect(desktop.get_by_role("combobox")).to_have_value(example)
        expect(desktop.get_by_role("option").first).to_be_visible()
        desktop.get_by_role("combobox").fill("")
    expect(examples.first).to_be_visible()


@pytest.mark.parametrize("text", ["constructor", "???", "ß"])
def test_odd_words_get_an_ordinary_answer(desktop: Page, address: str, text: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    expect(desktop.locator("dialog.zoek")).to_be_visible()
    desktop.keyboard.type(text)
    expect(desktop.locator(".zoek__status")).to_contain_text("gevonden")
    desktop.get_by_role("button", name="Zoek in de hele tekst").click()
    expect(desktop.locator(".zoek__status")).to_contain_text("Niets gevonden")


@pytest.mark.parametrize("width", [1280, 320])
def test_without_a_network_the_button_says_that_search_fails(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    page.route("**/zoeken.js", lambda route: route.abort())
    page.locator("[data-gk-zoek]:visible").first.click()
    expect(page.get_by_text("Zoeken lukt nu niet. Probeer het nog eens")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.unroute("**/zoeken.js")
    page.locator("[data-gk-zoek]:visible").first.click()
    expect(page.locator("dialog.zoek")).to_be_visible()
    expect(page.get_by_text("Zoeken lukt nu niet")).to_have_count(0)
    page.close()


def test_what_is_typed_while_the_search_is_fetched_is_kept(desktop: Page, address: str) -> None:
    desktop.goto(address)
    script = Held(desktop, "**/zoeken.js")
    with desktop.expect_request("**/zoeken.js"):
        desktop.keyboard.press("Control+k")
    desktop.keyboard.type("vertrouwen")
    script.let_go()
    expect(desktop.locator("#zoekveld")).to_have_value("vertrouwen")
    expect(desktop.get_by_role("option").first).to_be_visible()


def test_words_of_the_prose_are_found_when_asked_for(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    desktop.keyboard.type("operatiekamer")
    expect(desktop.locator(".zoek__status")).to_contain_text(
        "gevonden"
    )  # before that the button may still move
    desktop.get_by_role("button", name="Zoek in de hele tekst").click()
    expect(desktop.locator(".zoek__status")).to_contain_text("in de hele tekst")
    expect(
        desktop.get_by_role("option").filter(has_text="Belangenkaart in drie lagen")
    ).to_have_count(1)


def test_of_the_whole_text_the_first_are_shown(desktop: Page, address: str) -> None:
    """Of words that the catalogue does not hold none is the best."""
    desktop.goto(address)
    open_search(desktop)
    desktop.get_by_role("combobox").fill("vertrouwen")
    status = desktop.locator(".zoek__status")
    expect(status).to_contain_text("gevonden, de beste 12 staan hier")
    desktop.get_by_role("button", name="Zoek in de hele tekst").click()
    expect(status).to_contain_text("gevonden in de hele tekst, de eerste 12 staan hier")
    expect(desktop.get_by_role("option").first).to_contain_text(re.compile("vertrouwen", re.I))


@contextmanager
def failing_late(page: Page, script: str) -> Iterator[None]:
    """Hold this script back, and at the end let it fail, until the page has seen that."""
    held = Held(page, script)
    page.evaluate("""() => { globalThis.failed = new Promise((done) => {
      addEventListener("error", ({ target }) => target.localName === "script" && done(), true);
    }); }""")
    yield
    held.fail()
    page.evaluate("failed.then(() => new Promise(requestAnimationFrame))")


def test_a_failure_that_comes_late_leaves_what_is_newer(browser: Browser, address: str) -> None:
    page = intercept(browser.new_page())
    page.goto(address)
    open_search(page)
    field, status = page.get_by_role("combobox"), page.locator(".zoek__status")
    with failing_late(page, "**/zoeken/volledig.js"):
        field.fill("vertrouwen")
        with page.expect_request("**/zoeken/volledig.js"):
            page.get_by_role("button", name="Zoek in de hele tekst").click()
        field.fill("ruzie")
        expect(status).to_contain_text("gevonden")
    assert "gevonden" in status.inner_text()
    page.close()


def test_what_is_typed_in_a_field_stays_there_while_the_search_comes(
    desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    field = desktop.locator("gk-invullen").get_by_label("Project")
    expect(field).to_be_visible()
    script = Held(desktop, "**/zoeken/zoeken.js")
    desktop.keyboard.press("Control+k")
    field.focus()
    desktop.keyboard.type("Brug")
    expect(field).to_have_value("Brug")
    script.let_go()
    expect(desktop.get_by_role("combobox")).to_have_value("")


def test_a_failure_says_nothing_in_a_field_that_was_emptied(browser: Browser, address: str) -> None:
    page = intercept(browser.new_page())
    page.goto(address)
    field, status = page.get_by_role("combobox"), page.locator(".zoek__status")
    with failing_late(page, "**/zoeken/catalogus.js"):
        page.keyboard.press("Control+k")
        field.fill("vertrouwen")
        field.fill("")
    assert "lukt" not in status.inner_text()
    page.close()


def test_facts_are_filters_that_can_be_taken_off(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    field = desktop.get_by_role("combobox")
    field.fill("45 minuten, 8 mensen, online, besluiten")
    facts = desktop.get_by_role("list", name="Wat ik uit je zin haal")
    expect(facts.get_by_role("button")).to_have_text(
        ["hooguit 45 minuten ×", "online ×", "8 mensen ×"]
    )
    expect(desktop.get_by_role("option").first).to_contain_text("Besluitkaart")
    facts.get_by_role("button", name="Haal weg: online").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("45 minuten, 8 mensen, besluiten")
    expect(facts.get_by_role("button")).to_have_count(2)
    field.fill("gegevens 15 minuten")  # with another way to what fits, and a find that does not
    expect(desktop.locator(".zoek__status")).to_contain_text(re.compile("^Dit komt in de buurt"))
    field.fill("belangenkaart in 5 minuten")
    expect(desktop.locator(".zoek__status")).to_contain_text("Niets past bij alles")
    expect(desktop.get_by_role("option").first).to_contain_text("Belangenkaart")


def test_taking_off_one_fact_leaves_the_others(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    field = desktop.get_by_role("combobox")
    for text, gone, left in (
        ("30 mensen 30 minuten", "hooguit 30 minuten", "30 mensen"),
        ("met een team 20 minuten met 8 mensen", "8 mensen", "met een team 20 minuten"),
        ("45 minuten online verkennen", "fase verkennen", "45 minuten online"),
    ):
        field.fill(text)
        desktop.get_by_role("button", name=f"Haal weg: {gone}").click()
        expect(field).to_have_value(left)


def test_the_catalogue_shows_as_many_as_the_search_says(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    desktop.get_by_role("combobox").fill("45 minuten online ruzie")
    link = desktop.get_by_role("link", name=re.compile(r"Bekijk de \d+ instrumenten die passen"))
    many = link.inner_text().split()[2]
    link.click()
    expect(desktop).to_have_url(f"{address}instrumenten/?minuten=45&plek=online&woord=ruzie")
    expect(desktop.locator(".zoeker__aantal")).to_have_text(f"{many} instrumenten")


def test_no_page_loads_the_search_before_it_is_wanted(desktop: Page, address: str) -> None:
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    desktop.wait_for_load_state("networkidle")
    assert [url for url in asked if "zoek" in url or "search" in url] == []


def test_search_works_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"file://{site}/fasen/delen/index.html")
    open_search(page)
    page.keyboard.type("ruzie")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/index.html")
    assert page.locator("h1").count() == 1
    page.close()


def test_hostile_text_stays_text(desktop: Page, address: str) -> None:
    desktop.goto(address)
    open_search(desktop)
    for text in (
        "<img src=x onerror=alert(1)>",
        "constructor",
        "__proto__",
        "a" * 3000,
        "((((",
        "\\d+",
        "👷🏽",
        "' OR 1=1",
    ):
        desktop.get_by_role("combobox").fill(text)
        expect(desktop.locator(".zoek__status")).not_to_be_empty()
    assert desktop.locator("dialog.zoek img").count() == 0


@pytest.mark.parametrize(
    ("palette", "width"),
    [
        ("dark", 320),
        *(
            pytest.param(*view, marks=pytest.mark.long)
            for view in (("light", 320), ("dark", 1280), ("light", 1280))
        ),
    ],
)
def test_axe_finds_nothing_in_the_open_search(
    browser: Browser, address: str, palette: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=palette)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    open_search(page)
    for text in ("vertrouwen", "30 minuten 8 mensen online zonder begeleider", "qqqqqq"):
        page.get_by_role("combobox").fill(text)
        expect(page.locator(".zoek__status")).to_contain_text("evonden")
        assert axe.check_page(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
