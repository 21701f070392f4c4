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
    MAX_BYTES,
    Call,
    calls_of,
    check_front_matter,
    check_svg,
    check_text,
    file_fault,
)
from macros.reading.records import Stamp, stamp
from macros.reading.yaml import decode

HEADING = re.compile(r"^# (.+?)(?: \{.*)?$", re.MULTILINE)


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
    def prose(self) -> tuple[str, ...]:
        """Its running text, a paragraph or item of a list each."""
        return tuple(paragraphs(self.text))


@dataclass(frozen=True)
class SourcePages:
    """All pages in order of path, with what is wrong in docs/."""

    pages: tuple[SourcePage, ...]
    problems: tuple[Problem, ...]

    @property
    def calls(self) -> list[Call]:
        """The macro calls of all pages."""
        return [call for page in self.pages for call in page.calls]


def read_pages(root: Path) -> SourcePages:
    """All pages below root/docs; kept until a file changes, so ask as often as you like."""
    return _read(root, tuple(sorted(stamp(root / "docs"))))


def read_page(root: Path, path: Path) -> tuple[SourcePage | None, list[Problem]]:
    """One page with its problems; no page when it cannot be decoded."""
    inside, name = path.relative_to(root / "docs").as_posix(), path.relative_to(root).as_posix()
    problems: list[Problem] = []
    try:
        text = decode(path.read_bytes(), name, MAX_BYTES)
        problems += check_front_matter(text, name)
        problems += check_text(text, name)
        calls = tuple(calls_of(text, inside, name, problems))
        return SourcePage(inside, text, calls), problems
    except ToolboxError as error:
        return None, [*problems, *error.problems]


@lru_cache(maxsize=1)
def _read(root: Path, _: Stamp) -> SourcePages:
    pages: list[SourcePage] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted((root / "docs").rglob("*")):
        inside, name = path.relative_to(root / "docs").as_posix(), path.relative_to(root).as_posix()
        if fault := file_fault(path, inside, seen):
            problems.append(Problem(name, 1, fault))
        elif path.suffix == ".md" and path.is_file():
            page, found = read_page(root, path)
            pages += [page] if page else []
            problems += found
        elif path.suffix == ".svg" and not inside.startswith(CODE_OWNED):
            problems += check_svg(path, name)
        seen[inside.lower()] = inside
    return SourcePages(tuple(pages), tuple(problems))


def paragraphs(page: str) -> Iterator[str]:
    """The running text of a page: without macros, code, tables, headings and the addresses of links."""
    text = re.sub(r"\A---\n.*?\n---\n|```.*?```|`[^`]*`|\{\{.*?\}\}", " ", page, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", re.sub(r"^\s*[|#].*$", "", text, flags=re.MULTILINE))
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)", text):
        if words := " ".join(re.sub(r"[*_\[\]]|^\s*(?:[-*>]|\d+\.)\s", " ", block).split()):
            yield words
