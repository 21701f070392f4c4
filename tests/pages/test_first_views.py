"""What a reader came for comes first on its page; what explains it follows, or is folded."""

from __future__ import annotations

import re

from macros.model import Toolbox
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from tests.helpers.record_page import SITE, page

FOLDED = re.compile(r"<details(?! class=\"acties).*?</details>", re.S)


def in_order(html: str, *texts: str) -> bool:
    """Whether each text stands in the page, after the one before it."""
    places = [html.index(text) for text in texts]
    return places == sorted(places)


def test_a_situation_is_known_by_one_sentence_and_then_says_what_to_do(macros: PageMacros) -> None:
    html = page(macros, "situaties/stroeve-sfeer")
    assert in_order(html, "<h1>", "Het is hier zo stil.", "Eerst dit", "Zij zitten altijd bij")
    assert html.count("Het is hier zo stil.") == 1


def test_a_situation_with_one_sentence_has_no_list_of_others(
    macros: PageMacros, example: Toolbox
) -> None:
    record = example.situaties["stroeve-sfeer"]
    one = record.model_copy(update={"hoor_je": record.hoor_je[:1]})
    example.records["situaties"][record.id] = one
    assert "Hoor je dit ook?" not in page(macros, "situaties/stroeve-sfeer")


def test_a_phase_begins_with_its_first_step(macros: PageMacros) -> None:
    html = page(macros, "fasen/uitvoeren")
    assert in_order(html, "<h1>", "## Begin met", "## Doe dit", "<dt>Hoe lang</dt>")


def test_a_conditie_says_what_it_is_and_then_what_to_do(macros: PageMacros) -> None:
    html = page(macros, "condities/relatie")
    assert in_order(html, "<h1>", 'class="uitleg"', "## Begin met", "## Kijk met deze modellen")


def test_a_sheet_says_its_facts_once_before_it_and_the_rest_behind_it(macros: PageMacros) -> None:
    html = page(macros, "instrumenten/keetgesprek")
    screen, sheet = html.split("<article", 1)[0], html.split("</article>")[-1]
    assert "<dt>Duur</dt>" in screen
    assert "<dt>Conditie</dt>" not in screen
    assert "<dt>Conditie</dt>" in sheet


def test_a_sheet_has_few_buttons_and_the_rest_in_one_fold(macros: PageMacros) -> None:
    html = page(macros, "instrumenten/keetgesprek").split("<article", 1)[0]
    row, fold = html.split('<details class="acties__meer">')
    assert row.count('class="knop') == 2  # print and lead; the kist has a button of its own
    for way in ("Vul in op het scherm", "Nodig anderen uit", "Ctrl + P"):
        assert way in fold


def test_a_meting_shows_its_promise_and_warning_and_folds_the_rest(macros: PageMacros) -> None:
    html = page(macros, "scans/vertrouwensmeting").split("<fieldset", 1)[0]
    seen = FOLDED.sub("", html)
    assert "Wat je invult, blijft op dit apparaat." in seen
    assert "<b>Let op:</b>" in seen
    assert "Wanneer:" in html
    assert "Wanneer:" not in seen


def test_a_result_begins_with_where_to_begin(macros: PageMacros) -> None:
    html = page(macros, "scans/vertrouwensmeting")
    parts = ("verschillen", "advies", "beeld", "trend")
    assert in_order(html, *(f'<section data-deel="{part}"' for part in parts))


def test_the_doors_of_the_home_page_come_before_the_drawing(macros: PageMacros) -> None:
    html = macros.voorpagina(Place("index.md", SITE))
    assert in_order(html, "<h1>", 'class="deuren"', 'class="reflectiekaart"')


def test_a_title_may_break_where_it_is_shown_and_nowhere_else(macros: PageMacros) -> None:
    html = page(macros.with_hyphens(lambda title: title.replace("gesprek", "|gesprek")),
                "instrumenten/keetgesprek")  # fmt: skip
    assert "<h1>Keet|gesprek van tien minuten</h1>" in html
    assert html.count("Keet|gesprek") == 1


def test_situations_stand_under_what_a_reader_feels(macros: PageMacros, example: Toolbox) -> None:
    html = macros.kaarten("situaties", Place("situaties/index.md", SITE))
    said = example.condities["relatie"].wringt
    assert f"## {said} {{ #aandacht-voor-de-relatie }}\n\n" in html
