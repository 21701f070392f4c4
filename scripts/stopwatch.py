"""What took how long, for whoever waits for a build."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

WORTH = 0.05  # seconds; what takes less is not worth a word


class Stopwatch:
    """Adds up seconds by the name of a part, in the order of their first use."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time what stands inside."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.add(name, time.monotonic() - started)

    def add(self, name: str, seconds: float) -> None:
        """Count what was timed elsewhere."""
        self.parts[name] = self.parts.get(name, 0.0) + seconds

    def __str__(self) -> str:
        return ", ".join(f"{name} {seconds:.1f}".replace(".", ",") for name, seconds in self.parts.items() if seconds >= WORTH)
