"""Every reader can say that something is wrong, with or without an account."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from macros.model import Toolbox
from macros.pages.code_host import LONGEST, CodeHost
from macros.pages.doors import Doors
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from macros.reading.project import inspect_project, open_toolbox

HOST = CodeHost("https://host/repo/edit/main/{path}")


@pytest.mark.parametrize("contact", ["kist@example.nl", "mailto:kist@example.nl"])
def test_a_contact_gets_a_mail_that_names_the_page(contact: str) -> None:
    parts = urlsplit(Doors(HOST, contact).report("Wie & wat?", "https://x/wie/"))
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "kist@example.nl")
    query = parse_qs(parts.query)
    assert query["subject"] == ["Klopt hier iets niet? Wie & wat?"]
    assert "Pagina: https://x/wie/\r\n" in query["body"][0]


@pytest.mark.parametrize(
    ("doors", "start"),
    [
        (Doors(HOST, "https://example.nl/contact"), "https://example.nl/contact"),
        (Doors(HOST), "https://host/repo/issues/new?"),
        (Doors(HOST, "tel:112"), "https://host/repo/issues/new?"),  # no page may link to it
        (Doors(HOST, "javascript:a@b"), "https://host/repo/issues/new?"),
        (Doors(), ""),
    ],
)
def test_another_way_where_there_is_no_mail(doors: Doors, start: str) -> None:
    address = doors.report("Titel", "https://x/")
    assert address.startswith(start)
    assert bool(address) is bool(start)


def macros(toolbox: Toolbox, doors: Doors) -> PageMacros:
    return PageMacros(PdfDocuments(toolbox, "https://x/"), doors=doors)


HERE = Place("meeschrijven/nieuw-instrument.md", "https://x/")


@pytest.mark.parametrize(
    ("doors", "says"),
    [
        (Doors(HOST, "kist@example.nl"), 'href="mailto:kist@example.nl"'),
        (Doors(HOST, "https://example.nl/"), 'href="https://example.nl/"'),
        (Doors(HOST), 'href="https://host/repo/issues/new?'),
        (Doors(), "staat nog niet op deze site"),
    ],
)
def test_a_page_names_whom_to_ask(project: Path, doors: Doors, says: str) -> None:
    assert says in html.unescape(macros(open_toolbox(project), doors).contact(HERE))


def test_what_must_stay_private_is_never_sent_to_a_public_place(project: Path) -> None:
    text = macros(open_toolbox(project), Doors(HOST)).contact_besloten(HERE)
    assert "href" not in text
    assert "nog niet wat" in text


@pytest.mark.parametrize("edit", ["edit", "_edit"])
def test_a_new_instrument_opens_as_kist_new_would_write_it(project: Path, edit: str) -> None:
    page = macros(open_toolbox(project), Doors(CodeHost(f"https://host/repo/{edit}/main/{{path}}")))
    shown = page.nieuw_instrument(HERE)
    link = re.search(r'href="([^"]+)"', shown)
    assert link
    address = html.unescape(link[1])
    query = parse_qs(urlsplit(address).query)
    assert query["filename"] == ["naam-van-je-instrument.yml"]
    (text,) = query["value"]
    assert "kies uit: gesprek, canvas," in text
    (project / "toolbox/instrumenten/naam-van-je-instrument.yml").write_text(text, "utf-8")
    (project / "docs/instrumenten/naam-van-je-instrument.md").write_text(
        '{{ instrument("naam-van-je-instrument") }}\n\n{{ hoort_bij() }}\n', "utf-8"
    )
    asked = [str(fault) for fault in inspect_project(project).problems]
    assert [fault for fault in asked if "'Vul dit in'" not in fault] == []


def test_the_address_of_a_new_instrument_is_short_enough(real: Toolbox) -> None:
    host = CodeHost("https://host.example.nl/organisatie/gereedschapskist/edit/main/{path}")
    link = re.search(r'href="([^"]+)"', macros(real, Doors(host)).nieuw_instrument(HERE))
    assert link
    assert len(html.unescape(link[1])) < LONGEST


@pytest.mark.parametrize(
    ("template", "opens"),
    [
        ("https://h/r/-/edit/main/{path}", "https://h/r/-/new/main/toolbox/instrumenten?"),
        ("https://h/_git/r?path=/{path}", "https://h/_git/r?path=/toolbox/instrumenten"),
        ("", ""),
    ],
)
def test_elsewhere_the_template_stands_open_to_copy(
    real: Toolbox, template: str, opens: str
) -> None:
    shown = html.unescape(macros(real, Doors(CodeHost(template))).nieuw_instrument(HERE))
    assert "<details open>" in shown
    assert (f'href="{opens}' in shown) is bool(opens)
    copied = re.search(r"<pre[^>]*>(.*)</pre>", shown, re.DOTALL)
    assert copied
    lines = copied[1].split("\n")
    assert "titel: Naam van je instrument" in lines
    assert any(line.startswith("    minuten: ") for line in lines)  # spaces are kept
