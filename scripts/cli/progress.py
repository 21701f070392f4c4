"""Says what a command is doing, to somebody who watches it."""

from __future__ import annotations

import sys


def progress(text: str) -> None:
    """A line on a terminal; nothing in a pipe or file, which a program may read."""
    if sys.stderr.isatty():
        print(f"… {text}", file=sys.stderr, flush=True)
