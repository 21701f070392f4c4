"""Commands run in a project as an editor runs them, and what they made, told apart."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Seconds that anything may take, however slow or busy the machine: so that nothing hangs. No test
# has another limit, and none waits for a moment instead of a state (test_no_test_looks_at_a_clock).
LONGEST = 600
Call = Callable[..., subprocess.CompletedProcess[str]]  # what the fixture `call` gives


def run(
    project: Path, *arguments: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`python <arguments>` in this project, with these settings added to the environment."""
    return subprocess.run(
        [python, *arguments],
        cwd=project,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the test, also when the test fails: nothing may hang."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.kill()


def free_port() -> int:
    """A port that nobody uses now, by the kernel."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again and again; fails when it takes longer than anything may."""
    end = time.monotonic() + LONGEST
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


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
