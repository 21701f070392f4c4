"""The browsers for the tests: found, else installed where that is allowed, else a clear message."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Browser:
    """A browser, and where a machine may keep it."""

    name: str
    variable: str  # of the environment, for a path of one's own
    commands: tuple[str, ...]
    apps: tuple[str, ...]
    package: str  # of Debian

    @property
    def help(self) -> str:
        """What to do when it is not there."""
        return (
            f"{self.name} is niet gevonden. Installeer hem, "
            f"of zet {self.variable} op het pad van het programma."
        )

    def find(self) -> str | None:
        """Its path: the variable, then PATH, then the usual places."""
        wanted = os.environ.get(self.variable)
        if wanted and Path(wanted).is_file():
            return wanted
        found = next((path for command in self.commands if (path := shutil.which(command))), None)
        return found or next((app for app in self.apps if Path(app).is_file()), None)

    def require(self) -> str:
        """As find, for who cannot go on without."""
        if (found := self.find()) is None:
            raise FileNotFoundError(self.help)
        return found

    def ensure(self) -> str | None:
        """Like find; as root on Debian, the package is installed first when there is none."""
        if (found := self.find()) or not _may_install():
            return found
        print(
            f"Ik installeer {self.name} voor de tests (Debian-pakket {self.package}).", flush=True
        )
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", self.package],
        ):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        return self.find()


CHROMIUM = Browser(
    "Chromium of Chrome",
    "CHROMIUM",
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ),
    "chromium",
)
FIREFOX = Browser(
    "Firefox",
    "FIREFOX",
    ("firefox-esr", "firefox"),
    (
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ),
    "firefox-esr",
)
BROWSERS = (CHROMIUM, FIREFOX)


def _may_install() -> bool:
    return bool(shutil.which("apt-get")) and getattr(os, "geteuid", lambda: 1)() == 0
