"""Make the lock files: `python3 scripts/kist.py lock [--upgrade]`.

Requirements files with checksums, because a lock of uv itself would name the address of every download.
The packages of the site stand in one file, those that only check it in the other; no pin stands twice.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUN, DEV = "requirements.txt", "requirements-dev.txt"
OPTIONS = "-q --universal --generate-hashes --no-emit-index-url --no-annotate --no-header"


def main(arguments: list[str]) -> int:
    """Lock what builds the site, then what only checks it, with the same versions."""
    _compile("-o", RUN, *arguments)
    names = sorted(set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / RUN).read_text("utf-8"), re.MULTILINE)))
    without = [part for name in names for part in ("--no-emit-package", name)]
    _compile("--group", "dev", "-c", RUN, "-o", DEV, *without, *arguments)
    return 0


def _compile(*arguments: str) -> None:
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *OPTIONS.split(), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
