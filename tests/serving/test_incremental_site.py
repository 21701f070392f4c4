"""The preview shows what a full build makes, and problems come and go with their cause."""

from __future__ import annotations

import shutil
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
from tests.conftest import ROOT
from tests.helpers.project import LONGEST, fingerprints, rewrite, run

HELPERS = "tests/helpers"
EDITOR = ("-m", "tests.helpers.preview_session")
# The instrument of the examples has every field, and so more than a sheet can hold
MORE_THAN_FITS = r"^(?:keetversie|vragen):\n(?:[ -].*\n)+"
DAY = "1780000000"  # for both, since the feed holds the moment of the build


def session(project: Path, what: str, pdf: str) -> str:
    """What the program of the editor prints."""
    shutil.copytree(ROOT / HELPERS, project / HELPERS)
    (project / "tests/__init__.py").touch()
    done = run(project, *EDITOR, what, KIST_PDF=pdf, SOURCE_DATE_EPOCH=DAY)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.long
def test_a_whole_build_gives_the_bytes_that_the_preview_showed(copy: Path) -> None:
    record = sorted((copy / "toolbox/bronnen").glob("*.yml"))[2].name
    said = session(copy, "edits", pdf="nee")
    assert f"toolbox/bronnen/{record}:2: tittel: onbekend veld; bedoel je 'titel'?" in said
    rewrite(copy / "toolbox/instrumenten/keetgesprek.yml", "titel: Keeet", "titel: Keet")
    whole = run(
        copy, "-m", "mkdocs", "build", "-d", "geheel", KIST_PDF="nee", SOURCE_DATE_EPOCH=DAY
    )
    assert whole.returncode == 0, whole.stderr
    assert fingerprints(copy / "getoond") == fingerprints(copy / "geheel")


def test_what_the_check_refuses_is_shown_and_goes_when_mended(small: Path) -> None:
    end = (small / "docs/over/privacy.md").read_text("utf-8").count("\n") + 2
    said = session(small, "faults", pdf="nee").splitlines()
    frame, outside, image = said
    assert frame == f"docs/over/privacy.md:{end}: <iframe> mag niet in een pagina; haal het weg"
    assert outside.startswith(f"docs/over/privacy.md:{end}: <img> haalt iets van een andere site")
    assert image == f"docs/over/privacy.md:{end}: kenmerk 'onerror' op <img> mag niet; haal het weg"


@pytest.mark.long
def test_what_is_checked_in_idle_moments_is_shown_and_goes_when_mended(small: Path) -> None:
    rewrite(small / "toolbox/instrumenten/terugblik.yml", MORE_THAN_FITS, "")
    said = session(small, "idle", pdf="ja").splitlines()
    none, address, paper, last = said
    assert address.startswith("links.lock:2: /weg/ is verdwenen; zet in redirects.yml")
    assert paper.startswith("toolbox/instrumenten/terugblik.yml:")
    assert (none, last) == ("niets", "niets")


SHOW = """
from pathlib import Path
from scripts.serving.incremental_site import IncrementalSite
preview = IncrementalSite(Path.cwd(), lambda *_: None)
print(*preview.build(), sep="\\n")
preview.close()
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("mkdocs.yml", "^theme:", "theme: [", "zo niet te lezen; zet terug wat hier veranderd is"),
        ("macros/theme/main.html", "config.theme.logo", "config.weg.logo", "'weg' bestaat niet"),
        *(
            pytest.param(*case, marks=pytest.mark.long)
            for case in (
                (
                    "mkdocs.yml",
                    "fasen/index.md",
                    "fasen/weg.md",
                    "nav: docs/fasen/weg.md is er niet",
                ),
                ("mkdocs.yml", "^strict:", "strikt:", "'strikt' is geen instelling"),
                (
                    "macros/theme/main.html",
                    "{% block header %}",
                    "{% blok %}",
                    "'blok' is geen opdracht",
                ),
            )
        ),
    ],
)
def test_a_broken_menu_or_template_is_named_with_its_line(
    small: Path, file: str, old: str, new: str, line: str
) -> None:
    rewrite(small / file, old, new)
    done = run(small, "-c", SHOW, KIST_PDF="nee")
    (said,) = done.stdout.splitlines()
    assert said.startswith(f"{file}:")
    assert line in said
    assert "Traceback" not in done.stderr


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
    with urlopen(address, timeout=LONGEST) as answer:  # noqa: S310 - our own server
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
    assert 'fetch("/__nieuws?1")' in read(f"{address}/")
    threading.Thread(target=state.tell, args=(tmp_path, [])).start()
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
    assert changes.wait(LONGEST) == {Path("docs/x.md"), Path(beside)}
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
    monkeypatch.setattr(preview, "refresh", lambda _: True)
    looks = iter([[fault], [fault], []])

    def catch_up() -> bool:
        preview.found = next(looks)
        return True

    def tell(_: Path, problems: list[Problem]) -> None:
        state.problems = problems
        told.append(problems)

    def wait(_: object, _seconds: float | None) -> set[Path]:
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
