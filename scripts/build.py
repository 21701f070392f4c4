"""`kist.py build [--out MAP] [--host HOST] [--generator mkdocs|properdocs]`: sources judged, built aside, pages judged and repaired,
moved into place as the last step. Whatever fails, the folder of the last good build is not touched; nor is any folder that we did not make.
"""

from __future__ import annotations

import calendar
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem
from scripts.check import judge
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, perform, refuse
from scripts.cli.output_path import check_folder
from scripts.pipeline.assets import remove_unused, slim_site
from scripts.pipeline.check_html import check_site
from scripts.pipeline.offline import write_offline
from scripts.pipeline.published_urls import check_anchors
from scripts.pipeline.server_config import HOSTS, write_for, write_redirects
from scripts.pipeline.styles import join_styles
from scripts.pipeline.theme_fixes import repair_site

TIME_LIMIT = (
    300  # seconds for the generator; a page that hangs the parser ends here, on every system
)
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? .*?link '(?P<link>[^']*)'")


def main(arguments: list[str]) -> int:
    """0 when the new site stands in its folder, 1 when nothing changed."""
    parser = Arguments("build", "Bouw de site.")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "site", metavar="MAP", help="waar de site komt te staan"
    )
    parser.add_argument(
        "--host",
        choices=HOSTS,
        help="zet erbij wat deze host nodig heeft (pages: die van GitHub of GitLab)",
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
        return refuse(problems)
    started = time.monotonic()
    toolbox, problems = judge(ROOT)
    if toolbox is None:
        return refuse(problems)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=out.parent, prefix=".site-", ignore_cleanup_errors=True
    ) as aside:
        site = Path(aside) / "nieuw"
        problems = build_aside(site, toolbox, options.generator)
        if problems := problems or (write_for(options.host, site, ROOT) if options.host else []):
            return refuse(problems)
        swap(site, out, Path(aside) / "oud")
    print(
        f"{sum(1 for _ in out.rglob('*.html'))} pagina's gebouwd in {out.name}/, in {time.monotonic() - started:.1f} seconden."
    )
    return 0


def build_aside(site: Path, toolbox: Toolbox, generator: str) -> list[Problem]:
    """A finished site in a folder that no reader sees, or the faults that forbid it."""
    if problems := generate(site, toolbox, generator):
        return problems
    if problems := check_site(site, ROOT) or check_anchors(site, ROOT):
        return problems
    join_styles(site)
    problems = repair_site(site)
    slim_site(site)
    remove_unused(site)
    write_redirects(site, ROOT)
    write_offline(site)
    return problems


def swap(site: Path, out: Path, old: Path) -> None:
    """Put the new site in the place of the last one; two renames, so nothing stands half."""
    if out.exists():
        out.rename(old)
    site.rename(out)


def generate(site: Path, toolbox: Toolbox, generator: str) -> list[Problem]:
    """Run the generator strictly. Never with -q: that hides the warning counter, and --strict then passes a dead link."""
    command = [sys.executable, "-m", generator, "build", "--strict", "--clean", "-d", str(site)]
    environment = os.environ | {"KIST_STRICT": "true", "SOURCE_DATE_EPOCH": str(epoch(toolbox))}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return [
            Problem(
                "docs",
                1,
                f"bouwen kost meer dan {TIME_LIMIT} seconden; kijk welke pagina of welk sjabloon niet klaar komt",
            )
        ]
    return (
        []
        if done.returncode == 0
        else list(said(done.stderr))
        or [Problem("mkdocs.yml", 1, f"{generator} stopt met code {done.returncode}")]
    )


def said(log: str) -> Iterator[Problem]:
    """What the generator complains of: dead links in Dutch with their line, anything else as it was said."""
    links = list(LINK.finditer(log))
    for found in links:
        written = (ROOT / "docs" / found["page"]).read_text("utf-8-sig")
        line = written.count("\n", 0, max(written.find(found["link"]), 0)) + 1
        yield Problem(
            f"docs/{found['page']}",
            line,
            f"de verwijzing '{found['link']}' leidt nergens heen; kijk naar pad en naam",
        )
    if not links:
        for text in log.splitlines():
            if re.match(r"(WARNING|ERROR)\s+-\s+(?!\[macros\])", text):
                yield Problem("mkdocs.yml", 1, re.sub(r"^\w+\s+-\s+", "", text))


def epoch(toolbox: Toolbox) -> int:
    """The day on which the newest record was reviewed: the date of the sitemap, the same for every build of the same files."""
    newest = max(getattr(record, "herzien", "2026-01-01") for _, record in toolbox.all())
    return calendar.timegm(time.strptime(newest, "%Y-%m-%d"))


if __name__ == "__main__":
    perform(main)
