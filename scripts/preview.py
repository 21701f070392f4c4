"""`kist.py preview BASE [--out MAP]`: what a change does to the sheets, before it is merged.

Both versions are built completely, each with its own code, and their PDFs are compared byte for
byte: nothing has to guess which word, template or vocabulary changes which sheet. The folder also
holds the whole new site.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from macros.paper.print_all import STORE
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.output_path import SITE_MARKERS, check_folder
from scripts.lab.sheet_diff import changes, show


def main(arguments: list[str]) -> int:
    """0 when both versions could be built and compared."""
    parser = Arguments("preview", "Toon welke bladen anders worden.")
    parser.add_argument("base", metavar="BASE", help="waarmee je vergelijkt, zoals main")
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "preview",
        metavar="MAP",
        help="waar het resultaat komt te staan",
    )
    options = parser.parse_args(arguments)
    out = options.out.resolve()
    site = out / "site"
    if problems := check_folder(out, ROOT, tuple(f"site/{name}" for name in SITE_MARKERS)):
        return report_problems(problems)
    found = _git("merge-base", options.base, "HEAD")
    if found.returncode:
        print(
            f"git kent '{options.base}' niet; "
            "haal de geschiedenis op met git fetch, of noem een andere versie",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="kist-preview-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        if (
            code := build(ROOT, site)
            or unpack(found.stdout.decode().strip(), base)
            or build(base, base / "site")
        ):
            return code
        show(list(changes(base / "site", site)), out)
    return 0


def unpack(commit: str, folder: Path) -> int:
    """The files of a commit, with the sheets that are printed already."""
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit).stdout)) as files:
        files.extractall(folder, filter="data")
    shutil.copytree(ROOT / STORE, folder / STORE, dirs_exist_ok=True)
    print(f"Ik vergelijk met {commit[:10]}.", flush=True)
    return 0


def build(project: Path, site: Path) -> int:
    """Build a version with its own code; the exit status."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.build", "--out", str(site)], cwd=project, check=False
    ).returncode


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)  # noqa: S607


if __name__ == "__main__":
    run_command(main)
