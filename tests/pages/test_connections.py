"""What records say about each other, and about their makers, is on their pages."""

from __future__ import annotations

import re
from html import unescape

from macros.model import Toolbox
from macros.model.kennis import Kaart
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.cards import row_cards
from macros.paper.documents import PdfDocuments
from tests.helpers.record_page import SITE, page


def foot(macros: PageMacros, address: str) -> str:
    return macros.hoort_bij(Place(f"{address}.md", SITE))


def change(example: Toolbox, address: str, **fields: object) -> None:
    kind, _, id = address.partition("/")
    records = example.records[kind]
    records[id] = records[id].model_copy(update=fields)


def test_a_conditie_says_what_to_do_and_then_leads_to_its_models(macros: PageMacros) -> None:
    html = page(macros, "condities/relatie")
    start, models = html.index("Begin met"), html.index("../../modellen/reflectiemodel/")
    assert start < models < html.index("Waar staan jullie?")
    assert "reflectiemodel" not in foot(macros, "condities/relatie")


def test_a_conditie_leads_to_all_its_instruments_in_one_link(macros: PageMacros) -> None:
    assert "../../instrumenten/?conditie=relatie" in page(macros, "condities/relatie")
    assert "instrumenten/terugblik" not in foot(macros, "condities/relatie")


def test_a_conditie_has_five_steps_from_weak_to_strong(macros: PageMacros) -> None:
    scale = page(macros, "condities/relatie").split('<ol class="schaal">')[1].split("</ol>")[0]
    steps = re.findall(r"<li>(.*?)</li>", scale)
    assert len(steps) == 5
    assert "Zwak" in steps[0]
    assert "Sterk" in steps[4]


def test_a_situatie_says_what_else_it_may_be_and_what_to_say(macros: PageMacros) -> None:
    html = page(macros, "situaties/stroeve-sfeer")
    other = html.split("Het kan ook zijn")[1]
    assert "Lees dan: Trekker" in other.split("</section>")[0]
    assert re.search(r"Zeg morgen dit</h2>\s*<p><q>Ik merk dat", html)


def test_the_way_back_is_its_own_sentence_or_none(macros: PageMacros, example: Toolbox) -> None:
    assert "Daar spreek je af wanneer" in page(macros, "situaties/stroeve-sfeer")
    change(example, "situaties/stroeve-sfeer", terug_naar=None, terug_zin=None)
    assert "Terug naar" not in page(macros, "situaties/stroeve-sfeer")


def test_a_model_without_a_certain_maker_says_what_is_certain(
    macros: PageMacros, example: Toolbox
) -> None:
    change(example, "modellen/reflectiemodel", makerregel="Uit een brochure zonder naam")
    html = page(macros, "modellen/reflectiemodel")
    assert "Uit een brochure zonder naam. Hier in onze woorden." in html
    assert "Model van" not in html


def test_models_are_listed_by_the_question_of_a_reader(macros: PageMacros) -> None:
    listed = macros.kaarten("modellen", Place("modellen/index.md", SITE))
    assert "## Ik wil begrijpen wat hier speelt" in listed


def test_a_point_of_another_maker_names_its_source(macros: PageMacros) -> None:
    html = page(macros, "condities/relatie")
    link = '<a href="../../bronnen/#basisvaardigheden-samenwerken">ResetManagement</a>'
    assert f"(van {link})" in unescape(html)


def test_a_card_of_which_only_the_name_is_theirs_says_so(macros: PageMacros) -> None:
    html = page(macros, "kaarten/ervaring")
    assert "De naam is van Alliantiepartners, de rest van de redactie." in html
    assert "Vrij naar" not in html
    assert "Zo merk je dat het ontbreekt" in html


def test_a_printed_card_names_its_maker_on_one_line(example: Toolbox) -> None:
    record = example.records["kaarten"]["ervaring"]
    assert isinstance(record, Kaart)
    via = record.herkomst.model_copy(update={"van": "Duysters & Heimeriks (2002), via een artikel"})
    change(example, "kaarten/ervaring", herkomst=via)
    (card,) = row_cards(example, "succesfactor", SITE)
    assert card.bron == "Naam: Duysters & Heimeriks. Rest: redactie."


def test_a_case_leads_once_to_each_instrument(macros: PageMacros, example: Toolbox) -> None:
    """Those of its steps stand there, and others below what one learns."""
    address = "praktijk/brug-aan-zee"
    change(example, address, instrumenten=("terugblik",))
    assert page(macros, address).count("../../instrumenten/terugblik/") == 1
    assert "instrumenten/" not in foot(PageMacros(PdfDocuments(example, SITE)), address)
