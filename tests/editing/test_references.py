"""Only what names a renamed record changes in records and pages."""

from __future__ import annotations

import pytest

from macros.reading.project import open_toolbox
from scripts.editing.references import Renaming, in_page, in_record
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Zie [dit](../rollen/oud.md).", "Zie [dit](../rollen/nieuw.md)."),
        (
            "[a](../rollen/oud.md#kop) [b](../rollen/oud-er.md)",
            "[a](../rollen/nieuw.md#kop) [b](../rollen/oud-er.md)",
        ),
        ('[a](<../rollen/oud.md> "oud.md")', '[a](<../rollen/nieuw.md> "oud.md")'),
        ("[a]: ../rollen/oud.md", "[a]: ../rollen/nieuw.md"),
        ('<a href="../rollen/oud.md">x</a>', '<a href="../rollen/nieuw.md">x</a>'),
        ('<a href="../../rollen/oud/#x">x</a>', '<a href="../../rollen/nieuw/#x">x</a>'),
        ("[a](oud.md) [b](../scans/oud.md)", "[a](oud.md) [b](../scans/oud.md)"),
        ("[a](https://elders.nl/rollen/oud/)", "[a](https://elders.nl/rollen/oud/)"),
        ('{{ rol("oud") }}', '{{ rol("nieuw") }}'),
        ("{{ rol('oud') }}", "{{ rol('nieuw') }}"),
        ('{{ instrument("oud") }}', '{{ instrument("oud") }}'),
    ],
)
def test_only_what_leads_to_the_record_changes_in_a_page(line: str, wanted: str) -> None:
    toolbox = open_toolbox(ROOT)
    renaming = Renaming("rollen", "oud", "nieuw")
    assert in_page(line, "instrumenten/x.md", renaming, toolbox) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[a](../begrippen/index.md#oud)", "[a](../begrippen/index.md#nieuw)"),
        ("[a](../bronnen/index.md#oud)", "[a](../bronnen/index.md#oud)"),
    ],
)
def test_a_link_to_a_place_follows_it(line: str, wanted: str) -> None:
    renaming = Renaming("begrippen", "oud", "nieuw")
    assert in_page(line, "instrumenten/x.md", renaming, open_toolbox(ROOT)) == wanted


@pytest.mark.parametrize(
    ("kind", "line", "wanted"),
    [
        ("instrumenten", "vervolg: [oud, ouder] # oud", "vervolg: [nieuw, ouder] # oud"),
        ("instrumenten", "vervolg:\n  - 'oud'\n", "vervolg:\n  - 'nieuw'\n"),
        ("instrumenten", "titel: oud\nkaarten: [oud]", "titel: oud\nkaarten: [oud]"),
        ("begrippen", "zie: instrumenten/oud", "zie: instrumenten/nieuw"),
        ("begrippen", "zie: scans/oud", "zie: scans/oud"),
        (
            "leren",
            "stappen:\n  - pagina: instrumenten/oud\n  - elders: {url: instrumenten/oud}",
            "stappen:\n  - pagina: instrumenten/nieuw\n  - elders: {url: instrumenten/nieuw}",
        ),
        (
            "bronpunten",
            "punten:\n  - tekst: é\n    thuis: instrumenten/oud\r\n",
            "punten:\n  - tekst: é\n    thuis: instrumenten/nieuw\r\n",
        ),
    ],
)
def test_only_the_id_changes_in_a_record(kind: str, line: str, wanted: str) -> None:
    assert in_record(line, kind, Renaming("instrumenten", "oud", "nieuw")) == wanted


def test_an_id_of_digits_stays_text() -> None:
    renaming = Renaming("instrumenten", "oud", "true")
    assert in_record("vervolg: [oud]", "instrumenten", renaming) == "vervolg: ['true']"
