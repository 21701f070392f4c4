"""A project in which every command works, with the code of this one and a record of each kind.

`check` and `build` take a tenth there of what they take here, for there is as much less to read.
"""

from __future__ import annotations

import compileall
import re
import shutil
from pathlib import Path

from macros.model import PAGE_KINDS
from macros.reading.project import open_toolbox
from macros.reading.spelling import STORE, check_spelling
from tests.helpers.project import rewrite

CODE = ("macros", "scripts", "docs/assets")
BESIDE = ("mkdocs.yml", "csp-hashes.txt", "audit.json")
UNFINISHED = shutil.ignore_patterns("*.pyc.*")  # compiled code that another worker is writing now
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
# A heading, or a macro; statements of a source are shown where the examples have a page for them.
KEPT = re.compile(r"#|\{\{ (?!bronpunten)")
LINK = re.compile(r"'(?P<list>[\w-]+/)(?P<page>[\w-]+)/' \| url")  # of the theme, to one page


def complete(project: Path, root: Path) -> Path:
    """Add code and all pages of the menu to a project with the records of the examples."""
    for name in CODE:
        shutil.copytree(root / name, project / name, ignore=UNFINISHED)
    for name in BESIDE:
        shutil.copy(root / name, project)
    for page in (root / "docs").rglob("*.md"):
        copy = project / page.relative_to(root)
        if not copy.exists() and not _is_of_record(page.relative_to(root / "docs")):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(without_prose(page.read_text("utf-8")), "utf-8")
    for template in (project / "macros/theme").rglob("*.html"):
        template.write_text(_lead_to_lists(template.read_text("utf-8"), project), "utf-8")
    rewrite(project / "mkdocs.yml", "( +- over/)index.md", r"\g<0>\n\1bronnen.md")
    _prepare(project, root)
    return project


def _prepare(project: Path, root: Path) -> None:
    """Do once what every command would do at its first call: compile code, look words up."""
    for name in ("macros", "scripts"):
        compileall.compile_dir(project / name, quiet=1)
    if (root / STORE).is_dir():
        shutil.copytree(root / STORE, project / STORE)
    list(check_spelling(open_toolbox(project), project))


def _lead_to_lists(template: str, project: Path) -> str:
    """A template in which a link to a record that is not there leads to the list of its kind."""

    def led(link: re.Match[str]) -> str:
        page = project / "docs" / link["list"] / f"{link['page']}.md"
        return link[0] if page.is_file() else f"'{link['list']}' | url"

    return LINK.sub(led, template)


def _is_of_record(page: Path) -> bool:
    return page.parts[0] in PAGE_KINDS and page.name != "index.md"


def without_prose(text: str) -> str:
    """A page with its titles and macros alone; its sentences link to records that are not there."""
    front = FRONT.match(text)
    head = front[0] if front else ""
    lines = [line for line in text[len(head) :].splitlines() if KEPT.match(line)]
    return head + "\n\n".join(lines) + "\n"
