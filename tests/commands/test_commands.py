"""Whatever is typed or goes wrong: a command answers in Dutch, without a traceback."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from macros.model.problems import Problem, ToolboxError
from scripts import kist
from scripts import zip as zip_site
from scripts.cli import errors
from scripts.cli.output_path import check_folder
from scripts.kist import COMMANDS
from tests.conftest import ROOT
from tests.helpers.project import LONGEST, Call, free_port, run, running, wait_until

PASSED_ON = ("test",)  # its arguments are for pytest
ENGLISH = re.compile(
    r"usage|options:|positional|show this|error|required|invalid|choose|expected|unrecognized"
    r"|argument|No such|Errno|Traceback"
)


def called(name: str, *arguments: str) -> int:
    """The exit status of a command in this process."""
    with pytest.raises(SystemExit) as stopped:
        raise SystemExit(import_module(COMMANDS[name][1]).main(list(arguments)))
    return int(str(stopped.value.code))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("new instrument", "dit ontbreekt: titel"),
        ("new", "dit ontbreekt: soort, titel"),
        ("links wis", "wat: 'wis' kan niet; kies uit 'check', 'update'"),
        ("links check --foo", "dit ken ik niet: --foo"),
        ("build --out", "achter --out hoort nog iets"),
        ("build --host geocities", "kies uit 'netlify', 'pages'"),
        ("publish --back=ja web", "achter --back hoort niets, ook niet 'ja'"),
        (
            "serve --port 99999",
            "--port: '99999' kan niet; geef een heel getal van 1 tot en met 65535",
        ),
        ("serve --port -1", "--port: '-1' kan niet"),
        ("serve --port acht", "--port: 'acht' kan niet"),
        ("bench abc", "N: 'abc' kan niet; geef een heel getal van 1 tot en met 10000"),
        ("bench 0", "N: '0' kan niet"),
        ("bench -5", "N: '-5' kan niet"),
        ("check --gitub", "dit ken ik niet: --gitub"),
        ("schema --chek", "dit ken ik niet: --chek"),
        ("lock --upgrad", "dit ken ik niet: --upgrad"),
    ],
)
def test_a_wrong_call_is_answered_in_dutch(
    capsys: pytest.CaptureFixture[str], line: str, says: str
) -> None:
    assert called(*line.split()) == 2
    said = capsys.readouterr().err
    assert says in said
    assert f"gebruik: python3 scripts/kist.py {line.split(maxsplit=1)[0]}" in said
    assert not ENGLISH.search(said.replace("scripts/kist.py", ""))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in PASSED_ON])
def test_the_explanation_of_a_command_is_dutch(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert called(name, "--help") == 0
    said = capsys.readouterr().out
    assert "toon deze uitleg" in said
    assert not ENGLISH.search(said)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            FileNotFoundError(errno.ENOENT, "No such file", str(ROOT / "mkdocs.yml")),
            "mkdocs.yml:1: bestaat niet",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "elders/x"),
            "elders/x:1: daar mag je niet bij",
        ),
        (OSError(errno.ENOSPC, "No space left"), "de schijf is vol"),
        (
            OSError(errno.EIO, "Input/output error", "x"),
            f"x:1: lezen of schrijven lukt niet (code {errno.EIO})",
        ),
        (FileNotFoundError("Chromium is niet gevonden."), "Chromium is niet gevonden."),
        (
            ToolboxError([Problem("toolbox/x.yml", 3, "dool: onbekend veld")]),
            "toolbox/x.yml:3: dool: onbekend veld",
        ),
        (UnicodeEncodeError("utf-8", "\udce9", 0, 1, "surrogates not allowed"), "typ het opnieuw"),
    ],
)
def test_what_the_machine_refuses_is_said_in_dutch(
    capsys: pytest.CaptureFixture[str], error: Exception, says: str
) -> None:
    def fail(_: list[str]) -> int:
        raise error

    with pytest.raises(SystemExit, match="1"):
        errors.run_command(fail)
    said = capsys.readouterr().err
    assert said.startswith(says) or says in said
    assert not ENGLISH.search(said)


def test_a_file_that_is_no_text_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "csp-hashes.txt").write_bytes(b"een\ntwee \xe9\n")
    with pytest.raises(SystemExit, match="1"):
        errors.run_command(lambda _: len((tmp_path / "csp-hashes.txt").read_text("utf-8")))
    assert (
        capsys.readouterr().err
        == f"{tmp_path}/csp-hashes.txt:2: geen geldige UTF-8; sla het bestand op als UTF-8\n"
    )


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            FileNotFoundError(errno.ENOENT, "No such file", "requirements.txt"),
            "kijk naar requirements.txt",
        ),
        (subprocess.CalledProcessError(1, ["pip"]), "pip stopt met code 1"),
    ],
)
def test_an_environment_that_cannot_be_made_is_said_in_dutch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, says: str
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(kist, "prepare", fail)
    assert kist.main(["check"]) == 1
    said = capsys.readouterr().err
    assert f"De omgeving klaarzetten lukt niet: {says}." in said
    assert not ENGLISH.search(said)


@pytest.fixture
def heard() -> Iterator[None]:
    """A command that is started hears SIGHUP, also when these tests run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


WORK = """
import pathlib, tempfile, time
from scripts.cli.errors import run_command
def main(_):
    with tempfile.TemporaryDirectory(prefix="kist-") as folder:
        pathlib.Path(folder, "werk").touch()
        time.sleep({longest})
run_command(main)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_ended_leaves_nothing_behind(
    tmp_path: Path, ending: str, heard: None
) -> None:
    """The window is closed, or an editor stops the task: as with Ctrl-C."""
    end_halfway(["-c", WORK.format(longest=LONGEST)], ROOT, tmp_path, ending, "kist-*/*")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
def test_a_preview_that_is_ended_leaves_nothing_behind(small: Path, tmp_path: Path) -> None:
    serve = ["-m", "scripts.serve", "--port", str(free_port())]
    end_halfway(serve, small, tmp_path, "SIGTERM", "kist-*/*/*")


def end_halfway(
    arguments: list[str], project: Path, tmp_path: Path, ending: str, begun: str
) -> None:
    """Start Python and end it when it has begun, by the files it then has in its own folder."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    environment = os.environ | {"TMPDIR": str(folder)}
    command = [sys.executable, *arguments]
    with running(command, cwd=project, env=environment, stdout=subprocess.DEVNULL) as process:
        wait_until(lambda: any(folder.glob(begun)))
        process.send_signal(getattr(signal, ending))
        assert process.wait(LONGEST) == 130
    assert not list(folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
def test_what_ends_kist_ends_its_command(tmp_path: Path) -> None:
    """Else a server would keep its port."""
    begin = f"pathlib.Path({str(tmp_path)!r}, 'begonnen').touch()"
    work = f"import pathlib, time; {begin}; time.sleep({2 * LONGEST})"
    call = (
        "import sys; from scripts.kist import run; "
        f"raise SystemExit(run([sys.executable, '-c', {work!r}]))"
    )
    with running([sys.executable, "-c", call], cwd=ROOT) as process:
        wait_until((tmp_path / "begonnen").exists)
        process.terminate()
        assert process.wait(LONGEST) != 0  # it waits for its command, so that ended too


def test_a_mistake_of_our_own_stays_loud() -> None:
    with pytest.raises(ZeroDivisionError):
        errors.run_command(lambda _: 1 // 0)


def test_every_command_goes_through_the_guard() -> None:
    for _, module, _ in COMMANDS.values():
        assert (
            (ROOT / f"{module.replace('.', '/')}.py")
            .read_text("utf-8")
            .endswith('if __name__ == "__main__":\n    run_command(main)\n')
        ), module


@pytest.mark.parametrize(
    ("name", "missing"),
    [("check", "mkdocs.yml"), ("build", "mkdocs.yml"), ("build", "csp-hashes.txt")],
)
def test_a_project_without_a_file_is_told_so(
    small: Path, call: Call, name: str, missing: str
) -> None:
    (small / missing).unlink()
    done = call(name)
    assert done.returncode == 1
    assert f"{missing}:1: bestaat niet" in done.stderr
    assert not ENGLISH.search(done.stderr)
    assert not list(small.glob("*site*"))


def test_a_record_without_a_page_is_whole_after_one_check(small: Path) -> None:
    page = small / "docs/rollen/trekker.md"
    page.unlink()
    done = run(small, "-m", "scripts.check", KIST_PDF="nee")
    assert "docs/rollen/trekker.md ontbrak; ik heb die pagina gemaakt" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert page.is_file()


@pytest.fixture
def packable(tmp_path: Path) -> Path:
    """A site of one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>Thuis</h1>")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("nergens/x.zip", "nergens bestaat niet; maak die map eerst"),
        (".", "is een map; geef ook een naam, zoals"),
        ("brief.txt", "bestaat al en is geen ZIP-bestand; kies een andere naam"),
        ("brief.txt/x.zip", "brief.txt bestaat niet; maak die map eerst"),
    ],
)
def test_a_zip_is_only_written_where_it_can_and_may(
    packable: Path, capsys: pytest.CaptureFixture[str], out: str, says: str
) -> None:
    (packable.parent / "brief.txt").write_text("lief")
    assert zip_site.main(["--site", str(packable), "--out", str(packable.parent / out)]) == 1
    assert says in capsys.readouterr().err
    assert (packable.parent / "brief.txt").read_text() == "lief"


def test_a_zip_is_written_again_over_the_last_one(
    packable: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_site, "ROOT", project)
    for _ in range(2):
        assert (
            zip_site.main(["--site", str(packable), "--out", str(packable.parent / "x.zip")]) == 0
        )
    assert {path.name for path in packable.parent.iterdir()} == {project.name, "site", "x.zip"}


@pytest.mark.parametrize(
    ("out", "says"),
    [
        (".", "hier staat het project zelf"),
        ("..", "hier staat het project zelf"),
        ("docs", "hier staan bronnen van het project"),
        ("docs/nieuw", "hier staan bronnen van het project"),
        (".git", "hier staan bronnen van het project"),
        ("brief.txt", "is een bestand, geen map"),
        ("brief.txt/site", "is een bestand, geen map"),
        ("brieven", "deze map is niet leeg en is geen site van deze kist"),
        ("/proc/x", "hier kan niets geschreven worden"),
    ],
)
def test_a_site_never_takes_the_place_of_something_else(
    tmp_path: Path, out: str, says: str
) -> None:
    for folder in ("docs", ".git", "brieven"):
        (tmp_path / folder).mkdir()
    for name in ("brief.txt", "brieven/brief.txt"):
        (tmp_path / name).write_text("lief")
    assert says in check_folder((tmp_path / out).resolve(), tmp_path)[0].text


def test_a_site_may_stand_where_nothing_or_a_site_of_ours_stands(tmp_path: Path) -> None:
    for name in ("leeg", "elders", "site"):
        (tmp_path / name).mkdir()
    for name in (
        "elders/index.html",
        "elders/precache.json",
        "elders/sw.js",
        "site/index.html",
    ):  # site/: of the generator alone
        (tmp_path / name).write_text("x")
    assert [
        check_folder(tmp_path / name, tmp_path)
        for name in ("leeg", "elders", "site", "nieuw", "a/b/nieuw")
    ] == [[]] * 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elders", "leeg", "site"]
