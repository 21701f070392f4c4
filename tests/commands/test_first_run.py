"""The first run names what really stands in the way, and settings of the machine do not."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import kist
from tests.conftest import ROOT

PIP_CONF = """[global]
user = true
index-url = https://pakketten.example.nl/simple
[install]
user = true
target = /tmp/elders
prefix = /tmp/elders
"""


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (
            "ERROR: Could not install packages: [Errno 28] No space left on device",
            "de schijf is vol",
        ),
        ("OSError: [Errno 30] Read-only file system: '.venv'", "hier kan niets geschreven worden"),
        ("PermissionError: [Errno 13] Permission denied: 'x'", "hier mag je niet schrijven"),
        ("Error: No module named ensurepip", "het pakket python3-venv"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "het certificaat"),
        ("ProxyError('Cannot connect to proxy.')", "de proxy weigert"),
        ("HTTPError: 403 Client Error: Forbidden for url", "laat je niet toe"),
        ("NewConnectionError: x\nERROR: No matching distribution found", "er is geen netwerk"),
        ("ERROR: No matching distribution found for pydantic==2", "heeft niet wat Python 3"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "is niet wat het moet zijn"),
        ("regel\niets onbekends", "pip stopt met code 2 en zegt: iets onbekends"),
    ],
)
def test_what_pip_says_becomes_a_cause_that_an_editor_can_mend(said: str, says: str) -> None:
    assert says in kist.cause(subprocess.CalledProcessError(2, ["pip"], said.encode()))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EROFS, "hier kan niets geschreven worden"),
        (errno.EACCES, "hier mag je niet schrijven"),
    ],
)
def test_what_the_system_refuses_is_named(code: int, says: str) -> None:
    assert kist.cause(OSError(code, "in English", ".venv")).startswith(says)


def test_an_environment_of_another_user_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(kist, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert kist.main(["check"]) == 1
    assert "de map .venv is van een andere gebruiker" in capsys.readouterr().err


def test_pip_hears_only_how_to_reach_the_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A machine may install for the user, or in another folder; .venv would stay empty."""
    (tmp_path / "pip.conf").write_text(PIP_CONF)
    monkeypatch.setattr(kist, "PYTHON", Path(sys.executable))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_TARGET", "elders")
    monkeypatch.setenv("PIP_PROXY", "http://proxy.example.nl")
    found = {name: value for name, value in kist.pip_environment().items() if "PIP_" in name}
    assert found["PIP_INDEX_URL"] == "https://pakketten.example.nl/simple"
    assert found["PIP_PROXY"] == "http://proxy.example.nl"
    assert found["PIP_CONFIG_FILE"] == os.devnull
    assert not found.keys() & {"PIP_USER", "PIP_TARGET", "PIP_PREFIX"}


def test_a_faulty_pip_conf_is_no_hindrance(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("user = true\n")
    monkeypatch.setattr(kist, "PYTHON", Path(sys.executable))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    assert kist.pip_environment()["PIP_CONFIG_FILE"] == os.devnull


def test_a_command_does_not_see_the_python_settings_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "macros.py").write_text("raise SystemExit(7)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    assert kist.run([sys.executable, "-c", "import macros.model"]) == 0


def test_what_takes_long_says_that_it_still_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kist, "PATIENCE", 0.05)
    work = "import time; time.sleep(0.5)"
    assert kist.run([sys.executable, "-c", work], aloud=False) == 0
    assert re.match(r"Nog bezig, \d+ seconden\.", capsys.readouterr().err)


def test_windows_has_a_launcher_in_its_own_line_ends() -> None:
    launcher = (ROOT / "kist.cmd").read_bytes()
    assert b'py -3 "%~dp0scripts\\kist.py" %*\r\n' in launcher
    assert launcher.count(b"\n") == launcher.count(b"\r\n")
