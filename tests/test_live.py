"""The preview shows what a full build makes, and problems come and go with their cause."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from watchdog.events import FileModifiedEvent

from macros.model.problems import Problem
from macros.reading.project import open_toolbox
from scripts.serve import Changes, Handler, State, work
from scripts.serving.incremental_site import IncrementalSite
from scripts.serving.reload_file import reload_record
from tests.conftest import ROOT, fingerprints

# Runs in a copy of the project, since the macros read the project they stand in.
SESSION = """
import re
import shutil
import time
from pathlib import Path
from macros.reading.project import open_toolbox
from macros.model import KINDS
from macros.model.problems import ToolboxError
from scripts.serving.incremental_site import IncrementalSite

root = Path.cwd()
preview = IncrementalSite(root, lambda *_: None)
assert preview.build() == []

page = root / "docs/over/privacy.md"
page.write_text(page.read_text("utf-8") + "\\nNog een zin over een belang.\\n", "utf-8")
assert preview.refresh([page])
for kind in [kind for kind, spec in KINDS.items() if not spec.without_link]:
    record = sorted((root / "toolbox" / kind).glob("*.yml"))[2]
    text = record.read_text("utf-8")
    changed, count = re.subn(r"\\.(\\W?)$", r"!\\1", text, flags=re.MULTILINE)
    assert count, kind
    record.write_text(changed, "utf-8")
    assert preview.refresh([record]), kind

record.write_text(text.replace("titel:", "tittel:"), "utf-8")
try:
    preview.refresh([record])
except ToolboxError as error:
    print(error)
record.write_text(text, "utf-8")
assert preview.refresh([])

style = root / "docs/assets/css/basis.css"
style.write_text(style.read_text("utf-8") + "\\n/* einde */\\n", "utf-8")
assert preview.refresh([style, root / "toolbox/passing.tmp.yml"])
while preview.catch_up():
    time.sleep(0.02)
assert preview.found == []
shutil.copytree(preview.site, root / "getoond")

fase, titled = root / "toolbox/fasen/delen.yml", root / "toolbox/instrumenten/keetgesprek.yml"
titled.write_text(titled.read_text("utf-8").replace("titel: Keet", "titel: Keeet"), "utf-8")
assert not preview.refresh([fase])
assert not preview.refresh([titled])
preview.close()
"""

# What `check` refuses: HTML at once, the rest in idle moments; each goes when it is mended.
FAULTS = """
import time
from pathlib import Path
from macros.model.problems import ToolboxError
from scripts.serving.incremental_site import IncrementalSite

root = Path.cwd()
preview = IncrementalSite(root, lambda *_: None)

def settle():
    while preview.catch_up():
        time.sleep(0.02)
    print(*preview.found or ["niets"], sep="\\n")

page = root / "docs/over/privacy.md"
sound = page.read_text("utf-8")
page.write_text(f"{sound}\\n<iframe></iframe>\\n", "utf-8")
print(*preview.build(), sep="\\n")
page.write_text(sound, "utf-8")
assert preview.build() == []
settle()

page.write_text(f"{sound}\\n<img src=https://x.example/a.png onerror=alert(1)>\\n", "utf-8")
try:
    preview.refresh([page])
except ToolboxError as error:
    print(error)
assert "onerror" not in (preview.site / "over/privacy/index.html").read_text("utf-8")
page.write_text(sound, "utf-8")
assert preview.refresh([page])

record = root / "toolbox/instrumenten/stoelwissel.yml"
text = record.read_text("utf-8")
long = " ".join(["Praat samen over wat er deze week goed ging."] * 5)
lines = text.splitlines(True)
new = f"    tekst: {long}\\n"
longer = (new if line.startswith("    tekst:") else line for line in lines)
record.write_text("".join(longer), "utf-8")
assert preview.refresh([record])
(root / "links.lock").write_text("/\\n/weg/\\n", "utf-8")
settle()
record.write_text(text, "utf-8")
assert preview.refresh([record])
(root / "redirects.yml").write_text("/weg/: /over/\\n", "utf-8")
settle()
preview.close()
"""


def run(project: Path, *command: str, pdf: str = "nee") -> str:
    environment = os.environ | {"KIST_PDF": pdf, "SOURCE_DATE_EPOCH": "1780000000"}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_whole_build_gives_the_bytes_that_the_preview_showed(copy: Path) -> None:
    record = sorted((copy / "toolbox/bronnen").glob("*.yml"))[2].name
    assert f"toolbox/bronnen/{record}:2: tittel: onbekend veld; bedoel je 'titel'?" in run(
        copy, "-c", SESSION
    )
    title = copy / "toolbox/instrumenten/keetgesprek.yml"
    title.write_text(title.read_text("utf-8").replace("titel: Keeet", "titel: Keet"), "utf-8")
    run(copy, "-m", "mkdocs", "build", "-d", "geheel")
    assert fingerprints(copy / "getoond") == fingerprints(copy / "geheel")


def test_what_the_check_refuses_is_shown_and_goes_when_mended(copy: Path) -> None:
    if (ROOT / ".cache").is_dir():  # printed sheets; each takes long to make
        shutil.copytree(ROOT / ".cache", copy / ".cache")
    end = (copy / "docs/over/privacy.md").read_text("utf-8").count("\n") + 2
    frame, none, outside, image, address, paper, last = run(
        copy, "-c", FAULTS, pdf="ja"
    ).splitlines()
    assert frame == f"docs/over/privacy.md:{end}: <iframe> mag niet in een pagina; haal het weg"
    assert outside.startswith(f"docs/over/privacy.md:{end}: <img> haalt iets van een andere site")
    assert image == f"docs/over/privacy.md:{end}: kenmerk 'onerror' op <img> mag niet; haal het weg"
    assert address.startswith("links.lock:2: /weg/ is verdwenen; zet in redirects.yml")
    assert paper.startswith("toolbox/instrumenten/stoelwissel.yml:")
    assert (none, last) == ("niets", "niets")


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[tuple[State, str]]:
    """A preview in a browser: what it shows, and its address."""
    state = State()
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(f"<html><body class=x><h1>{name}</h1></body></html>")
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Show", (Handler,), {"state": state}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield state, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def test_faults_stand_on_the_page_and_go_when_mended(
    shown: tuple[State, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state, address = shown
    assert "Even geduld" in read(f"{address}/")
    state.tell(tmp_path, [Problem("toolbox/x.yml", 3, "dool: <onbekend>")])
    assert '<body class=x><div role="alert"' in read(f"{address}/")
    assert "toolbox/x.yml:3: dool: &lt;onbekend&gt;" in read(f"{address}/")
    state.tell(tmp_path, [])
    assert "alert" not in read(f"{address}/")
    assert capsys.readouterr().err.endswith("Alles klopt weer.\n")


def test_an_open_page_hears_of_a_change(shown: tuple[State, str], tmp_path: Path) -> None:
    state, address = shown
    state.tell(tmp_path, [])
    threading.Timer(0.05, state.tell, (tmp_path, [])).start()
    assert 'fetch("/__nieuws?1")' in read(f"{address}/")
    assert read(f"{address}/__nieuws?1") == "2"


def test_a_page_that_is_not_there_is_answered_as_on_the_site(
    shown: tuple[State, str], tmp_path: Path
) -> None:
    state, address = shown
    state.tell(tmp_path, [])
    with pytest.raises(HTTPError) as error:
        read(f"{address}/weg/")
    assert error.value.code == 404
    assert "404.html" in error.value.read().decode()
    error.value.close()


def test_what_an_editor_writes_aside_is_no_change() -> None:
    changes = Changes()
    beside, other = str(ROOT / "redirects.yml"), str(ROOT / "CHANGELOG.md")
    for name in ("docs/.x.md.swp", "docs/x.md~", "docs/4913", "docs/x.md", beside, other):
        changes.on_any_event(FileModifiedEvent(name))
    assert changes.wait(1) == {Path("docs/x.md"), Path(beside)}
    assert changes.wait(0) == set()


def test_faults_of_both_looks_are_told_together_and_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A save that is sound, a fault that was found in an idle moment, a save that mends it."""
    saves = iter([{Path("docs/x.md")}, set(), set(), {Path("docs/x.md")}])
    fault = Problem("toolbox/x.yml", 9, "past niet op één A4")
    told: list[list[Problem]] = []
    preview, state = IncrementalSite(tmp_path, lambda *_: None), State()
    monkeypatch.setattr(preview, "build", list)
    monkeypatch.setattr(preview, "refresh", lambda paths: True)
    looks = iter([[fault], [fault], []])

    def catch_up() -> bool:
        preview.found = next(looks)
        return True

    def tell(_: Path, problems: list[Problem]) -> None:
        state.problems = problems
        told.append(problems)

    def wait(_: object, seconds: float | None) -> set[Path]:
        if (paths := next(saves, None)) is None:
            raise KeyboardInterrupt
        return paths

    monkeypatch.setattr(preview, "catch_up", catch_up)
    monkeypatch.setattr(Changes, "wait", wait)
    monkeypatch.setattr(state, "tell", tell)
    with pytest.raises(KeyboardInterrupt):
        work(preview, state, Changes())
    preview.close()
    assert told == [[], [], [fault], [fault]]


def test_a_saved_record_makes_another_toolbox_and_leaves_this_one(project: Path) -> None:
    before = open_toolbox(project)
    record = before.instrumenten["keetgesprek"]
    path = project / "toolbox/instrumenten/keetgesprek.yml"
    path.write_text(path.read_text("utf-8").replace(record.doel, f"{record.doel}!"), "utf-8")
    after = reload_record(before, project, "instrumenten", "keetgesprek")
    assert after is not None
    assert after.instrumenten["keetgesprek"].doel == f"{record.doel}!"
    assert before.instrumenten["keetgesprek"] is record
    assert before.records["instrumenten"]["keetgesprek"] is record
