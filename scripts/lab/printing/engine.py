"""What every browser that prints sheets can do, and what it can measure in its page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

READY = "document.fonts.ready.then(() => true)"


@dataclass(frozen=True)
class PageRoom:
    """What was measured in the page of a sheet, laid out for paper, in mm."""

    written: float  # height of everything to write in
    out: float  # how far anything sticks out at the bottom; below zero when nothing does
    row: float = inf  # height of the lowest row of a list to tick; infinite without one


class Engine(ABC):
    """One browser window. It sets no fonts or layout, so it prints what a reader would print."""

    name: str

    def visit(self, url: str) -> None:
        """Load a page and wait until its fonts are loaded."""
        self.open(url)
        self.run(READY)

    @abstractmethod
    def open(self, url: str) -> None:
        """Load a page."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """The value of an expression; of a promise, what it resolves to."""

    @abstractmethod
    def print(self, path: Path, headers: bool) -> None:
        """Print the open page to a PDF, as Ctrl-P does.

        With `headers`: with the title, address, page number and date that a browser adds.
        """
