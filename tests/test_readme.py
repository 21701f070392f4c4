"""What the pages for newcomers name, exists: commands, options, settings, files and links."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

import pytest

from scripts.kist import COMMANDS
from scripts.lab.browsers import BROWSERS
from tests.conftest import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md")
ENTRY = re.compile(r"(?:python3 scripts/)?kist\.py (?=[a-z])")
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SETTING = re.compile(r"[A-Z]+(?:_[A-Z]+)*(?==)|KIST_[A-Z_]+")
READ = re.compile(r'!ENV \[(\w+)|env(?:iron)?(?:\.get\(|\[)"(\w+)"')  # how code reads a setting
FILE = re.compile(r"\S*/\S*|_\w+|\.\w+|\S+\.(css|html|js|json|lock|md|py|svg|toml|txt|xml|yml)")
EXAMPLES = ("toolbox/instrumenten/naam.yml",)  # what a command would make
NO_FILE = re.compile(r"https?:|#|.*<")  # an address, a sign, a name with a place to fill in


def spans(page: str) -> list[str]:
    """What stands between code marks in a page, outside blocks of code."""
    text = BLOCK.sub("", (ROOT / page).read_text("utf-8"))
    return [" ".join(span.split()) for span in SPAN.findall(text)]


def calls(page: str) -> Iterator[str]:
    """Every call of kist.py in a page, without the entry and without a comment."""
    for block in BLOCK.findall((ROOT / page).read_text("utf-8")):
        for line in block.splitlines():
            if match := ENTRY.match(line):
                yield line[match.end() :].partition("#")[0]
    for span in spans(page):
        if ENTRY.match(span) or span.split()[0] in COMMANDS:
            yield ENTRY.sub("", span)


@cache
def help_of(command: str) -> str:
    """What a command says of itself; what `test` takes stands in its docstring."""
    module = import_module(COMMANDS[command][1])
    if command == "test":
        return str(module.__doc__)
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
        module.main(["--help"])
    return said.getvalue()


@cache
def code() -> str:
    """All code and configuration that may name a file or a setting."""
    sources = [
        *(path for folder in ("macros", "scripts") for path in (ROOT / folder).rglob("*.py")),
        *(ROOT / "macros/theme").glob("*.*"),
        ROOT / "mkdocs.yml",
    ]
    return "\n".join(path.read_text("utf-8") for path in sources)


def strange_words(call: str) -> list[str]:
    """Options and fixed words of a call that its command does not know."""
    command, *rest = re.sub('"[^"]*"', "", call).split()
    if command not in COMMANDS:
        return [command]
    words = re.findall(r"--[a-z-]+|(?<![\w-])[a-z]+(?!\w)", " ".join(rest))
    if command == "test":  # the rest is for pytest
        words = [word for word in words if word.startswith("--")]
    return [word for word in words if not re.search(rf"(?<![\w-]){word}\b", help_of(command))]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_named_exists(page: str) -> None:
    assert {call: strange_words(call) for call in calls(page) if strange_words(call)} == {}


def test_a_single_word_of_the_readme_is_a_command_or_a_package() -> None:
    words = {span for span in spans("README.md") if re.fullmatch("[a-z]+(-[a-z]+)*", span)}
    assert words - {*COMMANDS} <= {browser.package for browser in BROWSERS}


def test_the_readme_names_every_command() -> None:
    assert {call.split()[0] for call in calls("README.md")} == {*COMMANDS}


def test_an_option_alone_is_one_of_a_command() -> None:
    for span in spans("README.md"):
        if span.startswith("--"):
            assert [name for name in COMMANDS if not strange_words(f"{name} {span}")], span


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_that_is_named_is_read(page: str) -> None:
    found = {first or second for first, second in READ.findall(code())}
    known = found | {browser.variable for browser in BROWSERS}
    assert {name for span in spans(page) for name in SETTING.findall(span)} - known == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = LINK.findall((ROOT / page).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@cache
def names_of_files() -> frozenset[str]:
    """The name of every file in the folders of the project."""
    folders = ("docs", "macros", "scripts", "tests", "toolbox")
    return frozenset(path.name for folder in folders for path in (ROOT / folder).rglob("*.*"))


def is_there(name: str) -> bool:
    """Whether the project holds this file or folder, or code makes or reads one of that name."""
    if any(ROOT.glob(name.lstrip("/"))) or name in names_of_files() or name in EXAMPLES:
        return True
    last = re.escape(name.rstrip("/").rpartition("/")[2])
    return bool(re.search(rf"[\"'/ ]{last}[\"'/(]", code()))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    named = [span for span in spans(page) if FILE.fullmatch(span) and not NO_FILE.match(span)]
    assert named
    assert [name for name in named if not is_there(name)] == []
