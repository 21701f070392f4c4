"""`kist.py build [--out MAP] [--host HOST] [--generator mkdocs|properdocs]`: build the site.

The sources are checked, the site is built in a temporary folder, its pages are checked and fixed,
and moving it into place is the last step. When anything fails, the last good site is unchanged; a
folder that we did not make is never replaced.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, report_problems, run_command
from scripts.cli.output_path import check_folder
from scripts.cli.progress import progress
from scripts.editing.missing_pages import add_missing_pages
from scripts.pipeline.generate import build_aside
from scripts.pipeline.release import keep_times
from scripts.pipeline.server_config import HOSTS
from scripts.pipeline.site_url import check_published_address
from scripts.pipeline.validate import validate_sources


def main(arguments: list[str]) -> int:
    """0 when the new site stands in its folder, 1 when nothing changed."""
    parser = Arguments("build", "Bouw de site.")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "site", metavar="MAP", help="waar de site komt te staan"
    )
    parser.add_argument(
        "--host",
        choices=HOSTS,
        help="zet erbij wat deze host nodig heeft (netlify: ook voor Cloudflare; "
        "pages: die van GitHub of GitLab)",
    )
    parser.add_argument(
        "--generator",
        default="mkdocs",
        choices=["mkdocs", "properdocs"],
        help="waarmee gebouwd wordt",
    )
    options = parser.parse_args(arguments)
    out = options.out.resolve()
    if problems := check_folder(out, ROOT):
        return report_problems(problems)
    os.umask(0o022)  # who serves this folder is another user, and must be able to read
    started = time.monotonic()
    add_missing_pages(ROOT)
    progress("Ik lees records en pagina's, en druk de bladen.")
    toolbox, problems = validate_sources(ROOT)
    if options.host:
        problems = [*check_published_address(ROOT), *problems]
    if toolbox is None or problems:
        return report_problems(problems)
    progress("Ik maak de pagina's.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=out.parent, prefix=".site-", ignore_cleanup_errors=True
    ) as aside:
        site = Path(aside) / "nieuw"
        count = len(build_aside(site, toolbox, options.generator, options.host).pages)
        keep_times(site, out)
        swap(site, out, Path(aside) / "oud")
    duration = time.monotonic() - started
    print(f"{count} pagina's gebouwd in {out.name}/, in {duration:.1f} seconden.")
    return 0


def swap(site: Path, out: Path, old: Path) -> None:
    """Put the new site in the place of the last one; two renames, so nothing stands half."""
    if out.exists():
        out.rename(old)
    site.rename(out)


if __name__ == "__main__":
    run_command(main)
