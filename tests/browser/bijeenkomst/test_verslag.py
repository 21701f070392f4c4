"""What came of a meeting: its report, its agreements on the verbeteragenda, and the next meeting."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.lab import axe
from tests.browser.held import Held
from tests.helpers.meting import done, person, printed, saved, upload

SHEET, FIELD = "groepsspiegel", "afspraak"
WEEKLY, TITLE = "keetgesprek", "Keetgesprek van tien minuten"
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
    expect(page.get_by_role("status").filter(has_text="agenda")).to_have_text(
        "De afspraak staat nu op je verbeteragenda."
    )
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
    page.emulate_media(media="print")
    assert (
        "kijken we terug? Anna kijkt\nop maandag" in page.locator(".verslag__papier").inner_text()
    )
    page.emulate_media(media="screen")
    assert "Gepland Onderdeel" in text
    assert "Wat we deden" not in text
    assert "Leg vast wat jullie deden" not in text
    assert "15-12-2026" in text
    assert page.evaluate("window.hit") is None
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    kist = page.evaluate("Gk.kisten.current()")
    assert kist["naam"] == "Vervolg op Start <b>brug</b>"
    assert kist["blokken"][1]["notitie"] == "Anna kijkt op maandag of het lukt (Anna, 15-12-2026)"
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
    held = Held(page, "**/bladen/**")
    page.reload(wait_until="domcontentloaded")
    expect(decided).to_have_value("We bellen.")
    present.fill("Bea")
    page.get_by_label("Welke bijeenkomst?").select_option("andere-middag")
    expect(decided).to_have_value("")
    present.fill("Cas")
    held.let_go()
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    expect(present).to_have_value("Cas")
    reports = page.evaluate("Gk.store.read('verslagen').verslagen")
    said = {key: (one["wie"], one["besluiten"]) for key, one in reports.items()}
    assert said == {KIST["sleutel"]: ("Bea", "We bellen."), "andere-middag": ("Cas", "")}
    done(page)


def test_without_its_sheets_a_report_is_not_called_empty_nor_printed(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = browser.new_page()  # a request that fails is an error in its console
    page.goto(f"{address}verslag/")
    page.route("**/bladen/**", lambda route: route.abort())
    with_meeting(page)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Heb je verbinding?")
    page.evaluate("() => { window.print = () => { document.title = 'geprint'; }; }")
    for button in ("Neem afspraken over", "Kopieer als tekst", "Print het verslag"):
        page.get_by_label("Wie waren erbij?").fill(button)
        page.get_by_role("button", name=button).click()
        expect(alert).to_contain_text("Heb je verbinding?")
    expect(page).not_to_have_title("geprint")
    page.unroute("**/bladen/**")
    _, text, _ = printed(page, tmp_path, "print")
    assert "Anna kijkt" in text
    page.close()


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
    upload(page, verslag=file)
    expect(page.get_by_label("Welke bijeenkomst?").locator("option")).to_have_count(2)
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
    text = first.locator("label span").first.evaluate(
        "(node) => node.firstChild.textContent.trim()"
    )
    assert action["actie"] == f"Zorg dat dit klopt: {text}"
    older = {**action, "actie": f"Bellen ({text})"}
    del older["bron"]
    page.evaluate("(acties) => Gk.store.write('verbeteragenda', { acties })", [older])
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("staat al op je verbeteragenda")
    page.evaluate("Gk.store.remove('verbeteragenda')")
    first.get_by_label("Notitie").fill("Bea belt")
    button.click()
    assert [one["actie"] for one in actions(page)] == [f"Bea belt (zodat dit klopt: {text})"]
    page.goto(f"{address}verbeteragenda/")
    expect(page.get_by_role("listitem", name="Actie 1")).to_contain_text(
        "Uit: de checklist Was dit een goed overleg?"
    )
    assert axe.check_page(page) == []
    done(page)


def test_one_sheet_has_a_report_without_a_kist(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verslag/")
    expect(page.get_by_text("Je hebt nog geen bijeenkomst.")).to_be_visible()
    page.evaluate(
        "(value) => localStorage.setItem('gk.invullen.groepsspiegel', JSON.stringify(value))",
        {"opslag": 1, **TYPED},
    )
    page.evaluate(f"location.hash = '#blad={SHEET}'")
    chosen = page.get_by_label("Welke bijeenkomst?").locator(":checked")
    expect(chosen).to_have_text(re.compile(r"^Groepsspiegel, \d+-\d+-20\d\d$"))
    page.get_by_role("button", name="Neem afspraken over").click()
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    assert [one["actie"] for one in actions(page)] == ["Anna kijkt op maandag of het lukt"]
    page.goto(f"{address}verbeteragenda/")
    expect(page.get_by_role("listitem", name="Actie 1")).to_contain_text("Uit: Groepsspiegel, ")
    done(page)


def on_day(browser: Browser, url: str, day: int) -> Page:
    """A page on this day of November 2026."""
    page = person(browser, "about:blank")
    page.clock.set_fixed_time(datetime.datetime(2026, 11, day, 11, 0))
    page.goto(url)
    return page


def later(page: Page, day: int) -> None:
    """The same reader on another day of that month."""
    page.clock.set_fixed_time(datetime.datetime(2026, 11, day, 11, 0))


def write(page: Page, address: str, text: str) -> None:
    """On the sheet of the report, on its own."""
    page.goto(f"{address}instrumenten/{WEEKLY}/")
    page.locator("textarea[data-veld]").last.fill(text)


def decided(page: Page, text: str) -> None:
    """In the report that is open, and about which nothing is asked."""
    field = page.get_by_label("Wat besloten we?")
    expect(field).to_be_visible()
    expect(field).to_have_value(text)


def test_the_report_of_one_sheet_is_found_again(browser: Browser, address: str) -> None:
    """After a reload, by Back, and in the list beside the kists; the one used last opens."""
    page = on_day(browser, f"{address}verslag/#blad={WEEKLY}", 23)
    page.reload()  # nothing was typed yet
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    page.reload()
    decided(page, "We bellen.")
    page.get_by_role("link", name="Open de verbeteragenda").click()
    page.wait_for_url("**/verbeteragenda/")
    page.go_back()
    decided(page, "We bellen.")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Datum: 23-11-2026")
    choice = page.get_by_label("Welke bijeenkomst?")
    with_meeting(page)
    decided(page, "We bellen.")
    expect(choice.locator("option")).to_have_text([f"{TITLE}, 23-11-2026", str(KIST["naam"])])
    choice.select_option(str(KIST["sleutel"]))
    page.reload()
    expect(choice).to_have_value(str(KIST["sleutel"]))
    choice.select_option(f"blad.{WEEKLY}")
    decided(page, "We bellen.")
    later(page, 24)
    page.evaluate("(kist) => Gk.kisten.put({ ...kist, op: 1 })", KIST)
    page.reload()
    expect(choice).to_have_value(str(KIST["sleutel"]))  # it was changed after that report
    done(page)


def test_a_sheet_that_is_not_there_is_forgotten(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    choice = page.get_by_label("Welke bijeenkomst?")
    with page.expect_response("**/bladen/instrumenten/bestaat-niet.js"):
        page.evaluate("location.hash = '#blad=bestaat-niet'")
    expect(choice).to_have_value("blad.bestaat-niet")
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(choice).to_have_value(str(KIST["sleutel"]))
    page.evaluate("location.hash = '#blad=geen--blad'")
    expect(page.get_by_role("alert")).to_contain_text("staat niet op dit apparaat")
    page.context.close()


def test_a_report_opens_also_when_no_kist_is_in_use(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verslag/")
    page.evaluate("(kist) => Gk.kisten.write([kist], '')", KIST)
    page.reload()
    expect(page.get_by_label("Welke bijeenkomst?")).to_have_value(str(KIST["sleutel"]))
    done(page)


def test_a_choice_is_kept_by_who_leaves_before_its_sheets_come(
    browser: Browser, address: str
) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.evaluate(
        "([kist, nu]) => { Gk.kisten.put(kist); Gk.kisten.write(Gk.kisten.read().kisten, nu); }",
        [{**KIST, "sleutel": "andere-middag", "naam": "Middag", "op": 1}, KIST["sleutel"]],
    )
    page.reload()
    choice = page.get_by_label("Welke bijeenkomst?")
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    page.route("**/bladen/**", lambda route: None)
    page.reload(wait_until="domcontentloaded")
    choice.select_option("andere-middag")
    page.unroute("**/bladen/**")
    page.reload()
    expect(choice).to_have_value("andere-middag")
    done(page)


def test_a_choice_of_one_sheet_is_kept_too(browser: Browser, address: str) -> None:
    """That something was written on it says enough."""
    page = last_week(browser, address)
    page.get_by_role("button", name="Ga hiermee verder").click()
    with_meeting(page)
    choice = page.get_by_label("Welke bijeenkomst?")
    choice.select_option(str(KIST["sleutel"]))
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    page.route("**/bladen/**", lambda route: None)
    page.reload(wait_until="domcontentloaded")
    choice.select_option(f"blad.{WEEKLY}")
    page.unroute("**/bladen/**")
    page.reload()
    expect(choice).to_have_value(f"blad.{WEEKLY}")
    done(page)


def test_a_choice_is_kept_after_a_question_without_an_answer(
    browser: Browser, address: str
) -> None:
    """Who opens a file instead goes on with that."""
    page = last_week(browser, address)
    given = {"soort": "gk-verslag", "versie": 1, "kist": {**KIST, "naam": "Van een ander"}}
    page.evaluate("(kist) => Gk.kisten.write([kist], '')", KIST)
    upload(page, ander=json.dumps(given).encode())
    choice = page.get_by_label("Welke bijeenkomst?")
    choice.select_option(str(KIST["sleutel"]))
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    page.reload()
    expect(choice).to_have_value(str(KIST["sleutel"]))
    done(page)


@pytest.mark.parametrize("held", [True, False])
def test_what_was_typed_is_in_the_report_before_and_without_its_sheet(
    browser: Browser, address: str, held: bool
) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.route("**/bladen/**", lambda route: None if held else route.abort())
    page.reload(wait_until="domcontentloaded")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Anna kijkt")
    if not held:
        page.get_by_role("button", name="Neem afspraken over").click()
        expect(page.get_by_role("alert")).to_contain_text("Heb je verbinding?")
    page.context.close()


BOX = "Van vorige week"


def last_week(browser: Browser, address: str) -> Page:
    """A page on which a report and its sheet were made a week ago."""
    page = on_day(browser, "about:blank", 23)
    write(page, address, BOX)
    page.get_by_role("link", name="Naar het verslag").click()
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    later(page, 30)
    page.evaluate(f"location.hash = '#blad={WEEKLY}'")
    question = page.get_by_role("group", name="Hier staat nog je verslag van 23-11-2026.")
    expect(question).to_be_focused()
    expect(page.get_by_label("Wat besloten we?")).to_be_hidden()
    assert axe.check_page(page) == []
    return page


def typed_again(browser: Browser, address: str) -> Page:
    """That report, opened from its sheet, on which something else was typed today."""
    page = last_week(browser, address)
    write(page, address, "Van vandaag")
    page.get_by_role("link", name="Naar het verslag").click()
    return page


# On how many lines a text stands.
LINES = """(node) => {
  const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (!text.nextNode().data.includes('23-11-2026'));
  const range = document.createRange();
  const at = text.currentNode.data.indexOf('23-11-2026');
  range.setStart(text.currentNode, at);
  range.setEnd(text.currentNode, at + '23-11-2026'.length);
  return range.getClientRects().length;
}"""


def test_a_date_stands_on_one_line(browser: Browser, address: str) -> None:
    """Also in a name that ends with one."""
    page = last_week(browser, address)
    kept = page.get_by_role("status").first
    widths = range(320, 421, 5)

    def lines(where: Locator) -> set[int]:
        found = set()
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            found.add(where.evaluate(LINES))
        return found

    assert lines(page.locator("[data-deel=oudzin]")) == {1}
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    expect(kept).to_contain_text(f"{TITLE} 23-11-2026.")
    assert lines(kept) == {1}
    done(page)


def test_a_week_later_a_sheet_begins_a_new_report(browser: Browser, address: str) -> None:
    """The old one stays, as a meeting with what was typed on the sheet; none comes in use."""
    page = last_week(browser, address)
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    decided(page, "")
    expect(page.get_by_label("Wie waren erbij?")).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text(f"bewaard als {TITLE} 23-11-2026.")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Datum: 30-11-2026")
    expect(page.locator("[data-deel=papier]")).not_to_contain_text(BOX)
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    decided(page, "We bellen.")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Datum: 23-11-2026")
    expect(page.locator("[data-deel=papier]")).to_contain_text(BOX)
    page.goto(f"{address}instrumenten/{WEEKLY}/")
    expect(page.locator("textarea[data-veld]").last).to_have_value("")
    expect(page.locator(".mijnkist__aantal")).to_have_text("")
    assert page.evaluate("Gk.kisten.read().kisten[0].dag") == "2026-11-23"
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    expect(page.get_by_role("button", name="Begin een nieuw verslag")).to_be_hidden()
    done(page)


def test_what_was_typed_today_stays_with_the_new_report(browser: Browser, address: str) -> None:
    """Leading ends with the sheet, and then the report: last week's text stays last week's."""
    page = typed_again(browser, address)
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Van vandaag")
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    expect(paper).to_contain_text(BOX)
    expect(paper).not_to_contain_text("Van vandaag")
    done(page)


def test_what_was_typed_after_the_report_was_begun_stays_with_it(
    browser: Browser, address: str
) -> None:
    """The report leads to its sheet, where more is typed on the same day."""
    page = on_day(browser, f"{address}verslag/#blad={WEEKLY}", 23)
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    write(page, address, BOX)
    later(page, 30)
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Datum: 30-11-2026")
    expect(paper).not_to_contain_text(BOX)
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    expect(paper).to_contain_text(BOX)
    done(page)


def test_a_report_that_stays_open_a_week_keeps_the_sheet_of_its_day(
    browser: Browser, address: str
) -> None:
    """What is changed in it later may not cost what stood on the sheet."""
    page = on_day(browser, "about:blank", 23)
    write(page, address, BOX)
    page.get_by_role("link", name="Naar het verslag").click()
    decisions = page.get_by_label("Wat besloten we?")
    decisions.fill("We bellen.")
    later(page, 30)
    decisions.fill("We bellen morgen.")
    write(page, address, "Van vandaag")
    page.get_by_role("link", name="Naar het verslag").click()
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text(BOX)
    expect(paper).not_to_contain_text("Van vandaag")
    done(page)


def test_what_a_report_showed_of_its_sheet_stays_in_it(browser: Browser, address: str) -> None:
    """Also when nothing was typed in the report after that, and the sheet is used again."""
    page = on_day(browser, f"{address}verslag/#blad={WEEKLY}", 23)
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    write(page, address, BOX)
    page.goto(f"{address}verslag/")
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text(BOX)
    later(page, 30)
    write(page, address, "Van vandaag")
    page.get_by_role("link", name="Naar het verslag").click()
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    expect(paper).to_contain_text(BOX)
    expect(paper).not_to_contain_text("Van vandaag")
    done(page)


def test_who_goes_on_with_a_report_keeps_both_texts_of_its_sheet(
    browser: Browser, address: str
) -> None:
    """That of last time and that of now, on the sheet too."""
    page = typed_again(browser, address)
    page.get_by_role("button", name="Ga hiermee verder").click()
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Van vandaag")
    expect(paper).to_contain_text(BOX)
    page.goto(f"{address}instrumenten/{WEEKLY}/")
    expect(page.locator("textarea[data-veld]").last).to_have_value(f"{BOX}\nVan vandaag")
    done(page)


def test_what_is_typed_in_another_window_comes_in_the_report(
    browser: Browser, address: str
) -> None:
    page = on_day(browser, f"{address}verslag/#blad={WEEKLY}", 23)
    expect(page.locator("[data-deel=bladen] li")).to_contain_text("nog niets ingevuld")
    other = page.context.new_page()
    other.clock.set_fixed_time(datetime.datetime(2026, 11, 23, 11, 0))
    write(other, address, BOX)
    expect(page.locator("[data-deel=papier]")).to_contain_text(BOX)
    expect(page.locator("[data-deel=bladen] li")).to_contain_text("staat in het verslag")
    done(page)


def test_an_old_report_has_the_text_of_its_own_day(browser: Browser, address: str) -> None:
    """Who looks it up after typing on the sheet again does not see that under the old date."""
    page = last_week(browser, address)
    write(page, address, "Van vandaag")
    page.goto(f"{address}verslag/")
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Datum: 23-11-2026")
    expect(paper).to_contain_text(BOX)
    expect(paper).not_to_contain_text("Van vandaag")
    done(page)


def test_what_was_typed_between_two_reports_is_of_the_later_one(
    browser: Browser, address: str
) -> None:
    page = last_week(browser, address)
    later(page, 26)
    write(page, address, "Van tussendoor")
    later(page, 30)
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Van tussendoor")
    page.get_by_label("Welke bijeenkomst?").select_option(label=f"{TITLE} 23-11-2026")
    expect(paper).to_contain_text(BOX)
    expect(paper).not_to_contain_text("Van tussendoor")
    done(page)


@pytest.mark.parametrize("answer", ["Begin een nieuw verslag", "Ga hiermee verder"])
def test_who_empties_the_sheet_keeps_the_old_report(
    browser: Browser, address: str, answer: str
) -> None:
    page = last_week(browser, address)
    page.goto(f"{address}instrumenten/{WEEKLY}/")
    page.get_by_role("button", name="Maak leeg").click()
    page.goto(f"{address}verslag/")
    expect(page.locator("[data-deel=bladen] li")).to_contain_text(": staat in het verslag.")
    page.evaluate(f"location.hash = '#blad={WEEKLY}'")
    page.get_by_role("button", name=answer).click()
    choice = page.get_by_label("Welke bijeenkomst?")
    expect(choice).to_be_visible()
    choice.select_option(label=choice.locator("option", has_text="23-11-2026").inner_text())
    expect(page.locator("[data-deel=papier]")).to_contain_text(BOX)
    done(page)


def test_a_report_of_one_sheet_begins_when_something_comes_in_it(
    browser: Browser, address: str
) -> None:
    """Not when its page was opened; and what came on its sheet alone counts."""
    page = on_day(browser, f"{address}verslag/#blad={WEEKLY}", 22)
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    later(page, 23)
    page.get_by_label("Wie waren erbij?").fill("Anna")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Datum: 23-11-2026")
    page.get_by_label("Wie waren erbij?").fill("")
    write(page, address, BOX)
    later(page, 30)
    page.get_by_role("link", name="Naar het verslag").click()
    expect(page.get_by_role("group", name="verslag van 23-11-2026.")).to_be_focused()
    done(page)


def test_who_opens_the_report_of_one_sheet_elsewhere_goes_on_with_it(
    browser: Browser, address: str
) -> None:
    """What is typed there on a later day comes in it: it is the report of a kist by then."""
    page = last_week(browser, address)
    page.goto(f"{address}verslag/")
    expect(page.locator("[data-deel=bladen] li")).to_have_count(1)
    file = saved(page, "bestand")
    other = on_day(browser, f"{address}verslag/", 30)
    upload(other, verslag=file)
    expect(other.locator("[data-deel=papier]")).to_contain_text(BOX)
    other.locator("[data-deel=bladen] a").click()
    other.locator("[data-deel=kist]").select_option(index=1)
    other.locator("textarea[data-veld]").last.fill("Van vandaag")
    other.goto(f"{address}verslag/")
    expect(other.locator("[data-deel=papier]")).to_contain_text("Van vandaag")
    done(page, other)


def test_what_was_changed_on_the_agenda_stays_there(browser: Browser, address: str) -> None:
    """A new press for another agreement brings no older name or day back."""
    page = with_meeting(person(browser, f"{address}verslag/"))
    agenda = page.get_by_role("button", name="Zet op de verbeteragenda")
    page.get_by_role("button", name="Nieuwe afspraak").click()
    page.get_by_label("Wat spreken we af?").fill("Bellen")
    agenda.click()
    page.evaluate(
        """() => Gk.actions.add(Gk.actions.stored().map((one) => ({
          ...one, op: one.op + 5000, wie: 'Piet', wanneer: '2026-12-24' })))"""
    )
    page.get_by_role("button", name="Nieuwe afspraak").click()
    page.get_by_label("Wat spreken we af?").last.fill("Schrijven")
    agenda.click()
    assert [(one["actie"], one["wie"]) for one in actions(page)] == [
        ("Bellen", "Piet"),
        ("Schrijven", ""),
    ]
    done(page)


def test_a_press_puts_what_was_typed_last_on_the_agenda(browser: Browser, address: str) -> None:
    """Also in the same second; of a report of an older version the agenda is the later one."""
    page = with_meeting(on_day(browser, f"{address}verslag/", 23))
    agenda = page.get_by_role("button", name="Zet op de verbeteragenda")
    page.get_by_role("button", name="Nieuwe afspraak").click()
    what, who = page.get_by_label("Wat spreken we af?"), page.get_by_label("Wie doet het?")
    what.fill("Bellen")
    agenda.click()
    what.fill("Opbellen")
    agenda.click()
    assert [one["actie"] for one in actions(page)] == ["Opbellen"]
    later(page, 24)
    agenda.click()
    who.fill("Anna")
    later(page, 25)
    agenda.click()
    later(page, 26)
    who.fill("Bea")
    agenda.click()
    assert [one["wie"] for one in actions(page)] == ["Bea"]
    page.evaluate(
        """() => {
          const all = Gk.store.read('verslagen');
          for (const row of Object.values(all.verslagen)[0].afspraken) {
            delete row.op;
            row.wie = 'Cas';
          }
          Gk.store.write('verslagen', all);
        }"""
    )
    page.reload()
    agenda.click()
    assert [one["wie"] for one in actions(page)] == ["Bea"]
    done(page)


def test_what_was_removed_on_the_agenda_stays_away(browser: Browser, address: str) -> None:
    """Until it is typed again, or is all that is left to put there."""
    page = with_meeting(on_day(browser, f"{address}verslag/", 23))
    agenda = page.get_by_role("button", name="Zet op de verbeteragenda")
    what = page.get_by_label("Wat spreken we af?")
    for text in ("Bellen", "Schrijven"):
        page.get_by_role("button", name="Nieuwe afspraak").click()
        what.last.fill(text)
    agenda.click()
    remove = """(what) => Gk.store.write('verbeteragenda', {
      acties: Gk.actions.stored().filter(({ actie }) => actie !== what) })"""
    page.evaluate(remove, "Bellen")
    page.reload()
    agenda.click()
    assert [one["actie"] for one in actions(page)] == ["Schrijven"]
    expect(page.get_by_role("status").filter(has_text="agenda")).to_have_text(
        "De afspraak staat nu op je verbeteragenda."
    )
    expect(page.get_by_role("alert")).to_contain_text("Je haalde er 1 van de agenda.")
    what.first.fill("Opbellen")
    agenda.click()
    assert [one["actie"] for one in actions(page)] == ["Schrijven", "Opbellen"]
    page.evaluate("Gk.store.remove('verbeteragenda')")
    agenda.click()
    assert [one["actie"] for one in actions(page)] == ["Opbellen", "Schrijven"]
    file = saved(page, "bestand")
    other = person(browser, f"{address}verslag/")
    upload(other, verslag=file)
    expect(other.get_by_label("Wat spreken we af?")).to_have_count(2)
    other.get_by_role("button", name="Nieuwe afspraak").click()
    other.get_by_label("Wat spreken we af?").last.fill("Van mij")
    other.get_by_role("button", name="Zet op de verbeteragenda").click()
    assert [one["actie"] for one in actions(other)] == ["Opbellen", "Schrijven", "Van mij"]
    done(page, other)


def test_a_week_later_a_report_may_go_on(browser: Browser, address: str) -> None:
    page = last_week(browser, address)
    page.get_by_role("button", name="Ga hiermee verder").click()
    decided(page, "We bellen.")
    paper = page.locator("[data-deel=papier]")
    expect(paper).to_contain_text("Datum: 23-11-2026")
    expect(paper).to_contain_text(BOX)
    write(page, address, f"{BOX}, en nu meer")
    page.get_by_role("link", name="Naar het verslag").click()
    expect(paper).to_contain_text("en nu meer")
    decided(page, "We bellen.")
    page.clock.set_fixed_time(datetime.datetime(2026, 12, 7, 11, 0))
    write(page, address, "Van nog later")
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    expect(page.get_by_role("group", name="verslag van 23-11-2026.")).to_be_focused()
    expect(paper).to_contain_text("en nu meer")
    done(page)


def test_an_old_report_waits_for_the_name_of_its_sheet(browser: Browser, address: str) -> None:
    """It is called so for ever; without a network nothing is moved."""
    page = last_week(browser, address)
    page.goto(f"{address}over/privacy/")
    page.route("**/bladen/**", lambda route: route.abort())
    page.goto(f"{address}verslag/#blad={WEEKLY}")
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    expect(page.get_by_role("alert")).to_contain_text("Heb je verbinding?")
    page.unroute("**/bladen/**")
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    expect(page.get_by_role("status").first).to_contain_text(f"bewaard als {TITLE} 23-11-2026.")
    page.context.close()


def test_an_agreement_is_put_back_in_its_own_report_alone(browser: Browser, address: str) -> None:
    page = last_week(browser, address)
    page.get_by_role("button", name="Ga hiermee verder").click()
    page.get_by_role("button", name="Nieuwe afspraak").click()
    page.get_by_role("button", name="Haal weg").click()
    back = page.get_by_role("button", name="Zet terug")
    expect(back).to_be_visible()
    page.evaluate("(kist) => Gk.kisten.write([kist], '')", KIST)
    page.evaluate(f"location.hash = '#kist={KIST['sleutel']}'")
    expect(page.get_by_label("Welke bijeenkomst?")).to_have_value(str(KIST["sleutel"]))
    expect(back).to_be_hidden()
    page.clock.set_fixed_time(datetime.datetime(2026, 12, 7, 11, 0))
    page.evaluate(f"location.hash = '#blad={WEEKLY}'")
    page.get_by_role("button", name="Begin een nieuw verslag").click()
    expect(page.get_by_label("Wie waren erbij?")).to_be_focused()
    expect(back).to_be_hidden()
    done(page)


STORED = "() => Object.keys(localStorage).sort().map((key) => [key, localStorage[key]])"


# There is no room for what a report holds, until room() is called.
FULL = """() => {
  const real = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    if (key === 'gk.verslagen') throw Error();
    real.call(this, key, text);
  };
  window.room = () => { Storage.prototype.setItem = real; };
}"""


def test_what_could_not_be_stored_stays_on_the_screen(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.evaluate("(kist) => Gk.kisten.put(kist)", {**KIST, "sleutel": "andere-middag", "op": 1})
    page.reload()
    page.evaluate(FULL)
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    choice = page.get_by_label("Welke bijeenkomst?")
    choice.select_option(str(KIST["sleutel"]))
    expect(page.get_by_role("alert")).to_contain_text("Bewaar die eerst als bestand.")
    expect(choice).to_have_value("andere-middag")
    decided(page, "We bellen.")
    done(page)


def test_in_a_full_store_no_next_meeting_is_made(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.evaluate(FULL)
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    expect(page.get_by_role("alert")).to_contain_text("Deze browser bewaart niets.")
    assert page.evaluate("Gk.kisten.read().kisten.length") == 1
    done(page)


def test_an_old_report_is_lost_neither_in_a_full_store_nor_by_two_windows(
    browser: Browser, address: str
) -> None:
    page = last_week(browser, address)
    before = page.evaluate(STORED)
    page.evaluate(FULL)
    button = page.get_by_role("button", name="Begin een nieuw verslag")
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("Deze browser bewaart niets.")
    after = dict(page.evaluate(STORED))
    assert json.loads(after.pop("gk.kisten"))["kisten"] == []
    assert after == {key: text for key, text in before if key != "gk.kisten"}
    page.evaluate("window.room()")
    other = page.context.new_page()
    other.clock.set_fixed_time(datetime.datetime(2026, 11, 30, 11, 0))
    other.goto(f"{address}verslag/#blad={WEEKLY}")
    other.get_by_role("button", name="Begin een nieuw verslag").click()
    decided(other, "")
    other.get_by_label("Wat besloten we?").fill("Van vandaag")
    expect(button).to_be_hidden()
    decided(page, "Van vandaag")
    assert len(page.evaluate("Gk.kisten.read().kisten")) == 1
    done(page)


def test_who_removes_a_kist_hears_that_its_report_goes_too(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}mijn-kist/"))
    remove = page.get_by_role("button", name="Haal deze kist weg")
    back = page.get_by_role("button", name="Zet terug")
    strip = page.locator("[data-deel=strook]")
    remove.click()
    expect(strip).not_to_contain_text("verslag")
    back.click()
    page.goto(f"{address}verslag/")
    page.get_by_label("Wat besloten we?").fill("We bellen.")
    page.goto(f"{address}mijn-kist/")
    remove.click()
    expect(strip).to_contain_text("En daarmee het verslag")
    back.click()
    page.goto(f"{address}verslag/")
    decided(page, "We bellen.")
    done(page)


def test_the_next_meeting_has_what_is_open_of_this_one(browser: Browser, address: str) -> None:
    """Not the actions of other projects; and a new press changes the same actions."""
    page = with_meeting(person(browser, f"{address}verslag/"))
    other = {"actie": "Van een ander project", "wie": "Zed"}
    page.evaluate("(one) => Gk.actions.add([Gk.actions.make(one)])", other)
    for what in ("Bellen", "Al klaar", "Niet op de agenda"):
        page.get_by_role("button", name="Nieuwe afspraak").click()
        page.get_by_label("Wat spreken we af?").last.fill(what)
        if what == "Al klaar":
            page.get_by_role("button", name="Zet op de verbeteragenda").click()
    expect(page.get_by_role("status").filter(has_text="agenda")).to_have_count(0)
    page.evaluate(
        """() => Gk.actions.add(Gk.actions.stored().map((one) => ({
          ...one, op: one.op + 9,
          ...(one.actie === 'Al klaar' && { stand: 'gedaan' }),
          ...(one.actie === 'Bellen' && { wie: 'Jan', wanneer: '2026-12-15' }),
        })))"""
    )
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    notes = page.evaluate("Gk.kisten.current().blokken[1].notitie")
    assert notes.splitlines() == ["Bellen (Jan, 15-12-2026)", "Niet op de agenda"]
    page.goto(f"{address}verslag/")
    expect(page.get_by_label("Welke bijeenkomst?").locator(":checked")).to_contain_text("Vervolg")
    rows = page.get_by_label("Wat spreken we af?")
    expect(rows).to_have_count(2)
    rows.first.fill("Schrijven")
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    expect(page.get_by_role("status").first).to_have_text(
        "2 afspraken staan nu op je verbeteragenda."
    )
    assert [(one["actie"], one["wie"]) for one in actions(page)] == [
        ("Van een ander project", "Zed"),
        ("Schrijven", "Jan"),
        ("Al klaar", ""),
        ("Niet op de agenda", ""),
    ]
    done(page)


def test_two_presses_make_one_next_meeting(browser: Browser, address: str) -> None:
    page = with_meeting(person(browser, f"{address}verslag/"))
    held = Held(page, "**/verslag-verder*")
    button = page.get_by_role("button", name="Maak de volgende bijeenkomst")
    button.dblclick()
    held.let_go()
    page.wait_for_url("**/mijn-kist/")
    assert len(page.evaluate("Gk.kisten.read().kisten")) == 2
    done(page)


def test_an_agreement_or_action_that_was_removed_is_put_back(
    browser: Browser, address: str
) -> None:
    """In its place, and the one who pressed stands at it."""
    page = with_meeting(person(browser, f"{address}verslag/"))
    back = page.get_by_role("button", name="Zet terug")
    for what in ("Eerst", "Midden", "Laatst"):
        page.get_by_role("button", name="Nieuwe afspraak").click()
        page.get_by_label("Wat spreken we af?").last.fill(what)
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    for label in ("Wat spreken we af?", "Wat gaan we doen?"):
        fields = page.get_by_label(label)
        expect(fields).to_have_count(3)
        expect(back).to_be_hidden()
        page.get_by_role("button", name="Haal weg").nth(1).click()
        expect(fields).to_have_count(2)
        expect(back).to_be_focused()
        back.press("Enter")
        expect(back).to_be_hidden()
        expect(fields.nth(1)).to_be_focused()
        expect(fields.nth(1)).to_have_value("Midden")
        page.reload()
        expect(fields.nth(1)).to_have_value("Midden")
        page.goto(f"{address}verbeteragenda/")
    done(page)


def test_the_step_of_open_actions_leads_to_the_verbeteragenda(
    browser: Browser, address: str
) -> None:
    """In the next meeting, while it is led, and on a draaiboek of ours."""
    page = with_meeting(person(browser, f"{address}verslag/"))
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    way = page.get_by_role("link", name="Open de verbeteragenda")
    row = page.get_by_role("listitem", name="Open acties")
    expect(row.get_by_role("link")).to_have_accessible_name("Open de verbeteragenda")
    expect(way).to_have_count(1)
    page.get_by_role("link", name="Leid deze bijeenkomst").click()
    page.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=titel]")).to_have_text("Welkom")
    expect(way).to_be_hidden()
    page.get_by_role("button", name="Volgende").click()
    with page.context.expect_page() as opened:
        way.click()
    expect(opened.value).to_have_url(f"{address}verbeteragenda/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}draaiboeken/maandoverleg/")
    expect(
        page.locator(".programma").get_by_role("link", name="Open de verbeteragenda")
    ).to_be_visible()
    done(page)
