"""A page that is named in quotes is linked: planted in a page of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = "docs/modellen/reflectiemodel.md"
LINK = "[Terugblik in vier vragen](../instrumenten/terugblik.md)"


def plant(project: Path, text: str) -> None:
    page = project / PAGE
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


@pytest.mark.parametrize("marks", ["''", "‘’", "“”", '""', "**"])
def test_a_page_in_quotes_is_linked(
    project: Path, faults: Callable[[], list[str]], marks: str
) -> None:
    name = f"{marks[0]}Terugblik in vier vragen{marks[1]}"
    plant(project, f"Doe eerst {name}. Doe daarna nog eens {name}.")
    line = len((project / PAGE).read_text("utf-8").splitlines())
    assert faults() == [
        f"{PAGE}:{line}: 'Terugblik in vier vragen' is een pagina; maak er een link van: {LINK}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Doe {LINK}. Zie ook 'Terugblik in vier vragen'.",
        "Zeg: 'Terugblik in vier vragen, dat is mij te veel.'",
        "Het is een terugblik in vier vragen.",
        "Typ `'Terugblik in vier vragen'`.",
    ],
    ids=["linked on this page", "a sentence that is said", "without quotes", "code"],
)
def test_what_names_no_page_or_is_linked_is_sound(
    project: Path, faults: Callable[[], list[str]], text: str
) -> None:
    plant(project, text)
    assert faults() == []
