"""A host shows each problem beside its line, whatever signs it holds, and obeys no text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.model.problems import Problem
from scripts import check
from scripts.cli.errors import report_problems
from scripts.cli.git_hosts import (
    AZURE_PROPERTY,
    CODE_QUALITY,
    GITHUB_PROPERTY,
    add_summary,
    format_for,
    line_for,
    write_code_quality,
)
from scripts.cli.progress import progress

SEVERITIES = ("info", "minor", "major", "critical", "blocker")
TEXTS = (
    "100% raak: 'a, b' kan niet; kies uit x]y",
    "%25 blijft %25, en %0A ook; %AZP25",
    "twee\nregels\r\nen ::error file=x,line=1::nep",
    "##vso[task.setvariable variable=x]nep\n##vso[task.complete result=Succeeded;]",
)
PATHS = ("toolbox/rollen/een.yml", "docs/a,b:c;d]e%f\n::error ::g.md")


def unescaped(text: str, signs: Mapping[str, str]) -> str:
    """As the host does it: percent last."""
    for sign, code in reversed(list(signs.items())):
        text = text.replace(code, sign)
    return text


def read_by_github(line: str) -> tuple[str, Problem]:
    found = re.fullmatch(r"::(\w+) ([^\n:]*)::([^\r\n]*)", line)
    assert found
    data = dict(part.split("=", 1) for part in found[2].split(","))
    assert data.keys() == {"file", "line"}
    path, text = (unescaped(part, GITHUB_PROPERTY) for part in (data["file"], found[3]))
    return found[1], Problem(path, int(data["line"]), text)


def read_by_azure(line: str) -> tuple[str, Problem]:
    found = re.fullmatch(r"##vso\[task\.logissue ([^\n\]]*)\]([^\r\n]*)", line)
    assert found
    data = dict(part.split("=", 1) for part in found[1].split(";") if part)
    assert data.keys() == {"type", "sourcepath", "linenumber", "columnnumber"}
    path, text = (unescaped(part, AZURE_PROPERTY) for part in (data["sourcepath"], found[2]))
    return data["type"], Problem(path, int(data["linenumber"]), text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("path", PATHS)
def test_a_host_reads_back_what_was_said(path: str, text: str) -> None:
    problem = Problem(path, 7, text)
    assert read_by_github(line_for("github", problem)) == ("error", problem)
    assert read_by_github(line_for("github", problem, tip=True)) == ("notice", problem)
    assert read_by_azure(line_for("azure", problem)) == ("error", problem)
    assert read_by_azure(line_for("azure", problem, tip=True)) == ("warning", problem)


@pytest.mark.parametrize("text", TEXTS)
def test_a_problem_for_people_is_one_line(text: str) -> None:
    assert line_for("plain", Problem("x.yml", 1, text)).startswith("x.yml:1: ")
    assert len(line_for("plain", Problem("x.yml", 1, text)).splitlines()) == 1


def test_gitlab_gets_a_report_of_code_quality(tmp_path: Path) -> None:
    twice = [Problem("x.yml", line, TEXTS[0]) for line in (1, 4)]
    write_code_quality(
        [*twice, Problem("y.yml", 2, TEXTS[2])], [Problem("z.yml", 3, "kort")], tmp_path
    )
    found = json.loads((tmp_path / CODE_QUALITY).read_text("utf-8"))
    assert [issue["location"] for issue in found] == [
        {"path": path, "lines": {"begin": line}}
        for path, line in (("x.yml", 1), ("x.yml", 4), ("y.yml", 2), ("z.yml", 3))
    ]
    for issue in found:
        assert issue.keys() == {
            *("description", "check_name", "fingerprint", "severity", "location")
        }
        assert issue["severity"] in SEVERITIES
        assert all(
            isinstance(issue[key], str) and issue[key] for key in issue.keys() - {"location"}
        )
    assert len({issue["fingerprint"] for issue in found}) == len(found)


def test_a_sound_project_empties_the_report_of_gitlab(tmp_path: Path) -> None:
    write_code_quality([], [], tmp_path)
    assert json.loads((tmp_path / CODE_QUALITY).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("environment", "form"),
    [
        ({}, "plain"),
        ({"GITHUB_ACTIONS": "false"}, "plain"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({"TF_BUILD": "True"}, "azure"),
    ],
)
def test_the_form_follows_from_the_host(environment: dict[str, str], form: str) -> None:
    assert format_for(environment) == form


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--github"], "::error file=x.yml,line=2::mis"),
        (["--format", "azure"], "##vso[task.logissue type=error;sourcepath=x.yml;"),
        (["--format", "gitlab"], "x.yml:2: mis"),
        ([], "x.yml:2: mis"),
    ],
)
def test_check_speaks_the_form_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "validate_project", lambda _: [Problem("x.yml", 2, "mis")])
    assert check.main(arguments) == 1
    printed = capsys.readouterr()
    lines = (printed.out + printed.err).splitlines()
    assert [line.startswith(said) for line in lines] == [True, False]
    assert (tmp_path / CODE_QUALITY).exists() == ("gitlab" in arguments)


def test_the_page_of_the_run_shows_all_problems(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Beside the lines GitHub shows ten."""
    problems = [Problem("x.yml", line, "mis: <b>") for line in range(1, 15)]
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "validate_project", lambda _: problems)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "stap.md"))
    (tmp_path / "stap.md").write_text("eerder\n")
    check.main(["--format", "github"])
    summary = (tmp_path / "stap.md").read_text("utf-8")
    assert summary.startswith("eerder\n")
    assert summary.count("\n    x.yml:") == len(problems)


def test_azure_is_told_where_the_summary_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s.md").write_text("kort")
    add_summary(tmp_path / "s.md", {"TF_BUILD": "True"})
    assert capsys.readouterr().out == f"##vso[task.uploadsummary]{tmp_path}/s.md\n"
    add_summary(tmp_path / "s.md", {})
    assert capsys.readouterr().out == ""


def test_lines_for_people_stay_out_of_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    report_problems([Problem("x.yml", 1, "mis")])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_for_somebody_who_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    progress("Ik bouw de site.")
    printed = capsys.readouterr()
    assert printed.err == ("… Ik bouw de site.\n" if terminal else "")
    assert printed.out == ""
