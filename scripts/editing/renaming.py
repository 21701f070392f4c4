"""All that changes when a record gets another id, as the new content of files."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.feeds.json_schema import IDS, editor_schemas
from macros.model import KINDS, PAGE_KINDS, Toolbox
from macros.model.problems import Problem, ToolboxError, hint
from macros.model.urls import page_address, record_address
from macros.reading.project import Inspection, inspect_project, page_names
from scripts.cli.errors import raise_problems
from scripts.editing.files import Changes, apply, content_of
from scripts.editing.names import check_id
from scripts.editing.references import Renaming, in_page, in_record
from scripts.pipeline.published_urls import MOVED, check_pages, locked, read_moved

MENU = "mkdocs.yml"
AS_BYTES = "surrogateescape"  # what is no UTF-8 stays as it is: the check speaks of it
# A line of redirects.yml; reading has checked that its addresses are addresses.
RULE = re.compile(r"""(['"]?)(?P<old>/[^\s'":]*)\1\s*:\s*(['"]?)(?P<new>/[^\s'"]*)\3\s*(?:#.*)?""")
HEADING = re.compile(r"^# .*\n", re.MULTILINE)


def rename_changes(root: Path, renaming: Renaming) -> Changes:
    """The files that change; ToolboxError when it cannot be, or when it gives a new problem."""
    toolbox = _all_records(inspect_project(root))
    check_renaming(root, renaming, toolbox)
    texts = dict(_texts(root, renaming, toolbox))
    changes: dict[str, bytes | None] = {}
    for name, text in texts.items():
        new_name = moved_name(name, renaming)
        if new_name != name:
            changes[name] = None
        changes[new_name] = text.encode("utf-8", AS_BYTES)
    changes |= _schemas(root, changes, renaming)
    return changes


def _all_records(inspection: Inspection) -> Toolbox:
    """The toolbox, with a stand-in for each record that has problems: a name may change first."""
    if inspection.toolbox is None:
        raise ToolboxError(inspection.problems)
    return inspection.toolbox


def check_renaming(root: Path, renaming: Renaming, toolbox: Toolbox) -> None:
    """ToolboxError when the old record is not there, or the new id cannot be."""
    kind, known = renaming.kind, toolbox.records[renaming.kind]
    path = f"toolbox/{kind}/{renaming.old}.yml"
    if renaming.old not in known:
        proposal = hint(renaming.old, known) or f"; kijk in toolbox/{kind}"
        raise ToolboxError([Problem(path, 1, f"dit record bestaat niet{proposal}")])
    check_id(renaming.new)
    if renaming.new == renaming.old:
        raise ToolboxError([Problem(path, 1, "zo heet het al; kies een andere id")])
    for name in _own_files(renaming, renaming.new, toolbox):
        if (root / name).exists():
            raise ToolboxError([Problem(name, 1, "bestaat al; kies een andere id")])


def _own_files(renaming: Renaming, id: str, toolbox: Toolbox) -> list[str]:
    """Record, page and drawing of a record under this id."""
    files = [f"toolbox/{renaming.kind}/{id}.yml"]
    if KINDS[renaming.kind].own_page:
        files.append(f"docs/{renaming.kind}/{id}.md")
    spec = KINDS[renaming.kind]
    if (spec.drawing or spec.pictogram) and renaming.old in toolbox.drawings:
        files.append(f"toolbox/tekeningen/{id}.svg")
    return files


def moved_name(name: str, renaming: Renaming) -> str:
    """The name of a file after the renaming."""
    path = Path(name)
    if path.stem != renaming.old or path.suffix not in (".yml", ".md", ".svg"):
        return name
    return (
        path.with_name(renaming.new + path.suffix).as_posix() if _is_own(path, renaming) else name
    )


def _is_own(path: Path, renaming: Renaming) -> bool:
    folders = [f"toolbox/{renaming.kind}", f"docs/{renaming.kind}"]
    spec = KINDS[renaming.kind]
    folders += ["toolbox/tekeningen"] if spec.drawing or spec.pictogram else []
    return path.parent.as_posix() in folders


def _texts(root: Path, renaming: Renaming, toolbox: Toolbox) -> Iterator[tuple[str, str]]:
    """Every file that changes or moves, by its old name, with its new text."""
    own = _own_files(renaming, renaming.old, toolbox)
    for name, old, new in _rewritten(root, renaming, toolbox):
        if new != old or name in own:
            yield name, new
    for name in own:
        if name.endswith(".svg"):
            yield name, _read(root / name)
    if KINDS[renaming.kind].own_page:
        yield MOVED, redirects(root, renaming)


def _rewritten(root: Path, renaming: Renaming, toolbox: Toolbox) -> Iterator[tuple[str, str, str]]:
    """File, text and new text of all that may name the record."""
    for kind, record in toolbox.all():
        name = f"toolbox/{kind}/{record.id}.yml"
        text = _read(root / name)
        yield name, text, _changed_record(text, kind, renaming, name)
    kept = anchors_to_keep(root, renaming, toolbox)
    for page in page_names(root):
        text = _read(root / "docs" / page)
        new = in_page(text, page, renaming, toolbox)
        yield f"docs/{page}", text, _with_anchor(new, renaming.old) if page in kept else new
    if (root / MENU).is_file():
        text = _read(root / MENU)
        yield (
            MENU,
            text,
            re.sub(rf"(?<![\w/-]){renaming.old_name}\.md\b", f"{renaming.new_name}.md", text),
        )


def _changed_record(text: str, kind: str, renaming: Renaming, name: str) -> str:
    """The text of a record after the renaming; one that is no YAML may not name the old id."""
    if renaming.old not in text:
        return text
    try:
        return in_record(text, kind, renaming)
    except yaml.YAMLError:
        fault = f"dit record noemt '{renaming.old}' en is niet te lezen; verbeter het eerst"
        raise ToolboxError([Problem(name, 1, fault)]) from None


def anchors_to_keep(root: Path, renaming: Renaming, toolbox: Toolbox) -> set[str]:
    """The lists on which the record had a published place of its own, such as begrippen/#ambitie.

    A server does not see the part after #, so a redirect cannot help; the list keeps the old name.
    """
    pages = {f"/{page_address(page)}/": page for page in page_names(root)}  # not the home page
    kept = set()
    for address in locked(root):
        page, _, place = address.partition("#")
        if place == renaming.old and page in pages and _lists(pages[page], renaming, toolbox):
            kept.add(pages[page])
    return kept


def _lists(page: str, renaming: Renaming, toolbox: Toolbox) -> bool:
    """Whether the places on a page may be those of records of this kind."""
    kind, _, file = page.removesuffix(".md").partition("/")
    if kind in KINDS.keys() - PAGE_KINDS.keys():
        return kind == renaming.kind
    if kind in PAGE_KINDS and file != "index":
        return False
    words = {id for vocabulary in toolbox.words.values() for id in vocabulary}
    return renaming.old not in words  # else it is the heading of a group


def _with_anchor(text: str, id: str) -> str:
    place = f'<span id="{id}"></span>'
    heading = HEADING.search(text)
    if not heading:
        return f"{text.rstrip()}\n\n{place}\n"
    return f"{text[: heading.end()]}\n{place}\n{text[heading.end() :]}"


def redirects(root: Path, renaming: Renaming) -> str:
    """The text of redirects.yml: the old address leads to the new one, also where others led to it.

    An address that is a page again is left out.
    """
    read_moved(root)  # says what is wrong with it
    old, new = (f"/{record_address(renaming.kind, id)}" for id in (renaming.old, renaming.new))
    lines: list[str] = []
    for line in _read(root / MOVED).splitlines() if (root / MOVED).is_file() else []:
        rule = RULE.fullmatch(line.strip())
        if rule and rule["new"].partition("#")[0] == old:
            line = line.replace(f"{rule['new']}", rule["new"].replace(old, new, 1))  # noqa: PLW2901
        if not (rule and rule["old"] in (new, old)):
            lines.append(line)
    return "\n".join([*lines, f"{old}: {new}"]) + "\n"


def _schemas(root: Path, changes: Changes, renaming: Renaming) -> Changes:
    """Judge the changed project aside; returns the schemas that follow from it."""
    with tempfile.TemporaryDirectory(prefix="kist-hernoem-") as folder:
        aside = Path(folder)
        _copy(root, aside)
        apply(aside, changes)
        inspection = inspect_project(aside)
        raise_problems(_new_problems(inspect_project(root), inspection, renaming))
        raise_problems(check_pages(aside))
    needed = KINDS[renaming.kind].ids_in_schema
    wanted = {
        name: text
        for name, text in editor_schemas(_all_records(inspection)).items()
        if needed and name != IDS
    }
    named = {f"toolbox/schema/{name}": text.encode() for name, text in wanted.items()}
    return {name: text for name, text in named.items() if text != content_of(root / name)}


def _new_problems(before: Inspection, after: Inspection, renaming: Renaming) -> list[Problem]:
    """The problems that came with the new name; those that were there wait for the editor."""

    def key(problem: Problem) -> tuple[str, str]:
        text = problem.text.replace(renaming.old, renaming.new)
        return moved_name(problem.path, renaming), text

    known = {key(problem) for problem in before.problems}
    return [problem for problem in after.problems if key(problem) not in known]


def _copy(root: Path, aside: Path) -> None:
    """What reading needs of a project."""
    for name in ("toolbox", "docs"):
        skip = shutil.ignore_patterns("assets" if name == "docs" else "schema")
        shutil.copytree(root / name, aside / name, ignore=skip)
    for path in root.iterdir():
        if path.is_file() and path.suffix in (".yml", ".lock"):
            shutil.copy(path, aside)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", AS_BYTES)
