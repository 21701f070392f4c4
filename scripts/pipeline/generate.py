"""Have the generator build the site, then make it fit to publish."""

from __future__ import annotations

import calendar
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem
from macros.reading.settings.site_settings import FILE
from scripts.cli.errors import ROOT, raise_problems
from scripts.pipeline.assets import remove_unused, slim_site
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.check_html import check_site
from scripts.pipeline.offline import write_offline
from scripts.pipeline.published_urls import check_anchors
from scripts.pipeline.security_headers import PINS
from scripts.pipeline.server_config import add_redirects, prepare_for
from scripts.pipeline.styles import join_styles
from scripts.pipeline.theme_fixes import fix_theme

# Seconds for the generator: a page on which the parser hangs ends here, on every system.
TIME_LIMIT = 300
CHILD = "scripts.pipeline.run_generator"


def build_aside(
    folder: Path, toolbox: Toolbox, generator: str = "mkdocs", host: str | None = None
) -> BuiltSite:
    """A finished site in a folder that no reader sees; a ToolboxError says what forbids it."""
    raise_problems(generate(folder, toolbox, generator))
    site = BuiltSite(folder)
    raise_problems([*check_site(site, ROOT), *check_anchors(site, ROOT)])
    join_styles(site)
    raise_problems(fix_theme(site))
    slim_site(site)
    remove_unused(site)
    add_redirects(site, ROOT)
    raise_problems(prepare_for(host, site, ROOT) if host else [])
    write_offline(site)
    site.write()
    return site


def generate(site: Path, toolbox: Toolbox, generator: str, draft: bool = False) -> list[Problem]:
    """Run the generator in a child process, which a time limit ends on every system.

    A draft is only to be checked: as much as can be made of sources with problems, and no PDFs.
    """
    for name in (FILE, PINS):
        (ROOT / name).stat()  # its absence is then said as that of any file
    environment = os.environ | {"KIST_STRICT": "true", "SOURCE_DATE_EPOCH": str(epoch(toolbox))}
    with tempfile.TemporaryDirectory(prefix="kist-") as folder:
        report = Path(folder) / "problems.json"
        command = [sys.executable, "-m", CHILD, generator, str(site), str(report)]
        command += ["draft"] if draft else []
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=TIME_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            text = "kijk welke pagina of welk sjabloon niet klaar komt"
            return [Problem("docs", 1, f"bouwen kost meer dan {TIME_LIMIT} seconden; {text}")]
        if report.is_file():
            return [Problem(*problem) for problem in json.loads(report.read_text("utf-8"))]
    text = f"{generator} stopt met code {done.returncode} en zegt niet waarom"
    return [Problem("mkdocs.yml", 1, f"{text}; draai python -m {generator} build")]


def epoch(toolbox: Toolbox) -> int:
    """The review date of the newest record: the date of the sitemap, equal for equal files."""
    return calendar.timegm(time.strptime(toolbox.newest, "%Y-%m-%d"))
