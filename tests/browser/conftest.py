"""One browser and one server for all browser tests; a request that leaves the site is a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.lab.browsers import CHROMIUM
from scripts.lab.printing.chromium import FLAGS
from scripts.lab.static_server import serve
from scripts.pipeline.security_headers import headers
from tests.browser.held import intercept
from tests.conftest import ROOT
from tests.helpers.pinned import pinned_site
from tests.helpers.project import LONGEST

# What a host sends, without what a third of the time of each load goes to: asking again for every
# file, and another process. Tests of the copy and of a whole meeting send all.
SLOW = {"Cache-Control", "Cross-Origin-Opener-Policy"}
POLICY = {name: value for name, value in headers(ROOT).items() if name not in SLOW}
PATIENCE = LONGEST * 1000 / 10  # ms; sooner than a command, since an error here is a wait
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def pinned(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with some metingen whose statements never change."""
    return pinned_site(site, tmp_path_factory.mktemp("vast") / "site")


@pytest.fixture(scope="session")
def address(pinned: Path) -> Iterator[str]:
    """Where that site is served under the strict policy, with a slash at the end."""
    with serve(pinned, POLICY) as served:
        yield served


@pytest.fixture(scope="session")
def real_address(site: Path) -> Iterator[str]:
    """Where the built site is served: also its metingen are those of now."""
    with serve(site, POLICY) as served:
        yield served


@pytest.fixture(scope="session")
def open_address(site: Path) -> Iterator[str]:
    """Where the built site is served without a policy, which refuses the styles that tests add."""
    with serve(site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; without one these tests fail rather than pass unseen."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM.require(), args=FLAGS, timeout=PATIENCE
        )
        patient(opened)
        yield opened
        opened.close()


def patient(browser: Browser) -> None:
    """Have every page wait long, and without the service worker, which would answer for the site."""

    def patiently(make: Callable[..., Any]) -> Callable[..., Any]:
        def made(**options: Any) -> Any:
            opened = make(**{"service_workers": "block", **options})
            opened.set_default_timeout(PATIENCE)
            return opened

        return made

    browser.new_context = patiently(browser.new_context)  # type: ignore[method-assign]
    browser.new_page = patiently(browser.new_page)  # type: ignore[method-assign]


@pytest.fixture
def launch(browser: Browser) -> Iterator[Callable[..., Browser]]:
    """Starts another Chromium with these settings of its reader, as flags."""
    opened: list[Browser] = []

    def start(*flags: str) -> Browser:
        path = CHROMIUM.require()
        opened.append(browser.browser_type.launch(executable_path=path, args=[*FLAGS, *flags]))
        patient(opened[-1])
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A page of 1280 pixels wide."""
    yield from _page(browser, 1280, 900)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of 360 pixels wide, with touch."""
    yield from _page(browser, 360, 740)


def _page(browser: Browser, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=width < 600, locale="nl-NL"
    )
    page = intercept(context.new_page())
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on(
        "request",
        lambda request: (
            errors.append(request.url)
            if "//127.0.0.1" not in request.url and not request.url.startswith(("data:", "blob:"))
            else None
        ),
    )
    yield page
    context.close()
    assert errors == []
