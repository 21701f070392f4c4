"""What readers see changes whole or not at all, and can be turned back."""

from __future__ import annotations

import gzip
import os
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import Toolbox
from scripts import publish
from scripts.lab.static_server import serve
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.published_urls import list_of_release, locked
from scripts.pipeline.release import KEEP, REQUIRED, go_back, live_number, put_live, releases
from tests.helpers.project import LONGEST, Call

PAGES = 20
Make = Callable[..., Path]


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """The folder of a web server."""
    return tmp_path / "web"


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a small finished site that says the same word on every page."""

    def made(word: str, pages: int = PAGES) -> Path:
        site = tmp_path / f"site-{word}"
        names = [*REQUIRED, *(f"p{number}/index.html" for number in range(2, pages))]
        for name in names:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(word)
        return site

    return made


def live(web: Path) -> str:
    return (web / "live/site/index.html").read_text()


def test_a_release_keeps_the_list_of_all_addresses_before_it(
    web: Path, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also when the project is a checkout of which nobody commits the lock."""
    monkeypatch.setattr(publish, "ROOT", tmp_path)
    site = BuiltSite(make("een", pages=3))
    assert site.pages  # read before the folder is moved
    put_live(site.folder, web)
    publish.keep_addresses(site, ["/ooit/"], web)
    assert list_of_release(str(web / "live")) == ["/", "/ooit/", "/p2/"]
    assert locked(tmp_path) == ["/", "/p2/"]


def test_a_release_goes_live_compressed_and_with_the_rules_for_the_server(
    web: Path, make: Make
) -> None:
    assert put_live(make("een"), web) == []
    assert live(web) == "een"
    assert (web / "live").is_symlink()
    assert (
        gzip.decompress((web / "live/site/index.html.gz").read_bytes())
        == (web / "live/site/index.html").read_bytes()
    )
    assert f'root "{web}/live/site"' in (web / "live/server/nginx.conf").read_text()
    assert f'root * "{web}/live/site"' in (web / "live/server/Caddyfile").read_text()


def test_back_and_then_forward_forgets_what_was_left(web: Path, make: Make) -> None:
    for word in ("een", "twee", "fout"):
        put_live(make(word), web)
    assert go_back(web) == []
    assert live(web) == "twee"
    put_live(make("drie"), web)
    assert live(web) == "drie"
    assert releases(web) == [1, 2, 4]
    go_back(web)
    assert live(web) == "twee"


def test_the_server_must_read_its_rules_again_when_they_differ_also_on_the_way_back(
    web: Path, make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    put_live(make("een"), web)
    put_live(make("twee"), web)
    go_back(web)
    assert "nginx -s reload" not in capsys.readouterr().out
    put_live(make("drie"), web)
    (web / "live/server/nginx.conf").write_text("location = /oud/ { return 301 /nieuw/; }")
    go_back(web)
    assert "laat hem die opnieuw lezen (nginx -s reload of caddy reload)" in capsys.readouterr().out


def test_a_file_that_did_not_change_keeps_its_time(web: Path, make: Make) -> None:
    put_live(make("een"), web)
    for name in ("p2/index.html", "p2/index.html.gz", "p3/index.html"):
        os.utime(web / "live/site" / name, (1, 1))
    site = make("een")
    (site / "p3/index.html").write_text("een ander")
    put_live(site, web)
    assert (web / "live/site/p2/index.html").stat().st_mtime == 1
    assert (web / "live/site/p2/index.html.gz").stat().st_mtime == 1
    assert (web / "live/site/p3/index.html").stat().st_mtime > 1


def test_nothing_to_go_back_to_is_said(web: Path, make: Make) -> None:
    put_live(make("een"), web)
    (problem,) = go_back(web)
    assert "er is geen eerdere versie" in problem.text
    assert live(web) == "een"


def test_a_few_releases_are_kept_and_never_the_live_one_is_dropped(web: Path, make: Make) -> None:
    for number in range(KEEP + 3):
        put_live(make(f"w{number}"), web)
    assert releases(web) == list(range(3, KEEP + 4))
    for _ in range(KEEP):
        go_back(web)
    assert live_number(web) == 3
    put_live(make("nieuw"), web)
    assert live(web) == "nieuw"
    assert releases(web) == [3, KEEP + 4]


@pytest.mark.parametrize("pages", [18, 17])
def test_a_site_that_lost_a_tenth_of_its_pages_is_refused(
    web: Path, make: Make, pages: int
) -> None:
    put_live(make("een"), web)
    problems = put_live(make("twee", pages), web)
    assert [problem.text.split(";")[0] for problem in problems] == (
        [] if pages == 18 else ["de nieuwe site heeft 17 pagina's en de site van nu 20"]
    )
    assert live(web) == ("twee" if pages == 18 else "een")


def test_a_site_without_what_readers_need_is_refused(web: Path, make: Make) -> None:
    put_live(make("een"), web)
    site = make("twee")
    (site / "404.html").unlink()
    (site / "index.html").write_text("")
    assert [problem.path for problem in put_live(site, web)] == ["index.html", "404.html"]
    assert live(web) == "een"
    assert releases(web) == [1]


def test_a_broken_project_leaves_the_live_site_alone(
    web: Path, make: Make, small: Path, call: Call
) -> None:
    put_live(make("een"), web)
    record = small / "toolbox/instrumenten/keetgesprek.yml"
    record.write_text(record.read_text("utf-8").replace("titel:", "tital:", 1), "utf-8")
    done = call("publish", str(web))
    assert done.returncode == 1
    assert "tital: onbekend veld; bedoel je 'titel'?" in done.stderr
    assert (live(web), releases(web)) == ("een", [1])
    assert sorted(path.name for path in web.iterdir()) == ["live", "releases"]


def test_a_web_folder_that_cannot_be_is_said_in_dutch(
    web: Path, real: Toolbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    web.write_text("geen map")
    monkeypatch.setattr(publish, "validate_project", lambda _: [])
    assert publish.main([str(web)]) == 1
    said = capsys.readouterr().err
    assert f"{web}:1: is een bestand, geen map" in said
    assert "Errno" not in said
    assert web.read_text() == "geen map"


def test_readers_miss_nothing_while_releases_change(web: Path, make: Make) -> None:
    put_live(make("een", pages=4), web)
    missed: list[str] = []
    stop = threading.Event()

    def read(address: str) -> None:
        while not stop.is_set():
            try:
                with urllib.request.urlopen(address, timeout=LONGEST) as answer:  # noqa: S310 - our own server
                    answer.read()
            except OSError as error:
                missed.append(str(error))

    with serve(web / "live/site") as address:
        reader = threading.Thread(target=read, args=(f"{address}p3/",))
        reader.start()
        for number in range(30):
            put_live(make(f"w{number}", pages=4), web)
        stop.set()
        reader.join()
    assert missed == []
    assert live(web) == "w29"
