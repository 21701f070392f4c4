"""The empty radar of a meting is as large as what radar.js draws in it."""

from __future__ import annotations

import re
from math import hypot

from macros.pages.radar import empty_radar
from tests.conftest import ROOT


def test_rings_are_as_far_out_as_their_value() -> None:
    svg = empty_radar(["een", "twee", "drie", "vier", "vijf"])
    rings = [
        [tuple(map(float, point.split(","))) for point in ring.split()]
        for ring in re.findall(r'points="([^"]*)"', svg)
    ]
    assert [[round(hypot(x - 280, y - 158) * 5 / 118, 1) for x, y in ring] for ring in rings] == [
        [value] * 5 for value in range(1, 6)
    ]
    assert "[280, 158, 118, 5]" in (ROOT / "docs/assets/js/meten/radar.js").read_text("utf-8")


def test_every_part_has_its_number_and_name() -> None:
    svg = empty_radar(["<b>", "twee", "drie"])
    assert re.findall(r'class="nr">(\d) </tspan><tspan class="naam">([^<]*)<', svg) == [
        ("1", "&#60;b&#62;"),
        ("2", "twee"),
        ("3", "drie"),
    ]
    assert 'viewBox="0 0 560 244"' in svg
    assert "hidden" not in svg  # HTML knows no such attribute on a drawing
