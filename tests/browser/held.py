"""What a page asks for is held back, so that a test can look at the page without it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route


def intercept(page: Page) -> Page:
    """Have the browser ask about each request from the first page on.

    It lets a request pass now and then when a route is its first, and is made on an open page.
    """
    page.route("https://nergens.invalid/", lambda route: route.abort())
    return page


class Held:
    """The requests for an address; once let go, later ones go on at once."""

    def __init__(self, page: Page, url: str | re.Pattern[str]) -> None:
        self.routes: list[Route] = []
        self._end: Callable[[Route], None] = self.routes.append
        page.route(url, self._take)

    def _take(self, route: Route) -> None:
        self._end(route)

    def let_go(self) -> None:
        """Also those of which the test has not heard yet."""
        self._finish(Route.continue_)

    def fail(self) -> None:
        """As on a network that is gone; also those of which the test has not heard yet."""
        self._finish(Route.abort)

    def _finish(self, end: Callable[[Route], None]) -> None:
        self._end = end
        for route in self.routes:
            end(route)
