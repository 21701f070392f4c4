"""What a browser must be able to do to print, and what one can tell of its page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READY = "document.fonts.ready.then(() => true)"


@dataclass(frozen=True)
class Room:
    """What the page itself says of its sheet, laid out for paper, in mm."""

    written: float  # height to write in
    out: float  # how far anything sticks out at the bottom


class Engine(ABC):
    """One window. It forces no fonts or layout: what is measured is what a reader prints."""

    name: str

    def visit(self, url: str) -> None:
        """Load a page, with the letters of its screen version."""
        self.open(url)
        self.run(READY)

    @abstractmethod
    def open(self, url: str) -> None:
        """Load a page."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """The value of an expression, or of its promise."""

    @abstractmethod
    def print(self, path: Path, headers: bool) -> None:
        """Ctrl-P, to a file. With headers: the lines that a browser adds in the margin."""
