"""What a reader came for stands in the first view of a laptop and of a phone.

On a phone a sheet comes first with when it fits: its first step is one swipe away.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

# Page -> what a reader came for there
SOUGHT = {
    "": ".deuren",
    "situaties/geen-vertrouwen/": ".eerst .kaartje__titel",
    "fasen/vormgeven/": ".kaartje__titel",
    "condities/belangen/": ".kaartje__titel",
    "scans/vertrouwensmeting/": ".stelling legend",
    "checklists/goed-overleg/": ".afvinklijst li",
    "modellen/mutual-gains/": ".feiten",
    "instrumenten/samenwerkings-psu/": ".blad__deel--stappen li",
}
SWIPED = {"instrumenten/samenwerkings-psu/"}
# The bottom of the first line of it: a title alone below the edge is not seen.
BOTTOM = (
    "(node) => node.getBoundingClientRect().top + parseFloat(getComputedStyle(node).lineHeight)"
)
TITLES = "[...document.querySelectorAll('h1, h2')].filter((one) => one.offsetHeight > 1)"


def below(page: Page, address: str, height: int, phone: bool) -> dict[str, int]:
    """The pages on which what is sought stands below the first view, and where."""
    late = {}
    for path, sought in SOUGHT.items():
        page.goto(address + path)
        place = page.locator(sought).first.evaluate(BOTTOM)
        if place > height * (2 if phone and path in SWIPED else 1):
            late[path] = round(place)
    return late


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_what_a_reader_came_for_is_in_the_first_view(
    browser: Browser, address: str, width: int, height: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=width < 600, locale="nl-NL"
    )
    page = context.new_page()
    assert below(page, address, height, width < 600) == {}
    titles = page.evaluate(f"{TITLES}.map((one) => one.textContent)")  # of the last of SOUGHT
    assert sum("PSU" in title for title in titles) == 1
    context.close()


def test_scripts_and_hidden_parts_keep_no_first_view_waiting(
    browser: Browser, address: str
) -> None:
    """Only page.js runs before a sheet is seen; the form below it comes when the page is there."""
    page = browser.new_page()
    early: list[str] = []
    page.on("request", lambda request: early.append(request.url.rsplit("/", 1)[-1]))
    page.route("**/page.js", lambda route: route.abort())  # what the page names by itself
    page.goto(f"{address}instrumenten/keetgesprek/")
    assert [name for name in early if name.endswith((".js", ".css"))] == [
        next(name for name in early if name.startswith("stijl.")),
        "page.js",
    ]
    page.unroute("**/page.js")
    page.reload()
    expect(page.get_by_role("heading", name="Vul in op het scherm")).to_be_visible()
    page.context.close()
