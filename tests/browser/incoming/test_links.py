"""Links and codes as they come in: opened, pasted, and at an address that the site does not have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.helpers.meting import add, done, fill, person

SCAN = "reflectiescan"
CODE = "reflectiescan1.20261121.KcpTlKcpTlKcpTl.Bouw%20B%2EV%2E.5ha"
OTHER = "reflectiescan1.20261121.SSSSSSSSSSSSSSS.Jan%20%26%20Zn%2E.xjs"
CLOSED = "Er ligt 1 uitslag van partners klaar."
LIST = "checklists/goed-overleg/"
TICKS = "#vinkjes=goed-overleg.nodig.besluiten-eerst~d"


@pytest.fixture
def lost(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of a host that answers with 404.html for what is not there."""
    page = browser.new_context(locale="nl-NL").new_page()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.strip("/")
        if route.request.is_navigation_request() and not (site / path / "index.html").is_file():
            route.fulfill(status=404, path=site / "404.html", content_type="text/html")
        else:
            route.continue_()

    page.route("**/*", answer)
    yield page
    page.context.close()


@pytest.mark.parametrize(
    "carries",
    [
        f"#scan={CODE}",
        f"#scan={CODE}&utm_source=teams",
        f"#scan={CODE}%20",
        f"#scan={CODE}%22",
        f"#scan={CODE}%3E",
        f"#scan={CODE}*",
        f"#Scan%3D{CODE}).",
        f"?fbclid=a1#scan={CODE}",
        f"?scan={CODE}",
        f"?utm_source=x%23scan={CODE}",
        "#scan=reflectiescan1.20261121.KcpTlKcpTlKcpTl.Bouw B.V..5ha",
    ],
)
def test_a_link_opens_with_whatever_stands_behind_it(
    browser: Browser, address: str, carries: str
) -> None:
    page = person(browser, f"{address}scans/{SCAN}/{carries}")
    expect(page.locator("[data-deel=verzegeld]")).to_contain_text(CLOSED)
    assert "scan=" not in page.url.lower()  # it is taken out of the address
    done(page)


def test_a_mail_is_pasted_as_it_is(browser: Browser, address: str) -> None:
    """With its lines: a field for one line makes something else of their ends."""
    page = person(browser, f"{address}scans/{SCAN}/", permissions=["clipboard-write"])
    fill(page, [3] * 30)
    mail = f"> Hoi,\n> {address}scans/{SCAN}/#scan={CODE[:40]}\n> {CODE[40:]}\n> Groet\n{OTHER}"
    page.evaluate("(text) => navigator.clipboard.writeText(text)", mail)
    page.focus("[data-deel=erbij]")
    page.keyboard.press("Control+V")
    page.keyboard.press("Enter")
    expect(page.locator("[data-deel=melding]")).to_have_text("Erbij: Bouw B.V., Jan & Zn.")
    done(page)


def test_a_filter_that_hides_the_link_is_told(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SCAN}/")
    said = add(desktop, "https://protect-eu.mimecast.com/s/XyZ1?domain=kist.example.nl")
    assert said == (
        "In deze link staat zelf geen uitslag. Open hem in je browser, of vraag je partner om de code."
    )


@pytest.mark.parametrize(
    "carries",
    [
        TICKS,
        f"{TICKS}&utm_source=teams",
        f"{TICKS})",
        f"{TICKS}%20Groet",
        TICKS.upper(),
        TICKS.replace("=", "%3D").replace("~", "%7E"),
        TICKS.replace("=", ""),
    ],
)
def test_a_link_of_a_checklist_opens(desktop: Page, address: str, carries: str) -> None:
    desktop.goto(f"{address}{LIST}{carries}")
    expect(desktop.locator("[data-deel=telling]")).to_have_text("1 van 9")
    expect(desktop.locator("[data-deel=punten] li")).to_have_count(2)


@pytest.mark.parametrize("behind", ["", "&utm_source=x", ").", "%20Groet"])
def test_a_link_to_an_action_opens(desktop: Page, address: str, behind: str) -> None:
    desktop.goto(f"{address}verbeteragenda/#actie={SCAN}.ambitie.laag{behind}")
    expect(desktop.locator(".acties-lijst > li")).to_have_count(1)


@pytest.mark.parametrize(
    "filters",
    [
        "?fase=verkennen&amp;soort=scan",
        "?fase%3Dverkennen%26soort%3Dscan",
        "?Fase=Verkennen&soort=SCAN",
        "?fase=verkennen&soort=scan).",
        "?fase=verkennen&soort=scan&utm_source=mail",
    ],
)
def test_a_link_with_filters_opens(desktop: Page, address: str, filters: str) -> None:
    desktop.goto(f"{address}instrumenten/?fase=verkennen&soort=scan")
    meant = desktop.inner_text("[role=status]")
    desktop.goto(f"{address}instrumenten/{filters}")
    expect(desktop.locator("[role=status]").first).to_have_text(meant)
    for value in ("verkennen", "scan"):
        expect(desktop.locator(f"input[value={value}]")).to_be_checked()


@pytest.mark.parametrize(
    "path",
    [
        f"scans/{SCAN}/%23scan={CODE}",
        f"scans/{SCAN}/index.html%23scan%3D{CODE}",
        f"Scans/{SCAN.title()}/#scan={CODE}",
        f"nl/scans//{SCAN}/)#scan={CODE}",
        f"scans/{SCAN}/%2523scan%253D{CODE.replace('%', '%25')}",
    ],
)
def test_a_changed_link_finds_its_way(lost: Page, address: str, path: str) -> None:
    lost.goto(address + path)
    lost.wait_for_url(f"{address}scans/{SCAN}/")
    expect(lost.locator("[data-deel=verzegeld]")).to_contain_text(CLOSED)


def test_a_wrong_address_gets_an_offer(lost: Page, address: str) -> None:
    lost.goto(f"{address}scans/reflectescan/")
    offer = lost.get_by_role("link", name="Reflectiescan over vijf condities")
    expect(lost.get_by_role("heading", name="Bedoel je dit?")).to_be_visible()
    offer.click()
    lost.wait_for_url(f"{address}scans/{SCAN}/")


def test_an_address_like_nothing_stays_where_it_is(lost: Page, address: str) -> None:
    lost.goto(f"{address}wp-login.php")
    lost.wait_for_load_state("networkidle")
    expect(lost.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
    expect(lost.get_by_text("Bedoel je dit?")).to_be_hidden()
    assert lost.url == f"{address}wp-login.php"


def test_a_reader_without_scripts_is_told_what_to_do(
    browser: Browser, site: Path, address: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}404.html")
    expect(page.get_by_text("Maak daar # van")).to_be_visible()
    page.context.close()
