"""A build is the same twice, and one that fails leaves the last good site alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.pipeline.generate import problems_in_log
from tests.helpers.project import fingerprints, run

BUILD = ("-m", "scripts.build")


def test_two_builds_are_byte_identical_with_and_without_the_hook(
    site: Path, printed_copy: Path
) -> None:
    config = (printed_copy / "mkdocs.yml").read_text("utf-8")
    without, count = re.subn(r"^hooks:.*\n", "", config, flags=re.MULTILINE)
    assert count == 1
    (printed_copy / "mkdocs.yml").write_text(without, "utf-8")
    done = run(printed_copy, *BUILD)
    assert done.returncode == 0, done.stderr
    assert fingerprints(printed_copy / "site") == fingerprints(site)


def test_faults_leave_the_last_site_alone(copy: Path) -> None:
    (copy / "site").mkdir()
    for name in ("index.html", "precache.json", "sw.js"):
        (copy / "site" / name).write_text("de vorige")
    page = copy / "docs/over/privacy.md"
    page.write_text(page.read_text("utf-8") + "\n[weg](nergens.md)\n", "utf-8")
    done = run(copy, *BUILD, KIST_PDF="nee")
    line = page.read_text("utf-8").split("[weg]")[0].count("\n") + 1
    assert done.returncode == 1
    assert (
        f"docs/over/privacy.md:{line}: de verwijzing 'nergens.md' leidt nergens heen" in done.stderr
    )
    assert "Traceback" not in done.stderr
    assert (copy / "site/index.html").read_text() == "de vorige"
    assert not list(copy.glob(".site-*"))


def test_dead_links_are_said_in_dutch_with_their_line() -> None:
    log = (
        "WARNING -  Doc file 'over/privacy.md' contains a link 'x.md', "
        "but the target 'over/x.md' is not found among documentation files."
    )
    (problem,) = problems_in_log(log)
    assert (problem.path, problem.text) == (
        "docs/over/privacy.md",
        "de verwijzing 'x.md' leidt nergens heen; kijk naar pad en naam",
    )


@pytest.mark.parametrize("out", ["brieven", "brief.txt", "docs"])
def test_what_somebody_else_made_is_never_replaced(copy: Path, out: str) -> None:
    (copy / "brieven").mkdir()
    for name in ("brieven/brief.txt", "brief.txt"):
        (copy / name).write_text("lief")
    before = fingerprints(copy)
    done = run(copy, *BUILD, "--out", out, KIST_PDF="nee")
    assert done.returncode == 1
    assert "kies met --out een andere map" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprints(copy) == before
