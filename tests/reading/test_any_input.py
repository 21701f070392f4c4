"""Whatever stands in a record or page: it is taken as it is, or refused with file and line.

Never a crash. `KIST_FUZZ=10000 python3 -m pytest tests/reading/test_any_input.py` tries that many
of each; the daily run is a short one.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.problems import Problem, ToolboxError
from macros.reading.project import open_toolbox
from tests.conftest import EXAMPLES, ROOT, SHARED
from tests.helpers.fuzz import FUZZ

SIGNS = (
    "{{",
    "}}",
    "{%",
    "{#",
    ": ",
    "- ",
    "\n  - ",
    "\n",
    "\t",
    "'",
    '"',
    "|",
    ">",
    "&a",
    "*a",
    "!!x",
    "---\n",
    "<!--",
    "[",
    "](",
    "# ",
    "<b",
    "~",
    "\0",
    "é",
    "",
)
RECORDS = sorted(path.relative_to(EXAMPLES) for path in (EXAMPLES / "toolbox").rglob("*.yml"))
PAGES = sorted(path.relative_to(EXAMPLES) for path in (EXAMPLES / "docs").rglob("*.md"))
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SIGNS) | st.text(max_size=20)),
    min_size=1,
    max_size=4,
)
BYTES = (
    st.binary(max_size=300)
    | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.just(b"")
)


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose files are spoilt and put back, one at a time."""
    root = tmp_path_factory.mktemp("fuzz") / "kist"
    shutil.copytree(EXAMPLES, root)
    for name in SHARED:
        source = ROOT / "toolbox" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / "toolbox" / name)
    open_toolbox(root)  # sound before anything is spoilt
    return root


def damaged(text: str, edits: list[tuple[float, int, str]]) -> bytes:
    """The text with pieces cut out and others put in."""
    for place, cut, put in edits:
        at = int(place * len(text))
        text = text[:at] + put + text[at + cut :]
    return text.encode("utf-8", "surrogatepass")


def judge(root: Path, file: Path, content: bytes) -> None:
    """Open the project with this content in one file.

    It is sound, or every fault has a place and a sentence.
    """
    path = root / file
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        found = faults(root)
    finally:
        path.write_bytes(before)
    for problem in found:
        assert problem.path.startswith(("toolbox/", "docs/"))
        assert problem.line >= 1
        assert " " in problem.text.strip()


def faults(root: Path) -> list[Problem]:
    """What an editor would be told; nothing for a sound project."""
    try:
        open_toolbox(root)
    except ToolboxError as error:
        return error.problems
    return []


@FUZZ
@given(file=st.sampled_from(RECORDS), edits=EDITS)
def test_a_damaged_record_is_read_or_refused(
    victim: Path, file: Path, edits: list[tuple[float, int, str]]
) -> None:
    judge(victim, file, damaged((EXAMPLES / file).read_text("utf-8"), edits))


@FUZZ
@given(file=st.sampled_from(PAGES), edits=EDITS)
def test_a_damaged_page_is_read_or_refused(
    victim: Path, file: Path, edits: list[tuple[float, int, str]]
) -> None:
    judge(victim, file, damaged((EXAMPLES / file).read_text("utf-8"), edits))


@FUZZ
@given(file=st.sampled_from(RECORDS + PAGES), content=BYTES)
def test_any_bytes_are_read_or_refused(victim: Path, file: Path, content: bytes) -> None:
    judge(victim, file, content)
