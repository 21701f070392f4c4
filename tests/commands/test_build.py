"""A build is the same twice, and one that fails leaves the last good site alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.problems import Problem
from scripts.pipeline import generate
from scripts.pipeline.run_generator import problem_of
from tests.helpers.project import Call, fingerprints, run

BUILD = ("-m", "scripts.build")


@pytest.mark.long
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


def test_faults_leave_the_last_site_alone(small: Path, call: Call) -> None:
    (small / "site").mkdir()
    for name in ("index.html", "precache.json", "sw.js"):
        (small / "site" / name).write_text("de vorige")
    page = small / "docs/over/privacy.md"
    page.write_text(page.read_text("utf-8") + "\n[weg](nergens.md)\n", "utf-8")
    done = call("build")
    line = page.read_text("utf-8").split("[weg]")[0].count("\n") + 1
    assert done.returncode == 1
    assert (
        f"docs/over/privacy.md:{line}: de verwijzing 'nergens.md' leidt nergens heen" in done.stderr
    )
    assert (small / "site/index.html").read_text() == "de vorige"
    assert not list(small.glob(".site-*"))


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            "contains a link 'x.md', but the target 'over/x.md' is not found among documentation",
            "de verwijzing 'x.md' leidt nergens heen; kijk naar map en naam",
        ),
        (
            "contains a link '#x', but there is no such anchor on this page.",
            "de verwijzing '#x' wijst naar een kop die er niet is",
        ),
        (
            "contains an absolute link '/x/', it was left as is.",
            "de verwijzing '/x/' noemt geen bestand; schrijf het pad naar het .md-bestand",
        ),
        (
            "contains an unrecognized relative link 'x/', it was left as is.",
            "de verwijzing 'x/' noemt geen bestand; schrijf het pad naar het .md-bestand",
        ),
    ],
)
def test_a_link_that_the_generator_warns_of_is_named_in_dutch(
    tmp_path: Path, message: str, text: str
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("# A\n\nZie [x](x.md), [x](#x), [x](/x/) of [x](x/).\n")
    found = problem_of(f"Doc file 'a.md' {message}", tmp_path)
    assert found == Problem("docs/a.md", 3, text)


def test_a_template_that_fails_is_named_with_its_line_and_a_page(small: Path, call: Call) -> None:
    template = small / "macros/pages/templates/dekking.html"
    template.write_text("{{ er_is_niets }}", "utf-8")
    done = call("build")
    assert done.returncode == 1
    assert (
        "macros/pages/templates/dekking.html:1: het sjabloon klopt niet: 'er_is_niets' bestaat "
        "niet; zet terug wat hier veranderd is (gezien op docs/over/dekking.md)" in done.stderr
    )


@pytest.mark.parametrize(
    ("message", "line", "text"),
    [
        (
            "Config value 'strikt': Unrecognised configuration name: strikt",
            2,
            "'strikt' is geen instelling; kijk naar de spelling of haal de regel weg",
        ),
        (
            "Config value 'plugins': The \"macro\" plugin is not installed",
            3,
            'plugins: deze instelling kan niet (The "macro" plugin is not installed); '
            "zet terug wat hier veranderd is",
        ),
        (
            "The following pages exist in the docs directory, but are not included in the "
            '"nav" configuration:\n  - over/a.md\n  - b.md',
            6,
            "over/a.md, b.md staat niet in nav; zet de pagina daar, of haal het bestand weg",
        ),
    ],
)
def test_a_setting_that_the_generator_refuses_is_named_with_its_line(
    tmp_path: Path, message: str, line: int, text: str
) -> None:
    settings = "site_name: Kist\nstrikt: true\nplugins: []\nvalidation:\n  nav: {}\nnav: []\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert problem_of(message, tmp_path) == Problem("mkdocs.yml", line, text)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import time; time.sleep(60)", "bouwen kost meer dan 1 seconden"),
        ("import os; os._exit(3)", "proefbouwer stopt met code 3"),
        ("raise OverflowError('te veel')", "de site is niet te bouwen: OverflowError: te veel"),
    ],
)
def test_a_generator_that_hangs_or_crashes_is_ended_with_a_sentence(
    real: Toolbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    (tmp_path / "proefbouwer").mkdir()
    for name in ("__init__", "__main__"):
        (tmp_path / f"proefbouwer/{name}.py").touch()
    (tmp_path / "proefbouwer/config.py").write_text(code, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    if "sleep" in code:
        monkeypatch.setattr(generate, "TIME_LIMIT", 1)
    (problem,) = generate.generate(tmp_path / "site", real, "proefbouwer")
    assert problem.text.startswith(says)


@pytest.mark.parametrize("out", ["brieven", "brief.txt", "docs"])
def test_what_somebody_else_made_is_never_replaced(small: Path, call: Call, out: str) -> None:
    (small / "brieven").mkdir()
    for name in ("brieven/brief.txt", "brief.txt"):
        (small / name).write_text("lief")
    before = fingerprints(small)
    done = call("build", "--out", out)
    assert done.returncode == 1
    assert "kies met --out een andere map" in done.stderr
    assert fingerprints(small) == before
