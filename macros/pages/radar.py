"""The empty radar of a meting: rings, spokes and the names of its parts. docs/assets/js/radar.js draws the scores in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from markupsafe import Markup

from macros.pages.render import inert

X, Y, R, HIGHEST = 280, 158, 118, 5
NEAR_THE_MIDDLE = 9
TRIANGLE = 3


def empty_radar(titles: Sequence[str]) -> Markup:
    """SVG markup that a script takes out of the page, to draw lines in copies of it."""
    count = len(titles)
    rings = "".join(
        f'<polygon points="{" ".join(_text(i, count, value) for i in range(count))}"/>'
        for value in range(1, HIGHEST + 1)
    )
    spokes = "".join(f'<path d="M{X} {Y}L{_text(i, count, HIGHEST)}"/>' for i in range(count))
    labels = "".join(_label(title, i, count) for i, title in enumerate(titles))
    height = 244 if count == TRIANGLE else 312  # a triangle needs less room below its centre
    open_tag = f'<svg viewBox="0 0 560 {height}" role="img" class="radar" data-mal="rooster">'
    return Markup(f'{open_tag}<g class="rooster">{rings}{spokes}</g>{labels}</svg>')  # noqa: S704


def _label(title: str, i: int, count: int) -> str:
    x, y = _point(i, count, 5.6)
    anchor = "middle" if abs(x - X) < NEAR_THE_MIDDLE else "end" if x < X else "start"
    name = f'<tspan class="nr">{i + 1} </tspan><tspan class="naam">{inert(title)}</tspan>'
    return f'<text x="{x:g}" y="{y + 5:g}" text-anchor="{anchor}">{name}</text>'


def _text(i: int, count: int, value: float) -> str:
    x, y = _point(i, count, value)
    return f"{x:g},{y:g}"


def _point(i: int, count: int, value: float) -> tuple[float, float]:
    angle = i * 2 * pi / count - pi / 2
    return round(X + cos(angle) * R * value / HIGHEST, 1), round(
        Y + sin(angle) * R * value / HIGHEST, 1
    )
