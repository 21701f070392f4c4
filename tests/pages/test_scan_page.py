"""The page of a meting: what it asks, what its script must know, and the calendar of them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.reading.project import open_toolbox
from tests.helpers.project import rewrite

SITE = "https://x.example/"
ID = "vertrouwensmeting"
FILE = f"toolbox/scans/{ID}.yml"


def macros_of(toolbox: Toolbox) -> PageMacros:
    return PageMacros(PdfDocuments(toolbox, SITE))


FACT_DIGITS = "Bij een feit werken alleen 1 (nee), 3 (deels) en 5 (ja)."


def page(project: Path) -> str:
    return macros_of(open_toolbox(project)).record("scans", ID, Place(f"scans/{ID}.md", SITE))


def answers(html: str, place: int) -> list[tuple[str, str]]:
    """Number and words of every answer that may be given at a place."""
    radio = rf'name="v{place}" value="(\d)"> <span><b>.</b> <small>(.*?)</small>'
    return re.findall(radio, html)


def test_a_fact_is_answered_with_no_partly_or_yes(project: Path) -> None:
    rewrite(project / FILE, "Hun mensen zijn goed voorbereid.", "\\g<0>\n        soort: feit")
    html = page(project)
    unknown = ("6", "weet ik niet")
    assert answers(html, 4) == [("1", "nee"), ("3", "deels"), ("5", "ja"), unknown]
    assert answers(html, 16) == answers(html, 4)  # the same about ourselves
    assert [number for number, _ in answers(html, 3)] == ["1", "2", "3", "4", "5", "6"]
    assert "Nee is 1, deels is 3 en ja is 5." in html
    assert FACT_DIGITS in html


def test_only_where_a_fact_is_asked_fewer_digits_are_named(project: Path) -> None:
    html = page(project)
    assert "typ 1 tot 5 of een vraagteken" in html
    assert FACT_DIGITS not in html


def test_the_page_asks_about_the_other_first_and_then_about_ourselves(project: Path) -> None:
    html = page(project)
    (part,) = re.findall(
        r'<div class="stellingen" data-onderdeel="kunnen".*?</div>\n\n', html, re.S
    )
    asked = re.findall(r"<(?:legend|h3)>(.*?)</", part)
    assert asked[0] == "Over de ander"
    assert asked[1] == "Zij weten wat ze doen."
    assert asked[5] == "Over onszelf"
    assert asked[6] == "Wij weten wat we doen."
    assert len(asked) == 10
    assert 'data-over="elkaar" data-wij="13,14,15,16"' in part
    assert "24 stellingen" in html


@pytest.mark.parametrize(
    ("about", "said", "unsaid"),
    [
        ("zelfde", "is het cijfer van een partij het gemiddelde van haar mensen", "Hier scoort"),
        ("zelf", "Hier scoort ieder zichzelf.", "van een partij min het laagste"),
    ],
)
def test_the_page_says_how_answers_come_together(
    project: Path, about: str, said: str, unsaid: str
) -> None:
    record = project / FILE
    rewrite(record, r"        wij:\n .*\n .*\n", "")
    rewrite(record, "  - 24\n", "")
    rewrite(record, "gaat_over: elkaar", f"gaat_over: {about}")
    html = page(project)
    assert said in html
    assert unsaid not in html
    assert f'data-over="{about}"' in html
    assert "data-wij" not in html


def test_a_part_about_ourselves_is_named_among_the_others(real: Toolbox) -> None:
    record = real.scans["reflectiescan"]
    parts = record.onderdelen
    mixed = record.model_copy(
        update={"onderdelen": (parts[0].model_copy(update={"gaat_over": "zelf"}), *parts[1:])}
    )
    records = real.records | {"scans": {record.id: mixed}}
    html = macros_of(replace(real, records=records)).record(
        "scans", record.id, Place("scans/reflectiescan.md", SITE)
    )
    assert f"In een deel scoort ieder zichzelf: {parts[0].titel}." in html
    assert html.count('data-over="zelf"') == 1


def test_answers_of_others_about_one_person_are_compared(real: Toolbox) -> None:
    """They look at one person, so a difference is news, and parties would only divide them."""
    html = macros_of(real).record("scans", "mijn-houding", Place("scans/mijn-houding.md", SITE))
    assert 'data-over="zelf"' not in html
    assert "Vulden anderen dit over jou in?" in html
    assert "Ver uit elkaar?" in html
    assert "elke partij even zwaar" not in html


def test_the_page_says_when_to_measure_again_as_the_rhythm_of_its_meting(real: Toolbox) -> None:
    for record in real.scans.values():
        place = Place(f"scans/{record.id}.md", SITE)
        _, later = macros_of(real).record("scans", record.id, place).split("Meet het later", 1)
        assert record.ritme in later


def test_colleagues_need_no_party(real: Toolbox) -> None:
    macros = macros_of(real)
    for id, one_house in (("fitheidsmeting", True), ("reflectiescan", False)):
        html = macros.record("scans", id, Place(f"scans/{id}.md", SITE))
        assert (" data-huis" in html) is one_house


def test_the_calendar_has_every_meting(example: Toolbox) -> None:
    html = macros_of(example).plain("meetkalender", Place("meetkalender.md", SITE))
    (row,) = re.findall(r"<tr><th scope=\"row\">.*", html)
    for text in ("Vertrouwensmeting", "Na de eerste maand, daarna elk half jaar", "12 min"):
        assert text in row


def test_the_chooser_says_over_whom_and_which_first(real: Toolbox) -> None:
    html = macros_of(real).metingen(Place("scans/index.md", SITE))
    assert re.findall(r'href="#(\w+)">(.*?)</a>', html) == [
        ("ik", "Ik"),
        ("samen", "Wij samen"),
        ("organisatie", "Onze organisatie"),
    ]
    _, own = html.split("## Onze organisatie")
    first, second = (real.scans[id] for id in ("bouwstenenscan", "fitheidsmeting"))
    assert own.index(first.titel) < own.index(first.kies) < own.index(second.titel)
    assert f"{second.duur} min" in own
    assert second.wie in own
    for one, other in ((first, "Fitheidsmeting"), (second, "Bouwstenenscan")):
        assert other in one.kies


def test_the_chooser_asks_nothing_twice(real: Toolbox) -> None:
    html = macros_of(real).metingen(Place("scans/index.md", SITE))
    asked = re.findall(r"<p>([^<]*\?)</p>", html)
    assert asked
    assert sorted(asked) == sorted(set(asked))


def test_within_one_house_they_are_colleagues(real: Toolbox) -> None:
    """On the screen, in what is handed over and on paper; statements may be about partners."""
    names = re.compile(r' (?:class|data-(?:deel|mal|gat|doe|druk|samen))="[^"]*"')
    said = re.compile(r"<gk-meting.*?</gk-meting>|<article class=\"blad blad--uitslag.*", re.S)
    texts = {}
    for id in ("bouwstenenscan", "reflectiescan"):
        html = macros_of(real).record("scans", id, Place(f"scans/{id}.md", SITE))
        texts[id] = names.sub("", "".join(said.findall(html)))
    assert re.findall(r"\w*(?:partner|partij)\w*", texts["bouwstenenscan"]) == []
    assert "Geef jouw uitslag aan je collega" in texts["bouwstenenscan"]
    assert "over onze organisatie" in texts["bouwstenenscan"]
    assert "Geef jouw uitslag aan je partner" in texts["reflectiescan"]
