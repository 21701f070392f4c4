"""Mijn kist: choose sheets on any page, plan a meeting, hand it over; by http and from a folder."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.held import Held
from tests.helpers.meting import BLOCKED, QUIET, done, person, upload

KEY = "gk.kisten"
# Counts what a reader presses, and the dialogs of the browser; a test cannot close the one to print.
COUNT = """() => {
  sessionStorage.presses ??= 0;
  addEventListener('click', ({ isTrusted }) => { sessionStorage.presses = +sessionStorage.presses + isTrusted; }, true);
  window.dialogs = 0;
  window.print = () => { window.dialogs += 1; };
}"""
# Whether what lies on top at its middle is the element itself.
SEEN = """button => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""
Kist = dict[str, Any]


def stored(page: Page) -> list[Kist]:
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    return list(json.loads(text)["kisten"]) if text else []


def blocks(page: Page) -> list[str]:
    return page.locator("[data-deel=blokken] .blok__naam").all_inner_texts()


def times(page: Page) -> list[str]:
    return page.locator("[data-deel=blokken] .blok__tijd").all_inner_texts()


def row(page: Page, name: str) -> Locator:
    return page.locator("[data-deel=blokken]").get_by_role("listitem", name=name, exact=True)


def press(where: Page | Locator, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).click()


def says(page: Page, text: str) -> None:
    expect(page.locator("gk-kist .melding:not(:empty)")).to_have_text([text] if text else [])


def add(page: Page, word: str) -> None:
    """Put the first sheet with this word in the kist, by keyboard."""
    field = page.get_by_label("Zoek een blad")
    if field.is_hidden():
        press(page, "Instrument erbij")
    field.fill(word)
    field.press("Enter")


@pytest.mark.parametrize("width", [360, pytest.param(1366, marks=pytest.mark.long)])
def test_six_sheets_are_chosen_and_printed_in_eight_presses_and_one_dialog(
    browser: Browser, address: str, width: int
) -> None:
    page = person(browser, f"{address}over/privacy/", width, has_touch=width < 600)
    page.add_init_script(f"({COUNT})()")
    page.goto(address)
    page.locator("#inhoud a[href='instrumenten/']").first.click()
    header = page.locator(".md-header")
    high = header.bounding_box()
    cards = page.locator(".kaartje")
    shown = [cards.nth(k).locator(".kaartje__titel").inner_text() for k in range(6)]
    titles = [title.replace("\u00ad", "") for title in shown]  # where a long word may break
    news = page.locator("[data-gk-kist-nieuws]")
    for k in range(6):
        button = cards.nth(k).get_by_role("button")
        expect(button).to_have_accessible_name(f"Zet in mijn kist: {titles[k]}")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_have_text("Staat in mijn kist")
        ways = "Mijn kist. Print alles" if k else "Mijn kist"  # one is printed on its own page
        expect(news).to_have_text(f"Staat in je kist ({k + 1}). Naar {ways}")
    assert header.bounding_box() == high
    link = page.get_by_role("link", name="Mijn kist 6")
    place = link.bounding_box()
    assert place
    assert place["x"] < width - 44
    news.get_by_role("link", name="Print alles").click()
    expect(page.locator("[data-deel=blokken] .blok__naam")).to_have_text(titles)
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Onze bijeenkomst")
    expect(page.locator("[data-deel=eind]")).to_contain_text(re.compile(r"^09:00 tot \d\d:\d\d"))
    page.wait_for_function("() => window.dialogs === 1")
    assert page.evaluate("+sessionStorage.presses") == 8
    papers = page.locator(".bundel > *")
    assert papers.count() == 7
    assert papers.locator(".blad h2").all_inner_texts() == titles
    assert page.url == f"{address}mijn-kist/"  # so a reload does not print again
    press(page, "Print alles")
    page.wait_for_function("() => window.dialogs === 2")
    done(page)


def test_a_card_takes_out_what_it_put_in_and_loses_nothing_that_was_typed(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}instrumenten/")
    other = page.context.new_page()
    other.goto(f"{address}mijn-kist/")
    card = page.locator(".kaartje").first
    title = card.locator(".kaartje__titel").inner_text()
    page.get_by_role("button", name="Meer filters").click()
    page.get_by_label("Volgorde").select_option("naam")  # the finder moves the cards
    card = page.locator(".kaartje", has=page.get_by_role("link", name=title, exact=True))
    button = card.get_by_role("button")
    button.click()
    assert page.url.endswith("?volgorde=naam")  # the card is not opened
    expect(row(other, title)).to_be_visible()  # two tabs stay in step
    row(other, title).get_by_label("Minuten").fill("50")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-gk-kist-nieuws]")).to_contain_text("Geparkeerd")
    expect(other.locator("[data-deel=geparkeerd]")).to_contain_text(title)
    button.click()
    expect(row(other, title).get_by_label("Minuten")).to_have_value("50")
    page.get_by_role("textbox", name="Woord").fill("kist")
    # The words of the button are no words of the card.
    all_of_them = f"{page.locator('.kaartje').count()} instrumenten"
    expect(page.locator(".zoeker__aantal")).not_to_have_text(all_of_them)
    done(page)


def test_a_meeting_is_planned_and_leaves(browser: Browser, address: str, tmp_path: Path) -> None:
    page = person(browser, f"{address}mijn-kist/")
    page.get_by_label("Titel", exact=True).fill("Start van de dijk")
    page.get_by_label("Dag", exact=True).fill("2026-12-01")
    page.get_by_label("Begin", exact=True).fill("10:00")
    page.get_by_role("spinbutton", name="Mensen").fill("6")
    for word in ("belangenkaart", "kennismaken", "spelregelkaart"):
        add(page, word)
    expect(page.locator("[data-deel=pastniet]")).to_contain_text("opening")
    press(page, "Welkom en afsluiting erbij")
    names = blocks(page)
    assert (names[0], names[-1], len(names)) == ("Welkom", "Afspraken en slot", 5)
    expect(page.get_by_role("button", name="Welkom en afsluiting erbij")).to_be_hidden()
    _give_it_a_break(page)
    _change_minutes(page, names[1])
    _park_and_remove(page, names[1])
    kist = stored(page)[0]
    assert [kist[name] for name in ("naam", "dag", "begin", "mensen")] == [
        "Start van de dijk", "2026-12-01", "10:00", 6,
    ]  # fmt: skip
    seen = (blocks(page), times(page))
    page.reload()
    expect(page.locator("[data-deel=eind]")).to_contain_text("10:00 tot")
    assert (blocks(page), times(page)) == seen
    _take_to_mail_and_calendar(page)
    with page.expect_download() as download:
        press(page, "Bewaar als bestand")
    file = tmp_path / "kist.json"
    download.value.save_as(file)
    press(page, "Nieuwe kist")
    expect(page.get_by_label("Titel", exact=True)).to_be_focused()
    expect(page.locator(".mijnkist__aantal")).to_be_empty()
    page.set_input_files("[data-deel=bestanden]", file)
    says(page, "Deze kist heb je al. Hij staat nu open.")
    press(page, "Haal deze kist weg")
    page.set_input_files("[data-deel=bestanden]", file)
    says(page, "De kist uit kist.json staat erbij.")
    assert blocks(page) == seen[0]
    assert stored(page)[-1] | {"op": 0} == kist | {"op": 0}
    done(page)


def _give_it_a_break(page: Page) -> None:
    """Ordered by keyboard, then with its button; at a fixed time, too early at first."""
    press(page, "Pauze erbij")
    pause = row(page, "Pauze")
    minutes = pause.get_by_label("Minuten")
    expect(minutes).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(minutes).to_be_focused()
    assert blocks(page).index("Pauze") == 3
    press(pause, "Omlaag: Pauze")
    expect(pause.get_by_role("button", name="Omlaag")).to_be_focused()
    press(pause, "Meer: Pauze")
    fixed = pause.get_by_label("Begint precies om")
    fixed.fill("10:15")
    late = page.locator("[data-deel=meldlijst] li", has_text="staat vast op 10:15")
    expect(late).to_contain_text(re.compile(r"maar begint \d uur( \d+ min)? later"))
    press(pause, "Meer: Pauze")
    press(late, "Ga ernaartoe")
    expect(fixed).to_be_focused()
    fixed.fill("14:00")
    expect(late).to_have_count(0)
    assert times(page)[4] == "14:00"


def _change_minutes(page: Page, name: str) -> None:
    """What follows moves along; an empty field means the minutes of the sheet."""
    minutes = row(page, name).get_by_label("Minuten")
    minutes.fill("30")
    assert times(page)[:3] == ["10:00", "10:10", "10:40"]
    minutes.fill("")
    minutes.press("Tab")
    expect(minutes).not_to_have_value("")


def _park_and_remove(page: Page, name: str) -> None:
    """With a note, which comes back each time."""
    block = row(page, name)
    note = block.get_by_label("Notitie voor wie leidt")
    press(block, f"Meer: {name}")
    note.fill("Zet <b>Anna</b> vooraan")
    press(block, "Parkeer voor later")
    expect(page.locator("[data-deel=geparkeerd]")).to_contain_text(name)
    press(page, f"Zet in het programma: {name}")
    before = blocks(page)
    assert before[-2:] == [name, "Afspraken en slot"]
    press(block, "Haal weg")
    assert len(blocks(page)) == len(before) - 1
    press(page, "Zet terug")
    assert blocks(page) == before
    expect(note).to_have_value("Zet <b>Anna</b> vooraan")


def _take_to_mail_and_calendar(page: Page) -> None:
    press(page, "Tekst voor een mail")
    mail = page.get_by_label("Pas de tekst aan")
    expect(mail).to_have_value(re.compile(r"14:00  Pauze"))
    assert "Anna" not in mail.input_value()
    with page.expect_download() as download:
        press(page, "Zet in je agenda")
    calendar = Path(download.value.path()).read_text("utf-8")
    assert "DTSTART:20261201T100000" in calendar


def test_what_comes_back_has_the_focus(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/")
    for word in ("keetgesprek", "belangenkaart", "krachtenveld"):
        add(page, word)
    named = {one: f"Meer: {one}" for one in page.locator(".blok__naam").all_inner_texts()}
    last = list(named)[-1]
    press(page, named[last])
    press(row(page, last), "Parkeer voor later")
    press(page, f"Zet in het programma: {last}")
    expect(page.get_by_role("button", name=named[last])).to_be_focused()
    for name in list(named)[:2]:
        press(page, named[name])
        press(row(page, name), "Parkeer voor later")
    parked = page.locator("[data-deel=geparkeerd]")
    second = parked.get_by_role("listitem").nth(1)
    press(second, f"Haal weg: {list(named)[1]}")
    press(parked, "Zet terug")
    expect(second.get_by_role("button").first).to_be_focused()
    done(page)


def test_a_kist_that_is_chosen_meanwhile_is_not_called_broken(
    browser: Browser, address: str
) -> None:
    """On a slow network its times are on their way, whatever came in of the first."""
    page = person(browser, f"{address}mijn-kist/")
    add(page, "keetgesprek")
    press(page, "Nieuwe kist")
    add(page, "belangenkaart")
    held = Held(page, "**/bladen/**")
    page.reload(wait_until="domcontentloaded")
    with page.expect_request("**/bladen/**/keetgesprek*"):
        page.get_by_label("Welke kist?").select_option("Onze bijeenkomst")
    expect(page.locator(".kist__eind")).to_have_text("De tijden komen eraan.")
    first, second = sorted(held.routes, key=lambda route: "keetgesprek" in route.request.url)
    with page.expect_response(first.request.url):
        first.continue_()
    page.wait_for_function("() => 'belangenkaart' in Gk.sheets")
    expect(page.locator(".kist__eind")).to_have_text("De tijden komen eraan.")
    expect(page.locator("[data-deel=pastniet]")).to_be_hidden()
    second.continue_()
    expect(page.locator(".kist__eind")).to_contain_text("samen")
    done(page)


def test_what_was_timed_for_others_is_mended_in_one_press(browser: Browser, address: str) -> None:
    """A meeting of the morning with lunch goes to the afternoon, and to more people."""
    page = person(browser, f"{address}mijn-kist/#klaar=samenwerkings-psu-halve-dag")
    lunch = row(page, "Lunch")
    expect(lunch.locator(".blok__tijd")).to_have_text("12:15")
    offer = page.get_by_role("button", name="Schuif de vaste tijden mee")
    begin = page.get_by_label("Begin", exact=True)
    expect(offer).to_be_hidden()
    begin.fill("01:00")  # on the way to 13
    begin.fill("13:00")
    expect(page.locator("[data-deel=schuif]")).to_contain_text("3 uur later")
    press(page, "Schuif de vaste tijden mee")
    expect(lunch.locator(".blok__tijd")).to_have_text("15:15")
    expect(offer).to_be_hidden()
    expect(page.locator("[data-deel=strook]")).to_contain_text("3 uur verschoven")
    press(page, "Zet terug")
    assert next(one["vast"] for one in stored(page)[0]["blokken"] if "vast" in one) == "12:15"
    page.get_by_role("spinbutton", name="Mensen").fill("12")
    name = "Spelregelkaart"
    minutes = row(page, name).get_by_label("Minuten")
    minutes.fill("20")
    mend = page.get_by_role("listitem").filter(has_text=f"{name} duurt volgens het blad")
    press(mend, "Neem de tijd van het blad")
    expect(mend).to_have_count(0)
    followed = int(minutes.input_value())
    assert followed > 20
    press(page, "Zet terug")
    expect(minutes).to_have_value("20")
    press(mend, "Neem de tijd van het blad")
    page.get_by_role("spinbutton", name="Mensen").fill("4")
    assert int(minutes.input_value()) < followed  # from now on it follows the people
    done(page)


def test_what_is_put_in_is_typed_over(browser: Browser, address: str) -> None:
    """The minutes of a break, and the word for the next sheet."""
    page = person(browser, f"{address}mijn-kist/")
    press(page, "Pauze erbij")
    page.keyboard.type("20")
    assert [one["minuten"] for one in stored(page)[0]["blokken"]] == [20]
    press(page, "Instrument erbij")
    for title in ("Belangenkaart in drie lagen", "Spelregelkaart"):
        page.keyboard.type(title)
        page.keyboard.press("Enter")
    assert blocks(page)[1:] == ["Belangenkaart in drie lagen", "Spelregelkaart"]
    done(page)


def test_what_can_be_put_back_is_offered_where_it_was_pressed(
    browser: Browser, address: str
) -> None:
    """Deep in the page of a phone nobody is taken to the top of it."""
    page = person(browser, f"{address}mijn-kist/", 360, has_touch=True)
    for word in ("keetgesprek", "belangenkaart", "krachtenveld"):
        add(page, word)
    advice = page.get_by_role("listitem").filter(has_text="zonder pauze")
    advice.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    press(advice, "Zet er een pauze voor")
    back = page.get_by_role("button", name="Zet terug", exact=True)
    expect(back).to_be_focused()
    expect(back).to_be_in_viewport(ratio=1)
    assert abs(page.evaluate("scrollY") - place) < page.evaluate("innerHeight")
    assert back.evaluate(SEEN)
    press(page, "Zet terug")
    expect(advice).to_be_visible()
    done(page)


def test_who_parks_reads_where_it_went(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/", 360, has_touch=True)
    add(page, "spelregelkaart")
    press(page, "Meer: Spelregelkaart")
    press(row(page, "Spelregelkaart"), "Parkeer voor later")
    says(page, "Spelregelkaart ligt nu onder Geparkeerd.")
    press(page, "Zet in het programma: Spelregelkaart")
    says(page, "Spelregelkaart staat erbij.")
    done(page)


def test_a_part_of_ones_own_says_nothing_that_nobody_typed(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/")
    press(page, "Eigen onderdeel erbij")
    page.keyboard.type("Rondleiding")
    page.reload()
    press(page, "Meer: Rondleiding")
    expect(row(page, "Rondleiding").get_by_label("Wat je doet")).to_have_value("")
    # One field for who leads.
    expect(row(page, "Rondleiding").get_by_label("voor wie leidt")).to_have_count(1)
    with page.expect_download() as download:
        press(page, "Draaiboek als tekst")
    assert "onderdeel" not in Path(download.value.path()).read_text("utf-8").lower()
    done(page)


def test_to_put_back_a_change_takes_nothing_that_was_typed_since(
    browser: Browser, address: str
) -> None:
    """Neither here nor in another window: then there is nothing to put back any more."""
    page = person(browser, f"{address}mijn-kist/#klaar=samenwerkings-psu-halve-dag")
    begin, back = (
        page.get_by_label("Begin", exact=True),
        page.get_by_role("button", name="Zet terug"),
    )
    begin.fill("13:00")
    press(page, "Schuif de vaste tijden mee")
    expect(back).to_be_visible()
    press(page, "Meer: Lunch")
    row(page, "Lunch").get_by_label("Notitie voor wie leidt").fill("Broodjes voor Anna")
    expect(back).to_be_hidden()
    begin.fill("14:00")
    press(page, "Schuif de vaste tijden mee")
    other = page.context.new_page()
    other.goto(f"{address}mijn-kist/")
    other.get_by_label("Titel", exact=True).fill("Middag aan de dijk")
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Middag aan de dijk")
    expect(back).to_be_hidden()
    expect(row(page, "Lunch").locator(".blok__tijd")).to_have_text("16:15")
    press(page, "Haal deze kist weg")
    page.get_by_label("Titel", exact=True).fill("Een andere")
    press(page, "Zet terug")  # a kist that was removed comes beside it
    assert {one["naam"] for one in stored(page)} == {"Middag aan de dijk", "Een andere"}
    done(page)


def test_sheets_in_the_wrong_order_change_places_in_one_press(
    browser: Browser, address: str
) -> None:
    """First aid in a quarrel comes before the conversation that it makes possible."""
    page = person(browser, f"{address}mijn-kist/")
    given = ["Keetgesprek van tien minuten", "Eerste hulp bij ruzie"]
    for title in given:
        add(page, title)
    order = page.locator("[data-deel=blokken] .blok__naam")
    mend = page.get_by_role("listitem").filter(has_text="doe je bij onrust")
    expect(order).to_have_text(given)
    press(mend, "Draai ze om")
    expect(order).to_have_text(given[::-1])
    expect(mend).to_have_count(0)
    expect(page.locator("[data-deel=strook]")).to_contain_text("staat nu op plaats 1")
    press(page, "Zet terug")
    expect(order).to_have_text(given)
    done(page)


def test_what_is_added_comes_before_the_closing(browser: Browser, address: str) -> None:
    """By each button of the page, by that of a card, and when it comes back from what is parked."""
    page = person(browser, f"{address}mijn-kist/")
    press(page, "Welkom en afsluiting erbij")
    for word in ("keetgesprek", "spelregelkaart"):
        add(page, word)
    press(page, "Pauze erbij")
    press(page, "Eigen onderdeel erbij")
    sheets = ["Keetgesprek van tien minuten", "Spelregelkaart"]
    inside = [*sheets, "Pauze", "Onderdeel"]
    assert blocks(page) == ["Welkom", *inside, "Afspraken en slot"]
    for k in (1, 0):
        press(page, f"Meer: {sheets[k]}")
        press(row(page, sheets[k]), "Parkeer voor later")
    press(page, f"Zet in het programma: {sheets[0]}")
    inside = [*inside[2:], sheets[0]]
    assert blocks(page) == ["Welkom", *inside, "Afspraken en slot"]
    page.goto(f"{address}instrumenten/spelregelkaart/")
    press(page, "Zet in mijn kist: Spelregelkaart")  # it was parked
    page.goto(f"{address}instrumenten/belangenkaart/")
    page.locator(".inkist").first.click()
    page.goto(f"{address}mijn-kist/")
    expect(page.locator("[data-deel=blokken] .blok__naam")).to_have_text(
        ["Welkom", *inside, sheets[1], re.compile("Belangenkaart"), "Afspraken en slot"]
    )
    done(page)


def test_enter_takes_the_sheet_whose_title_was_meant(browser: Browser, address: str) -> None:
    """A title before a sentence, and what it begins with before what stands in it."""
    page = person(browser, f"{address}mijn-kist/")
    press(page, "Instrument erbij")
    field = page.get_by_label("Zoek een blad")
    found = page.locator("[data-deel=titels] button")
    whole = found.all_inner_texts()
    field.press("Enter")  # no word, so nothing was meant
    assert blocks(page) == []
    field.fill("vooraf")
    expect(found.nth(0)).to_have_text("Vooraf terugkijken")
    expect(found.nth(1)).to_have_text("Een wijziging vooraf melden")
    said = "Met Enter zet je Vooraf terugkijken erbij."
    expect(page.locator("[data-deel=gevonden]")).to_contain_text(said)
    field.press("Enter")
    assert blocks(page) == ["Vooraf terugkijken"]
    field.fill("")
    expect(found).to_have_text(whole)
    done(page)


def test_who_sits_too_long_gets_a_break_in_one_press(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/", 360)
    for title in ("Groepsspiegel", "Spelregelkaart"):
        add(page, title)
        row(page, title).get_by_label("Minuten").fill("60")
    given = blocks(page)
    mend = page.get_by_role("listitem").filter(has_text="120 min zonder pauze")
    text, button = (mend.locator(part).bounding_box() for part in ("> span", "button:visible"))
    assert text
    assert button
    assert button["y"] >= text["y"] + text["height"] - 1  # among its words it parts the lines
    press(mend, "Zet er een pauze voor")
    assert blocks(page) == [given[0], "Pauze", given[1]]
    assert stored(page)[0]["blokken"][1]["minuten"] == 15
    expect(mend).to_have_count(0)
    press(page, "Zet terug")
    assert blocks(page) == given
    done(page)


@pytest.mark.parametrize("width", [320, pytest.param(1366, marks=pytest.mark.long)])
def test_a_title_in_the_programme_leads_to_its_sheet_to_type_on(
    browser: Browser, address: str, width: int
) -> None:
    page = person(browser, f"{address}mijn-kist/", width)
    add(page, "spelregelkaart")
    page.get_by_role("link", name="Spelregelkaart", exact=True).click()
    page.wait_for_url("**/instrumenten/spelregelkaart/#invullen")
    expect(page.locator("#invullen")).to_be_in_viewport()
    done(page)


def test_a_link_opens_as_a_copy_beside_ones_own(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}mijn-kist/")
    for word in ("belangenkaart", "kennismaken"):
        add(page, word)
    press(page, "Eigen onderdeel erbij")
    page.get_by_label("Titel, voor iedereen").fill("Geheim overleg")
    press(page, "Kopieer een link")
    field = page.get_by_label("Link naar een kopie")
    expect(field).to_have_value(re.compile("#kist=1[.]3[.]"))
    link = field.input_value()
    assert "eheim" not in link
    names = blocks(page)
    reader = person(browser, f"{address}mijn-kist/")
    add(reader, "spelregelkaart")
    mine = stored(reader)[0]
    reader.goto(link.replace("belangenkaart", "vervallen-blad", 1))
    expect(reader.locator("gk-kist [data-deel=fout]")).to_contain_text("vervallen-blad")
    assert blocks(reader) == [names[1], "Onderdeel"]
    reader.goto("about:blank")
    reader.goto(link)
    expect(reader.locator("gk-kist [data-deel=melding]")).to_contain_text("kopie")
    assert blocks(reader) == [*names[:2], "Onderdeel"]
    assert reader.url == f"{address}mijn-kist/"
    assert stored(reader)[0] == mine
    assert len(stored(reader)) == 3
    reader.goto("about:blank")
    reader.goto(link)  # the same again
    says(reader, "Deze kist heb je al. Hij staat nu open.")
    assert len(stored(reader)) == 3
    reader.get_by_label("Welke kist?").select_option(index=0)
    assert blocks(reader) == ["Spelregelkaart"]
    reader.goto(f"{address}draaiboeken/maandoverleg/")
    reader.get_by_role("link", name="Neem over in mijn kist").click()
    expect(reader.get_by_label("Titel", exact=True)).to_have_value(re.compile("aand"))
    assert len(stored(reader)) == 4
    done(page, reader)


def test_a_ready_draaiboek_that_did_not_come_is_asked_again(browser: Browser, address: str) -> None:
    """Its address stays until it is in the kist."""
    page = person(browser, f"{address}over/privacy/")
    page.route("**/bladen/draaiboeken/**", lambda route: route.abort())
    page.goto(f"{address}mijn-kist/#klaar=maandoverleg")
    expect(page.get_by_role("alert")).to_contain_text("Heb je verbinding?")
    page.unroute("**/bladen/draaiboeken/**")
    page.reload()
    expect(page.get_by_label("Titel", exact=True)).to_have_value(re.compile("aand"))
    assert len(stored(page)) == 1
    page.context.close()


@pytest.mark.long
def test_damaged_links_are_answered_in_dutch_and_break_nothing(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}mijn-kist/#klaar=maandoverleg")
    expect(page.locator(".blok__tijd").last).not_to_be_empty()
    press(page, "Kopieer een link")
    expect(page.get_by_label("Link naar een kopie")).to_have_value(re.compile("#kist"))
    whole = page.get_by_label("Link naar een kopie").input_value().partition("#")[2]
    mine = stored(page)[0]
    answers = _sentences(
        page, "compleet", "linknieuwer", "kopie", "heb", "overgeslagen", "afgekapt"
    )
    seed = random.Random(23)  # noqa: S311
    for _ in range(200):
        page.evaluate("hash => { location.hash = hash; }", _damaged(whole, seed))
        page.wait_for_function("() => !location.hash")
        news = page.locator("gk-kist .melding:not(:empty)")
        expect(news.first).to_have_text(answers)
        assert [one for one in news.all_inner_texts() if not answers.fullmatch(one)] == []
        assert stored(page)[0] == mine
    done(page)


def _sentences(page: Page, *names: str) -> re.Pattern[str]:
    """What the page may say: its own sentences of these names, one after the other."""
    texts = page.evaluate(
        "names => names.map((name) => document.querySelector('gk-kist [data-deel=meldingen]').dataset[name])",
        list(names),
    )
    gap = re.escape("{}")
    whole = "|".join(re.escape(one).replace(gap, ".+") for one in texts)
    return re.compile(f"(?:(?:{whole}) ?)+")


def _damaged(link: str, seed: random.Random) -> str:
    """A link without its end, with a wrong sign, or without a piece; it still says #kist."""
    at = seed.randrange(len("kist=") + 1, len(link))
    cut, changed = link[:at], link[: at - 1] + seed.choice("aq7.~-") + link[at:]
    return seed.choice((cut, changed, link[: at // 2 + 5] + link[at:]))


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="nl-NL")
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.goto(f"{address}instrumenten/")
    page.locator(".inkist").first.click()
    expect(page.locator("[data-gk-kist-nieuws]")).to_contain_text("bewaart niets")
    page.goto(f"{address}mijn-kist/")
    add(page, "spelregelkaart")
    expect(page.locator("gk-kist [data-deel=fout]")).to_contain_text("bewaart niets")
    assert blocks(page) == ["Spelregelkaart"]
    expect(page.locator(".blok__tijd")).to_have_text("09:00")
    context.close()


def test_what_a_newer_version_wrote_stays_and_what_is_damaged_is_left_out(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}{QUIET}")
    newer = json.dumps({"opslag": 2, "kisten": {}})
    keep = "([key, value]) => localStorage.setItem(key, value)"
    page.evaluate(keep, [KEY, newer])
    page.goto(f"{address}mijn-kist/")
    add(page, "spelregelkaart")
    expect(page.locator("gk-kist [data-deel=fout]")).to_contain_text("nieuwere versie")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == newer
    blokken = [{"blad": "vervallen-blad"}, {"blad": "spelregelkaart"}, {"blad": 3}, None]
    damaged = {"opslag": 1, "nu": 7, "kisten": [None, 4, {"naam": "Half", "blokken": blokken}]}
    page.evaluate(keep, [KEY, json.dumps(damaged)])
    page.goto(f"{address}{QUIET}")
    page.goto(f"{address}mijn-kist/")
    assert blocks(page) == ["vervallen blad", "Spelregelkaart"]
    expect(row(page, "vervallen blad")).to_contain_text("bestaat niet meer")
    expect(page.locator("[data-deel=meldlijst]")).to_contain_text("vervallen")
    page.goto(f"{address}gegevens/")
    expect(page.get_by_role("link", name="Mijn kist").last).to_be_visible()
    done(page)


def test_a_name_that_every_object_has_is_no_sheet(browser: Browser, address: str) -> None:
    """In a file or an address that somebody damaged or made up."""
    page = person(browser, f"{address}mijn-kist/")
    blokken = [{"blad": "constructor", "sleutel": "constructor"}, {"blad": "spelregelkaart"}]
    kist = {"sleutel": "__proto__", "naam": "Vreemd", "blokken": blokken}
    upload(page, kist=json.dumps({"soort": "gk-kist", "versie": 1, "kist": kist}).encode())
    says(page, "De kist uit kist.json staat erbij.")
    assert blocks(page) == ["constructor", "Spelregelkaart"]
    expect(row(page, "constructor")).to_contain_text("bestaat niet meer")
    ways = {"Begin nu": "Leid deze bijeenkomst", "Nieuwe afspraak": "Maak het verslag"}
    for name, link in ways.items():
        page.goto(f"{address}mijn-kist/")
        page.get_by_role("link", name=link, exact=True).click()
        expect(page.get_by_role("button", name=name)).to_be_visible()
    page.goto(f"{address}leiden/?los#blad=constructor")
    expect(page.get_by_role("alert")).to_contain_text("Hier is niets met de naam constructor.")
    page.goto(f"{address}mijn-kist/")
    press(page, "Haal deze kist weg")
    says(page, "")
    done(page, gone=True)


@pytest.fixture
def folder(browser: Browser, site: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the site in a folder, in one browser window."""
    page = browser.new_context(locale="nl-NL").new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def opened(path: str) -> Page:
        page.goto(f"{site.as_uri()}/{path}")
        return page

    yield opened
    page.context.close()
    assert errors == []


def test_a_kist_works_from_a_folder(folder: Callable[[str], Page]) -> None:
    page = folder("instrumenten/index.html")
    for k in range(2):
        page.locator(".inkist").nth(k).click()
    page = folder("mijn-kist/index.html")
    expect(page.locator(".blok__tijd").last).to_have_text(
        re.compile(r"\d\d:\d\d"), timeout=PATIENCE
    )
    page.evaluate("window.print = () => { window.printed = true; }")
    press(page, "Print alles")
    page.wait_for_function("() => window.printed")
    assert page.locator(".bundel .blad").count() == 2
    press(page, "Kopieer een link")
    link = page.get_by_label("Link naar een kopie")
    # That of the site, since a colleague cannot open this folder.
    expect(link).to_have_value(re.compile(r"^https://[^/]+/mijn-kist/#kist=1[.]2[.]0900"))
    page = folder("mijn-kist/index.html#klaar=maandoverleg")
    says(page, "Dit draaiboek staat nu in je kist. Pas het aan zoals je wilt.")


def test_a_ready_draaiboek_that_does_not_come_is_asked_for_again(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()  # a request that fails is an error in its console
    page.route("**/bladen/**", lambda route: route.abort())
    page.goto(f"{address}mijn-kist/#klaar=maandoverleg")
    expect(page.get_by_role("alert")).to_contain_text("Heb je verbinding?")
    page.unroute("**/bladen/**")
    page.reload()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Maandoverleg")
    page.close()
