"""What is wrong with a project: in its sources, and in the pages that are made of them.

`build` stops at the problems of the sources and judges the pages that it publishes. `check` judges
both in one round: it makes a draft of the pages, in which a sound record stands in for each one
with problems.
"""

from __future__ import annotations

import posixpath
import re
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from macros.model import PAGE_KINDS, Toolbox
from macros.model.problems import Problem, ToolboxError
from macros.paper.documents import PdfDocuments
from macros.paper.print_all import check_paper, pdfs_wanted
from macros.reading.project import Inspection, inspect_project, open_toolbox
from macros.reading.settings.house_style import check_house_style
from macros.reading.settings.site_settings import FILE
from macros.reading.source_pages import read_pages
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.check_html import check_site, check_source_html
from scripts.pipeline.check_setup import can_read_settings, check_frame, check_setup
from scripts.pipeline.generate import generate
from scripts.pipeline.published_urls import LOCK, check_anchors, check_lock, check_pages

# A place that a page may miss because a record that belongs to it could not be read
OF_RELATIONS = "#hoort-bij "
DEAD_LINK = re.compile(r"de verwijzing '([^'#]*)\.md[^']*' leidt nergens heen")


def validate_sources(root: Path) -> tuple[Toolbox | None, list[Problem]]:
    """The toolbox, and the problems that can be seen without a build; no toolbox when there are."""
    try:
        toolbox = open_toolbox(root)
    except ToolboxError as error:
        return None, error.problems
    problems = [
        *check_setup(root),
        *check_pages(root),
        *check_source_html(root, read_pages(root).pages),
    ]
    if pdfs_wanted():
        problems += check_paper(toolbox, root)
    return (None if problems else toolbox), problems


def validate_project(root: Path) -> list[Problem]:
    """Every problem, of all layers at once: what this finds, build and publish would refuse."""
    inspection = inspect_project(root)
    frame = [*check_frame(root)]
    problems = [*inspection.problems, *frame, *check_pages(root), *check_lock(root)]
    toolbox = inspection.toolbox
    if not can_read_settings(root):
        return sorted(set(problems))
    problems += check_house_style(root)
    if toolbox is None:
        problems += check_source_html(root, read_pages(root).pages)
        return _one_a_cause(problems)
    if frame or any(problem.path == FILE for problem in inspection.problems):
        problems += check_source_html(root, read_pages(root).pages)
    else:
        problems += _problems_of_draft(root, inspection, toolbox)
    if pdfs_wanted():
        sheets = check_paper(toolbox, root)
        problems += [problem for problem in sheets if problem.path not in inspection.stand_ins]
    return _one_a_cause(problems)


def _one_a_cause(problems: list[Problem]) -> list[Problem]:
    """These problems in order; what is said of a record that is gone holds for its page too.

    Dead links to that page are named in the same line.
    """
    gone: dict[str, Problem] = {}
    for problem in sorted(set(problems), key=lambda problem: (problem.path == LOCK, problem)):
        if problem.target:
            gone.setdefault(problem.target, problem)
    dead: dict[str, list[str]] = defaultdict(list)
    kept = []
    for problem in sorted(set(problems)):
        if (target := _dead_target(problem)) in gone:
            dead[target].append(f"{problem.path}:{problem.line}")
        elif not (problem.path == LOCK and gone.get(problem.target, problem) != problem):
            kept.append(problem)
    for number, problem in enumerate(kept):
        if gone.get(problem.target) == problem and (links := dead.get(problem.target)):
            text = f"{problem.text}. Dat geldt ook voor de verwijzing in {', '.join(links)}"
            kept[number] = replace(problem, text=text)
    return kept


def _dead_target(problem: Problem) -> str:
    """The page to which a dead link leads, such as instrumenten/keetgesprek; '' for no such link"""
    if found := DEAD_LINK.match(problem.text):
        folder = posixpath.dirname(problem.path.removeprefix("docs/"))
        return posixpath.normpath(posixpath.join(folder, found[1]))
    return ""


def _problems_of_draft(root: Path, inspection: Inspection, toolbox: Toolbox) -> list[Problem]:
    """What only built pages show: their HTML, headings, links and anchors.

    Left out are pages of which a part could not be made: what is wrong there has been said.
    """
    with tempfile.TemporaryDirectory(prefix="kist-") as folder:
        draft = Path(folder) / "site"
        problems = generate(draft, toolbox, "mkdocs", draft=True)
        if not (draft / "index.html").is_file():
            return problems
        site = BuiltSite(draft)
        said = {(problem.path, problem.line) for problem in problems}
        for found in (
            check_site(site, root, expected_pages(root) | expected_pdfs(toolbox)),
            check_anchors(site, root),  # a heading of another level is one cause, said above
        ):
            problems += [
                problem
                for problem in found
                if (problem.path, problem.line) not in said
                and not (inspection.stand_ins and OF_RELATIONS in problem.text)
            ]
            said = {(problem.path, problem.line) for problem in problems}
    return [problem for problem in problems if problem.path not in inspection.half_pages]


def expected_pdfs(toolbox: Toolbox) -> frozenset[str]:
    """The PDFs that a build makes beside its pages."""
    return frozenset(document.bestand for document in PdfDocuments(toolbox, "").all())


def expected_pages(root: Path) -> frozenset[str]:
    """The built pages of all records: a link to one whose page is not there yet is not dead."""
    names = set()
    for kind in PAGE_KINDS:
        for path in (root / "toolbox" / kind).glob("[!._~]*.yml"):
            names.add(f"{kind}/{path.stem}/index.html")
    return frozenset(names)
