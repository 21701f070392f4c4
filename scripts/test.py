"""`kist.py test [--all] [options of pytest]`: style, types, behaviour; the first failure ends it.

--all adds the long tests: hundreds of cases, and a build by another generator.
"""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.cli.errors import ROOT, run_command
from scripts.lab.browsers import BROWSERS

ALL = "--all"
STEPS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    # A worker ends when one of its tests hangs; a new worker would run that test again.
    ["pytest", "--numprocesses=auto", "--dist=loadfile", "--max-worker-restart=0"],
)


def main(arguments: list[str]) -> int:
    """0 when everything passes. Without a browser nothing is tested half: that is an error."""
    browsers = {browser.variable: browser.ensure() or "" for browser in BROWSERS}
    if missing := [browser.help for browser in BROWSERS if not browsers[browser.variable]]:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    chosen = [] if ALL in arguments else ["-m", "not long"]
    options = [*chosen, *(argument for argument in arguments if argument != ALL)]
    for step in STEPS:
        extra = options if step == STEPS[-1] else []
        code = subprocess.run(
            [sys.executable, "-m", *step, *extra], cwd=ROOT, env=os.environ | browsers, check=False
        ).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    run_command(main)
