"""The shape of the code: who may import what, and what may not stand in the repository."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.reading.macro_calls import macro_arguments
from scripts.kist import DEV as LOCKS
from tests.conftest import ROOT
from tests.helpers.project import LONGEST

MOST_FILES = 20
BY_PYTHON = ("__init__", "conftest")  # names that Python and pytest give
PYTHON = sorted(path for folder in ("macros", "scripts") for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PIN = re.compile(r"^([a-z0-9.-]+==[^\s;]+)", re.MULTILINE)
PIPELINES = (".github/workflows/controle.yml", ".gitlab-ci.yml", "azure-pipelines.yml")


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    plain = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return plain | {
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }


def test_only_the_adapter_and_serve_know_mkdocs() -> None:
    knowing = [
        path.relative_to(ROOT).as_posix()
        for path in PYTHON
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imports(path))
    ]
    assert knowing == ["macros/__init__.py", "scripts/serving/incremental_site.py"]


def test_the_entry_needs_nothing_but_python() -> None:
    assert {
        name.split(".")[0] for name in imports(ROOT / "scripts/kist.py")
    } <= sys.stdlib_module_names


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_package_never_imports_the_commands(path: Path) -> None:
    if path.is_relative_to(ROOT / "macros"):
        assert not any(name.startswith("scripts") for name in imports(path))


ORDER = ("model", "reading", "paper", "pages", "search", "feeds", "mkdocs_adapter", "build_cache")
OUTSIDE = ("__init__",)  # calls what the plugin asks for


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "macros").rglob("*.py")),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_imports_of_the_package_go_one_way(path: Path) -> None:
    """The folders are the data flow, in this order: each imports only from those before it."""
    room = path.relative_to(ROOT / "macros").parts[0].removesuffix(".py")
    if room not in OUTSIDE:
        before = ORDER[: ORDER.index(room) + 1]
        assert {name.split(".")[1] for name in imports(path) if name.startswith("macros.")} <= set(
            before
        )


@pytest.mark.parametrize("paths", [PYTHON, TESTS], ids=["code", "tests"])
def test_no_folder_is_a_drawer(paths: list[Path]) -> None:
    """A stranger sees what is in a folder: at most twenty files, and no name with two meanings."""
    folders = [path.parent for path in paths]
    assert {
        folder.relative_to(ROOT).as_posix()
        for folder in folders
        if folders.count(folder) > MOST_FILES
    } == set()
    names = [path.stem for path in paths if path.stem not in BY_PYTHON]
    assert {name for name in names if names.count(name) > 1} == set()


CLOCKS = {"wait_for_timeout", "sleep", "Timer", "monotonic", "perf_counter", "process_time"}
WAITS = {"wait", "join", "set_default_timeout"}  # which take how long as their argument


def looks_at_a_clock(node: ast.AST) -> bool:
    """Whether this is a pause, a measured time, or a limit that is a number of its own."""
    if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
        return True
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    limits = [word.value for word in node.keywords if word.arg == "timeout"]
    limits += node.args[:1] if name in WAITS else []
    own = (one.value for one in limits if isinstance(one, ast.Constant))
    return name in CLOCKS or any(isinstance(value, int | float) and value for value in own)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_test_looks_at_a_clock(path: Path) -> None:
    """On a busy machine all takes longer: wait for a state (`wait_until`, `expect`), LONGEST."""
    if path != ROOT / "tests/helpers/project.py":
        tree = ast.walk(ast.parse(path.read_text("utf-8")))
        lines = [node.lineno for node in tree if looks_at_a_clock(node)]  # type: ignore[attr-defined]
        assert lines == []


@pytest.mark.parametrize(
    "line",
    [
        "page.wait_for_timeout(50)",
        "time.sleep(1)",
        "from time import sleep; sleep(1)",
        "started = time.monotonic()",
        "threading.Timer(0.05, tell).start()",
        "expect(x).to_be_visible(timeout=5_000)",
        "subprocess.run(command, timeout=20)",
        "process.wait(10)",
    ],
)
def test_a_clock_in_a_test_is_seen(line: str) -> None:
    assert any(map(looks_at_a_clock, ast.walk(ast.parse(line))))
    assert not any(map(looks_at_a_clock, ast.walk(ast.parse("process.wait(LONGEST)"))))


def waits_for_an_expression(node: ast.AST) -> bool:
    """Whether a page is asked again and again for what is no function."""
    if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") != "wait_for_function":
        return False
    asked = ast.unparse(node.args[0])
    return not re.match(r"""f?['"]\s*\(.*?\) =>""", asked)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_asked_by_a_function(path: Path) -> None:
    """The rules of the page refuse an expression as soon as it is asked a second time."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    assert [ast.unparse(node) for node in tree if waits_for_an_expression(node)] == []


@pytest.mark.parametrize(
    "line", ['page.wait_for_function("!location.hash")', "page.wait_for_function(f'{x}')"]
)
def test_an_expression_is_seen(line: str) -> None:
    assert any(map(waits_for_an_expression, ast.walk(ast.parse(line))))
    sound = "page.wait_for_function(f'([one]) => {one} === one', arg=[1])"
    assert not any(map(waits_for_an_expression, ast.walk(ast.parse(sound))))


def test_requests_are_held_back_in_one_place() -> None:
    """A list of its own misses the request that comes after the test has looked at it."""
    held = {
        path
        for path in TESTS
        if re.search(r"append\(rout[e]\)|routes\.append", path.read_text("utf-8"))
    }
    assert held == {ROOT / "tests/browser/held.py"}


def test_each_folder_of_code_has_its_folder_of_tests() -> None:
    for folder in {path.parent for path in PYTHON} - {ROOT / "macros", ROOT / "scripts"}:
        name = "commands" if folder.name == "cli" else folder.relative_to(ROOT).parts[1]
        assert any((ROOT / "tests" / name).glob("test_*.py")), folder


def test_no_template_names_a_record() -> None:
    macros = "|".join(macro_arguments(None))
    for path in (ROOT / "macros/pages/templates").glob("*.html"):
        assert not re.search(
            rf"\b({macros})\(\s*['\"]", path.read_text("utf-8").replace('kaarten("', "")
        ), path.name


def test_locks_hold_the_wanted_versions_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run, dev = (set(PIN.findall((ROOT / name).read_text("utf-8"))) for name in LOCKS)
    assert set(project["project"]["dependencies"]) <= run
    assert {pin for pin in project["dependency-groups"]["dev"] if "==" in pin} <= dev
    assert not {pin.split("==")[0] for pin in run} & {pin.split("==")[0] for pin in dev}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash)", text, re.MULTILINE)


def test_no_file_holds_a_path_of_a_machine() -> None:
    git = ["git", "ls-files"]
    listed = subprocess.check_output(git, cwd=ROOT, text=True, timeout=LONGEST).split()
    homes = re.compile(r"(?<![\w.])/(home|root|Users)/\w")
    texts = [
        ROOT / name
        for name in listed
        if Path(name).suffix in (".py", ".md", ".yml", ".toml", ".html", ".js", ".css", ".txt")
    ]
    assert [
        path.name
        for path in texts
        if path != Path(__file__) and homes.search(path.read_text("utf-8"))
    ] == []


def test_the_pipeline_runs_the_test_command() -> None:
    lines = [
        line
        for line in (ROOT / ".ci/run").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert lines[-1] == "python3 scripts/kist.py test"


def commands(part: object) -> Iterator[str]:
    """Every command line in a pipeline file."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("run", "script"):
                yield from value if isinstance(value, list) else [value]
            else:
                yield from commands(value)
    elif isinstance(part, list):
        for one in part:
            yield from commands(one)


@pytest.mark.parametrize("name", PIPELINES)
def test_pipelines_only_call_the_entry_and_hold_no_secret(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    found = list(commands(yaml.load(text, yaml.BaseLoader)))  # noqa: S506 - plain text only
    assert found
    assert [
        line
        for line in found
        if not re.fullmatch(r'(KIST_\w+="[^"]+" )?python3 scripts/kist\.py [a-z]+[^;&|`\n]*', line)
    ] == []
    assert not re.search(r"secrets\.|pull_request_target", text)
    assert all(
        re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", used)
        for used in re.findall(r"uses: (.+)", text)
    )
