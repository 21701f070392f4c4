"""Leading a sheet or a meeting: the clock, the keys, running late, and what is stored."""

from __future__ import annotations

import datetime
import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.helpers.meting import BLOCKED, QUIET, done, person
from tests.helpers.states import judge

NINE = datetime.datetime(2026, 12, 1, 9, 0)
MINUTE = 60_000  # ms
HOUR = 60 * MINUTE
KEY = "gk.leiden"
LONG_KEET = "belangenkaart"  # a sheet with a keetversie, an opening and questions in its steps
READY = "eerste-bijeenkomst"  # a draaiboek of the editors, with sheets
# The tab as it is when another one is looked at, and back.
HIDE = """(hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  Object.defineProperty(document, 'visibilityState',
    { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
PLACES = """() => [...document.querySelectorAll('.leider__balk .knop')]
  .filter((one) => one.checkVisibility())
  .map((one) => one.getBoundingClientRect())
  .map(({ x, y, width, height }) => [x, y, width, height])"""
# On how many lines each cell stands.
LINES = """cells => cells.map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
})"""
STORE = "([key, value]) => localStorage.setItem(key, JSON.stringify(value))"


def kist(*blokken: dict[str, Any]) -> dict[str, Any]:
    """What is stored of one kist that begins at nine."""
    blocks = [{"sleutel": f"sleutel-{k}", **blok} for k, blok in enumerate(blokken)]
    one = {"sleutel": "ochtend-1", "naam": "Ochtend", "begin": "09:00", "blokken": blocks}
    return {"opslag": 1, "nu": "ochtend-1", "kisten": [{**one, "geparkeerd": []}]}


MORNING = kist(
    {"regel": "Zeg hallo.", "titel": "Hallo", "minuten": 10, "notitie": "Lach erbij"},
    {"regel": "Praat samen.", "titel": "Praten", "minuten": 60},
    {"pauze": True, "minuten": 15, "vast": "10:15"},
    {"regel": "Nog meer.", "titel": "Meer", "minuten": 30},
    {"regel": "Wie doet wat, wanneer?", "soort": "afsluiting", "minuten": 5},
)


def stand_still(page: Page) -> None:
    """Set the clock of the page at nine; from then on it goes only when a test says so."""
    page.clock.install(time=NINE - datetime.timedelta(minutes=30))  # this takes a while
    page.clock.pause_at(NINE)


def led(page: Page, address: str, source: str, stored: dict[str, Any] | None = None) -> None:
    """Open the page at nine on a clock that stands still, and begin."""
    stand_still(page)
    if stored:
        page.goto(f"{address}{QUIET}")
        page.evaluate(STORE, ["gk.kisten", stored])
    page.goto(f"{address}leiden/#{source}")
    page.get_by_role("button", name="Begin nu").click()


def ticks(page: Page, seconds: float = 1) -> None:
    """Let the clock of the page go on."""
    page.clock.run_for(int(seconds * 1000))


def clock(page: Page) -> int:
    """The seconds that are shown; below zero when it takes too long."""
    text = page.get_by_role("timer").inner_text()
    seconds = 0
    for part in text.lstrip("+").split(":"):
        seconds = seconds * 60 + int(part)
    return -seconds if text.startswith("+") else seconds


def test_four_hours_are_right_to_a_second(browser: Browser, address: str) -> None:
    """A hidden tab, sleep, a reload, another tab, and somebody who sets the clock back."""
    page = person(browser, "about:blank")
    long = kist({"regel": "Werk.", "titel": "Werk", "minuten": 240}, {"pauze": True, "minuten": 5})
    led(page, address, "kist=ochtend-1", long)
    left = 4 * 3600

    def passes(seconds: int) -> None:
        nonlocal left
        left -= seconds
        assert abs(clock(page) - left) <= 1

    ticks(page, 10)
    passes(10)
    page.evaluate(HIDE, True)
    page.clock.fast_forward(HOUR)  # a hidden tab hardly ticks
    page.evaluate(HIDE, False)
    passes(3600)
    page.clock.fast_forward(HOUR)  # the lid was closed
    ticks(page)
    passes(3601)
    page.reload()
    passes(0)
    other = page.context.new_page()
    other.goto(f"{address}leiden/")
    other.get_by_role("button", name="+1 minuut").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^2:0"))
    left += 60
    passes(0)
    other.close()
    now = NINE + datetime.timedelta(seconds=2 * 3600 + 11)
    page.clock.set_system_time(now - datetime.timedelta(minutes=50))
    ticks(page)
    passes(1)
    page.clock.fast_forward(HOUR + 30 * MINUTE)
    ticks(page)
    passes(5401)
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("[data-deel=groot]")).to_contain_text("Terug om ")
    assert clock(page) == 300
    done(page)


def test_late_is_planned_in_two_presses_and_undone_in_one(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    led(page, address, "kist=ochtend-1", MORNING)
    screen = page.locator(".leider")
    expect(screen).to_contain_text("Notitie: Lach erbij")
    expect(screen).to_contain_text("Op tijd. Je eindigt om 11:05.")
    page.clock.fast_forward(25 * MINUTE)
    ticks(page)
    expect(screen).to_contain_text("Je loopt 10 min achter. Zo eindig je om 11:15.")
    expect(page.get_by_role("timer")).to_have_text("+15:01")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Haal de tijd in").click()
    plan = page.get_by_role("region", name="Plan om de tijd in te halen")
    expect(plan).to_be_focused()
    expect(plan.get_by_role("row", name=re.compile("Praten"))).to_contain_text("50 min")
    expect(plan).to_contain_text("Dan eindig je om 11:05, zoals gepland.")
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    page.get_by_role("button", name="Ja, zo doen we het").click()
    expect(screen).to_contain_text("Op tijd. Je eindigt om 11:05.")
    assert clock(page) == 50 * 60
    page.reload()
    assert clock(page) == 50 * 60
    page.get_by_role("button", name="Zet het plan terug").click()
    expect(screen).to_contain_text("Je loopt 10 min achter.")
    assert clock(page) == 60 * 60
    # Too late for minutes alone: something may be skipped.
    page.clock.fast_forward(90 * MINUTE)
    ticks(page)
    page.get_by_role("button", name="Haal de tijd in").click()
    page.get_by_role("button", name="Sla over: Meer").click()
    expect(plan.get_by_role("row", name=re.compile("Meer"))).to_contain_text("overslaan")
    page.get_by_role("button", name="Toch doen: Meer").click()
    page.get_by_role("button", name="Nee, laat het zo").click()
    expect(screen).to_contain_text("Hierna, om")
    done(page)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (360, 740), (1366, 768)])
def test_the_answer_to_a_plan_is_in_view_on_a_whole_day(
    browser: Browser, address: str, width: int, height: int
) -> None:
    page = person(browser, "about:blank", width=width)
    page.set_viewport_size({"width": width, "height": height})
    parts = [{"regel": "", "titel": f"Spelregelkaart met {k}", "minuten": 25} for k in range(16)]
    led(page, address, "kist=ochtend-1", kist(*parts))
    page.clock.fast_forward(35 * MINUTE)
    ticks(page)
    page.get_by_role("button", name="Haal de tijd in").click()
    for seen in (page.locator("[data-deel=planzin]"), page.get_by_role("button", name="Ja, zo")):
        expect(seen).to_be_in_viewport(ratio=1)
    assert set(page.locator("[data-deel=plantabel] td").evaluate_all(LINES)) == {1}
    assert page.locator(".leider").evaluate("one => one.scrollWidth - one.clientWidth") == 0
    done(page)


def test_a_plan_names_the_keetversie_that_a_sheet_becomes(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank", width=320)
    first = {"regel": "Zeg hallo.", "titel": "Hallo", "minuten": 10}
    led(page, address, "kist=ochtend-1", kist(first, {"blad": LONG_KEET, "minuten": 90}))
    page.clock.fast_forward(70 * MINUTE)
    ticks(page)
    page.get_by_role("button", name="Haal de tijd in").click()
    expect(page.get_by_role("row", name=re.compile("Belangenkaart"))).to_have_text(
        re.compile("wordt de keetversie 90 min30 min$")
    )
    assert page.locator(".leider").evaluate("one => one.scrollWidth - one.clientWidth") == 0
    done(page)


def test_late_for_a_fixed_time_is_not_late_at_the_end(browser: Browser, address: str) -> None:
    """Where room comes later, the end holds: before it begins, under way and in the plan."""
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}{QUIET}")
    lunch = {"pauze": True, "minuten": 20, "vast": "10:00"}
    closing = {"regel": "Wie doet wat?", "soort": "afsluiting", "minuten": 30, "vast": "12:00"}
    welcome = {"regel": "Zeg hallo.", "soort": "opening", "minuten": 60}
    page.evaluate(STORE, ["gk.kisten", kist(welcome, lunch, closing)])
    page.clock.fast_forward(20 * MINUTE)
    page.goto(f"{address}leiden/#kist=ochtend-1")
    said = "Je bent 20 min te laat voor een vaste tijd. Je eindigt wel om 12:30."
    expect(page.locator("[data-deel=beginduur]")).to_contain_text(f"om 12:30 klaar. {said}")
    page.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=stand]")).to_have_text(said)
    page.clock.fast_forward(60 * MINUTE)
    ticks(page)
    page.get_by_role("button", name="Haal de tijd in").click()
    expect(page.locator("[data-deel=planzin]")).to_have_text(
        "Dan ben je nog 20 min te laat voor een vaste tijd. Je eindigt wel om 12:30."
    )
    done(page)


def test_how_long_it_takes_is_until_it_ends(browser: Browser, address: str) -> None:
    """Also when it waits for a fixed time."""
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}{QUIET}")
    lunch = {"pauze": True, "minuten": 30, "vast": "12:00"}
    stored = kist({"regel": "Werk.", "titel": "Werk", "minuten": 60}, lunch)
    page.evaluate(STORE, ["gk.kisten", stored])
    page.goto(f"{address}leiden/#kist=ochtend-1")
    expect(page.locator("[data-deel=beginduur]")).to_have_text(
        "Dit duurt 3 uur 30 min. Begin je nu, dan ben je om 12:30 klaar."
    )
    done(page)


def test_the_keyboard_does_it_all(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}instrumenten/{LONG_KEET}/")
    page.locator(".acties__meer > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Leid de keetversie").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Begin nu").focus()
    page.keyboard.press("Enter")
    title = page.locator("[data-deel=titel]")
    first = title.inner_text()
    full = clock(page)
    for key in ("ArrowRight", "PageDown", "ArrowLeft", "PageUp"):
        page.keyboard.press(key)
    expect(title).to_have_text(first)
    page.keyboard.press("+")
    assert clock(page) == full + 60
    page.keyboard.press("Space")
    ticks(page, 90)
    assert clock(page) == full + 60
    expect(page.locator("[data-deel=klokwoord]")).to_have_text("Pauze, al 1:30")
    page.keyboard.press("Space")
    ticks(page, 10)
    assert clock(page) == full + 50
    # On a button the space bar presses it; after the mouse it does not.
    page.get_by_role("button", name="Groot, voor de zaal").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    expect(page.get_by_role("button", name="Terug naar mijn scherm")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="+1 minuut").click()
    page.keyboard.press("Space")
    assert clock(page) == full + 110
    expect(page.get_by_role("button", name="Ga verder")).to_be_visible()
    # Where somebody types, a key is a letter.
    page.get_by_text("Klok, geluid en vragen").click()
    page.get_by_label("Ik begon deze stap om").fill("08:55")
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text(first)
    page.get_by_role("button", name="Zet de klok goed").click()
    assert clock(page) == full + 120 - 5 * 60 - 10
    done(page)


def test_who_begins_late_is_told_before_it_begins(browser: Browser, address: str) -> None:
    """The end that is named is the end that comes."""
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}{QUIET}")
    page.evaluate(STORE, ["gk.kisten", kist({"regel": "Werk.", "titel": "Werk", "minuten": 60})])
    page.clock.fast_forward(40 * MINUTE)
    page.goto(f"{address}leiden/#kist=ochtend-1")
    said = page.locator("[data-deel=beginduur]")
    expect(said).to_contain_text(
        "dan ben je om 10:40 klaar. Dat is 40 min later dan in je draaiboek."
    )
    page.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=stand]")).to_have_text(
        "Je loopt 40 min achter. Zo eindig je om 10:40."
    )
    done(page)


def test_the_end_that_is_named_goes_with_the_clock(browser: Browser, address: str) -> None:
    """Who opens the page before the meeting begins it later."""
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}{QUIET}")
    page.evaluate(STORE, ["gk.kisten", kist({"regel": "Werk.", "titel": "Werk", "minuten": 60})])
    page.goto(f"{address}leiden/#kist=ochtend-1")
    said = page.locator("[data-deel=beginduur]")
    expect(said).to_have_text("Dit duurt 60 min. Begin je nu, dan ben je om 10:00 klaar.")
    page.clock.run_for(20 * MINUTE)
    expect(said).to_contain_text("om 10:20 klaar. Dat is 20 min later")
    done(page)


def test_an_address_of_something_else_leaves_the_choice_in_sight(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}leiden/#bald=keetgesprek")
    expect(page.locator(".leiden__keuze").get_by_role("link", name="Instrumenten")).to_be_visible()
    done(page)


def test_who_opens_the_page_finds_the_kist_in_use_first(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}leiden/")
    choice = page.locator(".leiden__keuze").get_by_role("link")
    expect(choice.first).to_have_text("Mijn kist")
    page.evaluate(STORE, ["gk.kisten", MORNING])
    page.reload()
    expect(choice.first).to_have_text("Ochtend")
    choice.first.click()
    page.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=scherm]")).to_contain_text("Zeg hallo.")
    done(page)


def test_what_has_to_lie_ready_is_what_the_kist_says(browser: Browser, address: str) -> None:
    """A keetversie needs no paper; in groups each group needs its own."""
    ready = "[data-deel=mee]"
    page = person(browser, f"{address}leiden/#blad={LONG_KEET}")
    expect(page.locator(ready)).to_contain_text("Plakbriefjes")
    page.goto(f"{address}leiden/#keet={LONG_KEET}")
    page.reload()
    expect(page.get_by_role("button", name="Begin nu")).to_be_visible()
    expect(page.locator(ready)).to_be_hidden()
    page.evaluate(STORE, ["gk.kisten", kist({"blad": LONG_KEET, "groepen": 3})])
    page.goto(f"{address}leiden/#kist=ochtend-1")
    expect(page.locator(ready)).to_contain_text("Plakbriefjes en dikke stiften (3 keer)")
    done(page)


def test_only_what_is_said_aloud_looks_so(browser: Browser, address: str) -> None:
    """An instruction is no sentence to read out: no bar beside it, and not in bold."""
    page = person(browser, "about:blank")
    stand_still(page)
    page.goto(f"{address}leiden/#blad=keetgesprek")
    expect(page.locator("[data-deel=mee] li").first).to_have_text("Een bord en een stift")
    page.get_by_role("button", name="Begin nu").click()
    big = page.locator("[data-deel=groot]")
    for title, bar in (("Zeg dit eerst", True), ("Ga staan", False), ("Noem wat goed ging", True)):
        expect(page.locator("[data-deel=titel]")).to_have_text(title)
        width, weight = big.evaluate(
            "(one) => [getComputedStyle(one).borderLeftWidth, getComputedStyle(one).fontWeight]"
        )
        assert (width != "0px", weight == "700") == (bar, bar), title
        page.get_by_role("button", name="Volgende").click()
    done(page)


def test_what_it_does_not_know_it_says_and_what_still_runs_it_asks(
    browser: Browser, address: str
) -> None:
    page = person(browser, "about:blank")
    stand_still(page)
    alert = page.get_by_role("alert")
    page.goto(f"{address}leiden/#kist=weg-en-weg")
    expect(alert).to_contain_text("Deze kist staat niet op dit apparaat, of is leeg.")
    page.goto(f"{address}leiden/#keet=%20{LONG_KEET}.")  # as a mail made it
    page.get_by_role("button", name="Begin nu").click()
    title = page.locator("[data-deel=titel]").inner_text()
    page.goto(f"{address}leiden/#blad={LONG_KEET}")
    expect(page.locator("[data-deel=vraag]")).to_contain_text("Je leidt nog Belangenkaart")
    page.get_by_role("button", name="Ja, ga verder").click()
    expect(page.locator("[data-deel=titel]")).to_have_text(title)
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.goto(f"{address}over/privacy/")
    assert asked == ["beforeunload"]
    page.clock.fast_forward(25 * HOUR)
    page.goto(f"{address}leiden/")
    expect(page.locator("[data-deel=vraag]")).to_contain_text("dinsdag 1 december om 09:00")
    page.get_by_role("button", name="Nee, dat is klaar").click()
    expect(page.locator(".leiden__keuze").get_by_role("link", name="Instrumenten")).to_be_visible()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    page.evaluate(STORE, [KEY, {"opslag": 1, "loop": {"stappen": "stuk"}}])
    page.reload()
    expect(page.locator(".leiden__keuze").get_by_role("link", name="Instrumenten")).to_be_visible()
    assert asked == ["beforeunload"]
    done(page)


def test_an_unknown_sheet_is_named(browser: Browser, address: str) -> None:
    page = browser.new_page()  # a file that is not there is an error in its console
    page.goto(f"{address}leiden/#blad=bestaat-niet")
    expect(page.get_by_role("alert")).to_contain_text("Hier is niets met de naam bestaat-niet.")
    page.close()


def test_what_the_network_does_not_bring_is_not_called_unknown(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()  # a request that fails is an error in its console
    page.route("**/bladen/**", lambda route: route.abort())
    for led in (f"blad={LONG_KEET}", f"klaar={READY}"):
        page.goto("about:blank")
        page.goto(f"{address}leiden/#{led}")
        expect(page.get_by_role("alert")).to_contain_text("Heb je verbinding?")
    page.unroute("**/bladen/**")
    page.reload()
    expect(page.get_by_role("button", name="Begin nu")).to_be_visible()
    page.close()


def test_without_storage_it_leads_on_and_says_so_once(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    page.add_init_script(BLOCKED)
    led(page, address, f"blad={LONG_KEET}")
    expect(page.get_by_role("alert")).to_contain_text("Deze browser bewaart niets.")
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("alert")).to_have_text("")
    ticks(page, 60)
    expect(page.locator(".leider")).to_contain_text("2 van 7")
    done(page)


def test_a_tone_sounds_once_and_only_when_asked(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    page.add_init_script("""
      window.tones = 0;
      const real = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...given) {
        window.tones += 1;
        return real.apply(this, given);
      };""")
    led(page, address, f"blad={LONG_KEET}")
    ticks(page, 70)
    assert page.evaluate("window.tones") == 0
    page.get_by_text("Klok, geluid en vragen").click()
    page.get_by_label("Geef een geluid").check()
    page.get_by_role("button", name="Volgende").click()
    before = page.evaluate("window.tones")
    ticks(page, 300)
    assert page.evaluate("window.tones") == before + 1
    done(page)


@pytest.mark.parametrize(
    ("width", "palette", "forced"),
    [
        (320, "dark", "none"),
        pytest.param(1280, "light", "none", marks=pytest.mark.long),
        pytest.param(320, "light", "active", marks=pytest.mark.long),
    ],
)
def test_every_state_is_accessible(
    browser: Browser, address: str, width: int, palette: str, forced: str
) -> None:
    options: dict[str, Any] = {"color_scheme": palette, "forced_colors": forced}
    page = person(browser, "about:blank", width=width, **options)
    found: dict[str, object] = {}

    page.on("dialog", lambda dialog: dialog.accept())
    page.clock.install(time=NINE)  # axe waits by the clock of the page
    page.goto(f"{address}leiden/#kist=weg-en-weg")
    expect(page.get_by_role("alert")).to_contain_text("Deze kist")
    judge(page, "leeg, met een fout", found)
    page.evaluate(STORE, ["gk.kisten", MORNING])
    page.goto(f"{address}leiden/?a#kist=ochtend-1")
    expect(page.get_by_role("button", name="Begin nu")).to_be_visible()
    judge(page, "voor het begin", found)
    page.get_by_role("button", name="Begin nu").click()
    page.get_by_text("Klok, geluid en vragen").click()
    judge(page, "bezig", found)
    page.clock.fast_forward(3 * HOUR)
    page.get_by_role("button", name="Haal de tijd in").click()
    page.get_by_role("button", name=re.compile("Sla over")).first.click()
    judge(page, "plan", found)
    page.get_by_role("button", name="Ja, zo doen we het").click()
    page.get_by_role("button", name="Pauze").click()
    judge(page, "pauze, na het plan", found)
    page.get_by_role("button", name="Groot, voor de zaal").click()
    judge(page, "voor de zaal", found)
    page.keyboard.press("Escape")
    page.goto(f"{address}leiden/?b#blad={LONG_KEET}")
    expect(page.get_by_role("button", name="Ja, ga verder")).to_be_visible()
    judge(page, "de vraag", found)
    page.get_by_role("button", name="Ja, ga verder").click()
    page.get_by_role("button", name="Stop").click()
    judge(page, "klaar", found)
    done(page)
    assert found == {}


@pytest.mark.parametrize(
    ("width", "height", "palette"),
    [(390, 844, "light"), (360, 640, "dark"), (844, 390, "light"), (1366, 768, "dark")],
)
def test_a_button_stays_where_it_is(
    browser: Browser, address: str, width: int, height: int, palette: Any
) -> None:
    """Who presses twice does not press another button: a step, a note or a plan moves none."""
    page = person(browser, "about:blank", width=width, color_scheme=palette)
    page.set_viewport_size({"width": width, "height": height})
    long_note = {**MORNING["kisten"][0]["blokken"][1], "notitie": "Zeg dit erbij.\n" * 20}
    stored = kist(*MORNING["kisten"][0]["blokken"][:1], long_note, {"blad": "keetgesprek"})
    led(page, address, "kist=ochtend-1", stored)
    first = page.evaluate(PLACES)
    assert len(first) == 5
    assert first[-1][1] + first[-1][3] <= height
    moved = {}

    def stays(state: str) -> None:
        places = page.evaluate(PLACES)
        if np.abs(np.subtract(places, first)).max() >= 1:
            moved[state] = places

    while page.get_by_role("button", name="Volgende").is_visible():
        page.get_by_role("button", name="Volgende").click()
        stays(page.locator("[data-deel=tel]").inner_text())
    page.get_by_role("button", name="Pauze").click()
    stays("pauze")
    page.clock.fast_forward(3 * HOUR)
    page.get_by_role("button", name="Haal de tijd in").click()
    page.get_by_role("button", name="Nee, laat het zo").click()
    stays("te laat, na het plan")
    page.get_by_role("button", name="Groot, voor de zaal").click()
    page.get_by_role("button", name="Terug naar mijn scherm").click()
    page.get_by_text("Klok, geluid en vragen").click()
    stays("na de zaal, met de klok open")
    assert moved == {}
    done(page)


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 420)])
def test_with_little_room_the_first_button_stays_where_it_is(
    browser: Browser, address: str, width: int, height: int
) -> None:
    page = person(browser, "about:blank", width=width)
    page.set_viewport_size({"width": width, "height": height})
    led(page, address, "blad=keetgesprek")
    first = page.evaluate(PLACES)[0]
    for _ in range(4):
        page.get_by_role("button", name="Volgende").click()
        assert page.evaluate(PLACES)[0] == pytest.approx(first, abs=1)
    page.get_by_role("button", name="Stop").scroll_into_view_if_needed()
    done(page)


def test_a_ready_draaiboek_ends_in_the_report_of_its_kist(browser: Browser, address: str) -> None:
    """It comes in Mijn kist at its beginning, once, so that what is typed is in its report."""
    page = person(browser, f"{address}draaiboeken/{READY}/")
    page.on("dialog", lambda dialog: dialog.accept())
    way = page.get_by_role("link", name="Leid deze bijeenkomst")
    ready, sheet = page.url, page.locator(".programma a[href*=instrumenten]").first
    sheet_address = sheet.evaluate("(one) => one.href")
    title = page.locator("h1").inner_text()
    for _ in range(2):
        page.goto(ready)
        way.click()
        expect(page.get_by_text("Het draaiboek komt dan in Mijn kist")).to_be_visible()
        page.get_by_role("button", name="Begin nu").click()
        expect(page.get_by_role("button", name="Volgende")).to_be_visible()
        page.goto(f"{sheet_address}#invullen")
        page.locator("textarea[data-veld]").first.fill("Dit schreven we op")
        page.goto(ready)
        page.get_by_role("link", name="Je leidt dit nu: ga verder").click()
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("link", name="Neem over in mijn kist")).to_be_hidden()
        page.get_by_role("link", name="Maak het verslag").click()
        expect(page.locator("[data-deel=papier]")).to_contain_text(title)
        expect(page.locator("[data-deel=papier]")).to_contain_text("Dit schreven we op")
        page.goto(f"{address}leiden/")
        page.get_by_role("button", name="Sluit").click()
    names = "() => Gk.kisten.read().kisten.map(({ naam }) => naam)"
    assert page.evaluate(names) == [title]
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(days=28))
    page.goto(ready)
    way.click()
    page.get_by_role("button", name="Begin nu").click()
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    assert page.evaluate(names) == [title, title]  # that of last month is not typed over
    done(page)


def test_a_ready_draaiboek_that_was_taken_over_is_led_as_that_kist(
    browser: Browser, address: str
) -> None:
    """Once for the day, also after something was typed; the report has that day."""
    page = person(browser, f"{address}mijn-kist/#klaar={READY}")
    page.on("dialog", lambda dialog: dialog.accept())
    page.wait_for_function("() => Gk.kisten.read().kisten.length")
    for _ in range(2):
        page.goto(f"{address}leiden/#klaar={READY}")
        page.get_by_role("button", name="Begin nu").click()
        page.get_by_role("button", name="Stop").click()
        page.get_by_role("link", name="Maak het verslag").click()
        page.get_by_label("Wat besloten we?").fill("We bellen.")
        page.goto(f"{address}leiden/")
        page.get_by_role("button", name="Sluit").click()
    assert len(page.evaluate("Gk.kisten.read().kisten")) == 1
    page.goto(f"{address}verslag/")
    expect(page.locator("[data-deel=papier]")).to_contain_text("Datum:")
    done(page)


def test_the_kist_that_is_led_comes_in_use(browser: Browser, address: str) -> None:
    """What is typed on its sheets comes in its report."""
    page = person(browser, "about:blank")
    other = {**MORNING["kisten"][0], "sleutel": "middag-1", "naam": "Middag"}
    stored = {"opslag": 1, "nu": "middag-1", "kisten": [*MORNING["kisten"], other]}
    led(page, address, "kist=ochtend-1", stored)
    assert page.evaluate("Gk.kisten.current().naam") == "Ochtend"
    done(page)


@pytest.mark.parametrize("place", ["verslag/", "instrumenten/{}/"])
def test_a_kist_in_which_something_was_typed_is_not_led_again(
    browser: Browser, address: str, place: str
) -> None:
    """It has no day, so it may be of last month."""
    page = person(browser, f"{address}mijn-kist/#klaar={READY}")
    page.wait_for_function("() => Gk.kisten.read().kisten.length")
    sheet = page.evaluate("Gk.kisten.current().blokken.find(({ blad }) => blad).blad")
    page.goto(f"{address}{place.format(sheet)}")
    page.locator("gk-verslag textarea[name=besluiten], gk-invullen textarea").first.fill("Ja")
    page.goto(f"{address}leiden/#klaar={READY}")
    page.get_by_role("button", name="Begin nu").click()
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    assert len(page.evaluate("Gk.kisten.read().kisten")) == 2
    page.context.close()


def test_an_empty_sheet_that_stood_open_is_of_the_kist_that_is_led(
    browser: Browser, address: str
) -> None:
    """Who laid it ready in another window types for the meeting that began meanwhile."""
    page = person(browser, f"{address}draaiboeken/{READY}/")
    sheet = page.locator(".programma a[href*=instrumenten]").first.evaluate("(one) => one.href")
    open_before = page.context.new_page()
    open_before.goto(sheet)
    page.goto(f"{address}leiden/#klaar={READY}")
    page.get_by_role("button", name="Begin nu").click()
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    kist = page.evaluate("Gk.kisten.current().sleutel")
    expect(open_before.get_by_label("Hoort bij de kist")).to_have_value(kist)
    page.context.close()


def test_an_empty_sheet_follows_when_its_kist_goes_or_who_reads_comes_back(
    browser: Browser, address: str
) -> None:
    """What is typed for a kist that is gone comes in no report."""
    page = person(browser, f"{address}draaiboeken/{READY}/")
    sheet = page.locator(".programma a[href*=instrumenten]").first.evaluate("(one) => one.href")
    page.goto(f"{address}leiden/#klaar={READY}")
    page.get_by_role("button", name="Begin nu").click()
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    [kist] = page.evaluate("Gk.kisten.read().kisten")
    sheet_page = page.context.new_page()
    sheet_page.goto(sheet)
    choice = sheet_page.locator("[data-deel=kist]")
    expect(choice).to_have_value(kist["sleutel"])
    page.evaluate("Gk.kisten.write([], '')")
    expect(choice).to_have_value("")
    # As if both came from another page: this one was not told.
    other = {**kist, "sleutel": "andere-dag-1"}
    sheet_page.evaluate("(kist) => Gk.kisten.put(kist)", other)
    back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    sheet_page.evaluate(back)
    expect(choice).to_have_value("andere-dag-1")
    sheet_page.locator("textarea[data-veld]").first.fill("Getypt")
    sheet_page.evaluate("(kist) => Gk.kisten.write([kist], kist.sleutel)", kist)
    sheet_page.evaluate(back)
    expect(choice).to_have_value("andere-dag-1")
    page.context.close()


@pytest.mark.parametrize(
    ("chosen", "report"), [(LONG_KEET, "kist=ochtend-1"), ("keetgesprek", f"blad={LONG_KEET}")]
)
def test_the_report_of_a_sheet_is_where_its_text_goes(
    browser: Browser, address: str, chosen: str, report: str
) -> None:
    """A sheet of the kist in use is filled in for that kist, also when it is led alone."""
    page = person(browser, "about:blank")
    led(page, address, f"blad={LONG_KEET}", kist({"blad": chosen}))
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Stop").click()
    way = page.get_by_role("link", name="Maak het verslag")
    expect(way).to_have_attribute("href", re.compile(f"verslag/.*#{report}$"))
    done(page)


def test_what_was_typed_before_on_a_loose_sheet_is_still_there(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}draaiboeken/{READY}/")
    sheet = page.locator(".programma a[href*=instrumenten]").first.evaluate("(one) => one.href")
    field = page.locator("textarea[data-veld]").first
    page.goto(sheet)
    field.fill("Van een ander gesprek")
    page.goto(f"{address}leiden/#klaar={READY}")
    page.get_by_role("button", name="Begin nu").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(sheet)
    expect(field).to_have_value("")
    page.get_by_label("Hoort bij de kist").select_option("")
    expect(field).to_have_value("Van een ander gesprek")
    done(page)


def test_a_page_says_that_just_this_is_led(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    page.on("dialog", lambda dialog: dialog.accept())
    led(page, address, "kist=ochtend-1", MORNING)
    now = page.get_by_role("link", name="Je leidt dit nu: ga verder")
    page.goto(f"{address}mijn-kist/")
    expect(now).to_be_visible()
    page.goto(f"{address}instrumenten/keetgesprek/")
    expect(page.get_by_role("link", name="Leid dit gesprek")).to_be_visible()
    page.goto(f"{address}mijn-kist/")
    now.click()
    page.get_by_role("button", name="Stop").click()
    page.goto(f"{address}mijn-kist/")
    expect(page.get_by_role("link", name="Leid deze bijeenkomst")).to_be_visible()
    done(page)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_each_part_begins_at_the_top_of_the_page(
    browser: Browser, address: str, width: int, height: int
) -> None:
    """The name of the meeting is in sight, and so is the way to its report."""
    page = person(browser, f"{address}{QUIET}", width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate(STORE, ["gk.kisten", kist({"blad": LONG_KEET}, {"blad": "keetgesprek"})])
    page.goto(f"{address}leiden/#kist=ochtend-1")
    expect(page.get_by_role("heading", name="Ochtend")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name="Begin nu").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", name="Ochtend")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Maak het verslag")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0
    done(page)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_what_opens_at_the_bottom_comes_in_sight(
    browser: Browser, address: str, width: int, height: int
) -> None:
    page = person(browser, "about:blank", width=width)
    page.set_viewport_size({"width": width, "height": height})
    led(page, address, "blad=keetgesprek")
    page.get_by_text("Klok, geluid en vragen").click()
    expect(page.locator(".toetsen")).to_be_in_viewport(ratio=1)
    bottom = page.locator(".toetsen").evaluate("(one) => one.getBoundingClientRect().bottom")
    assert bottom <= page.locator(".leider__balk").evaluate("(one) => one.offsetTop")
    done(page)


def test_the_last_step_says_that_it_is_the_last(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank")
    led(page, address, "kist=ochtend-1", kist({"regel": "a", "titel": "A"}, {"pauze": True}))
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_role("link", name="Maak het verslag")).to_be_visible()
    done(page)


def test_a_note_has_its_lines(browser: Browser, address: str) -> None:
    """As the open actions in a next meeting: one a line."""
    page = person(browser, "about:blank")
    notitie = "Anna belt de gemeente\nBram mailt de buren"
    regel = "Loop ze langs.\nVraag wat nodig is."
    led(page, address, "kist=ochtend-1", kist({"regel": regel, "notitie": notitie}))
    expect(page.locator("[data-deel=notitie] bdi")).to_have_js_property("innerText", notitie)
    expect(page.locator("[data-deel=groot]")).to_have_js_property("innerText", regel)
    done(page)


def test_a_clock_far_over_its_time_covers_nothing(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank", width=1366)
    led(page, address, "kist=ochtend-1", MORNING)
    for width in (1366, 1920, 960):
        page.set_viewport_size({"width": width, "height": 768})
        page.clock.fast_forward(4 * HOUR)
        ticks(page)
        left = page.get_by_role("timer").evaluate("(one) => one.getBoundingClientRect().left")
        place = "(one) => one.getBoundingClientRect().right"
        assert page.locator("[data-deel=tel]").evaluate(place) <= left, width
        page.get_by_role("button", name="Haal de tijd in").click()
        assert page.locator("[data-deel=plantabel]").evaluate(place) <= left, width
        page.get_by_role("button", name="Nee, laat het zo").click()
    done(page)


def test_who_is_about_to_begin_is_told_what_another_window_did(
    browser: Browser, address: str
) -> None:
    """A run that goes on is not lost to another one, and a kist that is gone is named."""
    page = person(browser, f"{address}{QUIET}")
    page.evaluate(STORE, ["gk.kisten", MORNING])
    page.goto(f"{address}leiden/#kist=ochtend-1")
    begin = page.get_by_role("button", name="Begin nu")
    expect(begin).to_be_visible()
    other = page.context.new_page()
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto(f"{address}leiden/#blad=keetgesprek")
    other.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=vraag]")).to_contain_text("Je leidt nog Keetgesprek")
    expect(begin).to_be_hidden()
    other.get_by_role("button", name="Stop").click()
    expect(begin).to_be_visible()
    other.goto(f"{address}leiden/#kist=ochtend-1")
    other.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=titel]")).to_have_text("Hallo")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Stop").click()
    page.goto(f"{address}leiden/?weer#kist=ochtend-1")
    expect(begin).to_be_visible()
    other.goto(f"{address}mijn-kist/")
    other.get_by_role("button", name="Haal deze kist weg").click()
    expect(page.get_by_role("alert")).to_contain_text("Deze kist staat niet op dit apparaat")
    expect(begin).to_be_hidden()
    done(page)
