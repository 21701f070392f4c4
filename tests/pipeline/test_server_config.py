"""Every host is told the same in its own words: headers, how long to keep, and what moved."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.security_headers import csp, headers, read_pins
from scripts.pipeline.server_config import (
    CACHE,
    CHARSET,
    FOREVER,
    HASHED,
    Place,
    all_moved,
    caddy,
    hashed_files,
    netlify_headers,
    netlify_redirects,
    nginx,
    prepare_for,
)
from tests.conftest import ROOT

MOVED = {"/fasen/oud/": "/fasen/nieuw/"}
SITE = Place(Path("/web/live/site"))
BELOW = Place(Path("/web/live/site"), "/kist/")
FILES = (
    "rollen/nieuw/nieuw.pdf",
    "rollen/nieuw/nieuw-invulblad.pdf",
    "data/rollen/nieuw.json",
    "assets/css/stijl.0123abcd.css",
    "assets/js/page.js",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a built site, of which a record got another name."""
    (tmp_path / "redirects.yml").write_text("/rollen/oud/: /rollen/nieuw/\n/weg/: /\n")
    (tmp_path / "csp-hashes.txt").touch()
    for name in FILES:
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    (tmp_path / "site/index.html").write_text(f"<html><head>{CHARSET}</head></html>")
    return tmp_path


@pytest.fixture
def built(project: Path) -> BuiltSite:
    """The site of that project."""
    return BuiltSite(project / "site")


def test_every_host_sends_the_same_headers() -> None:
    wanted = headers(ROOT)
    assert all(not re.search(r'["\\\n$]', value) for value in wanted.values())
    lines = re.findall(r'^add_header (\S+) "?(.*?)"? always;$', nginx(wanted, {}, SITE), re.M)
    assert dict(lines) == wanted | {CACHE: "$kist_cache"}
    del wanted[CACHE]
    text = caddy(headers(ROOT), {}, SITE)
    twice = [*wanted.items()] * 2  # also with a 404
    assert re.findall(r'^\t([A-Z]\S+) "(.*)"$', text, re.MULTILINE) == twice
    first, *lines = netlify_headers(wanted).splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == wanted


def test_a_file_with_a_hash_in_its_name_is_kept_for_good_and_nothing_else(site: Path) -> None:
    fields, hashed = headers(ROOT), hashed_files(site)
    assert {name.partition(".")[0] for name in hashed} >= {"assets/css/stijl", "assets/js/meting"}
    assert not [name for name in hashed if not re.fullmatch(r"assets/\w+/[\w-]+\.\w{8}\.\w+", name)]
    assert f'if ($uri ~ "^/.*{HASHED}") {{ set $kist_cache "{FOREVER}"; }}' in nginx(
        fields, {}, SITE
    )
    assert f'header @hashed Cache-Control "{FOREVER}"' in caddy(fields, {}, SITE)
    for name in hashed:
        assert f"/{name}\n  {CACHE}: {FOREVER}\n" in netlify_headers(fields, hashed)
    assert netlify_headers(fields, hashed).count(CACHE) == len(hashed)


def test_every_host_gets_the_redirects() -> None:
    fields = headers(ROOT)
    assert (
        "\nlocation = /fasen/oud/ { absolute_redirect off; return 301 /fasen/nieuw/; }\n"
        in nginx(fields, MOVED, SITE)
    )
    assert "\nredir /fasen/oud/ /fasen/nieuw/ permanent\n" in caddy(fields, MOVED, SITE)
    assert netlify_redirects(MOVED) == "/fasen/oud/ /fasen/nieuw/ 301\n"


def test_below_a_path_the_rules_are_for_that_path_alone() -> None:
    fields, moved = headers(ROOT), BELOW.moved(MOVED)
    text = nginx(fields, moved, BELOW)
    before, _, inside = text.partition("location ^~ /kist/ {")
    assert 'alias "/web/live/site/";' in inside
    assert "error_page 404 /kist/404.html;" in inside
    assert "add_header" not in before
    assert "root " not in text
    assert (
        "location = /kist/fasen/oud/ { absolute_redirect off; return 301 /kist/fasen/nieuw/; }"
        in before
    )
    assert "location = /kist { absolute_redirect off; return 301 /kist/; }" in before
    assert text.count("{") == text.count("}")
    other = nginx(fields, {}, Place(Path("/b"), "/kist-b/"))
    variables = {re.search(r"set (\S+)", rules)[1] for rules in (text, other)}  # type: ignore[index]
    assert len(variables) == 2
    rules = caddy(fields, moved, BELOW)
    assert "\nhandle_path /kist/* {\n" in rules
    assert "redir /kist/fasen/oud/ /kist/fasen/nieuw/ permanent" in rules
    assert "path /kist/*" in rules.partition("handle_errors")[2]
    assert netlify_redirects(MOVED, "/kist/").splitlines() == [
        "/fasen/oud/ /kist/fasen/nieuw/ 301",
        "/kist/fasen/oud/ /kist/fasen/nieuw/ 301",
    ]


def test_the_pdfs_and_data_of_a_renamed_record_move_along(project: Path) -> None:
    assert all_moved(project, project / "site") == {
        "/rollen/oud/": "/rollen/nieuw/",
        "/weg/": "/",
        "/rollen/oud/oud.pdf": "/rollen/nieuw/nieuw.pdf",
        "/rollen/oud/oud-invulblad.pdf": "/rollen/nieuw/nieuw-invulblad.pdf",
        "/rollen/oud/oud-met-invulkant.pdf": "/rollen/nieuw/",
        "/rollen/oud/oud-wand.pdf": "/rollen/nieuw/",
        "/rollen/oud/oud-voorbeeld.pdf": "/rollen/nieuw/",
        "/data/rollen/oud.json": "/data/rollen/nieuw.json",
    }


def test_a_pdf_without_a_successor_leads_to_the_new_page(project: Path) -> None:
    (project / "redirects.yml").write_text("/rollen/oud/: /rollen/#groep\n")
    assert all_moved(project, project / "site") == {
        "/rollen/oud/": "/rollen/#groep",
        "/rollen/oud/oud.pdf": "/rollen/#groep",
        "/rollen/oud/oud-invulblad.pdf": "/rollen/#groep",
        "/rollen/oud/oud-met-invulkant.pdf": "/rollen/#groep",
        "/rollen/oud/oud-wand.pdf": "/rollen/#groep",
        "/rollen/oud/oud-voorbeeld.pdf": "/rollen/#groep",
    }


def test_a_host_without_redirects_has_the_files_at_their_old_address_too(
    project: Path, built: BuiltSite
) -> None:
    assert prepare_for("pages", built, project) == []
    site = project / "site"
    assert (site / "rollen/oud/oud.pdf").read_text() == FILES[0]
    assert (site / "rollen/oud/oud-invulblad.pdf").read_text() == FILES[1]
    assert (site / "data/rollen/oud.json").read_text() == FILES[2]


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
