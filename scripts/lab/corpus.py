"""Projects to measure: this one with N more instruments, and the same text for other builders."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.model import PAGE_KINDS
from macros.reading.project import open_toolbox
from scripts.cli.errors import ROOT

PEERS = Path(__file__).parent / "peers"
OMIT = frozenset(
    {"id", "titel", "zoekwoorden", "tekening", "tabel"}
)  # not running text, or shown as the title


def own_project(project: Path, size: int) -> Path:
    """A copy of this project with `size` more instruments, copied in turn from the real ones."""
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
        record = records[number % len(records)]
        page = (ROOT / f"docs/instrumenten/{record.stem}.md").read_text("utf-8")
        text = re.sub(
            r"^titel: .*$",
            f"titel: Proef {number}",
            record.read_text("utf-8"),
            count=1,
            flags=re.MULTILINE,
        )
        text = text.replace("\nstartset: true", "\nstartset: false")
        page = page.replace(f'"{record.stem}"', f'"proef-{number}"').replace(
            "{{ bronpunten() }}\n", ""
        )
        (project / f"toolbox/instrumenten/proef-{number}.yml").write_text(text, "utf-8")
        (project / f"docs/instrumenten/proef-{number}.md").write_text(page, "utf-8")
    return project


def material_project(project: Path, own: Path) -> Path:
    """The same words as Markdown, with the settings of any Material site."""
    shutil.copytree(PEERS / "material", project)
    write_pages(project / "docs", own, "index.md")
    return project


def hugo_project(project: Path, own: Path) -> Path:
    """The same words as Markdown, with a lean theme for Hugo."""
    shutil.copytree(PEERS / "hugo", project)
    write_pages(project / "content", own, "_index.md")
    return project


def write_pages(folder: Path, own: Path, index: str) -> None:
    """Every page of a project as plain Markdown: the text of its record, then its prose."""
    records = open_toolbox(own).records
    for source in sorted((own / "docs").rglob("*.md")):
        inside = source.relative_to(own / "docs")
        kind, name = inside.parent.as_posix(), inside.stem
        record = records[kind].get(name) if kind in PAGE_KINDS else None
        prose = re.sub(r"^\{\{.*\}\}$|^\{ .*\}$", "", source.read_text("utf-8"), flags=re.MULTILINE)
        heading = re.search(r"^# ([^{\n]+)", prose, re.MULTILINE)
        title = record.titel if record else heading[1].strip() if heading else name
        text = "\n".join(as_markdown(record.model_dump())) if record else ""
        target = folder / inside.parent / (index if name == "index" else inside.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        meta = json.dumps(
            {"title": title, "description": record.kort if record else title}, ensure_ascii=False
        )
        body = re.sub(r"^# .*$", "", prose, count=1, flags=re.MULTILINE)
        target.write_text(f"---\n{meta}\n---\n\n{text}\n{body}", "utf-8")


def as_markdown(data: dict[str, Any]) -> Iterator[str]:
    """The fields of a record as headings, paragraphs and lists."""
    for name, value in data.items():
        if name not in OMIT and value:
            yield f"## {name.replace('_', ' ').capitalize()}\n"
            yield from (
                f"- {_line(item)}" for item in (value if isinstance(value, tuple) else (value,))
            )
            yield ""


def _line(value: Any) -> str:
    return (
        ", ".join(str(part) for part in value.values() if part)
        if isinstance(value, dict)
        else str(value)
    )
