"""Take comments, indentation and idle line ends out of our own scripts in a built site: readers fetch what a browser needs.

No minifier: names stay, so an error message of a reader still names what we know. Vendored files stay as they came.
"""

from __future__ import annotations

import re
from pathlib import Path

COMMENT = re.compile(r"/\*\*.*?\*/[ \t]*", re.DOTALL)  # JSDoc; our scripts hold no other block comments
LINE = re.compile(r"(^|[ \t])// .*$", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|\n(?=\s*\n)", re.MULTILINE)
BREAK = re.compile(r"(?<=[{;,])\n|(?<=;)\n?(?=})")  # after these a line end says nothing; no text of ours spans lines (tests/test_slim.py)


def slim_site(site: Path) -> None:
    """Shorten every script of our own in place."""
    for path in sorted((site / "assets/js").glob("*.js")):
        path.write_text(slim(path.read_text("utf-8")), "utf-8")


def slim(script: str) -> str:
    """One script without comments, indentation and line ends that say nothing."""
    return BREAK.sub("", INDENT.sub("", LINE.sub("", COMMENT.sub("", script))).strip()) + "\n"
