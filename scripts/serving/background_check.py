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
PROBLEM = re.compile(r"(.+?):(\d+): (.+)")


class BackgroundCheck:
    """One check at a time, of the files as they are when it starts."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    def start(self) -> None:
        """Start a check; one that is running is stopped."""
        self.stop()
        # Closed by stop. No pipe: nobody would empty it, and then the check would wait.
        self._output = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            COMMAND, cwd=self.root, stdout=subprocess.DEVNULL, stderr=self._output
        )

    def stop(self) -> None:
        """Stop the running check, if there is one."""
        if self._process and self._output:
            self._process.kill()
            self._process.wait()
            self._output.close()
        self._process = self._output = None

    @property
    def is_running(self) -> bool:
        """Whether a check was started whose result was not yet taken."""
        return self._process is not None

    def result(self) -> list[Problem] | None:
        """The problems that were found; None while the check runs."""
        if self._process is None or self._output is None or self._process.poll() is None:
            return None
        self._output.seek(0)
        lines = self._output.read().decode(errors="replace").splitlines()
        status = self._process.returncode
        self.stop()
        found = [
            Problem(match[1], int(match[2]), match[3])
            for line in lines
            if (match := PROBLEM.fullmatch(line))
        ]
        return found or (
            [Problem("scripts/check.py", 1, "loopt vast; draai python3 scripts/kist.py check")]
            if status
            else []
        )
