"""Sheets, checks and data know the same address and name of the site as the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from macros.model.problems import ToolboxError
from macros.reading.settings.site_settings import NO_ADDRESS, NO_NAME, SiteSettings, read_site
from tests.conftest import ROOT

NAME = "site_name: Onze kist\n"


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ('site_url: "https://a.example/kist/"', "https://a.example/kist/"),
        ("site_url: 'https://a.example/'", "https://a.example/"),
        ("site_url: https://a.example/kist  # in de QR-code", "https://a.example/kist/"),
        ('site_url: !ENV [KIST_SITE_URL, "https://a.example/"]', "https://a.example/"),
        ("site_url: !ENV [GEEN, KIST_SITE_URL, https://a.example]", "https://a.example/"),
        ("site_url: !ENV KIST_SITE_URL", NO_ADDRESS),
        ("site_url:", NO_ADDRESS),
        ("use_directory_urls: true", NO_ADDRESS),
    ],
)
def test_the_address_is_that_of_the_build(
    line: str, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIST_SITE_URL", raising=False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}{line}\nplugins: []\n", "utf-8")
    assert read_site(tmp_path) == SiteSettings(url, "Onze kist")
    built = load_config(str(tmp_path / "mkdocs.yml"))
    assert (built.site_url or NO_ADDRESS, built.site_name) == (url, "Onze kist")


@pytest.mark.parametrize(
    ("value", "url"), [("https://b.example/x", "https://b.example/x/"), ("", NO_ADDRESS)]
)
def test_the_environment_decides_as_in_the_build(
    value: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIST_SITE_URL", value)
    assert read_site(ROOT).url == url
    assert (load_config(str(ROOT / "mkdocs.yml")).site_url or NO_ADDRESS) == url


def test_a_project_without_settings_gets_placeholders(tmp_path: Path) -> None:
    assert read_site(tmp_path) == SiteSettings(NO_ADDRESS, NO_NAME)


def test_tags_of_other_programs_are_not_carried_out(tmp_path: Path) -> None:
    text = f"{NAME}hook: !!python/object/apply:os.mkdir [{tmp_path / 'gemaakt'}]\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert read_site(tmp_path).name == "Onze kist"
    assert not (tmp_path / "gemaakt").exists()


def test_settings_that_are_no_yaml_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{NAME}plugins: [macros\n", "utf-8")
    with pytest.raises(ToolboxError, match=r"mkdocs\.yml:3: zo niet te lezen"):
        read_site(tmp_path)
