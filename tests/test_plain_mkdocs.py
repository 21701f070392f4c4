"""The project is an ordinary MkDocs project: after `pip install` it needs no command of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.reading.project import open_toolbox
from scripts.pipeline.validate import expected_pages, expected_pdfs
from tests.conftest import ROOT
from tests.helpers.project import LONGEST, free_port, run, running, wait_until

MKDOCS = ("-m", "mkdocs")
PAGE = "instrumenten/keetgesprek/"


@pytest.fixture(
    scope="module", params=["this environment", pytest.param("a fresh one", marks=pytest.mark.long)]
)
def python(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python with at least what requirements.txt asks; the fresh one holds nothing else."""
    if request.param == "this environment":
        return sys.executable
    home = tmp_path_factory.mktemp("fresh")
    venv.EnvBuilder(with_pip=True).create(home)
    fresh = str(next(home.glob("[bS]*/python*")))
    lock = ROOT / "requirements.txt"
    command = [fresh, "-m", "pip", "install", "-qq", "--require-hashes", "-r", str(lock)]
    subprocess.run(command, check=True, timeout=LONGEST)
    return fresh


def test_mkdocs_builds_every_page_and_sheet(python: str, small: Path) -> None:
    build_all(small, python)


@pytest.mark.long
def test_mkdocs_builds_the_whole_project(python: str, printed_copy: Path) -> None:
    build_all(printed_copy, python)


def build_all(project: Path, python: str) -> None:
    """Build without a command of ours, and look whether each page and each sheet is there."""
    done = run(project, *MKDOCS, "build", "--strict", python=python)
    assert done.returncode == 0, done.stderr
    built = {path.relative_to(project / "site").as_posix() for path in project.rglob("site/**/*.*")}
    assert f"{PAGE}keetgesprek.pdf" in built
    assert expected_pages(project) | expected_pdfs(open_toolbox(project)) <= built


def test_mkdocs_serves_the_pages(python: str, small: Path) -> None:
    address = f"127.0.0.1:{free_port()}"
    command = [python, *MKDOCS, "serve", "--dev-addr", address]
    seen: list[str] = []

    def shown() -> bool:
        assert server.poll() is None, "the server ended"
        with suppress(OSError), urlopen(f"http://{address}/{PAGE}", timeout=LONGEST) as answer:
            seen.append(answer.read().decode())
        return bool(seen)

    environment = os.environ | {"KIST_PDF": "nee"}  # their QR codes hold this address: all anew
    quiet = subprocess.DEVNULL
    with running(command, cwd=small, env=environment, stderr=quiet) as server:
        wait_until(shown)
    assert "<title>Keetgesprek van tien minuten" in seen[0]
    assert "Ga in een kring staan, zonder telefoon." in seen[0]
