"""A phone may keep the site among its programs, below any path, in the colours of the site."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from macros.feeds.web_manifest import write_web_manifest
from macros.model.colours import Colours
from macros.reading.settings.site_settings import SiteSettings
from tests.conftest import ROOT


@pytest.fixture
def settings() -> SiteSettings:
    return SiteSettings(name="Kist van ons", colours=Colours("#123456", "#654321"))


def test_the_site_is_kept_as_a_program(settings: SiteSettings, tmp_path: Path) -> None:
    write_web_manifest(settings, ROOT, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("Kist van ons", "Kist")
    assert manifest["theme_color"] == "#123456"
    assert manifest["display"] == "standalone"
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert manifest["icons"]
    for icon in manifest["icons"]:
        picture = (tmp_path / icon["src"]).read_bytes()
        wide, high = struct.unpack(">II", picture[16:24])
        assert f"{wide}x{high}" == icon["sizes"]


def test_a_logo_that_is_a_photo_is_its_own_icon(tmp_path: Path) -> None:
    write_web_manifest(SiteSettings(logo="assets/beeld/logo.png"), ROOT, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert [icon["src"] for icon in manifest["icons"]] == ["assets/beeld/logo.png"]
