"""Drawings go into the page itself, so they may hold drawing elements in our colours alone."""

from __future__ import annotations

import pytest

from macros.reading.drawings import check_drawing

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300">'


def test_a_plain_drawing_passes() -> None:
    assert (
        list(
            check_drawing(
                f'{OPEN}<g><rect class="vlak" x="1" y="1" width="9" height="9"/>'
                '<text class="tekst" x="1" y="1">a</text></g></svg>',
                "x.svg",
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<script>1</script>", "element <script> mag niet"),
        ('<a href="https://x.nl"><path d="M0 0"/></a>', "element <a> mag niet"),
        ('<path onclick="x" d="M0 0"/>', "kenmerk 'onclick' mag niet"),
        ('<path style="fill:red" d="M0 0"/>', "kenmerk 'style' mag niet"),
        ('<image href="https://x.nl/a.png"/>', "element <image> mag niet"),
        ('<path class="vlakje" d="M0 0"/>', "class 'vlakje' bestaat niet; bedoel je 'vlak'?"),
        ("<!-- x -->", "alleen tekenelementen"),
        ("<path>", "geen geldige SVG"),
        ("<text>" + "lang " * 20 + "</text>", "hoogstens 60 tekens"),
    ],
)
def test_refused(body: str, says: str) -> None:
    assert any(says in problem.text for problem in check_drawing(f"{OPEN}{body}</svg>", "x.svg"))


def test_entities_are_not_even_read() -> None:
    assert list(check_drawing('<!DOCTYPE svg [<!ENTITY a "b">]>' + OPEN + "&a;</svg>", "x.svg"))
