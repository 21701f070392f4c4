"""The finder on the page of instruments.

True counts, an address that keeps the choice, and a plain list without a script.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model import Toolbox
from macros.pages.facets import FACETS, facets, values
from scripts.lab import axe

SHOWN = ".kaartje:not([hidden])"


def names(page: Page) -> list[str]:
    return page.locator(f"{SHOWN} .kaartje__titel").all_inner_texts()


def test_every_count_is_what_the_click_gives(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    check = """() => {
      const wrong = [];
      for (const box of document.querySelectorAll('.zoeker input[type=checkbox]')) {
        const said = Number(box.parentElement.querySelector('b').textContent);
        box.click();
        const shown = document.querySelectorAll('.kaartje:not([hidden])').length;
        if (said !== shown || !shown) wrong.push([box.name, box.value, said, shown]);
        box.click();
      }
      return wrong;
    }"""
    assert desktop.evaluate(check) == []


def test_or_within_a_facet_and_between_facets(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?fase=delen&fase=verkennen&soort=canvas")
    expected = {
        record.titel
        for record in real.records["instrumenten"].values()
        if {"delen", "verkennen"} & set(record.fasen) and record.soort == "canvas"  # type: ignore[attr-defined]
    }
    assert set(names(desktop)) == expected
    assert len(expected) > 1


def test_numbers_count_preparation_and_group(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?minuten=30&mensen=7")
    expected = {
        record.titel
        for record in real.instrumenten.values()
        if record.duur_met(7) + record.voorbereiding <= 30
        and record.groep.min <= 7 <= record.groep.max
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
    field = desktop.get_by_role("textbox", name="Woord")
    field.fill("collega's")
    expected = names(desktop)
    field.fill(typed)
    assert names(desktop) == expected
    assert expected


def test_points_hyphens_and_spaces_of_a_word_do_not_matter(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    field = desktop.get_by_role("textbox", name="Woord")
    for plain, *others in (
        ["psu", "P.S.U.", "p. s. u."],
        ["korte kaart", "korte\u00a0kaart", " korte  kaart"],
        ["twee-op-twee", "twee‑op‑twee", "twee–op–twee"],
    ):
        field.fill(plain)
        expected = names(desktop)
        for text in others:
            field.fill(text)
            assert names(desktop) == expected, text


def test_the_address_keeps_the_choice_and_back_undoes_it(
    real: Toolbox, desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}instrumenten/")
    desktop.get_by_role("checkbox", name="Uitvoeren").check()
    desktop.get_by_role("checkbox", name="Canvas").check()
    url, chosen = desktop.url, names(desktop)
    assert url.endswith("?fase=uitvoeren&soort=canvas")
    desktop.reload()
    assert names(desktop) == chosen
    desktop.go_back()
    expect(desktop.get_by_role("checkbox", name="Canvas")).not_to_be_checked()
    assert len(names(desktop)) > len(chosen)
    desktop.get_by_role("button", name="Wis filters").click()
    expect(desktop.locator(".zoeker [role=status]")).to_have_text(
        f"{len(real.records['instrumenten'])} instrumenten"
    )
    assert desktop.url == f"{address}instrumenten/"


def test_an_old_or_odd_address_is_forgiven(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(
        f"{address}instrumenten/?fase=bestaat-niet&oud=1&minuten=abc&volgorde=raar&__proto__=x"
    )
    expect(desktop.locator(".zoeker [role=status]")).to_have_text(
        f"{len(real.records['instrumenten'])} instrumenten"
    )


def test_no_click_leads_to_nothing_and_a_number_says_why(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?wereld=blauw&mensen=150")
    status = desktop.locator(".zoeker [role=status]")
    expect(status).to_have_text("Geen instrument past hierbij. Kies een andere groep.")
    desktop.goto(f"{address}instrumenten/?mensen=20")
    for place in range(desktop.locator(".zoeker input[type=checkbox]").count()):
        box = desktop.locator(".zoeker input[type=checkbox]").nth(place)
        if box.is_enabled():
            box.check()
            assert desktop.locator(SHOWN).count()
            box.uncheck()


def test_ticked_filters_are_named_when_they_leave_nothing(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/?fase=verkennen&soort=scan&wereld=oranje")
    status = desktop.locator(".zoeker [role=status]")
    expect(status).to_have_text("Geen instrument past hierbij. Zet Verkennen uit of zet Scan uit.")
    expect(desktop.get_by_role("button", name="Toon")).to_be_hidden()


def test_a_phone_keeps_the_result_in_sight_while_choosing(phone: Page, address: str) -> None:
    phone.goto(f"{address}instrumenten/")
    clear = phone.get_by_role("button", name="Wis filters")
    expect(clear).to_be_hidden()
    phone.locator(".zoeker__fold summary").click()
    phone.get_by_role("checkbox", name="Verkennen").check()
    show = phone.get_by_role("button", name=f"Toon {len(names(phone))} instrumenten")
    expect(show).to_be_in_viewport(ratio=1)
    expect(clear).to_be_in_viewport(ratio=1)
    show.click()
    expect(phone.locator(SHOWN).first).to_be_in_viewport()
    expect(phone.locator(".zoeker__facetten")).to_be_hidden()
    clear.click()
    expect(phone.locator(".zoeker [role=status]")).to_be_focused()
    expect(clear).to_be_hidden()


def test_unticking_the_only_value_that_gave_something_lets_the_facet_go(
    real: Toolbox, desktop: Page, address: str
) -> None:
    """With two phases ticked a value may fit one of them alone.

    Taking that one away may not end in nothing.
    """
    facet, value, without, with_ = next(rare_values(real))
    desktop.goto(f"{address}instrumenten/?fase={without}&fase={with_}&{facet}={value}")
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


def test_it_works_by_keyboard_alone(real: Toolbox, desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    desktop.get_by_role("textbox", name="Woord").focus()
    desktop.keyboard.type("belang")
    for _ in range(4):
        desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("checkbox", name="Startset")).to_be_focused()
    desktop.keyboard.press("Space")
    assert "Belangenkaart in drie lagen" in names(desktop)
    startset = [
        one for one in real.records["instrumenten"].values() if getattr(one, "startset", False)
    ]
    assert len(names(desktop)) < len(startset)


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
    expect(page.get_by_role("checkbox", name="Blauwe wereld")).to_be_checked()
    page.get_by_role("checkbox", name="Canvas").check()
    assert "soort=canvas" in page.url
    page.close()


def test_every_facet_value_has_an_instrument(real: Toolbox) -> None:
    assert all(facet.waarden for facet in facets(real))


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_and_width_with_filters_on(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}instrumenten/?fase=delen&mensen=7")
    page.locator(".zoeker__fold").evaluate("(fold) => { fold.open = true; }")
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
