"""A long word of a title breaks between its parts, and nowhere when that is not sure."""

from __future__ import annotations

import pytest

from macros.search.dutch import stem
from macros.search.soft_hyphens import SOFT_HYPHEN, SoftHyphens

WORDS = "samen werking expert vertrouwen secretaris kaart klant beleid belang"
KNOWN = frozenset(map(stem, WORDS.split()))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Samenwerkingsexpert", "Samen|werkings|expert"),
        ("Is ons samenwerkingsbeleid klaar?", "Is ons samen|werkings|beleid klaar?"),
        ("Vertrouwensreservoir", "Vertrouwens|reservoir"),  # one part is known
        ("Projectsecretaris", "Project|secretaris"),  # a part begins as a syllable does
        ("Belangenkaart", "Belangen|kaart"),
        ("Klantkaart", "Klantkaart"),  # fits on every phone
        ("Gereorganiseerd", "Gereorganiseerd"),  # no part is known
        ("SamenwerkingsExpert", "SamenwerkingsExpert"),  # a name
    ],
)
def test_a_long_word_breaks_between_its_parts(title: str, shown: str) -> None:
    assert SoftHyphens(KNOWN)(title).replace(SOFT_HYPHEN, "|") == shown
