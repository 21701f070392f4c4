"""No site goes to a host with an address that nobody can open: it is in every QR code."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pipeline.site_url import check_address, check_published_address, site_path
from tests.conftest import ROOT
from tests.helpers.project import Call

PLACEHOLDERS = (
    "https://gereedschapskist.example.nl/",
    "https://example.org/",
    "https://EXAMPLE.com/kist/",
    "https://kist.example/",
    "https://kist.test/",
    "http://localhost:8000/",
    "http://kist.localhost/",
    "http://127.0.0.1:8000/kist/",
    "http://[::1]/",
    "http://0.0.0.0/",
)
SOUND = (
    "https://kist.rws.nl/",
    "https://kist.rws.nl/v1.2/",
    "https://org.github.io/kist",
    "http://intranet/kist/",
)


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that takes its address from the environment."""
    monkeypatch.delenv("KIST_SITE_URL", raising=False)
    text = 'site_name: Kist\nsite_url: !ENV [KIST_SITE_URL, "https://kist.example.nl/"]\n'
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("url", PLACEHOLDERS)
def test_a_placeholder_may_be_built_but_not_published(
    configured: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("KIST_SITE_URL", url)
    assert [*check_address(configured)] == []
    (problem,) = check_published_address(configured)
    assert str(problem).startswith(f"mkdocs.yml:2: site_url: '{url}' is een voorbeeldadres")
    assert "zet KIST_SITE_URL op het adres van de site" in problem.text


@pytest.mark.parametrize("url", SOUND)
def test_an_address_that_people_can_open_is_published(
    configured: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("KIST_SITE_URL", url)
    assert [*check_address(configured), *check_published_address(configured)] == []


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://x y/", "heeft een spatie"),
        ("https://kist.nl/a;b/", "heeft een spatie of een ander teken"),
        ("kist.rws.nl", "begint niet met https://"),
        ("ftp://kist.rws.nl/", "begint niet met https://"),
        ("https:///kist/", "begint niet met https://"),
        ("https://kist.rws.nl/index.html", "wijst naar een bestand"),
        ("https://kist.rws.nl/?a=b", "heeft meer dan een naam en een map"),
        ("https://jan:geheim@kist.rws.nl/", "heeft meer dan een naam en een map"),
        ("https://kist.rws.nl:poort/", "is geen adres"),
        ("https://[kist/", "is geen adres"),
    ],
)
def test_what_is_no_address_is_a_fault_everywhere(
    configured: Path, monkeypatch: pytest.MonkeyPatch, url: str, fault: str
) -> None:
    monkeypatch.setenv("KIST_SITE_URL", url)
    for check in (check_address, check_published_address):
        (problem,) = check(configured)
        assert f"site_url: '{url}' {fault}" in problem.text


def test_a_site_without_an_address_is_not_published(configured: Path) -> None:
    (configured / "mkdocs.yml").write_text("site_name: Kist\n", "utf-8")
    (problem,) = check_published_address(configured)
    assert "de site heeft geen adres" in problem.text


def test_the_folder_on_the_host_is_known(configured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for url, path in (("https://k.nl", "/"), ("https://k.nl/a/b", "/a/b/")):
        monkeypatch.setenv("KIST_SITE_URL", url)
        assert site_path(configured) == path


@pytest.mark.parametrize(
    "command", [("publish", "web"), ("build", "--host", "pages", "--out", "web")]
)
def test_what_goes_to_a_host_is_refused_with_a_placeholder(
    small: Path, call: Call, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIST_SITE_URL", raising=False)
    done = call(*command)
    assert done.returncode == 1
    assert "is een voorbeeldadres, en het adres staat in elke QR-code" in done.stderr
    assert not (small / "web/live").exists()
    assert not (small / "web/index.html").exists()


def test_every_pipeline_gives_the_address_to_what_it_publishes() -> None:
    for name in (".github/workflows/controle.yml", ".gitlab-ci.yml", "azure-pipelines.yml"):
        assert "KIST_SITE_URL" in (ROOT / name).read_text("utf-8")
