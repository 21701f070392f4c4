"""The figure of a meting: a corner for each part, the first one up, the others clockwise."""

from __future__ import annotations

from math import cos, pi, sin

HIGHEST = 5  # score: the corner itself


def directions(count: int) -> list[tuple[float, float]]:
    """Where each of so many corners lies from the centre of the figure, one unit away."""
    angles = [i * 2 * pi / count - pi / 2 for i in range(count)]
    return [(round(cos(angle), 4), round(sin(angle), 4)) for angle in angles]
