"""Without a network after one visit the site works; an update and the switch lose no answers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.lab.static_server import serve
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.offline import needed
from scripts.pipeline.security_headers import headers
from tests.conftest import ROOT
from tests.helpers.meting import fill
from tests.helpers.offline import COPIES, publish, put_live, wait_for_copies

FETCH_ALL = """(paths) => Promise.all(paths.map(async (path) => {
  const answer = await fetch(path), text = await answer.text();
  const whole = !/\\/$|html$/.test(path) || text.includes("</html>");
  return answer.ok && whole ? "" : `${answer.status} ${path}`;
})).then((faults) => faults.filter(Boolean))"""
OTHER_TITLE = {
    "instrumenten/keetgesprek/index.html": (
        "Keetgesprek van tien minuten",
        "Keetgesprek, nu anders",
    )
}


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server finds the site. Tests share it, in any order: one that changes it or takes
    the copy away has `neighbours`."""
    folder = tmp_path_factory.mktemp("offline")
    put_live(folder / "live", shutil.copytree(site, folder / "site"))
    return folder / "live"


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with serve(folder, headers(ROOT) | {"Cache-Control": "no-store"}) as served:
        yield served


@pytest.fixture(scope="module")
def visitor(browser: Browser, base: str) -> Iterator[BrowserContext]:
    """Somebody who looked at one page, long enough for the copy."""
    context = browser.new_context(service_workers="allow", locale="nl-NL")
    page = context.new_page()
    page.goto(f"{base}over/zonder-netwerk/")
    expect(page.get_by_text("De kopie staat klaar.")).to_be_visible()
    page.close()
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A page of this visitor; errors are faults, but for the requests that fail on purpose."""
    errors: list[str] = []
    opened = visitor.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    visitor.set_offline(False)
    opened.close()
    assert errors == []


def test_the_copy_holds_all_pages_and_says_so(page: Page, base: str, folder: Path) -> None:
    page.goto(f"{base}over/zonder-netwerk/")
    count = len(list(folder.rglob("index.html")))
    expect(page.locator("gk-kopie")).to_contain_text(f"Er staan {count} pagina's op dit apparaat")


def test_every_page_and_every_part_is_there_without_a_network(
    visitor: BrowserContext, page: Page, base: str, folder: Path
) -> None:
    page.goto(base)
    visitor.set_offline(True)
    names = needed(BuiltSite(folder))
    assert len(names) > 290
    assert page.evaluate(FETCH_ALL, [base + name for name in names]) == []
    page.goto(f"{base}fasen/delen")
    assert page.url == f"{base}fasen/delen/"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    )
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))"
    )


def test_pages_are_counted_once_while_an_update_comes_in(
    page: Page, base: str, folder: Path
) -> None:
    page.goto(base)
    page.evaluate(
        "caches.open('kist-nieuw').then((cache) => cache.put('/nieuw/', new Response('')))"
    )
    page.goto(f"{base}over/zonder-netwerk/")
    expect(page.locator("gk-kopie")).to_contain_text(
        f"Er staan {len(list(folder.rglob('index.html')))} pagina's op dit apparaat"
    )
    page.evaluate("caches.delete('kist-nieuw')")


def test_a_host_in_trouble_does_not_take_the_copy_away(
    page: Page, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.goto(base)
    monkeypatch.setattr(
        SimpleHTTPRequestHandler,
        "send_head",
        lambda self: self.send_error(HTTPStatus.SERVICE_UNAVAILABLE),
    )
    answer = page.goto(f"{base}checklists/goede-ambitie/")
    assert answer is not None
    assert (answer.status, answer.from_service_worker) == (200, True)
    expect(page.get_by_role("checkbox").first).to_be_visible()


def test_search_and_filters_work_without_a_network(
    visitor: BrowserContext, page: Page, base: str
) -> None:
    page.goto(base)
    visitor.set_offline(True)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("belangenkaart")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/instrumenten/belangenkaart/")
    page.goto(f"{base}instrumenten/?wereld=blauw")
    page.get_by_role("button", name="Meer filters").click()
    page.get_by_role("checkbox", name="Canvas").check()
    expect(page.locator(".zoeker__aantal")).to_contain_text("instrument")


def test_a_pdf_is_there_once_it_was_opened(visitor: BrowserContext, page: Page, base: str) -> None:
    page.goto(f"{base}instrumenten/keetgesprek/")
    pdf = page.locator("a[href$='.pdf']").first.evaluate("(link) => link.href")
    page.evaluate("fetch", pdf)
    page.wait_for_function("(pdf) => caches.match(pdf).then(Boolean)", arg=pdf)
    visitor.set_offline(True)
    assert page.evaluate(FETCH_ALL, [pdf]) == []
    page.goto(f"{base}instrumenten/tempocheck/tempocheck.pdf")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zonder netwerk")


def test_with_a_network_the_site_decides(page: Page, base: str, folder: Path) -> None:
    page.goto(base)
    (folder / "checklists/goede-ambitie").rename(folder / "weg")
    answer = page.goto(f"{base}checklists/goede-ambitie/")
    (folder / "weg").rename(folder / "checklists/goede-ambitie")
    assert answer is not None
    assert (answer.status, answer.from_service_worker) == (404, True)


@pytest.fixture
def neighbours(site: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a host with two of these sites, at /a/ and /b/, and its folder."""
    for name in ("a", "b"):
        publish(tmp_path / name, site)
    with serve(tmp_path, headers(ROOT) | {"Cache-Control": "no-store"}) as served:
        yield served, tmp_path


@pytest.fixture
def guest(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who never was here."""
    context = browser.new_context(service_workers="allow", locale="nl-NL")
    yield context
    context.close()


def wait_for_copy(page: Page, address: str) -> None:
    page.goto(f"{address}over/zonder-netwerk/")
    expect(page.get_by_text("De kopie staat klaar.")).to_be_visible()


def test_an_update_keeps_what_was_filled_in(
    guest: BrowserContext, neighbours: tuple[str, Path], site: Path
) -> None:
    host, folder = neighbours
    page, base = guest.new_page(), f"{host}a/"
    wait_for_copy(page, base)
    guest.set_offline(True)
    page.goto(f"{base}checklists/goede-ambitie/")
    page.get_by_role("checkbox").first.check()
    page.goto(f"{base}scans/vertrouwensmeting/")
    fill(page, [4] * 12)
    expect(page.locator("[data-deel=tabel]")).to_be_visible()
    page.get_by_role("button", name="Voeg toe").click()  # what comparing needs is in the copy
    expect(page.locator("[data-deel=fout]")).to_contain_text(
        "Plak hier eerst een link of code van een partner."
    )
    (before,) = page.evaluate(COPIES)
    guest.set_offline(False)
    publish(folder / "a", site, OTHER_TITLE)
    page.goto(base)
    wait_for_copies(page, lambda names: len(names) == 1 and names != [before])
    guest.set_offline(True)
    page.goto(f"{base}instrumenten/keetgesprek/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keetgesprek, nu anders")
    page.goto(f"{base}checklists/goede-ambitie/")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.goto(f"{base}scans/vertrouwensmeting/")
    expect(page.locator("[data-deel=tabel]")).to_be_visible()


def test_the_switch_takes_the_copy_away_and_leaves_the_answers(
    guest: BrowserContext, neighbours: tuple[str, Path]
) -> None:
    host, folder = neighbours
    page, base = guest.new_page(), f"{host}a/"
    wait_for_copy(page, base)
    page.goto(f"{base}checklists/goede-ambitie/")
    page.get_by_role("checkbox").first.check()
    shutil.copy(folder / "a/sw-uit.js", folder / "a/sw.js")
    wait_for_copies(page, lambda names: names == [])
    assert page.evaluate("caches.keys()") == []
    page.reload()
    expect(page.get_by_role("checkbox").first).to_be_checked()


@pytest.mark.long
def test_two_sites_on_one_host_leave_each_others_copy_alone(
    guest: BrowserContext, neighbours: tuple[str, Path], site: Path
) -> None:
    host, folder = neighbours
    page = guest.new_page()
    page.goto(f"{host}a/404.html")
    page.evaluate("""async () => {
      const old = await caches.open('kist-oud');
      await old.put(new URL('404.html', location.href), new Response('van a'));
      const other = await caches.open('kist-van-c');
      await other.put('/c/404.html', new Response('van c'));
      const opened = await caches.open('kist-geopend');
      const headers = { 'Content-Type': 'application/pdf' };
      for (const path of ['/a/oud.pdf', '/c/oud.pdf']) await opened.put(path, new Response(path, { headers }));
    }""")
    for name in ("a", "b"):
        wait_for_copy(page, f"{host}{name}/")
    names = page.evaluate(COPIES)
    kinds = {re.sub("-[0-9a-f]{12}$", "-versie", name) for name in names}
    assert {"kist/a/-versie", "kist/b/-versie", "kist/a/-geopend", "kist-van-c"} <= kinds
    assert "kist-oud" not in kinds
    publish(folder / "b", site, OTHER_TITLE)
    page.goto(f"{host}b/")
    wait_for_copies(page, lambda now: not {*names} <= {*now})
    (gone,) = {*names} - {*page.evaluate(COPIES)}
    assert gone.startswith("kist/b/-")
    guest.set_offline(True)
    page.goto(f"{host}a/checklists/goede-ambitie/")
    expect(page.get_by_role("checkbox").first).to_be_visible()
    assert page.evaluate("fetch('/a/oud.pdf').then((answer) => answer.text())") == "/a/oud.pdf"
    guest.set_offline(False)
    shutil.copy(folder / "b/sw-uit.js", folder / "b/sw.js")
    page.goto(f"{host}b/")
    wait_for_copies(page, lambda now: not any(name.startswith("kist/b/") for name in now))
    assert {*page.evaluate(COPIES)} == {name for name in names if not name.startswith("kist/b/")}


def test_two_sites_on_one_host_leave_each_others_answers_alone(
    guest: BrowserContext, neighbours: tuple[str, Path]
) -> None:
    host, _ = neighbours
    page = guest.new_page()
    address = "checklists/goede-ambitie/"
    page.goto(f"{host}a/404.html")
    page.evaluate("localStorage.setItem('gk.oud', '{\"opslag\":1}')")
    page.goto(f"{host}a/{address}")
    assert page.evaluate("Gk.store.keys()") == ["oud"]  # stored when names held no path
    page.get_by_role("checkbox").nth(0).check()
    page.goto(f"{host}b/{address}")
    assert page.evaluate("Gk.store.keys()") == []
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()
    page.get_by_role("checkbox").nth(1).check()
    page.goto(f"{host}a/{address}")
    expect(page.get_by_role("checkbox").nth(0)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).not_to_be_checked()
    assert "gk.checklist.goede-ambitie" in page.evaluate("Object.keys(localStorage)")
    page.goto(f"{host}b/{address}")
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()


def test_below_a_path_pages_search_and_the_way_back_work(
    guest: BrowserContext, neighbours: tuple[str, Path]
) -> None:
    host, _ = neighbours
    page = guest.new_page()
    page.goto(f"{host}b/fasen/")
    page.get_by_role("link", name="Situaties").first.click()
    page.wait_for_url(f"{host}b/situaties/")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("belangenkaart")
    page.get_by_role("option").first.click()
    page.wait_for_url(f"{host}b/instrumenten/belangenkaart/")
    wait_for_copy(page, f"{host}b/")
    worker = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert worker == f"{host}b/"
