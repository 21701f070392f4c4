"""Commands run in a project as an editor runs them, and what they made, told apart."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

LONGEST = 600  # seconds that a command may take, however slow the machine: nothing hangs


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python <arguments>` in this project, with these settings added to the environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a pattern in a file; the pattern must be there."""
    text, count = re.subn(old, new, path.read_text("utf-8"), flags=re.MULTILINE)
    assert count, path
    path.write_text(text, "utf-8")


def fingerprints(site: Path) -> dict[str, str]:
    """Every file of a folder with a digest of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }
