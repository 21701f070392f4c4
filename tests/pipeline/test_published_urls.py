"""What was published stays, or says where it went; and every host is told in its own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.reading.yaml import TWO_VERSIONS
from scripts import links
from scripts.lab.static_server import serve
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.published_urls import (
    addresses,
    check_anchors,
    check_lock,
    check_pages,
    check_release_before,
    list_of_release,
    locked,
    update,
)
from scripts.pipeline.security_headers import read_pins, sha256
from scripts.pipeline.server_config import CHARSET, add_redirects
from tests.conftest import ROOT

FORM = "schrijf het als '/oud/: /nieuw/', met een / aan het begin en aan het eind"


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


def test_a_page_with_a_wrong_name_is_not_also_gone(project: Path) -> None:
    """The message about its name is the cure; a redirect would be a second, wrong one."""
    (project / "links.lock").write_text("/fasen/nieuw/\n")
    (project / "docs/fasen/nieuw.md").rename(project / "docs/fasen/Ni euw.md")
    assert said(project) == []


def test_a_record_without_its_page_is_not_also_gone(project: Path) -> None:
    (project / "links.lock").write_text("/fasen/oud/\n")
    (project / "toolbox/fasen").mkdir(parents=True)
    (project / "toolbox/fasen/oud.yml").write_text("titel: Oud\n")
    assert said(project) == []


def test_no_page_and_no_heading_of_this_site_has_disappeared(site: Path) -> None:
    assert [*check_pages(ROOT), *check_anchors(BuiltSite(site), ROOT)] == []
    assert check_lock(ROOT) == []
    assert locked(ROOT)


CONFLICT = "<<<<<<< HEAD\n/fasen/vers/\n=======\n/fasen/ander/\n>>>>>>> tak\n"
CURE = "draai python3 scripts/kist.py links update, dan maak ik de lijst weer goed"


@pytest.mark.parametrize(
    ("bad", "said_of_it"),
    [
        (b"Hier kwam ik langs", "Hier kwam ik langs"),
        (b"https://elders.nl/x/", "https://elders.nl/x/"),
        (b"/fasen/\xe9/", "/fasen/\ufffd/"),
        (b"/Fasen/Oud", "/Fasen/Oud"),
    ],
)
def test_a_line_that_is_no_address_is_named_and_mended(
    project: Path, built: BuiltSite, bad: bytes, said_of_it: str
) -> None:
    """It stops nothing else: what is gone is still found."""
    lock = project / "links.lock"
    lock.write_bytes(lock.read_bytes().replace(b"/\n", b"/\n" + bad + b"\n", 1))
    assert [str(problem) for problem in check_lock(project)] == [
        f"links.lock:2: '{said_of_it}' is geen adres; {CURE}"
    ]
    assert said(project)[0].startswith("links.lock:5: /fasen/oud/ is verdwenen")
    update(built, project)
    assert check_lock(project) == []
    assert "/fasen/oud/#weg" in locked(project)


def test_both_sides_of_an_unfinished_merge_are_kept(project: Path, built: BuiltSite) -> None:
    with (project / "links.lock").open("a") as lock:
        lock.write(CONFLICT)
    assert [problem.text for problem in check_lock(project)] == [TWO_VERSIONS]
    update(built, project)
    assert {"/fasen/vers/", "/fasen/ander/"} <= {*locked(project)}


def test_what_is_live_may_not_disappear_though_nobody_committed_the_lock(
    project: Path, built: BuiltSite
) -> None:
    (project / "links.lock").unlink()
    before = ["/", "/fasen/nieuw/#kop", "/fasen/nieuw/#weg", "/fasen/oud/", "/fasen/oud/#a"]
    assert [str(problem) for problem in check_release_before(built, project, before)] == [
        "links.lock:1: /fasen/nieuw/#weg staat nu live en is verdwenen; zet {#weg} achter de kop "
        'die ervoor kwam, of <span id="weg"></span> in de tekst',
        *(
            f"links.lock:1: {address} staat nu live en is verdwenen; zet in redirects.yml "
            "waar de lezer heen moet, zoals '/fasen/oud/: /fasen/nieuw/'"
            for address in ("/fasen/oud/", "/fasen/oud/#a")
        ),
    ]
    (project / "redirects.yml").write_text("/fasen/oud/: /fasen/nieuw/\n")
    assert check_release_before(built, project, ["/fasen/oud/", "/fasen/oud/#a"]) == []


def test_the_list_of_a_release_is_read_from_a_folder_and_from_an_address(project: Path) -> None:
    lines = (project / "links.lock").read_text().splitlines()
    assert list_of_release(str(project)) == lines
    with serve(project) as address:
        assert list_of_release(address) == lines
        assert list_of_release(f"{address}/nergens") is None
    assert list_of_release(address) is None
    assert list_of_release(str(project / "docs")) is None


def test_new_pages_and_an_absent_list_are_no_problem(
    project: Path,
    built: BuiltSite,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project / "links.lock").unlink()
    monkeypatch.setattr(links, "ROOT", project)
    assert links.compare(built, "check", str(project / "docs")) == 0
    said_of_it = capsys.readouterr().out
    assert "tip: 6 adressen zijn nieuw; het publiceren zet ze in links.lock" in said_of_it
    assert "heeft nog geen links.lock" in said_of_it


def test_a_site_to_publish_gets_the_list_of_all_that_ever_was(
    project: Path, built: BuiltSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "redirects.yml").write_text("/fasen/oud/: /fasen/nieuw/\n/ouder/: /\n")
    (project / "before").mkdir()
    (project / "before/links.lock").write_text("/ouder/\n")
    monkeypatch.setattr(links, "ROOT", project)
    place, site = str(project / "before"), project / "site"
    assert links.compare(built, "update", place, site) == 0
    assert {"/", "/ouder/", "/fasen/oud/#weg", "/fasen/nieuw/#s1"} <= {*locked(site)}


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


def test_no_page_holds_a_script_of_its_own(site: Path) -> None:
    inline = [
        page
        for page in site.rglob("*.html")
        if re.search(r"<script(?![^>]* src=)", page.read_text("utf-8"))
    ]
    assert inline == []
    assert read_pins(ROOT) == frozenset()
