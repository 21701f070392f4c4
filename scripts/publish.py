"""`kist.py publish WEBROOT [--back]`: build a new release and put it live in one step.

--back puts the release before it live again; the next publication removes the one that was left.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from macros.model.problems import Problem
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, reason, report_problems, run_command
from scripts.cli.output_path import unwritable
from scripts.cli.progress import progress
from scripts.editing.missing_pages import add_missing_pages
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.generate import build_aside
from scripts.pipeline.published_urls import (
    LOCK,
    check_release_before,
    list_of_release,
    locked,
    update,
    write_list,
)
from scripts.pipeline.release import go_back, put_live
from scripts.pipeline.site_url import check_published_address
from scripts.pipeline.validate import validate_project, validate_sources


def main(arguments: list[str]) -> int:
    """0 when the site is live, 1 when nothing changed."""
    parser = Arguments("publish", "Zet een nieuwe versie van de site live.")
    parser.add_argument(
        "webroot",
        type=Path,
        metavar="WEBROOT",
        help="map van de webserver; WEBROOT/live is de site",
    )
    parser.add_argument("--back", action="store_true", help="ga terug naar de versie van hiervoor")
    options = parser.parse_args(arguments)
    os.umask(0o022)  # the web server is another user, and must be able to read
    try:
        problems = (
            go_back(options.webroot.resolve())
            if options.back
            else publish(options.webroot.resolve())
        )
    except OSError as error:
        print(
            f"Publiceren lukt niet, de site blijft zoals hij was.\n{reason(error)}", file=sys.stderr
        )
        return 1
    return report_problems(problems) if problems else 0


def publish(webroot: Path) -> list[Problem]:
    """Check, build aside, go live; returns what forbids it."""
    if text := unwritable(webroot):
        return [Problem(str(webroot), 1, f"{text}; noem de map van de webserver")]
    add_missing_pages(ROOT)
    progress("Ik controleer records, pagina's en bladen.")
    address = [*check_published_address(ROOT)]
    toolbox, problems = validate_sources(ROOT)
    if toolbox is None or address:  # then say all that is wrong, of the built pages too
        return [*address, *(validate_project(ROOT) or problems)]
    progress("Ik bouw de site.")
    webroot.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=webroot, prefix=".nieuw-", ignore_cleanup_errors=True
    ) as aside:
        site = build_aside(Path(aside) / "site", toolbox)
        before = list_of_release(str(webroot / "live")) or []
        problems = check_release_before(site, ROOT, before)
        if problems := problems or put_live(site.folder, webroot):
            return problems
    keep_addresses(site, before, webroot)
    return []


def keep_addresses(site: BuiltSite, before: list[str], webroot: Path) -> None:
    """Note what is published, in the project and beside the release.

    The project may be a checkout that is thrown away; the next release is compared with this one.
    """
    if added := update(site, ROOT):
        print(f"{added} nieuwe adressen staan nu in {LOCK}; commit dat bestand.")
    write_list(webroot / "live" / LOCK, {*locked(ROOT), *before})


if __name__ == "__main__":
    run_command(main)
