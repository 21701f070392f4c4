"""`kist.py preview BASE [--out MAP]`: what a change does, before it is merged.

Shows the changed words of records and pages, the sheets before and after with marks, and which
pages of the site change, with a summary for the proposal. Both versions are built completely, each
with its own code, and compared: nothing has to guess which word, template or vocabulary changes
what. The folder also holds the whole new site, to be read without a server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.paper.print_all import STORE
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.git_hosts import add_summary
from scripts.cli.output_path import check_folder
from scripts.cli.progress import progress
from scripts.lab.git_changes import changed_files, merge_base, unpack
from scripts.lab.page_diff import changed_pages
from scripts.lab.preview_report import REPORT, SUMMARY, Report, text_files
from scripts.lab.sheet_diff import changes, draw
from scripts.zip import contents


def main(arguments: list[str]) -> int:
    """0 when both versions could be built and compared."""
    parser = Arguments("preview", "Toon wat er anders wordt: woorden, bladen en pagina's.")
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
    if problems := check_folder(out, ROOT, (REPORT, SUMMARY)):
        return report_problems(problems)
    commit = merge_base(ROOT, options.base)
    if commit is None:
        print(
            f"git kent '{options.base}' niet; "
            "haal de geschiedenis op met git fetch, of noem een andere versie",
            file=sys.stderr,
        )
        return 1
    print(f"Ik vergelijk met {commit[:10]}.", flush=True)
    with tempfile.TemporaryDirectory(prefix="kist-preview-", ignore_cleanup_errors=True) as folder:
        new, old = Path(folder) / "nieuw", Path(folder) / "oud"
        if code := build_both(commit, new, old):
            return code
        report = compare(commit, old / "site", new, out)
    add_summary(report.write(out), os.environ)
    print(f"{report.counts}. Open {out.name}/{REPORT}.")
    return 0


def build_both(commit: str, new: Path, old: Path) -> int:
    """Build this version and the one of a commit, each with its own code; the exit status."""
    progress("Ik bouw de nieuwe versie.")
    if code := build(ROOT, new):
        return code
    progress("Ik bouw de versie waarmee je vergelijkt.")
    unpack(ROOT, commit, old)
    shutil.copytree(ROOT / STORE, old / STORE, dirs_exist_ok=True)  # what is printed already
    return build(old, old / "site")


def build(project: Path, site: Path) -> int:
    """Build a version with its own code; the exit status."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.build", "--out", str(site)],
        cwd=project,
        stdout=subprocess.DEVNULL,
        check=False,
    ).returncode


def compare(commit: str, before: Path, after: Path, out: Path) -> Report:
    """All that is different between two built sites; puts the new one in the folder."""
    progress("Ik vergelijk de twee versies.")
    copy_site(after, out / "site")
    files = changed_files(ROOT, commit)
    texts = list(text_files(files, after))
    shown = {text.path for text in texts}
    folders = {text.page.rpartition("/")[0] for text in texts if text.page}
    return Report(
        files=texts,
        others=[file for file in files if file.path not in shown],
        sheets=draw(changes(before, after, folders), out),
        pages=list(changed_pages(before, after)),
    )


def copy_site(site: Path, target: Path) -> None:
    """Copy a site such that it can be read from a folder."""
    shutil.rmtree(target, ignore_errors=True)
    for name, data in contents(site):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


if __name__ == "__main__":
    run_command(main)
