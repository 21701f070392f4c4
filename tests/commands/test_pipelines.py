"""Each pipeline gives its verdict first: one line for one fault, and nothing after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.lab.git_changes import changed_files, merge_base, only_content
from tests.conftest import ROOT
from tests.helpers.cases import daily
from tests.helpers.project import LONGEST, rewrite

# The pipelines, and what the host sets in the environment of every job
HOSTS = {
    ".github/workflows/controle.yml": {"GITHUB_ACTIONS": "true"},
    ".gitlab-ci.yml": {"GITLAB_CI": "true"},
    "azure-pipelines.yml": {"TF_BUILD": "True"},
}
ENTRY = """#!/bin/sh
# Stands for `python3 scripts/kist.py COMMAND`, in an environment that is there already.
command=$2; shift 2; exec "{python}" -m "scripts.$command" "$@"
"""
FAULT = "toolbox/instrumenten/keetgesprek.yml"


def jobs_of(pipeline: Any) -> dict[str, Any]:
    """The jobs of a proposal, in order, whatever the host calls things."""
    if "jobs" in pipeline:  # GitHub
        return dict(pipeline["jobs"])
    if isinstance(pipeline["stages"][0], str):  # GitLab
        found = pipeline.items()
        return {name: job for name, job in found if isinstance(job, dict) and "script" in job}
    stages = {stage["stage"]: stage["jobs"] for stage in pipeline["stages"]}
    return {job["job"]: job for job in stages["controle"]}


def lines_of(job: dict[str, Any]) -> list[str]:
    """The command lines of a job."""
    if "script" in job:
        return list(job["script"])
    steps = [step.get("run", step.get("script")) for step in job["steps"]]
    return [line for line in steps if line]


def jobs(name: str) -> dict[str, Any]:
    return jobs_of(yaml.load((ROOT / name).read_text("utf-8"), yaml.BaseLoader))  # noqa: S506


def run_line(
    line: str, project: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a line of a pipeline as its host does, in a shell."""
    entry = project.parent / "bin/python3"
    entry.parent.mkdir(exist_ok=True)
    entry.write_text(ENTRY.format(python=sys.executable))
    entry.chmod(0o755)
    path = f"{entry.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", line],  # noqa: S607
        cwd=project,
        env=os.environ | environment | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


@pytest.mark.parametrize("name", HOSTS)
def test_the_verdict_comes_first_and_all_else_waits_for_it(name: str) -> None:
    first, *others = jobs(name).items()
    assert first[0] == "check"
    assert [line.split()[:3] for line in lines_of(first[1])] == [
        ["python3", "scripts/kist.py", "check"]
    ]
    if name == ".gitlab-ci.yml":
        stages = yaml.safe_load((ROOT / name).read_text("utf-8"))["stages"]
        assert first[1]["stage"] == stages[0]
        assert all("needs" not in job for _, job in others)
        waiting = {str(job["stage"]) for key, job in others if key not in ("links", "test-all")}
        assert stages[0] not in waiting
    else:
        waits = {key: job.get("needs", job.get("dependsOn")) for key, job in others}
        assert waits["test"] == waits["preview"] == "check"
        assert set(waits.values()) <= {"check", "test", "site"}


@pytest.mark.parametrize("name", daily(1, HOSTS))
@pytest.mark.parametrize("job", ["check", pytest.param("test", marks=pytest.mark.long)])
def test_one_colon_too_few_is_one_line(small: Path, name: str, job: str) -> None:
    rewrite(small / FAULT, r"^doel: ", "doel ")
    (line,) = lines_of(jobs(name)[job])
    done = run_line(line, small, HOSTS[name] | {"KIST_PDF": "nee"})
    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1
    assert [FAULT in text for text in said if "uploadsummary" not in text] == [True, False], said
    assert said[-1] == "1 fout; er is niets veranderd."


@pytest.mark.parametrize(
    ("file", "enough"),
    [(FAULT, True), ("docs/over/privacy.md", True), ("mkdocs.yml", False), ("nieuw.py", False)],
)
def test_the_full_run_is_for_more_than_text(tmp_path: Path, file: str, enough: bool) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.nl"]
    for path in (FAULT, "docs/over/privacy.md", "mkdocs.yml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("een\n")
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "een"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    (tmp_path / file).write_text("twee\n")
    commit = merge_base(tmp_path, "main")
    assert commit
    assert merge_base(tmp_path, "bestaat-niet") is merge_base(tmp_path, "") is None
    found = changed_files(tmp_path, commit)
    assert [changed.path for changed in found] == [file]
    assert found[0].after == b"twee\n"
    assert only_content(found) == enough
