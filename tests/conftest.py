"""Fixtures: a small example project to break, and the real site, built once a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from macros.model import Toolbox
from macros.model.problems import ToolboxError
from macros.reading.project import open_toolbox
from scripts.cli.errors import run_command
from scripts.cli.git_hosts import RUNS_ON
from scripts.pipeline.generate import build_aside
from tests.helpers.project import Call, wait_until
from tests.helpers.small_project import complete

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "tests" / "examples"
# The site is tested with all its doors, whatever the host that tests it
EDIT = "https://git.example.nl/kist/edit/main/"
os.environ |= {"KIST_EDIT_URL": f"{EDIT}docs/{{path}}", "KIST_CONTACT": "kist@example.nl"}
for variable in (*RUNS_ON.values(), "GITHUB_STEP_SUMMARY"):  # a test asks for a host by name
    os.environ.pop(variable, None)
SHARED = ("woordenlijsten", "schaal.yml")  # the words stand once, also for the examples


@pytest.fixture(scope="session")
def real() -> Toolbox:
    """The toolbox of this project."""
    return open_toolbox(ROOT)


@pytest.fixture
def example(project: Path) -> Toolbox:
    """The toolbox of the little project; one of its instruments has every field."""
    return open_toolbox(project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound little project of its own: one record of each kind, made of real ones."""
    return examples_in(tmp_path / "kist")


def examples_in(folder: Path) -> Path:
    """Write the records and pages of the little project in a new folder."""
    shutil.copytree(EXAMPLES, folder)
    for name in SHARED:
        source = ROOT / "toolbox" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "toolbox" / name)
    return folder


@pytest.fixture
def faults(project: Path) -> Callable[[], list[str]]:
    """The lines that an editor of the little project would get."""

    def collect() -> list[str]:
        try:
            open_toolbox(project)
        except ToolboxError as error:
            return [str(problem) for problem in error.problems]
        return []

    return collect


@pytest.fixture
def small(tmp_path: Path, whole: Path) -> Path:
    """The little project with all code, in which every command works; a copy for most tests."""
    return shutil.copytree(whole, tmp_path / "kist")


@pytest.fixture(scope="session")
def whole(shared: Path) -> Path:
    """What `small` is a copy of."""
    return once(shared / "whole", lambda folder: complete(examples_in(folder), ROOT))


@pytest.fixture
def call(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs a command on the little project, in this process: `run` starts a Python for it."""

    def called(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = import_module(f"scripts.{name}")
        for module in [sys.modules[one] for one in sys.modules if one.startswith("scripts.")]:
            if getattr(module, "ROOT", None) == ROOT:
                monkeypatch.setattr(module, "ROOT", small)
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        with pytest.raises(SystemExit) as stopped:
            run_command(command.main)
        said = capsys.readouterr()
        return subprocess.CompletedProcess(
            arguments, int(str(stopped.value.code)), said.out, said.err
        )

    monkeypatch.chdir(small)
    monkeypatch.setenv("KIST_PDF", "nee")
    return called


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of this whole project that a test may break; `small` is faster by far."""
    for name in ("docs", "toolbox", "macros", "scripts"):
        shutil.copytree(
            ROOT / name, tmp_path / "kist" / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("mkdocs.yml", "csp-hashes.txt", "audit.json", "redirects.yml"):
        shutil.copy(ROOT / name, tmp_path / "kist")
    return tmp_path / "kist"


@pytest.fixture
def printed_copy(site: Path, copy: Path) -> Path:
    """A copy with the PDFs that the build of the site left behind; each takes long to make."""
    assert site.is_dir()
    shutil.copytree(ROOT / ".cache", copy / ".cache")
    return copy


@pytest.fixture(scope="session")
def site(shared: Path, real: Toolbox) -> Path:
    """The built site of this project, as kist.py build makes it."""
    return once(shared / "site", lambda folder: build_aside(folder, real))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run for all its workers."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker makes; the others wait for its report."""
    report = folder.with_suffix(".txt")
    try:
        folder.with_suffix(".lock").mkdir()
    except FileExistsError:
        wait_until(report.is_file)
    else:
        _report(report, folder, make)
    wrong = report.read_text("utf-8")
    assert not wrong, wrong
    return folder


def _report(report: Path, folder: Path, make: Callable[[Path], object]) -> None:
    """Make the folder, and write what went wrong."""
    text = ""
    try:
        make(folder)
    except Exception:
        text = traceback.format_exc()
    aside = report.with_suffix(".new")
    aside.write_text(text, "utf-8")
    aside.rename(report)  # last and in one step: with it the folder is whole
