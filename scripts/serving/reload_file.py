"""Read and check one saved file, for a preview that does not wait for the rest.

Problems are raised as a ToolboxError.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.model import KINDS, Record, Toolbox
from macros.model.base import Part
from macros.model.problems import ToolboxError
from macros.model.relations import references
from macros.reading.language import check_texts, page_texts, record_texts, texts_of
from macros.reading.records import read_record
from macros.reading.source_pages import SourcePage, read_page
from scripts.cli.errors import raise_problems


def reload_record(toolbox: Toolbox, root: Path, kind: str, id: str) -> Toolbox | None:
    """The toolbox with the new version of a record in it; the given toolbox is unchanged.

    None when more than its own sentences changed: then other pages may show it without a link, and
    everything has to be read again.
    """
    if KINDS[kind].without_link or id not in toolbox.records.get(kind, {}):
        return None
    new = read_record(toolbox, root, kind, id)
    raise_problems(check_texts(record_texts(kind, new), toolbox, root))
    if structure_of(new) != structure_of(toolbox.records[kind][id]):
        return None
    records = toolbox.records[kind] | {id: new}
    return replace(toolbox, records=toolbox.records | {kind: records})


def recheck_page(toolbox: Toolbox, root: Path, path: Path) -> SourcePage:
    """A saved page, checked as far as its macros are the same as they were."""
    page, problems = read_page(root, path)
    if page is None:
        raise ToolboxError(problems)
    raise_problems([*problems, *check_texts(page_texts(page), toolbox, root)])
    return page


def structure_of(record: Record) -> dict[str, Any]:
    """The parts of a record that decide where it is shown: title, references, numbers and marks."""
    texts = set(texts_of(record)) - {record.titel}
    plain = {name: value for name, value in record if not _has_parts(value)}
    return {name: value for name, value in plain.items() if not _is_text(value, texts)} | {
        "": tuple(references(record))
    }


def own_page(kind: str, id: str) -> str:
    """The path under docs/ of the page that shows a record."""
    return f"{kind}/{id}.md" if KINDS[kind].own_page else f"{kind}/index.md"


def link_to(kind: str, id: str) -> re.Pattern[str]:
    """Finds a link to a record in a page, or its id: whatever shows something of it has one."""
    return re.compile(rf'["/]{id}(?:/["#]|")' if KINDS[kind].own_page else rf'#{id}"')


def _has_parts(value: object) -> bool:
    return isinstance(value, Part) or (
        isinstance(value, tuple) and any(isinstance(item, Part) for item in value)
    )


def _is_text(value: object, texts: set[str]) -> bool:
    return all(item in texts for item in (value if isinstance(value, tuple) else (value,)))
