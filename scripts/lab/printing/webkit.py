"""WebKitGTK as a printer: the engine of Safari, where Debian's packages of it are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from scripts.lab.browsers import install
from scripts.lab.printing.engine import Engine

PACKAGES = ("gir1.2-webkit2-4.1", "python3-gi", "python3-gi-cairo", "xvfb", "xauth")
PYTHON = "/usr/bin/python3"  # the bindings are made for the Python of the system
BINDINGS = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_foreign('cairo')"
PROGRAM = Path(__file__).with_name("webkit_window.py")
# One X server of its own; software drawing, and no sandbox, which root in a container cannot have.
SCREEN = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24"]
SETTINGS = {
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "LANGUAGE": "en",
    "LC_ALL": "C.UTF-8",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}


def ensure_webkit() -> bool:
    """Whether WebKitGTK can be used; as root on Debian it is installed first."""
    if not _is_there():
        install("WebKitGTK", *PACKAGES)
    return _is_there()


def _is_there() -> bool:
    if not (shutil.which("xvfb-run") and Path(PYTHON).is_file()):
        return False
    tried = subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    return tried.returncode == 0


class WebKitError(Exception):
    """WebKitGTK reported an error, or broke off."""


class WebKit(Engine):
    """One window, without anything stored."""

    name = "WebKit"

    def __init__(self, requests: IO[str], answers: IO[str]) -> None:
        self.requests, self.answers = requests, answers

    def open(self, url: str) -> None:
        """Load a page; an address that differs behind # alone only scrolls."""
        self._ask(open=url)

    def run(self, script: str) -> Any:
        """The value of an expression; of a promise, what it resolves to."""
        return self._ask(run=f"return ({script})")

    def print(self, path: Path, headers: bool) -> None:
        """Print the open page to a PDF; WebKitGTK cannot add headers."""
        if headers:
            raise WebKitError("WebKitGTK drukt geen kop- en voetregels")
        self._ask(print=str(path))

    def width(self, pixels: int) -> None:
        """Make the window this wide, for the pages that open from now on."""
        self._ask(width=pixels)

    def picture(self, path: Path) -> None:
        """Write a PNG of the whole open page."""
        self._ask(picture=str(path))

    def _ask(self, **request: Any) -> Any:
        print(json.dumps(request), file=self.requests, flush=True)
        line = self.answers.readline()
        if not line:
            raise WebKitError("de verbinding is verbroken")
        answer = json.loads(line)
        if "error" in answer:
            raise WebKitError(answer["error"])
        return answer["value"]


@contextmanager
def open_webkit() -> Iterator[WebKit]:
    """Start a window in the system's Python, and stop it afterwards."""
    command = [*SCREEN, PYTHON, str(PROGRAM)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | SETTINGS,
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise WebKitError("het venster heeft geen verbinding")
        yield WebKit(process.stdin, process.stdout)
        process.stdin.close()
