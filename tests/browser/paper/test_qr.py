"""A QR code is dark on light for two readers, whatever darkens the page."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from scripts.lab.printing.firefox import Firefox, open_firefox
from scripts.lab.qr_readers import read_codes
from tests.helpers.meting import SHORT, fill, printed

SHEET, RESULT = "instrumenten/keetgesprek/", f"scans/{SHORT}/"
STYLE = "document.head.insertAdjacentHTML('beforeend', `<style>{}</style>`)"
TURNED = "filter: invert(1) hue-rotate(180deg)"
ON_TOP = "content: ''; position: fixed; inset: 0; z-index: 99; pointer-events: none"
FORCED = "--blink-settings=forceDarkModeEnabled=true"
FEATURE = "--enable-features=WebContentsForceDark"


@dataclass(frozen=True)
class Way:
    """One way in which a page becomes dark."""

    flags: tuple[str, ...] = ()  # with which the browser starts
    media: Mapping[str, Any] = field(default_factory=dict)
    style: str = ""  # that an extension adds
    inverted: bool = False  # a whole screen, codes too: a reader must take those


DARK = {"color_scheme": "dark"}
WAYS = {
    "as it is": Way(),
    "our own dark": Way(media=DARK),
    "forced colours": Way(media={"forced_colors": "active"}),
    "forced colours, dark": Way(media={"forced_colors": "active", **DARK}),
    "more contrast, dark": Way(media={"contrast": "more", **DARK}),
    # rosskhanas/react-qr-code #178, qrjs2 #13: black on black
    "forced dark": Way(flags=(FORCED,)),
    "forced dark on dark": Way(flags=(FORCED,), media=DARK),
    "feature of Chrome": Way(flags=(FEATURE,)),
    "feature, by lightness": Way(flags=(f"{FEATURE}:inversion_method/cielab_based",)),
    "forced, all inverted": Way(flags=(f"{FORCED},forceDarkModeInversionAlgorithm=1",)),
    "forced, images too": Way(flags=(f"{FORCED},forceDarkModeImagePolicy=2",)),
    # MutinyWallet/mutiny-node #121: an extension gives the parts of SVG colours of its own
    "colours for SVG": Way(
        style="* { background: #111 !important; color: #eee !important }"
        " svg * { fill: #111 !important; stroke: #eee !important }"
    ),
    # darkreader #11367: it leaves the image alone, and darkens the margin that a page gave to it
    "dark behind images": Way(style="* { background: #181a1b !important; border: 0 !important }"),
    "images back": Way(style=f"html, img, svg, video {{ {TURNED} }}"),
    "images back, dimmed": Way(style=f"html {{ {TURNED} }} img {{ {TURNED} brightness(0.7) }}"),
    "dimmed": Way(style="html { background: #000; filter: brightness(0.6) sepia(0.4) }"),
    "whole page": Way(style=f"html {{ {TURNED} }}", inverted=True),
    "layer on top": Way(
        style=f"html::after {{ {ON_TOP}; background: #fff; mix-blend-mode: difference }}",
        inverted=True,
    ),
}
OFTEN = {"as it is", "forced colours", "colours for SVG", "images back", "whole page"}
ON_PAPER = ["our own dark", "forced colours", "forced dark", "colours for SVG", "images back"]
# Firefox shows its own colours instead of those of a page
OWN_COLOURS: dict[str, str | int] = {
    "browser.display.document_color_use": 2,
    **{f"browser.display.background_color{end}": "#000000" for end in ("", ".dark")},
    **{f"browser.display.foreground_color{end}": "#ffffff" for end in ("", ".dark")},
}
FIREFOX_WAYS = {
    "own colours": Way(),
    "own colours, for SVG too": WAYS["colours for SVG"],
    "images back": WAYS["images back"],
    "whole page": WAYS["whole page"],
}


def show_sheet(page: Page, address: str) -> None:
    """The code of a sheet, which paper alone shows."""
    page.goto(address + SHEET)


def show_result(page: Page, address: str) -> Locator:
    """The code that hands over the result of a meting."""
    page.goto(address + RESULT)
    fill(page, [3] * 12)
    page.click("[data-doe=qr]")
    return page.locator("[data-deel=qr] img")


PLACES = {SHEET: show_sheet, RESULT: show_result}
Open = Callable[[Way], Page]


@pytest.fixture
def darkened(browser: Browser, launch: Callable[..., Browser]) -> Open:
    """Opens a page in which a way applies."""

    def start(way: Way) -> Page:
        engine = launch(*way.flags) if way.flags else browser
        return engine.new_context(**way.media, bypass_csp=True).new_page()

    return start


def read(picture: bytes, *, inverted: bool = False) -> str:
    """What two readers find in a picture of a code and no more than the code."""
    grey: NDArray[np.uint8] = np.array(Image.open(io.BytesIO(picture)).convert("L"))
    return " ".join(read_codes(255 - grey if inverted else grey))


def usual(name: str) -> Any:
    return pytest.param(name, marks=[] if name in OFTEN else pytest.mark.long)


@pytest.mark.parametrize("name", [usual(name) for name in WAYS])
def test_two_readers_read_it_from_a_dark_screen(darkened: Open, address: str, name: str) -> None:
    """Of a result; that of a sheet stands on paper alone."""
    way = WAYS[name]
    page = darkened(way)
    code = show_result(page, address)
    page.evaluate(STYLE.format(way.style))
    assert f"/{RESULT}" in read(code.screenshot(), inverted=way.inverted)
    page.context.close()


@pytest.mark.long
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ON_PAPER)
def test_two_readers_read_it_from_paper_printed_from_a_dark_screen(
    darkened: Open, address: str, tmp_path: Path, name: str, place: str
) -> None:
    way = WAYS[name]
    page = darkened(way)
    PLACES[place](page, address)
    page.evaluate(STYLE.format(way.style))
    _, _, codes = printed(page, tmp_path, "print" if place == RESULT else "")
    assert [f"/{place}" in code for code in codes] == [True]
    page.context.close()


@pytest.fixture(scope="module")
def own_colours() -> Iterator[Firefox]:
    """A Firefox that shows its own colours instead of those of a page."""
    with open_firefox(OWN_COLOURS) as firefox:
        yield firefox


@pytest.mark.long
@pytest.mark.parametrize("name", FIREFOX_WAYS)
def test_two_readers_read_it_from_the_colours_of_firefox(
    own_colours: Firefox, open_address: str, name: str
) -> None:
    way = FIREFOX_WAYS[name]
    own_colours.visit(open_address + SHEET)
    own_colours.run(STYLE.format(f"{way.style} .blad > .blad__kop {{ display: flex !important }}"))
    picture = own_colours.picture(".blad__qr img")
    assert f"/{SHEET}" in read(picture, inverted=way.inverted)
