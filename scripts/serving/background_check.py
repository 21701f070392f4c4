"""Runs `kist.py check` in a process of its own, so that the preview never waits for it.

Printing all sheets takes seconds; a process can be stopped at the next change.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from macros.model.problems import Problem

COMMAND = [sys.executable, "-m", "scripts.check"]
FAULT = re.compile(r"(.+?):(\d+): (.+)")


class BackgroundCheck:
    """One look at a time, at the files as they were when it began."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    def start(self) -> None:
        """Begin anew."""
        self.stop()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop; no pipe, for nobody would empty it
        self._process = subprocess.Popen(
            COMMAND, cwd=self.root, stdout=subprocess.DEVNULL, stderr=self._said
        )

    def stop(self) -> None:
        """Forget the look that is going on."""
        if self._process and self._said:
            self._process.kill()
            self._process.wait()
            self._said.close()
        self._process = self._said = None

    @property
    def is_running(self) -> bool:
        """Is there an answer to wait for, or to take?"""
        return self._process is not None

    def result(self) -> list[Problem] | None:
        """What was found; None while it is still looking."""
        if self._process is None or self._said is None or self._process.poll() is None:
            return None
        self._said.seek(0)
        lines, status = (
            self._said.read().decode(errors="replace").splitlines(),
            self._process.returncode,
        )
        self.stop()
        found = [
            Problem(match[1], int(match[2]), match[3])
            for line in lines
            if (match := FAULT.fullmatch(line))
        ]
        return found or (
            [Problem("scripts/check.py", 1, "loopt vast; draai python3 scripts/kist.py check")]
            if status
            else []
        )
