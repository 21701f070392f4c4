"""The audit finds what is wrong on a page, and nothing on a sound one."""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.lab.axe import look
from scripts.lab.static_server import serve

PLANTED = (
    '<p><input></p><img src="http://127.0.0.2:9/x.png" alt=""><table class="breed"><tr><td>'
    + "x" * 500
    + "</td></tr></table></article>"
)


def test_planted_faults_are_found_and_a_sound_page_has_none(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.pdf", "data"))
    page = copy / "over/privacy/index.html"
    (page.parent / "stuk.html").write_text(
        page.read_text("utf-8").replace("</article>", PLANTED), "utf-8"
    )
    pages = ["over/privacy/index.html", "over/privacy/stuk.html"]
    with (
        serve(copy) as address,
        ThreadPoolExecutor(1) as pool,
    ):  # this thread may have a browser already
        faults = pool.submit(look, address, pages, 360, "dark", "screen").result()
    counts = Counter(kind for kind, _ in faults)
    assert {kind: counts[kind] for kind in ("wcag", "opzij", "buiten", "console", "cookies")} == {
        "wcag": 1, "opzij": 1, "buiten": 1, "console": 1, "cookies": 0,
    }  # fmt: skip
    assert next(text for kind, text in faults if kind == "wcag").startswith(
        "over/privacy/stuk.html (360, dark, screen): label: <input>"
    )
