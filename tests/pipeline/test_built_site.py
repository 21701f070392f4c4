"""The pages of a built site are read once and written once, however many steps change them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scripts.pipeline.assets import assets_in_use
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.check_html import check_site
from scripts.pipeline.offline import needed
from scripts.pipeline.published_urls import addresses, check_anchors
from scripts.pipeline.server_config import CHARSET, put_policy_in_pages
from scripts.pipeline.theme_fixes import fix_theme

PAGE = f"<html><head>{CHARSET}</head><article><h2 id='x'>é</h2></article></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("site/404.html", "site/a/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    (tmp_path / "csp-hashes.txt").touch()
    return tmp_path


def test_no_page_is_read_twice_and_none_is_written_before_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: Counter[str] = Counter()
    read_bytes, read_text = Path.read_bytes, Path.read_text

    def count(path: Path) -> None:
        reads[path.relative_to(folder).as_posix()] += path.suffix == ".html"

    def count_bytes(path: Path) -> bytes:
        count(path)
        return read_bytes(path)

    def count_text(path: Path, encoding: str | None = None) -> str:
        count(path)
        return read_text(path, encoding)

    monkeypatch.setattr(Path, "read_bytes", count_bytes)
    monkeypatch.setattr(Path, "read_text", count_text)
    site = BuiltSite(folder / "site")
    check_site(site, folder)
    check_anchors(site, folder)
    addresses(site)
    fix_theme(site)
    put_policy_in_pages(site, "default-src 'none'")
    assets_in_use(site)
    needed(site)
    site.pages["oud/index.html"] = "verhuisd"
    monkeypatch.undo()
    assert {name: count for name, count in reads.items() if count} == {
        "site/404.html": 1,
        "site/a/index.html": 1,
    }
    assert (folder / "site/a/index.html").read_text("utf-8") == PAGE
    site.write()
    assert "default-src" in (folder / "site/a/index.html").read_text("utf-8")
    assert (folder / "site/oud/index.html").read_text("utf-8") == "verhuisd"
