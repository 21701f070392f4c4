"""The site from a folder: no server, no network, no complaint, and everything works."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.server_config import add_redirects
from scripts.zip import FOLDER, folder_page, pack
from tests.helpers.meting import fill

DAY = time.gmtime(1_795_219_200)


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody gets who unpacks the file."""
    aside = tmp_path_factory.mktemp("zip")
    pack(site, aside / "kist.zip", DAY)
    with ZipFile(aside / "kist.zip") as packed:
        packed.extractall(aside)
    return aside / FOLDER


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    page = browser.new_context(locale="nl-NL").new_page()
    yield page
    page.context.close()


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """A page that may complain of nothing and ask for nothing outside the folder."""
    errors: list[str] = []

    def outside(url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            errors.append(url)

    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    window.on("request", lambda request: outside(request.url))
    yield window
    assert errors == []


def test_every_link_names_a_file_that_is_there(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 260
    dead = []
    for path in pages:
        for link in re.findall(r'(?:href|src)="([^"]*)"', path.read_text("utf-8")):
            parts = urlsplit(unescape(link))
            if not parts.scheme and parts.path and not (path.parent / parts.path).is_file():
                dead.append((path.parent.name, link))
    assert dead == []
    assert "index.html" in (folder / "LEESMIJ.txt").read_text("utf-8-sig")
    assert not [
        path for path in folder.rglob("*") if path.name in ("sw.js", "sitemap.xml", "404.html")
    ]


def test_search_leads_to_a_sheet_that_prints(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate(
        "document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded'))"
    )
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("belangenkaart")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/instrumenten/belangenkaart/index.html")
    page.evaluate("() => { window.print = () => { document.title = 'geprint'; }; }")
    page.get_by_role("button", name="Print dit blad").click()
    expect(page).to_have_title("geprint")
    page.get_by_text("Meer", exact=True).click()
    expect(page.locator(".acties a[href$='.pdf']").first).to_be_visible()


def test_filters_and_every_door_work(page: Page, folder: Path) -> None:
    page.goto((folder / "instrumenten/index.html").as_uri())
    page.get_by_role("button", name="Meer filters").click()
    page.get_by_role("checkbox", name="Canvas").check()
    shown = page.locator(".kaartje:visible").count()
    assert 0 < shown < page.locator(".kaartje").count()
    expect(page.locator(".zoeker__aantal")).to_have_text(f"{shown} instrumenten")
    page.locator(".kaartje:visible a").first.click()
    expect(page.locator(".blad:not([hidden])")).to_be_visible()
    page.goto((folder / "over/zonder-netwerk/index.html").as_uri())
    expect(page.get_by_text("Je leest de kist uit een map.")).to_be_visible()


def test_answers_are_kept_between_pages(page: Page, folder: Path) -> None:
    page.goto((folder / "scans/vertrouwensmeting/index.html").as_uri())
    fill(page, [4] * 12)
    expect(page.locator("[data-deel=tabel]")).to_be_visible()
    page.goto((folder / "checklists/goede-ambitie/index.html").as_uri())
    page.get_by_role("checkbox").first.check()
    page.goto((folder / "gegevens/index.html").as_uri())
    kept = page.locator("gk-gegevens li:visible")
    expect(kept).to_have_text(["Checklist: Is dit een goede ambitie?", "Meting: Vertrouwensmeting"])
    kept.first.get_by_role("link").click()
    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    for name in ("index.html", "a/index.html", "precache.json"):
        (site / name).write_text('<a href="a/">a</a>')
    pack(site, tmp_path / "een.zip", DAY)
    (site / "index.html").touch()
    assert pack(site, tmp_path / "twee.zip", DAY) == 3
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()


def test_an_old_address_leads_to_the_file_of_the_new_one(tmp_path: Path) -> None:
    """A browser that reads a folder would show the list of its files."""
    (tmp_path / "redirects.yml").write_text("/rollen/oud/: /rollen/nieuw/\n", "utf-8")
    (tmp_path / "site/rollen/nieuw").mkdir(parents=True)
    site = BuiltSite(tmp_path / "site")
    add_redirects(site, tmp_path)
    old = site.pages["rollen/oud/index.html"]
    page = folder_page(old, site.folder / "rollen/oud", site.folder)
    assert 'content="0; url=../../rollen/nieuw/index.html"' in page
    assert 'href="../../rollen/nieuw/index.html"' in page


def test_a_whole_sheet_is_led_on_a_phone(browser: Browser, folder: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / "instrumenten/belangenkaart/index.html").as_uri())
    page.get_by_role("link", name="Leid dit gesprek").click()
    page.get_by_role("button", name="Begin nu").click()
    expect(page.locator("[data-deel=titel]")).to_have_text("Zeg dit eerst")
    boxes = [one.bounding_box() for one in page.locator(".leider .knop:visible").all()]
    assert all(box and box["height"] >= 48 for box in boxes)
    following = page.locator("[data-doe=volgende]")
    for _ in range(int(page.locator("[data-deel=tel]").inner_text().split(" van ")[1])):
        following.click()
    expect(page.get_by_role("heading", name="Belangenkaart in drie lagen")).to_be_visible()
    expect(page.locator("[data-deel=uitkomst]")).to_contain_text("Een kaart met drie lagen")
    report = page.get_by_role("link", name="Maak het verslag")
    expect(report).to_have_attribute("href", "../verslag/index.html#blad=belangenkaart")
    page.get_by_role("button", name="Toch nog verder").click()
    following.click()
    page.get_by_role("link", name="Vul het blad in").click()
    page.wait_for_url("**/instrumenten/belangenkaart/index.html#invullen")
    context.close()
    assert errors == []
