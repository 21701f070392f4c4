"""`kist.py test [options of pytest]`: style, types and behaviour; stops at the first failure."""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.cli.errors import ROOT, run_command
from scripts.lab.browsers import BROWSERS

STEPS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["pytest", "--numprocesses=auto", "--dist=loadfile"],
)


def main(arguments: list[str]) -> int:
    """0 when everything passes. Without a browser nothing is tested half: that is an error."""
    browsers = {browser.variable: browser.ensure() or "" for browser in BROWSERS}
    if missing := [browser.help for browser in BROWSERS if not browsers[browser.variable]]:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    for step in STEPS:
        extra = arguments if step == STEPS[-1] else []
        code = subprocess.run(
            [sys.executable, "-m", *step, *extra], cwd=ROOT, env=os.environ | browsers, check=False
        ).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    run_command(main)
