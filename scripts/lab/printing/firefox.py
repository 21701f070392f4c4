"""Firefox as a printer, controlled through Marionette, the protocol in Firefox itself.

Its chrome context prints as the print dialog does. The print commands of WebDriver and BiDi
ignore the sizes and margins that a page sets with @page.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from scripts.lab.browsers import FIREFOX
from scripts.lab.printing.engine import Engine

START_SECONDS, ANSWER_SECONDS, CLOSE_SECONDS = 300, 300, 10  # long: the machine may be busy
HEADERS = ["&T", "&U", "&PT", "&D"]  # the default corners: title, address, page of pages, date
SETTINGS: dict[str, str | int] = {
    "marionette.port": 0,  # any free port; Firefox writes its number in the profile
    "browser.startup.page": 0,
    "dom.serviceWorkers.enabled": False,  # so that no page comes from an offline copy
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/",
}
PRINT = """
const [path, headers, done] = arguments;
const service = Cc["@mozilla.org/gfx/printsettings-service;1"]
  .getService(Ci.nsIPrintSettingsService);
const settings = service.createNewPrintSettings();
const zero = {};
for (const side of ["Top", "Right", "Bottom", "Left"]) zero[`unwriteableMargin${side}`] = 0;
Object.assign(settings, zero, {
  isInitializedFromPrinter: true, isInitializedFromPrefs: true, printSilent: true,
  outputFormat: Ci.nsIPrintSettings.kOutputFormatPDF, toFileName: path,
  outputDestination: Ci.nsIPrintSettings.kOutputDestinationFile,
  paperSizeUnit: Ci.nsIPrintSettings.kPaperSizeMillimeters,
  paperWidth: 210, paperHeight: 297, orientation: 0,
  usePageRuleSizeAsPaperSize: true, honorPageRuleMargins: true, shrinkToFit: true, scaling: 1,
  printBGColors: false, printBGImages: false,
  headerStrLeft: headers[0], headerStrCenter: "", headerStrRight: headers[1],
  footerStrLeft: headers[2], footerStrCenter: "", footerStrRight: headers[3],
});
gBrowser.selectedBrowser.browsingContext.print(settings)
  .then(() => done(null), (error) => done(String(error)));
"""
RUN = "const done = arguments[0]; Promise.resolve({}).then(done)"


class FirefoxError(Exception):
    """Firefox reported an error, or broke off."""


class Firefox(Engine):
    """One window of a running Firefox."""

    name = "Firefox"

    def __init__(self, connection: socket.socket, stream: IO[bytes]) -> None:
        self.connection, self.stream = connection, stream
        self.sent = 0
        self._receive()  # Marionette sends its version before anything else
        self._send("WebDriver:NewSession")
        self._send("WebDriver:SetTimeouts", script=ANSWER_SECONDS * 1000)

    def open(self, url: str) -> None:
        """Load a page."""
        self._send("WebDriver:Navigate", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression; of a promise, what it resolves to."""
        return self._send(
            "WebDriver:ExecuteAsyncScript", script=RUN.replace("{}", script), args=[]
        )["value"]

    def print(self, path: Path, headers: bool) -> None:
        """Print the open page to a PDF; raises FirefoxError when that fails."""
        self._send("Marionette:SetContext", value="chrome")
        arguments = [str(path), HEADERS if headers else [""] * len(HEADERS)]
        fault = self._send("WebDriver:ExecuteAsyncScript", script=PRINT, args=arguments)["value"]
        self._send("Marionette:SetContext", value="content")
        if fault:
            raise FirefoxError(fault)

    def picture(self, selector: str) -> bytes:
        """A PNG of one element as the screen shows it."""
        found = self._send("WebDriver:FindElement", using="css selector", value=selector)["value"]
        (id,) = found.values()
        shot = self._send("WebDriver:TakeScreenshot", id=id, full=False, hash=False)
        return base64.b64decode(shot["value"])

    def quit(self) -> None:
        """Ask Firefox to quit."""
        self._send("Marionette:Quit", flags=["eForceQuit"])

    def _send(self, command: str, **parameters: Any) -> Any:
        self.sent += 1
        data = json.dumps([0, self.sent, command, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(data), data))
        _, _, error, result = self._receive()
        if error:
            raise FirefoxError(error["message"])
        return result

    def _receive(self) -> Any:
        """The next message, which is sent as its length in bytes, a colon and JSON."""
        size = b""
        while not size.endswith(b":"):
            byte = self.stream.read(1)
            if not byte:
                raise FirefoxError("de verbinding is verbroken")
            size += byte
        return json.loads(self.stream.read(int(size[:-1])))


@contextmanager
def open_firefox(settings: Mapping[str, str | int] | None = None) -> Iterator[Firefox]:
    """Start the Firefox of this machine with a new profile, and stop it afterwards.

    `settings` are what a reader may have set in about:config.
    """
    with tempfile.TemporaryDirectory(prefix="kist-firefox-", ignore_cleanup_errors=True) as profile:
        process = _start(FIREFOX.require(), Path(profile), SETTINGS | dict(settings or {}))
        try:
            with _connect(Path(profile)) as connection, connection.makefile("rb") as stream:
                firefox = Firefox(connection, stream)
                yield firefox
                firefox.quit()
            with suppress(subprocess.TimeoutExpired):
                process.wait(CLOSE_SECONDS)
        finally:
            process.kill()
            process.wait()


def _start(path: str, profile: Path, settings: Mapping[str, str | int]) -> subprocess.Popen[bytes]:
    """Start Firefox without a window, with a profile in this folder."""
    with (profile / "user.js").open("w", encoding="utf-8") as file:
        for name, value in settings.items():
            file.write(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n")
    command = [
        path,
        "--headless",
        "--no-remote",
        "--marionette",
        "--remote-allow-system-access",
        "--profile",
        str(profile),
        "about:blank",
    ]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        command, stdout=quiet, stderr=quiet, env=os.environ | {"HOME": str(profile)}
    )


def _connect(profile: Path) -> socket.socket:
    """A connection to Marionette, as soon as Firefox has written its port in the profile."""
    port, end = profile / "MarionetteActivePort", time.monotonic() + START_SECONDS
    while not (port.is_file() and port.read_text()):
        if time.monotonic() > end:
            raise FirefoxError(f"Firefox is na {START_SECONDS} seconden nog niet gestart")
        time.sleep(0.05)
    return socket.create_connection(
        ("127.0.0.1", int(port.read_text())), timeout=2 * ANSWER_SECONDS
    )
