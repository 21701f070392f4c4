"""axe finds nothing on one page of each kind: desktop, phone and paper, light and dark.

The audit, which looks for more than axe, finds what is wrong on a page.
"""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.lab import axe
from scripts.lab.static_server import serve
from tests.helpers.built_pages import EACH_KIND

DAILY = (360, "dark", "screen")  # where least fits; the others in `test --all`
# Entries of a list further on are made as those before them, and take most of the time
SHORTER = """() => {
  for (const list of document.querySelectorAll('article :is(ul, ol, dl, tbody)')) {
    for (const entry of [...list.children].slice(20)) entry.remove();
  }
}"""
PLANTED = (
    '<p><input></p><img src="http://127.0.0.2:9/x.png" alt=""><table class="breed"><tr><td>'
    + "x" * 500
    + "</td></tr></table></article>"
)


@pytest.mark.parametrize(
    ("width", "palette", "media"),
    [pytest.param(*view, marks=() if view == DAILY else pytest.mark.long) for view in axe.VIEWS],
)
def test_axe_finds_nothing(
    browser: Browser, address: str, width: int, palette: str, media: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=palette)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media=media)  # type: ignore[arg-type]
    found = {}
    for path in EACH_KIND:
        page.goto(address + path)
        if (width, palette, media) == DAILY:
            page.evaluate(SHORTER)
        if faults := axe.check_page(page):
            found[path] = faults
    context.close()
    assert found == {}


def test_axe_can_find_something(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input>')")
    assert any(text.startswith("label:") for _, text in axe.check_page(page))
    assert axe.check_page(page, "footer") == []
    page.close()


def test_planted_faults_are_found_and_a_sound_page_has_none(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    page = shutil.copytree(site / "over", copy / "over") / "privacy/index.html"
    for path in site.iterdir():
        if path.name != "over":
            (copy / path.name).symlink_to(path)
    (page.parent / "stuk.html").write_text(
        page.read_text("utf-8").replace("</article>", PLANTED), "utf-8"
    )
    pages = ["over/privacy/index.html", "over/privacy/stuk.html"]
    with (
        serve(copy) as address,
        ThreadPoolExecutor(1) as pool,
    ):  # this thread may have a browser already
        faults = pool.submit(axe.look, address, pages, 360, "dark", "screen").result()
    counts = Counter(kind for kind, _ in faults)
    assert {kind: counts[kind] for kind in ("wcag", "opzij", "buiten", "console", "cookies")} == {
        "wcag": 1, "opzij": 1, "buiten": 1, "console": 1, "cookies": 0,
    }  # fmt: skip
    assert next(text for kind, text in faults if kind == "wcag").startswith(
        "over/privacy/stuk.html (360, dark, screen): label: <input>"
    )
