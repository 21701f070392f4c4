"""What was published stays, or says where it went; and every host is told in its own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.reading.yaml import NO_UTF8, TWO_VERSIONS
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.published_urls import (
    addresses,
    check_anchors,
    check_new,
    check_pages,
    locked,
    update,
)
from scripts.pipeline.security_headers import csp, headers, read_pins, sha256
from scripts.pipeline.server_config import (
    CHARSET,
    add_redirects,
    caddy,
    netlify_headers,
    netlify_redirects,
    nginx,
    prepare_for,
)
from tests.conftest import ROOT

FORM = "schrijf het als '/oud/: /nieuw/', met een / aan het begin en aan het eind"
MOVED = {"/fasen/oud/": "/fasen/nieuw/"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two pages, once published with a third one and with headings."""
    (tmp_path / "docs/fasen").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Thuis\n")
    (tmp_path / "docs/fasen/nieuw.md").write_text("# Nieuw\n")
    (tmp_path / "links.lock").write_text(
        "/\n/fasen/nieuw/\n/fasen/nieuw/#kop\n/fasen/oud/\n/fasen/oud/#weg\n"
    )
    (tmp_path / "csp-hashes.txt").write_text(sha256("var a"))
    return tmp_path


@pytest.fixture
def built(project: Path) -> BuiltSite:
    """The same two pages as a reader gets them."""
    article = (
        '<article><h1 id="een">Nieuw</h1><h2 id="kop">Kop</h2><input id="veld">'
        '<article><li id="s1"></li></article></article>'
    )
    for name in ("index.html", "fasen/nieuw/index.html"):
        (project / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / name).write_text(
            f'<html><head>{CHARSET}</head><nav id="menu"></nav>{article}</html>'
        )
    return BuiltSite(project / "site")


def said(root: Path) -> list[str]:
    return [str(problem) for problem in check_pages(root)]


def test_no_page_and_no_heading_of_this_site_has_disappeared(site: Path) -> None:
    assert [*check_pages(ROOT), *check_anchors(BuiltSite(site), ROOT)] == []
    assert len(locked(ROOT)) > 1000


def test_every_page_of_this_site_is_locked(site: Path) -> None:
    assert [str(problem) for problem in check_new(ROOT)] == []
    assert {address for address in addresses(BuiltSite(site)) if "#" not in address} <= {
        *locked(ROOT)
    }, "draai python3 scripts/kist.py links update"


def test_a_page_that_is_not_locked_is_named_with_the_cure(project: Path) -> None:
    (project / "docs/fasen/vers.md").write_text("# Vers\n")
    (problem,) = check_new(project)
    cure = "draai python3 scripts/kist.py links update en stuur links.lock mee"
    assert (
        str(problem) == f"docs/fasen/vers.md:1: /fasen/vers/ staat nog niet in links.lock; {cure}"
    )


def test_a_lock_that_is_no_text_is_named_with_its_line(project: Path) -> None:
    (project / "links.lock").write_bytes(b"/\n/fasen/\xe9/\n")
    assert said(project) == [f"links.lock:2: {NO_UTF8}"]


@pytest.mark.parametrize("line", ["geen adres", "<a>", "fasen/nieuw/", "", "/Fasen Nieuw/"])
def test_a_line_of_the_lock_that_is_no_address_is_one_problem(
    project: Path, built: BuiltSite, line: str
) -> None:
    (project / "links.lock").write_text(f"/\n/fasen/nieuw/\n{line}\n/fasen/oud/\n")
    (problem,) = said(project)
    assert problem.startswith("links.lock:3: dit is geen adres")
    assert check_anchors(built, project) == []


def test_two_versions_of_the_lock_are_named_once(project: Path, built: BuiltSite) -> None:
    (project / "links.lock").write_text("/\n<<<<<<< HEAD\n/a/\n=======\n/b/\n>>>>>>> voorstel\n")
    assert said(project) == [f"links.lock:2: {TWO_VERSIONS}"]
    assert check_anchors(built, project) == []


def test_a_page_that_disappeared_is_named_with_a_proposal(project: Path) -> None:
    assert said(project) == [
        "links.lock:4: /fasen/oud/ is verdwenen; zet in redirects.yml waar de lezer heen moet, "
        "zoals '/fasen/oud/: /fasen/nieuw/'"
    ]


def test_a_redirect_answers_for_a_page_and_its_headings(project: Path, built: BuiltSite) -> None:
    (project / "redirects.yml").write_text("/fasen/oud/: /fasen/nieuw/#kop\n")
    assert [*check_pages(project), *check_anchors(built, project)] == []


def test_a_heading_that_disappeared_is_named_with_a_proposal(
    project: Path, built: BuiltSite
) -> None:
    name = "fasen/nieuw/index.html"
    built.pages[name] = built.pages[name].replace('id="kop"', 'id="kopje"')
    assert [str(problem) for problem in check_anchors(built, project)] == [
        "docs/fasen/nieuw.md:1: de plek #kop is weg, en anderen verwijzen ernaar; zet {#kop}"
        ' achter de kop die ervoor kwam, of <span id="kop"></span> in de tekst'
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("/fasen/oud/: /fasen/niew/", "/fasen/niew/ is geen pagina; bedoel je '/fasen/nieuw/'?"),
        ("/fasen/nieuw/: /", "/fasen/nieuw/ bestaat nog; haal deze regel weg"),
        ("fasen/oud: /", f"fasen/oud: {FORM}"),
        ("/fasen/oud/: https://elders.nl/", f"/fasen/oud/: {FORM}"),
        (
            "'/oud/ { return 200; } /': /",
            f"/oud/ {{ return 200; }} /: {FORM}",
        ),
    ],
)
def test_a_redirect_that_cannot_work_is_named_with_its_line(
    project: Path, line: str, fault: str
) -> None:
    (project / "redirects.yml").write_text(f"# Waar pagina's heen gingen\n{line}\n")
    assert f"redirects.yml:2: {fault}" in said(project)


def test_only_places_that_a_reader_links_to_are_locked(project: Path, built: BuiltSite) -> None:
    assert addresses(built) == {
        "/",
        "/#kop",
        "/#s1",
        "/fasen/nieuw/",
        "/fasen/nieuw/#kop",
        "/fasen/nieuw/#s1",
    }
    assert update(built, project) == 3
    assert locked(project) == sorted({*addresses(built), "/fasen/oud/", "/fasen/oud/#weg"})


def test_a_moved_page_leaves_a_page_that_any_policy_lets_through(
    project: Path, built: BuiltSite
) -> None:
    (project / "redirects.yml").write_text("/fasen/oud/: /fasen/nieuw/#kop\n")
    add_redirects(built, project)
    page = built.pages["fasen/oud/index.html"]
    assert re.findall(r'(?:href|url)=["]?([^">]+)', page) == ["../../fasen/nieuw/#kop"] * 2
    assert not re.search(r"<script|<style|style=|https?:", page)
    assert '<html lang="nl">' in page
    assert "/fasen/oud/" not in addresses(built)


def test_every_host_sends_the_same_headers() -> None:
    wanted = headers(ROOT)
    assert all(not re.search(r'["\\\n$]', value) for value in wanted.values())
    site = Path("web/live/site")
    assert (
        dict(
            re.findall(r'^add_header (\S+) "(.*)" always;$', nginx(wanted, {}, site), re.MULTILINE)
        )
        == wanted
    )
    assert (
        re.findall(r'^\t([A-Z]\S+) "(.*)"$', caddy(wanted, {}, site), re.MULTILINE)
        == [*wanted.items()] * 2
    )  # also with a 404
    first, *lines = netlify_headers(wanted).splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == wanted


def test_every_host_gets_the_redirects() -> None:
    site = Path("web/live/site")
    assert "\nlocation = /fasen/oud/ { return 301 /fasen/nieuw/; }\n" in nginx({}, MOVED, site)
    assert "\nredir /fasen/oud/ /fasen/nieuw/ permanent\n" in caddy({}, MOVED, site)
    assert netlify_redirects(MOVED) == "/fasen/oud/ /fasen/nieuw/ 301\n"


def test_a_host_that_sends_no_headers_gets_the_policy_in_the_pages(
    project: Path, built: BuiltSite
) -> None:
    assert prepare_for("pages", built, project) == []
    tag = (
        f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{csp(read_pins(project))}">'
    )
    assert all(tag in page for page in built.pages.values())
    assert "frame-ancestors" not in csp(read_pins(project))


def test_a_page_without_room_for_the_policy_is_a_fault(project: Path, built: BuiltSite) -> None:
    built.pages["index.html"] = "<html></html>"
    assert [problem.path for problem in prepare_for("pages", built, project)] == ["index.html"]


def test_no_page_holds_a_script_of_its_own(site: Path) -> None:
    inline = [
        page
        for page in site.rglob("*.html")
        if re.search(r"<script(?![^>]* src=)", page.read_text("utf-8"))
    ]
    assert inline == []
    assert read_pins(ROOT) == frozenset()
