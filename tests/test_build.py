"""A build is the same twice, and one that fails leaves the last good site alone."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from macros.model import Toolbox
from scripts.build import build_aside, said


def fingerprints(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in site.rglob("*") if path.is_file()}


def test_two_builds_are_byte_identical(site: Path, real: Toolbox, tmp_path: Path) -> None:
    assert build_aside(tmp_path / "site", real, "mkdocs") == []
    assert fingerprints(tmp_path / "site") == fingerprints(site)


def run(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "scripts.build"], cwd=project, capture_output=True, text=True, check=False)


def test_faults_leave_the_last_site_alone(copy: Path) -> None:
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("de vorige")
    page = copy / "docs/over/privacy.md"
    page.write_text(page.read_text("utf-8") + "\n[weg](nergens.md)\n\n<div onclick=x>a</div>\n", "utf-8")
    done = run(copy)
    line = page.read_text("utf-8").split("[weg]")[0].count("\n") + 1
    assert done.returncode == 1
    assert f"docs/over/privacy.md:{line}: de verwijzing 'nergens.md' leidt nergens heen" in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "site/index.html").read_text() == "de vorige"
    assert not list(copy.glob(".site-*"))


def test_dead_links_are_said_in_dutch_with_their_line() -> None:
    log = "WARNING -  Doc file 'over/privacy.md' contains a link 'x.md', but the target 'over/x.md' is not found among documentation files."
    (problem,) = said(log)
    assert (problem.path, problem.text) == ("docs/over/privacy.md", "de verwijzing 'x.md' leidt nergens heen; kijk naar pad en naam")
