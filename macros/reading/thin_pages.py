"""The thin page of a record: its macro and what belongs to it, made where the page is absent.

It is a file in docs/, so that every builder finds it, and an editor can write below the macro.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.model import PAGE_KINDS
from macros.model.base import is_id
from macros.reading.links_lock import was_published
from macros.reading.records import read_toolbox


def page_text(kind: str, id: str, prose: Mapping[str, str] | None = None) -> str:
    """The page of a record: its macro, these headings with their text, and what belongs to it."""
    record = f'{{{{ {PAGE_KINDS[kind].macro}("{id}") }}}}'
    parts = [f"## {title}\n\n{text}" for title, text in (prose or {}).items()]
    return "\n\n".join([record, *parts, "{{ hoort_bij() }}"]) + "\n"


def missing_pages(root: Path) -> dict[str, str]:
    """Path in the project -> text of each page that can be made without a question.

    A page without a record may be that of a record with a new name, and a page that was published
    may have held text of its own; then an editor must choose.
    """
    absent = [(kind, id) for kind in PAGE_KINDS for id in _absent(root, kind)]
    # Read only when there is something to make: reading all records takes longest.
    misplaced = read_toolbox(root).misplaced if absent else ()
    return {
        f"docs/{kind}/{id}.md": page_text(kind, id)
        for kind, id in absent
        if f"toolbox/{kind}/{id}.yml" not in misplaced
    }


def _absent(root: Path, kind: str) -> list[str]:
    """The ids of a kind without a page, when every page of that kind has its record."""
    ids = {path.stem for path in (root / "toolbox" / kind).glob("*.yml") if path.is_file()}
    shown = {path.stem for path in (root / "docs" / kind).glob("*.md")} - {"index"}
    absent = sorted(ids - shown) if shown <= ids else []
    return [id for id in absent if is_id(id) and not was_published(root, kind, id)]


def write_missing_pages(root: Path) -> list[str]:
    """Write those pages; returns their paths in the project.

    Where nothing can be written the check names the page that is missing, with what to do.
    """
    written = []
    for name, text in missing_pages(root).items():
        try:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8", newline="\n")
        except OSError:
            continue
        written.append(name)
    return written
