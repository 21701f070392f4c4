"""One saved file judged again, for a preview that does not wait for the rest.

Each function returns True when the change is taken over, False when other pages may show it too:
then everything has to be read again. Problems are raised as a ToolboxError.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from macros.model import KINDS, Record, Toolbox
from macros.model.base import Part
from macros.model.problems import Problem
from macros.model.relations import references
from macros.reading.language import check_texts, page_texts, record_texts, texts_of
from macros.reading.markdown_files import read_page
from macros.reading.records import read_record
from scripts.cli.errors import raise_problems


def take_record(toolbox: Toolbox, root: Path, kind: str, id: str) -> bool:
    """Put a record in the place of its last version, when only its own sentences changed."""
    if KINDS[kind].without_link or id not in toolbox.records.get(kind, {}):
        return False
    new = read_record(toolbox, root, kind, id)
    raise_problems(check_texts(record_texts(kind, new), toolbox, root))
    if frame(new) != frame(toolbox.records[kind][id]):
        return False
    toolbox.records[kind][id] = new
    return True


def take_page(toolbox: Toolbox, root: Path, path: Path) -> bool:
    """Judge a page whose macros are the same as they were."""
    problems: list[Problem] = []
    read_page(
        path,
        path.relative_to(root / "docs").as_posix(),
        path.relative_to(root).as_posix(),
        problems,
    )
    raise_problems([*problems, *check_texts(page_texts(path, root), toolbox, root)])
    return True


def frame(record: Record) -> dict[str, Any]:
    """The parts of a record that decide where it is shown: title, references, numbers and marks."""
    texts = set(texts_of(record)) - {record.titel}
    plain = {name: value for name, value in record if not _has_parts(value)}
    return {name: value for name, value in plain.items() if not _is_text(value, texts)} | {
        "": tuple(references(record))
    }


def own_page(kind: str, id: str) -> str:
    """The path under docs/ of the page that shows a record."""
    return f"{kind}/{id}.md" if KINDS[kind].own_page else f"{kind}/index.md"


def leads_to(kind: str, id: str) -> re.Pattern[str]:
    """Finds a link to a record in a page: whatever shows something of it has one."""
    return re.compile(rf'["/]{id}/["#]' if KINDS[kind].own_page else rf'#{id}"')


def _has_parts(value: object) -> bool:
    return isinstance(value, Part) or (
        isinstance(value, tuple) and any(isinstance(item, Part) for item in value)
    )


def _is_text(value: object, texts: set[str]) -> bool:
    return all(item in texts for item in (value if isinstance(value, tuple) else (value,)))
