"""A site that is published anew while somebody keeps a copy of it, and what stands in between."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.offline import LIST, write_offline
from tests.conftest import ROOT
from tests.helpers.project import LONGEST, wait_until

SHEET = "instrumenten/keetgesprek/"
PAGES = (
    "",
    SHEET,
    "checklists/goede-ambitie/",
    "fasen/",
    "gegevens/",
    "instrumenten/belangenkaart/",
    "instrumenten/groepsspiegel/",
    "leiden/",
    "mijn-kist/",
    "over/zonder-netwerk/",
    "scans/vertrouwensmeting/",
    "situaties/",
    "verbeteragenda/",
    "verslag/",
)
NEVER = LONGEST * 1000  # ms: a busy machine is no bad network
COPIES = "async () => (await caches.keys()).filter((name) => name !== 'kist-geopend')"
# The digest of every file in every copy, by address
HELD = """async () => {
  const held = {}, scope = (await navigator.serviceWorker.ready).scope;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    held[name] = {};
    for (const { url } of await cache.keys()) {
      const body = await (await cache.match(url)).arrayBuffer();
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 6);
      const mark = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      held[name][url.slice(scope.length) || "./"] = mark;
    }
  }
  return held;
}"""
LOOK = "navigator.serviceWorker.getRegistration().then((it) => it?.update()).catch(() => {})"
# What became of the worker that a visit or an update fetched
END = """async (isUpdate) => {
  const { serviceWorker } = navigator;
  try {
    const place = isUpdate ? await (await serviceWorker.getRegistration()).update()
      : await serviceWorker.register("sw.js");
    const worker = place.installing ?? place.waiting ?? place.active;
    while (worker && !["redundant", "activated"].includes(worker.state)) {
      await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    }
    return worker?.state ?? "redundant";
  } catch (error) {
    return error.name;
  }
}"""


def publish(
    live: Path, site: Path, changes: Mapping[str, tuple[str, str]] = {}, patience: int = NEVER
) -> Path:
    """Another release, all at once; a few pages, since a short list is quick. Its folder."""
    folder = live.with_name(f"{live.name}-{len(list(live.parent.iterdir()))}")
    shutil.copytree(site, folder, ignore=lambda at, names: _left_out(site, Path(at), names))
    for name, (old, new) in changes.items():
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    for name in ("sw.js", "sw-aan.js"):
        shutil.copy(ROOT / "macros/theme" / name, folder)
    write_offline(BuiltSite(folder))
    put_live(live, folder, patience)
    return folder


def _left_out(site: Path, at: Path, names: list[str]) -> list[str]:
    """Data, and all pages, PDFs and scripts of sheets but a few."""
    place = at.relative_to(site).as_posix().removeprefix(".")
    page = f"{place}/" if place else ""
    return [
        name
        for name in names
        if (name == "index.html" and page not in PAGES)
        or (name.endswith(".pdf") and page != SHEET)
        or (name.endswith(".js") and page.startswith("bladen/") and _owner(page, name) not in PAGES)
        or name == "data"
    ]


def _owner(page: str, name: str) -> str:
    """The page whose sheet a script holds."""
    return f"{page.removeprefix('bladen/')}{name.removesuffix('.js')}/"


def put_live(live: Path, folder: Path, patience: int = NEVER) -> None:
    """Have the server show a release, in one step; its worker waits that long for a network."""
    worker = folder / "sw.js"
    text = worker.read_text("utf-8")
    assert "PATIENCE = 3000;" in text
    worker.write_text(text.replace("PATIENCE = 3000;", f"PATIENCE = {patience};"), "utf-8")
    link = live.with_name("nieuw")
    link.symlink_to(folder, target_is_directory=True)
    link.replace(live)


def listed(folder: Path) -> dict[str, str]:
    """What a whole copy of a release holds."""
    marks: dict[str, str] = json.loads((folder / LIST).read_text("utf-8"))
    return marks


def held(page: Page) -> dict[str, dict[str, str]]:
    """What stands in the copies on this device, but for their own lists."""
    found: dict[str, dict[str, str]] = page.evaluate(HELD)
    for marks in found.values():
        marks.pop(LIST, None)
    return found


def visit(page: Page, address: str) -> str:
    """What becomes of the copy of a first visit, on a page without scripts of its own."""
    page.goto(f"{address}robots.txt")
    return str(page.evaluate(END, False))


def update(page: Page) -> str:
    """What becomes of the next copy, when the browser looks for one."""
    return str(page.evaluate(END, True))


def wait_for_copies(page: Page, wanted: Callable[[list[str]], bool]) -> None:
    """Look for another worker until the copies on this device are what they should be."""

    def arrived() -> bool:
        page.evaluate(LOOK)
        return wanted(page.evaluate(COPIES))

    wait_until(arrived)


@dataclass
class Reply:
    """What somebody on the way answers in the place of the site."""

    body: str = "<!doctype html><title>Aanmelden</title><h1>Meld je aan bij dit netwerk</h1>"
    type: str = "text/html; charset=utf-8"
    status: int = 200
    fields: Mapping[str, str] = field(default_factory=dict)


Answers = Callable[[str], Reply | None]


@dataclass
class Portal:
    """Stands between a reader and the site, and answers for it when it likes."""

    answers: Answers | None = None

    def stand_between(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """From now on every server of this process asks here first."""
        of_the_site = SimpleHTTPRequestHandler.send_head

        def send_head(handler: SimpleHTTPRequestHandler) -> Any:
            reply = self.answers and self.answers(handler.path.partition("?")[0].lstrip("/"))
            return of_the_site(handler) if not reply else _send(handler, reply)

        monkeypatch.setattr(SimpleHTTPRequestHandler, "send_head", send_head)


def _send(handler: SimpleHTTPRequestHandler, reply: Reply) -> io.BytesIO:
    body = reply.body.encode()
    handler.send_response(reply.status)
    fields = {"Content-Type": reply.type, "Content-Length": str(len(body)), **reply.fields}
    for name, value in fields.items():
        handler.send_header(name, value)
    handler.end_headers()
    return io.BytesIO(body)
