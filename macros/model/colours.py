"""The two colours of a site, and every shade that screen, dark screen and paper make of them.

Each shade is made to be read: at least 4.5 to 1 against what it stands on (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HEX = re.compile(r"#[0-9a-fA-F]{6}")
READABLE, CLEAR = 4.5, 7.0
WHITE, BLACK = "#ffffff", "#000000"
# The darkest background of the light site, and of the dark one the darkest and the lightest.
LIGHT, NIGHT, DUSK = "#f2efe8", "#12181f", "#212b36"
STEPS = range(101)
LINEAR_BELOW = 0.04045  # of the standard sRGB
# What was chosen by hand for the colours that the site came with: colour -> its shades
CHOSEN = {
    "#0b4f6c": ("#dcebf2", "#84c7e8", "#143a4e", "#0b4f6c"),
    "#a84300": ("#fdebdc", "#ffb27a", "#47290f", "#8a3600"),
}


@dataclass(frozen=True)
class Shades:
    """One colour: as it is on the light site, and what is made of it."""

    colour: str
    soft: str  # a background on the light site
    dark: str  # the colour on the dark site
    dark_soft: str  # a background there
    print: str


@dataclass(frozen=True)
class Colours:
    """The first colour is that of buttons, lines and paper; the second calls for attention."""

    first: str = "#0b4f6c"
    second: str = "#a84300"

    def style(self) -> str:
        """The sheet with all shades, under the names that our styles use."""
        one, two = shades(self.first), shades(self.second)
        light = _tokens(one.colour, one.soft, two.colour, two.soft)
        dark = _tokens(one.dark, one.dark_soft, two.dark, two.dark_soft)
        paper = _tokens(one.print, "#fff", two.print, "#fff")
        return (
            f'[data-md-color-scheme="default"]{{{light}}}\n'
            f'[data-md-color-scheme="slate"]{{{dark}}}\n'
            f".blad{{--blad-druk-accent:{one.print}}}\n"
            f"@media print{{:root,[data-md-color-scheme]{{{paper}}}}}\n"
        )

    def painted(self, svg: str) -> str:
        """The sign of the site in these colours; one that is drawn in others stays as it is."""
        for old, new in ((STANDARD.first, self.first), (SIGN_SECOND, self.second)):
            if new not in (STANDARD.first, STANDARD.second):
                svg = svg.replace(old, new)
        return svg


STANDARD = Colours()
SIGN_SECOND = "#e07a1f"  # a larger area may be brighter than a letter


def _tokens(first: str, first_soft: str, second: str, second_soft: str) -> str:
    return (
        f"--gk-blauw:{first};--gk-blauw-zacht:{first_soft};"
        f"--gk-oranje:{second};--gk-oranje-zacht:{second_soft}"
    )


def shades(colour: str) -> Shades:
    """A colour and its shades."""
    if colour in CHOSEN:
        return Shades(colour, *CHOSEN[colour])
    dark = _first(colour, WHITE, lambda shade: contrast(shade, DUSK) >= CLEAR)
    return Shades(
        colour,
        soft=_first(WHITE, colour, lambda _: True, start=12),
        dark=dark,
        dark_soft=_first(colour, NIGHT, lambda shade: _is_dark_enough(shade, dark), start=45),
        print=colour,
    )


def _is_dark_enough(shade: str, text: str) -> bool:
    return contrast(shade, text) >= READABLE and contrast(shade, WHITE) >= CLEAR


def readable(colour: str) -> bool:
    """Whether a colour can be read on every light background, and white letters on it."""
    return contrast(colour, LIGHT) >= READABLE and contrast(colour, shades(colour).soft) >= READABLE


def darker(colour: str) -> str:
    """The same colour, dark enough to be read."""
    return _first(colour, BLACK, readable)


def _first(colour: str, other: str, fits: Callable[[str], bool], start: int = 0) -> str:
    """The mixture with the least of another colour that fits; wholly the other when none does."""
    return next((mix for mix in _mixtures(colour, other, start) if fits(mix)), other)


def _mixtures(colour: str, other: str, start: int) -> Iterator[str]:
    for share in STEPS[start:]:
        pairs = zip(_channels(colour), _channels(other), strict=True)
        yield "#" + "".join(f"{round(a + (b - a) * share / 100):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def contrast(one: str, other: str) -> float:
    """How much two colours differ in light, from 1 to 21 (WCAG 2.2)."""
    darkest, lightest = sorted((_light(one), _light(other)))
    return (lightest + 0.05) / (darkest + 0.05)


def _light(colour: str) -> float:
    linear = []
    for channel in _channels(colour):
        share = channel / 255
        linear.append(share / 12.92 if share <= LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
