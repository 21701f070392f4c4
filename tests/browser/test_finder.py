"""The finder on the page of instruments.

True counts, an address that keeps the choice, chips that take it off, a way out when nothing fits,
and a plain list without a script.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model import Toolbox
from macros.pages.facets import FACETS, facets, values
from scripts.lab import axe
from tests.helpers import finder
from tests.helpers.cases import daily

SHOWN = ".kaartje:not([hidden])"
STATUS = ".zoeker__aantal"
# Each value of a filter, and how many instruments the page says it gives.
COUNTS = """() => [...document.querySelectorAll('.zoeker input[type=checkbox]')].map((box) =>
  [box.name, box.value, Number(box.parentElement.querySelector('b').textContent)])"""


def names(page: Page) -> list[str]:
    """The titles that are shown, without the places where their words may break."""
    titles = page.locator(f"{SHOWN} .kaartje__titel").all_inner_texts()
    return [title.replace("\u00ad", "") for title in titles]


def look_for(page: Page, text: str) -> None:
    """Type it, and wait for the engine."""
    page.get_by_role("textbox", name="Woord").fill(text)
    page.wait_for_function("() => Gk.search.engine && Gk.feiten")
    page.evaluate("new Promise(requestAnimationFrame)")


def chips(page: Page) -> list[str]:
    texts = page.locator(".zoeker__chip").all_text_contents()
    return [text.removeprefix("Haal weg: ").removesuffix(" ×") for text in texts]


def more(page: Page) -> None:
    page.get_by_role("button", name="Meer filters").click()


def phase(page: Page, name: str) -> None:
    page.locator(".zoeker__fase summary").click()
    page.get_by_role("checkbox", name=name).check()
    page.keyboard.press("Escape")


def test_the_phases_are_named_once(phone: Page, address: str) -> None:
    phone.goto(f"{address}instrumenten/")
    phone.locator(".zoeker__fase summary").click()
    group = phone.get_by_role("group", name="Fase", exact=True)
    expect(group.get_by_role("checkbox").first).to_be_visible()
    assert group.evaluate("(node) => node.firstElementChild.offsetHeight") <= 1  # only read out


def test_a_long_word_of_a_title_may_break_and_is_still_found(
    browser: Browser, address: str
) -> None:
    """Also while the engine is on its way: then words are compared as they stand there."""
    page = browser.new_page()
    page.route("**/catalogus.js", lambda route: route.abort())
    page.goto(f"{address}instrumenten/")
    titles = page.locator(f"{SHOWN} .kaartje__titel", has_text="\u00ad").all_text_contents()
    word = max((word for title in titles for word in title.split()), key=len)
    assert "\u00ad" in word
    page.get_by_role("textbox", name="Woord").fill(word.replace("\u00ad", ""))
    expect(page.locator(SHOWN, has_text=word)).not_to_have_count(0)
    page.close()


@pytest.mark.parametrize("size", [(1366, 768, 6), (390, 844, 3)])
def test_instruments_stand_in_the_first_view(
    browser: Browser, address: str, size: tuple[int, int, int]
) -> None:
    width, height, least = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=width < 600
    )
    page = context.new_page()
    page.goto(f"{address}instrumenten/")
    expect(page.locator(STATUS)).to_contain_text("instrumenten")
    bottoms = page.locator(".kaartje").evaluate_all(
        "(cards) => cards.map((card) => card.getBoundingClientRect().bottom)"
    )
    assert sum(bottom <= height for bottom in bottoms) >= least
    context.close()


def test_every_count_is_that_of_the_records(real: Toolbox, desktop: Page, address: str) -> None:
    seed = random.Random(2511)  # noqa: S311
    for _ in range(5):
        wishes = finder.some_wishes(real, seed)
        desktop.goto(f"{address}instrumenten/?{urlencode(wishes, doseq=True)}")
        for name, value, said in desktop.evaluate(COUNTS):
            asked = {key: one for key, one in wishes.items() if key != name} | {name: [value]}
            assert said == len(finder.found(real, asked)), (wishes, name, value)
        if expected := finder.found(real, wishes):
            assert set(names(desktop)) == {real.instrumenten[id].titel for id in expected}


def test_or_within_a_facet_and_between_facets(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?fase=delen&fase=verkennen&soort=canvas")
    expected = {
        record.titel
        for record in real.records["instrumenten"].values()
        if {"delen", "verkennen"} & set(record.fasen) and record.soort == "canvas"  # type: ignore[attr-defined]
    }
    assert set(names(desktop)) == expected
    assert len(expected) > 1


def test_minutes_are_those_of_the_meeting_with_so_many_people(
    real: Toolbox, desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}instrumenten/?minuten=30&mensen=7")
    expected = {
        record.titel
        for record in real.instrumenten.values()
        if record.duur_met(7) <= 30 and record.groep.min <= 7 <= record.groep.max
    }
    assert set(names(desktop)) == expected
    assert expected


@pytest.mark.parametrize(
    "typed",
    [
        "collega’s",  # as an iPhone types it: ericholsen/swdv691-write-ups-web-app #23
        "collegas",
        "COLLEGA`S",
        "col\u00adle\u200bga's",  # pasted: 1995eaton/chromium-vim #574
        "col\u0301lega\u00b4s",
    ],
)
def test_a_word_is_found_however_its_signs_are_typed(
    desktop: Page, address: str, typed: str
) -> None:
    desktop.goto(f"{address}instrumenten/")
    look_for(desktop, "collega's")
    expected = names(desktop)
    look_for(desktop, typed)
    assert names(desktop) == expected
    assert expected


def test_points_hyphens_and_spaces_of_a_word_do_not_matter(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    for plain, *others in (
        ["psu", "P.S.U.", "p. s. u."],
        ["korte kaart", "korte\u00a0kaart", " korte  kaart"],
        ["twee-op-twee", "twee‑op‑twee", "twee–op–twee"],
    ):
        look_for(desktop, plain)
        expected = names(desktop)
        for text in others:
            look_for(desktop, text)
            assert names(desktop) == expected, text


def test_the_address_keeps_the_choice_and_back_undoes_it(
    real: Toolbox, desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}instrumenten/")
    phase(desktop, "Uitvoeren")
    more(desktop)
    desktop.get_by_role("checkbox", name="Canvas").check()
    url, chosen = desktop.url, names(desktop)
    assert url.endswith("?fase=uitvoeren&soort=canvas")
    desktop.reload()
    assert names(desktop) == chosen
    desktop.go_back()
    expect(desktop.locator("input[value=canvas]")).not_to_be_checked()
    assert len(names(desktop)) > len(chosen)
    desktop.get_by_role("button", name="Wis filters").click()
    expect(desktop.locator(STATUS)).to_have_text(
        f"{len(real.records['instrumenten'])} instrumenten"
    )
    assert desktop.url == f"{address}instrumenten/"


def test_an_old_or_odd_address_is_forgiven(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(
        f"{address}instrumenten/?fase=bestaat-niet&oud=1&minuten=abc&volgorde=raar&__proto__=x"
    )
    expect(desktop.locator(STATUS)).to_have_text(
        f"{len(real.records['instrumenten'])} instrumenten"
    )


def test_no_click_leads_to_nothing(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?mensen=20")
    clicked = desktop.evaluate(
        """() => [...document.querySelectorAll('.zoeker input[type=checkbox]:enabled')]
          .map((box) => {
            box.click();
            const many = document.querySelectorAll('.kaartje:not([hidden])').length;
            box.click();
            return many;
          })"""
    )
    assert clicked
    assert all(clicked)


def test_when_nothing_fits_it_says_why_and_each_way_out_gives_what_it_says(
    real: Toolbox, desktop: Page, address: str
) -> None:
    most = max(record.groep.max for record in real.instrumenten.values())
    for query, said in (
        (f"wereld=blauw&mensen={most + 50}", f"{most + 50} mensen sluit de rest uit."),
        ("fase=verkennen&soort=scan&wereld=oranje", "sluit de rest uit."),
    ):
        desktop.goto(f"{address}instrumenten/?{query}")
        status = desktop.locator(STATUS)
        expect(status).to_contain_text("Geen instrument past hierbij.")
        expect(status).to_contain_text(said)
        expect(desktop.get_by_role("heading", name="Dit past bijna")).to_be_visible()
        assert 1 <= len(names(desktop)) <= 3
        for offer in desktop.locator(".zoeker__uitweg button").all_inner_texts():
            desktop.goto(f"{address}instrumenten/?{query}")
            desktop.get_by_role("button", name=offer, exact=True).click()
            many = offer.rpartition(" ")[2]
            assert desktop.locator(SHOWN).count() == int(many), offer
            expect(status).to_be_focused()
            expect(desktop.get_by_role("heading", name="Dit past bijna")).to_be_hidden()


def test_a_phone_sees_what_is_chosen_and_takes_it_off(phone: Page, address: str) -> None:
    phone.goto(f"{address}instrumenten/?fase=vormgeven&plek=online&minuten=45")
    assert chips(phone) == ["hooguit 45 min", "Vormgeven", "Online"]
    for chip in phone.locator(".zoeker__chip").all():
        expect(chip).to_be_in_viewport(ratio=1)
    before = len(names(phone))
    phone.get_by_role("button", name="Haal weg: hooguit 45 min").click()
    assert phone.url.endswith("?fase=vormgeven&plek=online")
    assert len(names(phone)) > before
    expect(phone.locator(STATUS)).to_be_focused()
    assert chips(phone) == ["Vormgeven", "Online"]
    phone.go_back()
    expect(phone.locator(".zoeker__chip")).to_have_count(3)


def test_a_phone_keeps_the_result_in_sight_while_choosing(phone: Page, address: str) -> None:
    phone.goto(f"{address}instrumenten/")
    clear = phone.get_by_role("button", name="Wis filters")
    expect(clear).to_be_hidden()
    more(phone)
    phone.get_by_role("checkbox", name="Canvas").check()
    show = phone.get_by_role("button", name=f"Toon {len(names(phone))} instrumenten")
    expect(show).to_be_in_viewport(ratio=1)
    expect(clear).to_be_in_viewport(ratio=1)
    expect(phone.get_by_role("button", name="Meer filters (1)")).to_be_visible()
    show.click()
    expect(phone.locator(SHOWN).first).to_be_in_viewport()
    expect(phone.locator(".zoeker__facetten")).to_be_hidden()
    clear.click()
    expect(phone.locator(STATUS)).to_be_focused()
    expect(clear).to_be_hidden()


def test_a_chosen_phase_is_the_group_with_its_own_instruments_first(
    real: Toolbox, desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}instrumenten/")
    phase(desktop, "Vormgeven")
    expect(desktop.locator(".zoeker__groep h2:visible")).to_have_text(["Fase vormgeven"])
    titles = {record.titel: record for record in real.instrumenten.values()}
    own = [titles[name].fasen[0] == "vormgeven" for name in names(desktop)]
    assert own == sorted(own, reverse=True)
    assert own[0]
    assert not own[-1]
    desktop.goto(f"{address}instrumenten/?conditie=relatie")
    own = [titles[name].condities[0] == "relatie" for name in names(desktop)]
    assert own == sorted(own, reverse=True)
    expect(desktop.locator(".zoeker__groep h2:visible")).to_have_count(1)
    desktop.get_by_role("button", name="Wis filters").click()
    expect(desktop.get_by_role("heading", name="Fase verkennen")).to_be_visible()


def test_a_sentence_becomes_filters_and_a_word(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?minuten=240")
    look_for(desktop, "2 uur 8 mensen online vertrouwen")
    expect(desktop.locator(".zoeker__chip")).to_have_count(4)
    found = names(desktop)
    titles = {record.titel: record for record in real.instrumenten.values()}
    asked = {"minuten": ["120"], "mensen": ["8"], "plek": ["online"]}
    assert found
    assert all(finder.fits(titles[name], asked) for name in found)
    expect(desktop.locator(".zoeker__groep h2:visible")).to_have_count(0)
    desktop.keyboard.press("Enter")
    query = "?woord=vertrouwen&minuten=120&mensen=8&plek=online"
    expect(desktop).to_have_url(f"{address}instrumenten/{query}")
    expect(desktop.get_by_role("textbox", name="Woord")).to_have_value("vertrouwen")
    assert names(desktop) == found
    look_for(desktop, "vertrouwen met 4")
    desktop.get_by_role("button", name="Haal weg: 4 mensen").click()
    assert desktop.url.endswith("?woord=vertrouwen&minuten=120&plek=online")


def test_a_title_is_no_sentence_as_in_the_search(
    real: Toolbox, desktop: Page, address: str
) -> None:
    """Also the title of a page that is no instrument."""
    title = real.draaiboeken["samenwerkings-psu-halve-dag"].titel
    assert title.endswith(" van een halve dag")
    desktop.goto(f"{address}instrumenten/")
    look_for(desktop, title)
    assert chips(desktop) == [f"'{title}'"]


def test_a_word_knows_the_synonyms_of_the_search(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?woord=wantrouwen")
    expect(desktop.locator(STATUS)).not_to_contain_text("Geen")
    assert names(desktop)


def test_without_the_engine_plain_words_are_compared(desktop: Page, address: str) -> None:
    desktop.route("**/zoeken/catalogus.js", lambda route: route.fulfill(body=""))
    desktop.route("**/zoekmachine.*.js", lambda route: route.fulfill(body=""))
    desktop.goto(f"{address}instrumenten/?woord=Belang")
    card = desktop.get_by_role("link", name="Belangenkaart in drie lagen", exact=True)
    expect(card).to_be_visible()
    assert all("belang" in text.lower() for text in desktop.locator(SHOWN).all_inner_texts())


def test_unticking_the_only_value_that_gave_something_lets_the_facet_go(
    real: Toolbox, desktop: Page, address: str
) -> None:
    """With two phases ticked a value may fit one of them alone.

    Taking that one away may not end in nothing.
    """
    facet, value, without, with_ = next(rare_values(real))
    desktop.goto(f"{address}instrumenten/?fase={without}&fase={with_}&{facet}={value}")
    desktop.locator(".zoeker__fase summary").click()
    desktop.locator(f"input[name=fase][value={with_}]").click()
    expect(desktop.locator(f"input[name=fase][value={without}]")).not_to_be_checked()
    assert names(desktop)
    assert desktop.url.endswith(f"?{facet}={value}")


def rare_values(real: Toolbox) -> Iterator[tuple[str, str, str, str]]:
    """Facet and value of which some phase has no instrument, with that phase and one that has."""
    for facet, _, field, source in FACETS:
        for value in real.titles(source) if facet != "fase" else ():
            phases = {
                fase
                for record in real.instrumenten.values()
                if value in values(record, field)
                for fase in record.fasen
            }
            for without in real.fasen.keys() - phases if phases else ():
                yield facet, value, without, min(phases)


def test_the_list_can_be_sorted(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    more(desktop)
    desktop.get_by_label("Volgorde").select_option("duur")
    minutes = [
        int(value)
        for value in desktop.evaluate(
            "[...document.querySelectorAll('.kaartje')].map((card) => card.dataset.duur)"
        )
    ]
    assert minutes == sorted(minutes)
    desktop.get_by_label("Volgorde").select_option("naam")
    assert names(desktop)[0].startswith("A")
    desktop.get_by_label("Volgorde").select_option("")
    expect(desktop.get_by_role("heading", name="Fase verkennen")).to_be_visible()


def test_it_works_by_keyboard_alone(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    look_for(desktop, "belang")
    before = names(desktop)
    assert "Belangenkaart in drie lagen" in before
    for _ in range(3):
        desktop.keyboard.press("Tab")
    summary = desktop.locator(".zoeker__fase summary")
    expect(summary).to_be_focused()
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("checkbox", name="Verkennen")).to_be_focused()
    desktop.keyboard.press("Space")
    assert len(names(desktop)) < len(before)
    desktop.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(desktop.get_by_role("checkbox", name="Verkennen")).to_be_hidden()
    expect(summary).to_contain_text("Verkennen")


def test_without_a_script_all_instruments_are_a_list_by_phase(
    real: Toolbox, browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}instrumenten/")
    assert page.locator(".kaartje").count() == len(real.records["instrumenten"])
    assert page.locator(".zoeker").is_hidden()
    assert page.get_by_role("heading", level=2).count() >= 5
    context.close()


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"file://{site}/instrumenten/index.html?wereld=blauw")
    more(page)
    expect(page.get_by_role("checkbox", name="Blauwe wereld")).to_be_checked()
    page.get_by_role("checkbox", name="Canvas").check()
    assert "soort=canvas" in page.url
    page.close()


def test_every_facet_value_has_an_instrument(real: Toolbox) -> None:
    assert all(facet.waarden for facet in facets(real))


@pytest.mark.parametrize("width", daily(1, [320, 1280]))
def test_axe_and_width_with_filters_on(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}instrumenten/?fase=delen&mensen=7")
    page.locator(".zoeker__fase summary").click()
    assert axe.check_page(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")  # the open phases lie over what is below them
    more(page)
    assert axe.check_page(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_two_questions_lead_to_an_instrument(real: Toolbox, desktop: Page, address: str) -> None:
    said = "Dan praten we voortaan via de advocaat."
    situatie = next(one for one in real.situaties.values() if said in one.hoor_je)
    desktop.goto(f"{address}situaties/")
    guide = desktop.locator(".wegwijzer")
    guide.get_by_text("Het botst, of het vertrouwen is weg").click()
    guide.get_by_text(said).click()
    first = real.instrumenten[situatie.eerst].titel
    expect(guide.get_by_role("link", name=first)).to_be_visible()


def test_every_situation_can_be_reached_by_the_guide(real: Toolbox, site: Path) -> None:
    html = (site / "situaties/index.html").read_text("utf-8")
    guide = html[html.index('class="wegwijzer"') : html.index('id="alle-situaties"')]
    assert [id for id in real.records["situaties"] if f'href="{id}/"' not in guide] == []
