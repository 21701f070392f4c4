"""Whatever a record holds, a reader sees the same plain text, and nothing else comes out of it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from macros.model import PAGE_KINDS
from macros.model.wording import date, in_one_sentence, minutes
from macros.pages.macro_functions import PageMacros
from macros.pages.render import ENV, Place
from macros.paper.documents import PdfDocuments
from macros.reading.project import open_toolbox

HOSTILE = [
    "[x](javascript:alert(1))",
    "*x*{ onclick=alert(1) }",
    "<script>alert(1)</script>",
    "</article><b>x",
    '" onmouseover=alert(1) x="',
    "{{ 7*7 }} {% raw %}",
    "<!-- x",
    "`x`{ .a } _y_ **z**",
    "\\# a | b #",
    "collega's & 'wij'",
    "Coöperatie & “vertrouwen” <3 – 50 % 👷🏽",
]
EXTENSIONS = ["admonition", "attr_list", "tables", "toc"]


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [
            name
            for name, value in attrs
            if name.startswith("on") or (name in ("href", "src") and "javascript:" in (value or ""))
        ]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_stays_text_in_html_and_in_markdown(text: str) -> None:
    template = ENV.from_string('<p title="{{ x }}">{{ x }}</p>\n\n## {{ x }} { #kop }\n')
    page = Page(markdown.markdown(template.render(x=text), extensions=EXTENSIONS))
    assert page.tags == ["p", "h2"]
    assert page.handlers == []
    assert page.text.split("\n") == [text, text] or page.text.replace("\n", "") == text * 2


@pytest.mark.parametrize("kind", list(PAGE_KINDS))
def test_every_template_keeps_titles_inert(project: Path, kind: str) -> None:
    toolbox = open_toolbox(project)
    id, record = next(iter(toolbox.records[kind].items()))
    plain = PageMacros(PdfDocuments(toolbox, "https://x.example/")).record(
        kind, id, Place(f"{kind}/{id}.md", "https://x.example/")
    )
    toolbox.records[kind][id] = record.model_copy(
        update={"titel": "<img src=x onerror=alert(1)> {{ 7*7 }}"}
    )
    shown = PageMacros(PdfDocuments(toolbox, "https://x.example/")).record(
        kind, id, Place(f"{kind}/{id}.md", "https://x.example/")
    )
    page = Page(markdown.markdown(shown, extensions=EXTENSIONS))
    assert page.tags == Page(markdown.markdown(plain, extensions=EXTENSIONS)).tags
    assert page.handlers == []
    assert "<img src=x onerror=alert(1)> {{ 7*7 }}" in page.text


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.md", "fasen/delen/", "fasen/delen/"),
        ("fasen/delen.md", "", "../../"),
        ("fasen/delen.md", "fasen/delen/", "./"),
        ("fasen/delen.md", "instrumenten/keetgesprek/", "../../instrumenten/keetgesprek/"),
        ("fasen/index.md", "begrippen/#belang", "../begrippen/#belang"),
        ("over/privacy.md", "assets/x.css", "../../assets/x.css"),
    ],
)
def test_the_way_from_page_to_page(page: str, target: str, way: str) -> None:
    assert Place(page, "https://x.example/").path(target) == way


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5 min"),
        (60, "60 min"),
        (75, "75 min"),
        (90, "1 uur 30 min"),
        (125, "2 uur 5 min"),
        (2400, "40 uur"),
    ],
)
def test_durations_as_people_say_them(value: int, text: str) -> None:
    assert minutes(value) == text


def test_a_list_runs_on_without_capitals_but_keeps_names() -> None:
    assert in_one_sentence(["In de keet", "In een zaal", "Online"]) == [
        "In de keet",
        "in een zaal",
        "online",
    ]
    assert in_one_sentence(["Het blad", "PSU-verslag", "Amsterdamse kaart", "Stippen, drie"]) == [
        "Het blad",
        "PSU-verslag",
        "Amsterdamse kaart",
        "stippen, drie",
    ]
    assert in_one_sentence(["Een pen", "Eén blad"]) == ["Een pen", "één blad"]


def test_dates_as_people_say_them() -> None:
    assert date("2026-01-05") == "5 januari 2026"


def test_a_page_says_its_status_in_one_word_that_leads_to_what_it_means(project: Path) -> None:
    macros = PageMacros(PdfDocuments(open_toolbox(project), "https://x.example/"))
    html = macros.record("rollen", "trekker", Place("rollen/trekker.md", "https://x.example/"))
    assert html.count("Concept") == 1
    assert '/over/colofon/#status">Concept</a>' in html
