"""Facts about the built site that a reader would notice."""

from __future__ import annotations

import gzip
import json
import re
import statistics
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.model import PAGE_KINDS, Toolbox
from macros.model.relations import Relations
from macros.model.urls import page_address, record_address
from macros.reading.settings.site_settings import part_names, read_settings
from tests.conftest import EDIT, ROOT
from tests.helpers.built_pages import Page, read_pages
from tests.helpers.reach import measure, opened


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return read_pages(site)


def test_every_record_and_every_page_is_built(pages: dict[str, Page], real: Toolbox) -> None:
    for kind in PAGE_KINDS:
        built = {address for address in pages if address.startswith(f"{kind}/")}
        assert built == {f"{kind}/{id}" for id in real.records[kind]}
    sources = {
        page_address(path.relative_to(ROOT / "docs").as_posix())
        for path in (ROOT / "docs").rglob("*.md")
    }
    assert set(pages) == sources


def test_titles_are_unique_and_every_page_has_a_description(pages: dict[str, Page]) -> None:
    assert [
        title
        for title, count in Counter(page.title for page in pages.values()).items()
        if count > 1
    ] == []
    assert [address for address, page in pages.items() if len(page.description) < 10] == []


def test_every_page_is_reached_from_home_in_three_clicks(pages: dict[str, Page]) -> None:
    reached, clicks = {""}, 0
    while clicks < 3:
        reached |= {
            target for address in reached for target in pages[address].links if target in pages
        }
        clicks += 1
    assert set(pages) - reached == set()


def test_every_relation_is_shown_at_both_ends(pages: dict[str, Page], real: Toolbox) -> None:
    def place(kind: str, id: str) -> str:
        return record_address(kind, id).partition("#")[0].rstrip("/")

    missing = []
    for relation in Relations(real).all:
        here, there = place(relation.kind, relation.id), place(relation.to_kind, relation.to_id)
        # A conditie has so many instruments that its page leads to them in the catalogue.
        listed = "instrumenten" if relation.to_kind == "condities" else here
        missing += [(here, there)] if there not in pages[here].article_links else []
        missing += [(there, here)] if not {here, listed} & pages[there].article_links else []
    assert missing == []


def test_every_statement_of_the_sources_stands_on_its_home_page(
    pages: dict[str, Page], real: Toolbox
) -> None:
    def words(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.lower()))

    points = [point for record in real.records["bronpunten"].values() for point in record.punten]  # type: ignore[attr-defined]
    assert points
    assert [
        point.id for point in points if words(point.tekst) not in words(pages[point.adres].text)
    ] == []


def test_the_words_of_a_record_stand_on_its_page(pages: dict[str, Page], real: Toolbox) -> None:
    for kind in PAGE_KINDS:
        for id, record in real.records[kind].items():
            text = " ".join(pages[f"{kind}/{id}"].text.replace("\u00ad", "").split())
            assert record.titel in text
            assert record.kort in text


def test_no_template_is_left_unrendered(pages: dict[str, Page]) -> None:
    assert [
        address for address, page in pages.items() if "{{" in page.text or "{%" in page.text
    ] == []


def test_the_home_page_has_three_doors_the_startset_and_the_map(
    pages: dict[str, Page], real: Toolbox
) -> None:
    home = pages[""]
    startset = {
        f"instrumenten/{id}"
        for id, record in real.records["instrumenten"].items()
        if getattr(record, "startset", False)
    }
    assert startset
    assert (
        startset
        | {f"condities/{id}" for id in real.records["condities"]}
        | {"instrumenten", "situaties", "beginnen"}
        <= home.article_links
    )


def test_the_header_has_its_tabs(site: Path) -> None:
    html = (site / "over/privacy/index.html").read_text("utf-8")
    tabs = re.search(r'<nav class="tabs".*?</nav>', html, re.DOTALL)
    assert tabs is not None
    assert re.findall(r">([^<]+)</a>", tabs[0]) == [
        "Instrumenten",
        "Situaties",
        "Fasen",
        "Modellen",
        "Metingen",
        "Checklists",
        "Draaiboeken",
        "Leren",
    ]


def test_records_stay_out_of_the_menu_so_pages_do_not_grow(site: Path) -> None:
    html = (site / "instrumenten/keetgesprek/index.html").read_text("utf-8")
    assert "terugblik" not in menu_of(html)


def menu_of(html: str) -> str:
    """The side menu of a page."""
    menu = re.search(r'<nav class="md-nav md-nav--primary".*?</nav>', html, re.DOTALL)
    assert menu is not None
    return menu[0]


def test_the_menu_unfolds_the_section_of_the_page_alone(site: Path) -> None:
    inside, outside = (
        menu_of((site / page / "index.html").read_text("utf-8"))
        for page in ("over/privacy", "rollen")
    )
    assert '<a href="./" aria-current="page">Privacy</a>' in inside
    assert "Privacy" not in outside
    assert "stijl/" not in inside
    for menu, group in ((inside, "Over de kist"), (outside, "Leren en naslag")):
        assert re.findall(r"<details open><summary>([^<]+)<", menu) == [group]


def test_every_part_is_called_by_its_name_in_nav(site: Path) -> None:
    """In tabs, menu, footer and doors, in the head of a record and in the search."""
    names = part_names(read_settings(ROOT))
    said: list[tuple[str, str]] = []
    for page in ("", "rollen/trekker"):
        html = (site / page / "index.html").read_text("utf-8")
        html = re.sub(r"</h1>.*</article>", "", html, flags=re.DOTALL) if page else html
        for href, text in re.findall(
            r'<a href="([^"#]+)"(?: aria-current="\w+")?>([^<]+)</a>', html
        ):
            said.append((urljoin(f"/{page}/", href).strip("/"), text))
    assert {"situaties", "rollen", "drukwerk", "leren"} <= {address for address, _ in said}
    script = (ROOT / "docs/assets/js/zoeken/zoeken.js").read_text("utf-8")
    doors = re.findall(r'\["([\w-]+)/", "([^"]+)"\]', script)
    assert doors
    assert {
        (address, text) for address, text in (*said, *doors) if text != names.get(address, text)
    } == set()


def test_a_heading_is_its_words_and_no_stop_for_the_keyboard(site: Path) -> None:
    """The contents beside the page have the addresses of its headings."""
    sign = re.compile(r"<h\d[^>]*>[^\n]*(?:¶|&para;)")
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    assert [path for path, html in pages.items() if sign.search(html)] == []
    assert 'href="#partijen-en-mensen"' in pages[site / "scans" / "index.html"]


def test_a_fault_says_what_to_do_in_a_whole_sentence_without_blame(site: Path) -> None:
    said = {
        text
        for path in site.rglob("*.html")
        for text in re.findall(r' data-(?:fout|eis)="([^"]+)"', path.read_text("utf-8"))
    }
    assert "Schrijf op wat jullie gaan doen." in said
    blame = re.compile(r"[^.]$|\b(?:verplicht|ongeldig|onjuist|verkeerd|mag niet)\b", re.IGNORECASE)
    assert [text for text in sorted(said) if blame.search(text)] == []


def test_a_lost_reader_is_answered_in_dutch(site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    assert "Deze pagina is er niet" in html
    assert 'href="/situaties/"' in html
    assert '<html lang="nl"' in html
    (list_of_pages,) = re.findall(r'data-wegwijzer="/([^"]+)"', html)
    assert json.loads((site / list_of_pages).read_text("utf-8"))["situaties/"] == "Situaties"


def test_no_page_carries_more_script_than_it_may(site: Path) -> None:
    """All that we wrote and a page loads by itself, compressed, also what comes a little later.

    At most 20 kB of script, and 4 kB of style for what is interactive.
    """

    def weight(names: set[str]) -> int:
        return sum(
            len(gzip.compress((site / "assets" / name).read_bytes(), 9, mtime=0)) for name in names
        )

    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        tag = r'<script[^>]* src="[^"]*"[^>]*>'
        names = re.findall(r"assets/(js/[\w./-]+\.js)", "".join(re.findall(tag, html)))
        assert weight(set(names)) <= 20_000, path
        assert not re.search(r"<script[^>]*(lean-qr|meenemen)", html), path
    assert weight({f"css/{name}.css" for name in ("meten", "afvinken")}) <= 4_000


def test_the_page_of_an_instrument_is_light(site: Path) -> None:
    """A sheet with its background, its fields to type in, its files and the way to other pages.

    The middle one, for lists may grow. The fields take 2 kB: without a script they are not seen.
    """
    pages = [path.read_bytes() for path in (site / "instrumenten").glob("*/index.html")]
    assert statistics.median(len(gzip.compress(page, 9, mtime=0)) for page in pages) <= 9_000
    assert statistics.median(len(re.findall(rb"<[a-z]", page)) for page in pages) <= 520


@pytest.mark.parametrize(
    ("page", "own"),
    [("scans/vertrouwensmeting", ["meting"]), ("verbeteragenda", ["agenda"]), ("over/privacy", [])],
)
def test_a_page_fetches_the_scripts_of_its_component_as_one(
    site: Path, page: str, own: list[str]
) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    (fetched,) = re.findall(r'assets/js/page\.js"[^>]* data-straks="([^"]*)"', html)
    scripts = [address.rpartition("/")[2] for address in fetched.split()]
    assert [name.partition(".")[0] for name in scripts] == ["kist-aantal", *own]
    assert all(
        "Gk.store" in (site / "assets/js" / name).read_text("utf-8") for name in scripts
    )  # the storage is in it


def test_a_page_says_what_is_led_when_it_has_a_way_to_lead(site: Path) -> None:
    """Whatever cards stand on it."""
    for path in site.rglob("*.html"):
        html = unescape(path.read_text("utf-8"))
        ways = re.findall(r"<a [^>]*leiden/#(?:blad|keet|klaar)=[^>]*>", html)
        assert [way for way in ways if " data-gk-leid" not in way] == [], path
        fetched = re.findall(r"assets/(js/[\w.-]+\.js)", html)
        says = ["[data-gk-leid]" in (site / "assets" / name).read_text("utf-8") for name in fetched]
        assert sum(says) == (" data-gk-leid" in html), path


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.css"):
        if "assets/css" in path.as_posix():
            assert not re.search(r"url\(['\"]?(https?:)?//", path.read_text("utf-8")), path.name
    assert not list(site.rglob("*.map"))


def test_every_pencil_opens_a_file_that_exists(site: Path) -> None:
    """A page without a record opens its own file; the rest opens the records that it shows."""
    opens: dict[str, set[str]] = {}
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        if '<meta http-equiv="refresh"' not in html:
            opens[path.parent.relative_to(site).as_posix()] = opened(html, EDIT)[1]
    assert [page for page, files in opens.items() if not files] == []
    assert {
        file for files in opens.values() for file in files if not (ROOT / file).is_file()
    } == set()


@pytest.mark.long
def test_nearly_all_words_of_a_page_are_reached_by_its_pencils(site: Path) -> None:
    reach = measure(site, ROOT, EDIT)
    assert {kind: reach.share(kind) for kind in reach.words if reach.share(kind) < 0.95} == {}


def test_every_page_says_where_a_fault_is_reported(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        if '<meta http-equiv="refresh"' in html:
            continue
        door = re.search(r'href="([^"]*)">Klopt hier iets niet\?</a>', html)
        assert door, path
        assert door[1].startswith("/meeschrijven/" if path.name == "404.html" else "mailto:"), path
