"""docs/ -> SourcePage: every page is found, read and decoded once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from macros.model.problems import Problem, ToolboxError
from macros.reading.markdown_files import (
    CODE_OWNED,
    FRONT_MATTER,
    MAX_BYTES,
    Call,
    check_front_matter,
    check_svg,
    check_text,
    file_problem,
    find_calls,
)
from macros.reading.markdown_shapes import check_shapes
from macros.reading.photos import ENDINGS, check_photo
from macros.reading.records import Stamp, stamp
from macros.reading.system_files import is_left_behind
from macros.reading.yaml import decode, parse

LOWER_HEADING = re.compile(r"^##+ (.+?)(?: \{.*)?$", re.MULTILINE)
HEADING = re.compile(r"^# (.+?)(?: \{.*)?$", re.MULTILINE)
# Front matter, code and macro calls
NOT_PROSE = re.compile(r"\A---\n.*?\n---\n|```.*?```|`[^`]*`|\{\{.*?\}\}", re.DOTALL)
# Rows of tables, and headings
NOT_PROSE_LINE = re.compile(r"^\s*[|#].*$", re.MULTILINE)
LINK_ADDRESS = re.compile(r"\]\([^)]*\)")
# An empty line, or the start of a list item or quotation
BLOCK_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)")
INLINE_MARKS = re.compile(r"[*_\[\]]|^\s*(?:[-*>]|\d+\.)\s")


@dataclass(frozen=True)
class SourcePage:
    """One page of docs/ that can be read."""

    path: str  # under docs/, such as fasen/delen.md
    text: str
    calls: tuple[Call, ...]

    @property
    def file(self) -> str:
        """Its path in the project."""
        return f"docs/{self.path}"

    @property
    def title(self) -> str:
        """Its first heading, '' without one."""
        heading = HEADING.search(self.text)
        return heading[1] if heading else ""

    @cached_property
    def search_words(self) -> tuple[str, ...]:
        """What readers would type to find it: the list in its front matter."""
        head = FRONT_MATTER.match(self.text)
        meta = parse(head[1], self.file)[0] if head else {}
        return tuple(map(str, meta.get("zoekwoorden") or ()))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Its headings below the first."""
        return tuple(LOWER_HEADING.findall(self.text))

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """Its running text, one paragraph or list item each."""
        return tuple(paragraphs(self.text))


@dataclass(frozen=True)
class SourcePages:
    """All pages in order of path, with the problems of docs/."""

    pages: tuple[SourcePage, ...]
    problems: tuple[Problem, ...]

    @property
    def calls(self) -> list[Call]:
        """The macro calls of all pages."""
        return [call for page in self.pages for call in page.calls]


def read_pages(root: Path) -> SourcePages:
    """All pages below root/docs; cached until a file there changes."""
    return _read(root, tuple(sorted(stamp(root / "docs"))))


def read_page(root: Path, path: Path) -> tuple[SourcePage | None, list[Problem]]:
    """One page with its problems; no page when it cannot be decoded."""
    inside, name = _names(root, path)
    problems: list[Problem] = []
    try:
        text = decode(path.read_bytes(), name, MAX_BYTES)
        problems += check_front_matter(text, name)
        problems += check_text(text, name)
        calls, call_problems = find_calls(text, inside)
        problems += check_shapes(text, name)
    except ToolboxError as error:
        return None, [*problems, *error.problems]
    return SourcePage(inside, text, tuple(calls)), [*problems, *call_problems]


def _names(root: Path, path: Path) -> tuple[str, str]:
    """The path of a file under docs/, and that in the project."""
    inside = path.relative_to(root / "docs").as_posix()
    return inside, f"docs/{inside}"


@lru_cache(maxsize=1)
def _read(root: Path, _: Stamp) -> SourcePages:
    pages: list[SourcePage] = []
    problems: list[Problem] = []
    earlier: dict[str, str] = {}
    for path in sorted((root / "docs").rglob("*")):
        inside, name = _names(root, path)
        if any(is_left_behind(part) for part in inside.split("/")):
            continue
        if message := file_problem(path, inside, earlier):
            problems.append(Problem(name, 1, message))
        elif path.suffix == ".md" and path.is_file():
            page, page_problems = read_page(root, path)
            pages += [page] if page else []
            problems += page_problems
        elif path.suffix == ".svg" and not inside.startswith(CODE_OWNED):
            problems += check_svg(path, name)
        elif path.suffix in ENDINGS:
            problems += check_photo(path, name)
        earlier[inside.lower()] = inside
    return SourcePages(tuple(pages), tuple(problems))


def paragraphs(page: str) -> Iterator[str]:
    """The running text of a page, one paragraph or list item at a time, on one line each.

    Macros, code, tables, headings and the addresses of links are left out.
    """
    text = NOT_PROSE.sub(" ", page)
    text = LINK_ADDRESS.sub("]", NOT_PROSE_LINE.sub("", text))
    for block in BLOCK_BREAK.split(text):
        if words := " ".join(INLINE_MARKS.sub(" ", block).split()):
            yield words
