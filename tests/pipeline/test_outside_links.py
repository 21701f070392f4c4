"""Sources that went from the web are named; what only moved or keeps programs out is left alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import links
from scripts.pipeline import outside_links
from scripts.pipeline.outside_links import ask_all, check_outside
from tests.helpers.project import LONGEST

CODES = {"/goed": 200, "/verhuisd": 301, "/weg": 404, "/kapot": 500, "/dicht": 403, "/get": 200}


class Site(BaseHTTPRequestHandler):
    """Gives each path its code; /traag says nothing until the test is over."""

    done = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/traag":
            self.done.wait(LONGEST)
            return
        self.send_response(405 if self.path == "/get" and self.command == "HEAD" else self.code)
        self.send_header("Location", "/goed")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    @property
    def code(self) -> int:
        return CODES[self.path]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(outside_links, "PAUSE", 0)
    monkeypatch.setattr(outside_links, "TIME_LIMIT", LONGEST)
    Site.done.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        Site.done.set()
        server.shutdown()


def test_each_answer_of_a_site_has_its_sentence(host: str) -> None:
    answers = ask_all(f"{host}{path}" for path in CODES)
    assert {address.removeprefix(host): text for address, text in answers.items() if text} == {
        "/weg": "antwoordt met code 404",
        "/kapot": "antwoordt met code 500",
    }


def test_a_site_that_says_nothing_is_not_waited_for(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside_links, "TIME_LIMIT", 1)
    answers = ask_all([f"{host}/traag"])
    assert list(answers.values()) == ["antwoordt niet binnen 1 seconden"]


def test_a_site_that_is_not_there_does_not_answer() -> None:
    assert ask_all(["http://127.0.0.1:1/"]) == {"http://127.0.0.1:1/": "antwoordt niet"}


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two sources on the web, of which the second one is gone; nothing is really asked."""
    (tmp_path / "toolbox/bronnen").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "toolbox/bronnen/a.yml").write_text("titel: A\nurl: https://a.example/x/\n")
    (tmp_path / "docs/index.md").write_text("# A\n\nZie [b](https://b.example/y).\n")
    gone = {"https://a.example/x/": "", "https://b.example/y": "antwoordt niet"}
    monkeypatch.setattr(outside_links, "ask", gone.__getitem__)
    return tmp_path


def test_what_does_not_answer_is_named_with_its_line(sources: Path) -> None:
    assert [str(problem) for problem in check_outside(sources)] == [
        "docs/index.md:3: https://b.example/y antwoordt niet; "
        "zoek het nieuwe adres, of neem een andere bron"
    ]


def test_the_command_fails_only_when_an_address_does_not_answer(
    sources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(links, "ROOT", sources)
    assert links.main(["outside"]) == 1
    assert "docs/index.md:3: https://b.example/y antwoordt niet" in capsys.readouterr().err
    (sources / "docs/index.md").unlink()
    assert links.main(["outside"]) == 0
    assert "Alle adressen antwoorden." in capsys.readouterr().out
