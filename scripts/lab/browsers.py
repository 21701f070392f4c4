"""Find the browsers for tests and measurements, install them if allowed, or say what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Browser:
    """A browser, and where it may be on a machine."""

    name: str
    variable: str  # environment variable with the path, for any other place
    commands: tuple[str, ...]  # names on the PATH, the one that is made for this first
    apps: tuple[str, ...]  # usual paths on macOS and Windows
    package: str  # name in Debian

    @property
    def help(self) -> str:
        """The Dutch message when it is not there."""
        return (
            f"{self.name} is niet gevonden. Installeer hem, "
            f"of zet {self.variable} op het pad van het programma."
        )

    def find(self) -> str | None:
        """Its path: the variable, then PATH, then the usual places."""
        wanted = os.environ.get(self.variable)
        if wanted and Path(wanted).is_file():
            return wanted
        for command in self.commands:
            if path := shutil.which(command):
                return path
        return next((app for app in self.apps if Path(app).is_file()), None)

    def require(self) -> str:
        """Like find; raises FileNotFoundError with the message when it is not there."""
        path = self.find()
        if path is None:
            raise FileNotFoundError(self.help)
        return path

    def ensure(self) -> str | None:
        """Like find; as root on Debian, its package is installed first when it is not there."""
        if not (os.environ.get(self.variable) or shutil.which(self.commands[0])):
            install(self.name, self.package)
        return self.find()


# The first has the engine of Chromium without its windows: a page opens for a third of the work.
CHROMIUM = Browser(
    "Chromium of Chrome",
    "CHROMIUM",
    (
        "chromium-headless-shell",
        *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        *("chrome", "msedge"),
    ),
    (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ),
    "chromium-headless-shell",
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


def install(name: str, *packages: str) -> None:
    """Install packages as root on Debian; elsewhere nothing happens."""
    if not (shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0):
        return
    print(f"Ik installeer {name} voor de tests (Debian: {', '.join(packages)}).", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
