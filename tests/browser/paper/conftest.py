"""Fixtures: the browser that prints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from scripts.lab.printing.chromium import Chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.firefox import open_firefox


@pytest.fixture
def engine(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Engine]:
    """The browser that a test names."""
    if request.param == "firefox":
        with open_firefox() as firefox:
            yield firefox
        return
    page = browser.new_page(service_workers="block")
    yield Chromium(page)
    page.close()
