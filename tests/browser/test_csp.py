"""Search, finder and palette under the strict policy that a host can send: nothing is refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers.meting import done, person


@pytest.mark.parametrize(
    "path",
    ["", "instrumenten/", "instrumenten/keetgesprek/", "situaties/", "gegevens/", "begrippen/"],
)
def test_nothing_is_refused(browser: Browser, address: str, path: str) -> None:
    page = person(browser, address + path)
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Zoek een woord of een probleem")
    expect(field).to_be_focused()
    page.keyboard.type("vertrouwen")
    expect(page.locator(".zoek__vondst").first).to_be_visible()
    page.keyboard.press("Escape")
    if path == "instrumenten/":
        page.get_by_role("button", name="Meer filters").click()
        page.get_by_role("checkbox", name="Canvas").check()
        shown = page.locator(".kaartje:not([hidden])").count()
        expect(page.locator(".zoeker__aantal")).to_have_text(f"{shown} instrumenten")
    page.get_by_role("button", name="Donkere kleuren").click()
    done(page)


def test_a_script_that_nobody_pinned_does_not_run(browser: Browser, address: str) -> None:
    page = person(browser, address)
    page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'document.title = 1'; document.body.append(one); }"
    )
    assert "Gereedschapskist" in page.title()
    (refused,) = page.seen  # type: ignore[attr-defined]
    assert "Content Security Policy" in refused
    page.context.close()
