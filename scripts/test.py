"""`kist.py test [--all] [--since VERSIE] [options of pytest]`: check, style, types, behaviour.

The first failure ends it. --all adds the long tests: hundreds of cases, and a build by another
generator. --since stops after `check` when only texts differ from another version, such as main.
"""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.check import judge
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, run_command
from scripts.cli.git_hosts import format_for
from scripts.cli.progress import progress
from scripts.lab.browsers import BROWSERS
from scripts.lab.git_changes import changed_files, merge_base, only_content

WORKERS = (os.cpu_count() or 1) + 1
STEPS = {
    "stijl van de code": ["ruff", "check", "."],
    "opmaak van de code": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    # A worker that is done takes tests of another: none waits while a long file ends. A worker ends
    # when one of its tests hangs; a new worker would run that test again.
    # One worker more than there are cores: builds and browsers wait on each other.
    "proeven": [
        "pytest",
        f"--numprocesses={WORKERS}",
        "--dist=worksteal",
        "--max-worker-restart=0",
    ],
}


def main(arguments: list[str]) -> int:
    """0 when everything passes; what `check` refuses is not tested."""
    parser = Arguments("test", "Controleer alles; de rest van de regel is voor pytest.")
    parser.add_argument("--all", action="store_true", help="ook de lange proeven")
    parser.add_argument(
        "--since",
        default="",
        metavar="VERSIE",
        help="stop na check als alleen tekst anders is dan in deze versie",
    )
    options, rest = parser.parse_known_args(arguments)
    if code := judge(format_for(os.environ)):
        return code
    if options.since and is_text_only(options.since):
        print(f"Alleen tekst is anders dan in {options.since}: de proeven zijn niet nodig.")
        return 0
    return run_steps([*([] if options.all else ["-m", "not long"]), *rest])


def is_text_only(version: str) -> bool:
    """Whether only texts differ from a version; False when git cannot say."""
    commit = merge_base(ROOT, version)
    if commit is None:
        print(f"git kent '{version}' niet; daarom draaien alle proeven.", flush=True)
        return False
    return only_content(changed_files(ROOT, commit))


def run_steps(options: list[str]) -> int:
    """Run every step. Without a browser nothing is tested half: that is an error."""
    browsers = {browser.variable: browser.ensure() or "" for browser in BROWSERS}
    if missing := [browser.help for browser in BROWSERS if not browsers[browser.variable]]:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    environment = os.environ | browsers
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # each command would compile all code anew
    for number, (name, step) in enumerate(STEPS.items(), 1):
        progress(f"Stap {number} van {len(STEPS)}: {name}.")
        extra = options if step[0] == "pytest" else []
        code = subprocess.run(
            [sys.executable, "-m", *step, *extra], cwd=ROOT, env=environment, check=False
        ).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    run_command(main)
