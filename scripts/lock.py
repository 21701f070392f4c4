"""Make the lock files: `python3 scripts/kist.py lock [--upgrade]`.

Requirements files with checksums: a lock of uv itself would name the address of every download.
The packages of the site are in one file, those that check it in the other; no pin occurs twice.
"""

from __future__ import annotations

import re
import subprocess
import sys

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, run_command
from scripts.kist import DEV_LOCK, RUN_LOCK

OPTIONS = "-q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header"


def main(arguments: list[str]) -> int:
    """Lock what builds the site, then what only checks it, with the same versions."""
    parser = Arguments("lock", "Leg de versies van de pakketten opnieuw vast.")
    parser.add_argument("--upgrade", action="store_true", help="neem de nieuwste versies")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    if code := _compile("-o", RUN_LOCK, *upgrade):
        return code
    names = sorted(
        set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / RUN_LOCK).read_text("utf-8"), re.MULTILINE))
    )
    without = [part for name in names for part in ("--no-emit-package", name)]
    return _compile("--group", "dev", "-c", RUN_LOCK, "-o", DEV_LOCK, *without, *upgrade)


def _compile(*arguments: str) -> int:
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        *OPTIONS.split(),
        *arguments,
    ]
    return subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    run_command(main)
