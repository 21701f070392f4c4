"""`kist.py bench [N …]`: what a build costs with N generated instruments, so that growth is seen before readers feel it.

Works on a copy in a temporary folder. Prints CPU seconds (user and system) of the generator, the median of three builds,
the size of one instrument page, and the growth exponent from one N to the next: 1.0 is straight with the work.
"""

from __future__ import annotations

import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.check import ROOT

SIZES = (50, 200, 800)
ROUNDS = 3


def main(arguments: list[str]) -> int:
    """Build each size and print one line for it."""
    sizes = [int(size) for size in arguments] or list(SIZES)
    last: tuple[int, float] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="kist-bench-") as folder:
            project = corpus(Path(folder) / "kist", size)
            seconds = statistics.median(build(project) for _ in range(ROUNDS))
            page = (project / "site/instrumenten/proef-1/index.html").stat().st_size
        growth = "" if last is None else f", exponent {math.log(seconds / last[1]) / math.log(size / last[0]):.2f}"
        print(f"{size:5} instrumenten: {seconds:6.2f} CPU-seconden, pagina {page} bytes{growth}", flush=True)
        last = size, seconds
    return 0


def corpus(project: Path, size: int) -> Path:
    """A copy of this project with `size` instruments more, all like the shortest one."""
    for name in ("docs", "toolbox", "macros"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    record = (ROOT / "toolbox/instrumenten/keetgesprek.yml").read_text("utf-8")
    for number in range(1, size + 1):
        id = f"proef-{number}"
        text = record.replace("titel: Keetgesprek", f"titel: Proef {number},", 1)
        (project / f"toolbox/instrumenten/{id}.yml").write_text(text, "utf-8")
        (project / f"docs/instrumenten/{id}.md").write_text(f'{{{{ instrument("{id}") }}}}\n\n{{{{ hoort_bij() }}}}\n', "utf-8")
    return project


def build(project: Path) -> float:
    """CPU seconds of one strict build of the pages; the PDFs are left out, since each is made once and then kept."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=project, env=os.environ | {"KIST_STRICT": "true", "KIST_PDF": "nee"}, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
