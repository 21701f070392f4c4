"""Whatever is typed in the fields of a meeting stays text, on every page to which it goes.

No page scrolls sideways on a small phone, and after a reload all of it is as it was.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.cases import daily
from tests.helpers.meting import QUIET, done, person

WIDTH = 320
OWN, SHEET, WRITTEN = "vreemde-tekst", "belangenkaart", "groepsspiegel"
HOSTILE = {
    "markup": "<img src=x onerror=window.hit=1><script>window.hit=1</script>",
    "a very long word": "W" * 60 + "onafgebroken" * 3,
    "right to left": "\u202eomgekeerd \u2067rtl שלום عربى",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 6,
    "lines": "een\ntwee\r\n\n\ndrie\u2028vier",
    "templates and formulas": "{{ 7*7 }} {% x %} ${1} =1+1 @SUM [datum] {} \u2068iso\u2069",
    "entities and escapes": "&lt;b&gt; &amp; \\n \\, ; \" '",
    "many accents": "e\u0301" * 40 + "\x07x",
    "Markdown": "`*_[x](javascript:alert(1))_*`|#",
    "blanks": "   ",
}
# In every field for text that is seen, as somebody who types does.
FILL = """([text, place]) => {
  for (const field of document.querySelectorAll(`${place} :is(input[type=text], textarea)`)) {
    if (!field.checkVisibility() || field.readOnly) continue;
    field.focus();
    field.select();
    document.execCommand('insertText', false, text); // no more than the field takes
    field.blur();
  }
}"""
SEEN = """(place) => [...document.querySelectorAll(`${place} :is(input[type=text], textarea)`)]
  .filter((field) => field.checkVisibility()).map(({ value }) => value)"""
ALIEN = "main :is(script:not([src]), img[src=x], a[href^=javascript])"
KIST: dict[str, Any] = {
    "opslag": 1,
    "nu": OWN,
    "kisten": [
        {
            "sleutel": OWN,
            "naam": "x",
            "blokken": [
                {"sleutel": "blok-eigen", "regel": "x", "titel": "x", "minuten": 5},
                {"sleutel": "blok-pauze", "pauze": True, "titel": "x", "minuten": 5},
                {"sleutel": "blok-kaart", "blad": SHEET},
                {"sleutel": "blok-spiegel", "blad": WRITTEN},
            ],
            "geparkeerd": [{"sleutel": "blok-apart", "regel": "x", "titel": "x"}],
        }
    ],
}


def sound(page: Page) -> None:
    """Nothing of it became markup, and nothing sticks out."""
    assert page.evaluate("window.hit") is None
    assert page.locator(ALIEN).count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def unfold(page: Page) -> None:
    page.evaluate("""() => {
      document.querySelectorAll('[data-doe=meer][aria-expanded=false]').forEach((one) => one.click());
      document.querySelectorAll('details').forEach((one) => { one.open = true; });
    }""")


def typed(page: Page, place: str, text: str) -> list[str]:
    page.evaluate(FILL, [text, place])
    sound(page)
    found: list[str] = page.evaluate(SEEN, place)
    assert found
    return found


def is_still_there(page: Page, place: str, found: list[str]) -> None:
    page.reload()
    unfold(page)
    page.wait_for_function(
        f"([place, found]) => JSON.stringify(({SEEN})(place)) === JSON.stringify(found)",
        arg=[place, found],
    )
    sound(page)


@pytest.mark.parametrize(
    "text", daily(1, [pytest.param(text, id=id) for id, text in HOSTILE.items()])
)
def test_it_stays_text_wherever_it_goes(browser: Browser, address: str, text: str) -> None:
    page = person(browser, f"{address}{QUIET}", WIDTH)
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("(kisten) => localStorage.setItem('gk.kisten', JSON.stringify(kisten))", KIST)
    is_planned(page, address, text)
    is_written_on_sheets(page, address, text)
    is_led(page, address)
    is_reported(page, address, text)
    done(page)


def is_planned(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}mijn-kist/")
    unfold(page)
    is_still_there(page, "gk-kist", typed(page, "gk-kist", text))
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    for name in ("Tekst voor een mail", "Kopieer een link"):
        page.get_by_role("button", name=name).click()
    expect(page.get_by_label("Pas de tekst aan")).not_to_be_empty()
    page.get_by_role("button", name="Print alles").click()
    page.wait_for_function("() => window.printed")
    sound(page)


def is_written_on_sheets(page: Page, address: str, text: str) -> None:
    for id in (SHEET, WRITTEN):
        page.goto(f"{address}instrumenten/{id}/#invullen")
        is_still_there(page, "gk-invullen", typed(page, "gk-invullen", text))


def is_led(page: Page, address: str) -> None:
    page.goto(f"{address}leiden/#kist={OWN}")
    page.get_by_role("button", name="Begin nu").click()
    forward = page.get_by_role("button", name="Volgende")
    while forward.is_visible():
        sound(page)
        forward.click()
    page.get_by_role("button", name="Klaar").click()
    sound(page)


def is_reported(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}verslag/#kist={OWN}")
    expect(page.locator("[data-deel=bladen] li")).to_have_count(2)
    page.get_by_role("button", name="Nieuwe afspraak").click()
    is_still_there(page, "gk-verslag", typed(page, "gk-verslag", text))
    page.get_by_role("button", name="Zet op de verbeteragenda").click()
    page.goto(f"{address}verbeteragenda/")
    expect(page.get_by_label("Wat gaan we doen?")).to_have_count(1)
    sound(page)
    page.goto(f"{address}gegevens/")
    sound(page)
    page.goto(f"{address}verslag/")
    page.get_by_role("button", name="Maak de volgende bijeenkomst").click()
    page.wait_for_url("**/mijn-kist/")
    sound(page)
