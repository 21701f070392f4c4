"""The empty radar of a meting: rings, spokes and the names of its parts.

docs/assets/js/meten/radar.js draws the scores in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.pages.render import escape_value
from macros.paper.sheets.figure import HIGHEST, directions

X, Y, R = 280, 158, 118  # centre and radius, in the units of the viewBox
LABEL_AT = 5.6  # the score at which a name would stand, so outside the last ring
NEAR_THE_MIDDLE = 9
TRIANGLE = 3


def empty_radar(titles: Sequence[str]) -> Markup:
    """SVG markup with a spoke for each title; a script copies it and draws lines in the copies."""
    count = len(titles)
    rings = "".join(_ring(count, value) for value in range(1, HIGHEST + 1))
    spokes = "".join(f'<path d="M{X} {Y}L{_pair(i, count, HIGHEST)}"/>' for i in range(count))
    labels = "".join(_label(title, i, count) for i, title in enumerate(titles))
    height = 244 if count == TRIANGLE else 312  # a triangle needs less room below its centre
    open_tag = f'<svg viewBox="0 0 560 {height}" role="img" class="radar" data-mal="rooster">'
    return Markup(f'{open_tag}<g class="rooster">{rings}{spokes}</g>{labels}</svg>')  # noqa: S704


def _ring(count: int, value: float) -> str:
    points = " ".join(_pair(i, count, value) for i in range(count))
    return f'<polygon points="{points}"/>'


def _label(title: str, i: int, count: int) -> str:
    x, y = _point(i, count, LABEL_AT)
    anchor = "middle" if abs(x - X) < NEAR_THE_MIDDLE else "end" if x < X else "start"
    name = f'<tspan class="nr">{i + 1} </tspan><tspan class="naam">{escape_value(title)}</tspan>'
    return f'<text x="{x:g}" y="{y + 5:g}" text-anchor="{anchor}">{name}</text>'


def _pair(i: int, count: int, value: float) -> str:
    x, y = _point(i, count, value)
    return f"{x:g},{y:g}"


def _point(i: int, count: int, value: float) -> tuple[float, float]:
    """Where a score is on spoke i of `count`; the first points up, the others follow clockwise."""
    x, y = directions(count)[i]
    distance = R * value / HIGHEST
    return round(X + x * distance, 1), round(Y + y * distance, 1)
