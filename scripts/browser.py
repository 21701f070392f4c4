"""The browser for the tests: found on the machine, else installed where that is allowed, else a clear message."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
APPS = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:/Program Files/Google/Chrome/Application/chrome.exe")
HELP = "Geen browser gevonden voor de tests. Installeer Chromium of Chrome, of zet CHROMIUM op het pad van de browser."


def find_chromium() -> str | None:
    """The path of a Chromium or Chrome: CHROMIUM, then PATH, then the usual places."""
    wanted = os.environ.get("CHROMIUM")
    if wanted and Path(wanted).is_file():
        return wanted
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((app for app in APPS if Path(app).is_file()), None)


def ensure_chromium() -> str | None:
    """As find_chromium; on a Debian where we are root the package is installed first when there is none."""
    if (found := find_chromium()) or not _may_install():
        return found
    print("Ik installeer Chromium voor de browsertests (Debian-pakket chromium).", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return find_chromium()


def _may_install() -> bool:
    return bool(shutil.which("apt-get")) and getattr(os, "geteuid", lambda: 1)() == 0
