"""Whatever colours a site takes: what is made of them can be read, on screen and on paper."""

from __future__ import annotations

import random

from macros.model.colours import (
    DUSK,
    LIGHT,
    NIGHT,
    READABLE,
    STANDARD,
    Colours,
    contrast,
    darker,
    readable,
    shades,
)


def test_contrast_is_that_of_the_guideline() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_every_shade_of_every_readable_colour_can_be_read() -> None:
    seed = random.Random(18)  # noqa: S311
    colours = [f"#{seed.randrange(1 << 24):06x}" for _ in range(300)]
    for colour in [STANDARD.first, STANDARD.second, *map(darker, colours)]:
        made = shades(colour)
        for text, background in (
            (colour, LIGHT),
            (colour, made.soft),
            (made.dark, NIGHT),
            (made.dark, DUSK),
            (made.dark, made.dark_soft),
            ("#e8ebef", made.dark_soft),
            ("#1b2733", made.soft),
            (made.print, "#ffffff"),
        ):
            assert contrast(text, background) >= READABLE, (colour, text, background)


def test_a_colour_that_is_too_light_gets_a_darker_proposal() -> None:
    assert not readable("#ffcc00")
    assert readable(darker("#ffcc00"))
    assert darker(STANDARD.first) == STANDARD.first


def test_the_sign_follows_the_colours_and_another_sign_stays_as_it_is() -> None:
    sign = '<rect fill="#0b4f6c"/><circle fill="#e07a1f"/><path fill="#123456"/>'
    assert STANDARD.painted(sign) == sign
    painted = Colours("#1f6b3a", "#7a1f6b").painted(sign)
    assert painted == '<rect fill="#1f6b3a"/><circle fill="#7a1f6b"/><path fill="#123456"/>'
