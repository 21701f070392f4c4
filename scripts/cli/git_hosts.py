"""What a host of Git reads: problems beside the lines of a proposal, and a summary of a run.

Each host has its own form. Texts of a proposal are escaped: they can end no line and begin no
command.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from macros.model.problems import Problem

RUNS_ON = {"github": "GITHUB_ACTIONS", "gitlab": "GITLAB_CI", "azure": "TF_BUILD"}  # set to true
PLAIN = "plain"
FORMATS = (PLAIN, *RUNS_ON)
CODE_QUALITY = "gl-code-quality-report.json"  # read by GitLab after the job
GITHUB_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
GITHUB_PROPERTY = GITHUB_DATA | {":": "%3A", ",": "%2C"}
AZURE_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
AZURE_PROPERTY = AZURE_DATA | {"]": "%5D", ";": "%3B"}


def format_for(environment: Mapping[str, str]) -> str:
    """The format of the host on which this runs; plain lines on a machine of one's own."""
    for name, variable in RUNS_ON.items():
        if environment.get(variable, "").casefold() == "true":
            return name
    return PLAIN


def github_line(problem: Problem, tip: bool = False) -> str:
    """A workflow command of GitHub Actions; Gitea and Forgejo know it too."""
    level, path = "notice" if tip else "error", _escaped(problem.path, GITHUB_PROPERTY)
    return f"::{level} file={path},line={problem.line}::{_escaped(problem.text, GITHUB_DATA)}"


def azure_line(problem: Problem, tip: bool = False) -> str:
    """A logging command of Azure Pipelines."""
    level, path = "warning" if tip else "error", _escaped(problem.path, AZURE_PROPERTY)
    where = f"type={level};sourcepath={path};linenumber={problem.line};columnnumber=1"
    return f"##vso[task.logissue {where};]{_escaped(problem.text, AZURE_DATA)}"


def plain_line(problem: Problem, tip: bool = False) -> str:
    """A line for people: one of ours, whatever the text of a proposal holds."""
    line = " ".join(str(problem).splitlines())
    return f"tip: {line}" if tip else line


LINES: Mapping[str, Callable[[Problem, bool], str]] = {
    "github": github_line,
    "azure": azure_line,
}


def line_for(form: str, problem: Problem, tip: bool = False) -> str:
    """A problem or tip on one line, in the form of this host."""
    return LINES.get(form, plain_line)(problem, tip)


def write_code_quality(problems: Iterable[Problem], tips: Iterable[Problem], root: Path) -> None:
    """The report of GitLab, also when nothing is wrong: then what it showed is solved."""
    seen: Counter[str] = Counter()
    found = [_issue(problem, "major", "fout", seen) for problem in problems]
    found += [_issue(problem, "info", "tip", seen) for problem in tips]
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (root / CODE_QUALITY).write_text(text + "\n", "utf-8")


def _issue(problem: Problem, severity: str, name: str, seen: Counter[str]) -> dict[str, object]:
    """One entry of a Code Quality report; its print stays the same when the line moves."""
    content = f"{problem.path}\n{problem.text}"
    seen[content] += 1
    digest = hashlib.sha256(f"{content}\n{seen[content]}".encode()).hexdigest()
    return {
        "description": problem.text,
        "check_name": name,
        "fingerprint": digest[:32],
        "severity": severity,
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def add_summary(file: Path, environment: Mapping[str, str]) -> None:
    """Show a Markdown file on the page of the run, where the host can."""
    if page := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(page).open("a", encoding="utf-8") as summary:
            summary.write(file.read_text("utf-8") + "\n")
    elif format_for(environment) == "azure":
        print(f"##vso[task.uploadsummary]{_escaped(str(file.resolve()), AZURE_DATA)}", flush=True)


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
