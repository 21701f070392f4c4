"""Projects to measure: this one with more instruments, and the same text for other generators."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.model import PAGE_KINDS, Record
from macros.reading.project import open_toolbox
from scripts.cli.errors import ROOT

PEERS = Path(__file__).parent / "peers"
# Fields that are no running text, or that are the title of the page.
OMIT = frozenset({"id", "titel", "zoekwoorden", "tekening", "tabel"})


def own_project(project: Path, size: int) -> Path:
    """Make a copy of this project with `size` more instruments: copies of the real ones, in turn.

    An instrument with a drawing is not copied, for a drawing belongs to one record.
    """
    for name in ("docs", "toolbox", "macros", "scripts"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "csp-hashes.txt"):
        shutil.copy(ROOT / name, project)
    records = [
        path
        for path in sorted((ROOT / "toolbox/instrumenten").glob("*.yml"))
        if "\ntekening:" not in path.read_text("utf-8")
    ]
    for number in range(size):
        add_copy(project, records[number % len(records)], number)
    return project


def add_copy(project: Path, record: Path, number: int) -> None:
    """Add one instrument to a project, as a copy of a record under another name."""
    text = record.read_text("utf-8")
    text = re.sub(r"^titel: .*$", f"titel: Proef {number}", text, count=1, flags=re.MULTILINE)
    text = text.replace("\nstartset: true", "\nstartset: false")
    page = (ROOT / f"docs/instrumenten/{record.stem}.md").read_text("utf-8")
    page = page.replace(f'"{record.stem}"', f'"proef-{number}"')
    page = page.replace("{{ bronpunten() }}\n", "")
    (project / f"toolbox/instrumenten/proef-{number}.yml").write_text(text, "utf-8")
    (project / f"docs/instrumenten/proef-{number}.md").write_text(page, "utf-8")


def material_project(project: Path, own: Path) -> Path:
    """The same text as Markdown, with the usual settings of a Material site."""
    shutil.copytree(PEERS / "material", project)
    write_pages(project / "docs", own, "index.md")
    return project


def hugo_project(project: Path, own: Path) -> Path:
    """The same text as Markdown, with a small theme for Hugo."""
    shutil.copytree(PEERS / "hugo", project)
    write_pages(project / "content", own, "_index.md")
    return project


def write_pages(folder: Path, own: Path, index: str) -> None:
    """Every page of a project as plain Markdown: the text of its record, then its prose.

    `index` is the file name that the generator wants for the page of a folder.
    """
    records = open_toolbox(own).records
    for source in sorted((own / "docs").rglob("*.md")):
        inside = source.relative_to(own / "docs")
        kind, name = inside.parent.as_posix(), inside.stem
        record = records[kind].get(name) if kind in PAGE_KINDS else None
        target = folder / inside.parent / (index if name == "index" else inside.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(plain_page(source.read_text("utf-8"), record, name), "utf-8")


def plain_page(markdown: str, record: Record | None, name: str) -> str:
    """One page without macros, as front matter and Markdown."""
    prose = re.sub(r"^\{\{.*\}\}$|^\{ .*\}$", "", markdown, flags=re.MULTILINE)
    heading = re.search(r"^# ([^{\n]+)", prose, re.MULTILINE)
    body = re.sub(r"^# .*$", "", prose, count=1, flags=re.MULTILINE)
    title = record.titel if record else heading[1].strip() if heading else name
    text = "\n".join(as_markdown(record.model_dump())) if record else ""
    meta = {"title": title, "description": record.kort if record else title}
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{text}\n{body}"


def as_markdown(fields: dict[str, Any]) -> Iterator[str]:
    """The fields of a record as headings, each with a list of its values."""
    for name, value in fields.items():
        if name not in OMIT and value:
            yield f"## {name.replace('_', ' ').capitalize()}\n"
            for item in value if isinstance(value, tuple) else (value,):
                yield f"- {_line(item)}"
            yield ""


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    return str(value)
