"""Have the generator build the site, then make it fit to publish."""

from __future__ import annotations

import calendar
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem, ToolboxError
from scripts.cli.errors import ROOT
from scripts.pipeline.assets import remove_unused, slim_site
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.check_html import check_site
from scripts.pipeline.offline import write_offline
from scripts.pipeline.published_urls import check_anchors
from scripts.pipeline.server_config import add_redirects, prepare_for
from scripts.pipeline.styles import join_styles
from scripts.pipeline.theme_fixes import fix_theme

# Seconds for the generator: a page on which the parser hangs ends here, on every system.
TIME_LIMIT = 300
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? .*?link '(?P<link>[^']*)'")


def build_aside(
    folder: Path, toolbox: Toolbox, generator: str = "mkdocs", host: str | None = None
) -> BuiltSite:
    """A finished site in a folder that no reader sees; ToolboxError with what forbids it."""
    refuse(generate(folder, toolbox, generator))
    site = BuiltSite(folder)
    refuse([*check_site(site, ROOT), *check_anchors(site, ROOT)])
    join_styles(site)
    refuse(fix_theme(site))
    slim_site(site)
    remove_unused(site)
    add_redirects(site, ROOT)
    write_offline(site)
    refuse(prepare_for(host, site, ROOT) if host else [])
    site.write()
    return site


def refuse(problems: list[Problem]) -> None:
    """Raise these problems, if there are any."""
    if problems:
        raise ToolboxError(problems)


def generate(site: Path, toolbox: Toolbox, generator: str) -> list[Problem]:
    """Run the generator strictly. Never with -q: --strict then passes a dead link."""
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
                f"bouwen kost meer dan {TIME_LIMIT} seconden; "
                "kijk welke pagina of welk sjabloon niet klaar komt",
            )
        ]
    return (
        []
        if done.returncode == 0
        else list(problems_in_log(done.stderr))
        or [Problem("mkdocs.yml", 1, f"{generator} stopt met code {done.returncode}")]
    )


def problems_in_log(log: str) -> Iterator[Problem]:
    """Problems that the generator logged: dead links in Dutch with their line, the rest as is."""
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
    """The review date of the newest record: the date of the sitemap, equal for equal files."""
    newest = max(getattr(record, "herzien", "2026-01-01") for _, record in toolbox.all())
    return calendar.timegm(time.strptime(newest, "%Y-%m-%d"))
