"""What axe finds in each state of an interactive part."""

from __future__ import annotations

from playwright.sync_api import Page

from scripts.lab import axe


def judge(page: Page, state: str, found: dict[str, object]) -> None:
    """Add what axe finds in this state."""
    if faults := axe.check_page(page):
        found[state] = faults
