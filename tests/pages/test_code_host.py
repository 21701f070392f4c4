"""Every host of sources opens the file that is meant, whatever the shape of its addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from macros.pages.code_host import LONGEST, CodeHost, edit_template
from tests.conftest import ROOT

GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "team/kist",
    "GITHUB_REF_TYPE": "branch",
    "GITHUB_REF_NAME": "main",
    "GITHUB_BASE_REF": "",
}
GITLAB = {"CI_PROJECT_URL": "https://git.example.nl/team/kist", "CI_DEFAULT_BRANCH": "main"}
AZURE = {
    "BUILD_REPOSITORY_URI": "https://team@dev.azure.com/team/Onze%20kist/_git/kist",
    "BUILD_REPOSITORY_PROVIDER": "TfsGit",
    "BUILD_SOURCEBRANCH": "refs/heads/main",
}
AT_GITHUB = "https://github.com/team/kist/edit/main/toolbox/rollen/jurist.yml"
AT_AZURE = (
    "https://dev.azure.com/team/Onze%20kist/_git/kist"
    "?path=/toolbox/rollen/jurist.yml&version=GBmain&_a=contents"
)


def edit(env: dict[str, str], path: str = "toolbox/rollen/jurist.yml") -> str:
    return CodeHost(edit_template(env)).edit(path)


@pytest.mark.parametrize(
    ("env", "address"),
    [
        (GITHUB, AT_GITHUB),
        (GITHUB | {"GITHUB_REF_NAME": "12/merge", "GITHUB_BASE_REF": "main"}, AT_GITHUB),
        (GITHUB | {"GITHUB_REF_NAME": "v1.0", "GITHUB_REF_TYPE": "tag"}, AT_GITHUB),
        (
            GITHUB | {"GITHUB_SERVER_URL": "https://git.example.nl/", "GITEA_ACTIONS": "true"},
            "https://git.example.nl/team/kist/_edit/main/toolbox/rollen/jurist.yml",
        ),
        (
            GITLAB,
            "https://git.example.nl/team/kist/-/edit/main/toolbox/rollen/jurist.yml",
        ),
        (
            GITLAB | {"CI_DEFAULT_BRANCH": "werk/nu 1"},
            "https://git.example.nl/team/kist/-/edit/werk/nu%201/toolbox/rollen/jurist.yml",
        ),
        (AZURE, AT_AZURE),
        (
            AZURE
            | {
                "BUILD_SOURCEBRANCH": "refs/pull/7/merge",
                "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
            },
            AT_AZURE,
        ),
        (AZURE | {"BUILD_SOURCEBRANCH": "refs/tags/v1"}, AT_AZURE),
        (
            {
                "BUILD_REPOSITORY_URI": "https://github.com/team/kist.git",
                "BUILD_REPOSITORY_PROVIDER": "GitHub",
                "BUILD_SOURCEBRANCH": "refs/heads/main",
            },
            AT_GITHUB,
        ),
    ],
)
def test_a_pipeline_knows_where_its_files_are_edited(env: dict[str, str], address: str) -> None:
    assert edit(env) == address


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"GITHUB_SERVER_URL": "https://github.com"},
        {"GITHUB_REPOSITORY": "team/kist"},
        {"CI_PROJECT_URL": ""},
        {"CI_PROJECT_URL": "http://git.intern/team/kist"},  # no page may link to it
        {"BUILD_REPOSITORY_URI": "https://svn.example.nl/kist", "BUILD_SOURCEBRANCH": "trunk"},
        {"KIST_EDIT_URL": ""},
    ],
)
def test_without_a_host_there_is_no_pencil(env: dict[str, str]) -> None:
    assert edit(env) == ""


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("https://h/r/edit/main/docs/{path}", "https://h/r/edit/main/toolbox/a.yml"),
        ("https://h/r/edit/main/{path}", "https://h/r/edit/main/toolbox/a.yml"),
        ("https://h/r/edit/main/kist/docs/{path}", "https://h/r/edit/main/kist/toolbox/a.yml"),
        (
            "https://h/r/src/main/docs/{path}?mode=edit",
            "https://h/r/src/main/toolbox/a.yml?mode=edit",
        ),
        (
            "https://h/p/_git/r?path=/docs/{path}&version=GBmain&_a=contents",
            "https://h/p/_git/r?path=/toolbox/a.yml&version=GBmain&_a=contents",
        ),
        (
            "https://h/p/_git/r?path=%2Fdocs%2F{path!q}&version=GBmain",
            "https://h/p/_git/r?path=%2Ftoolbox%2Fa.yml&version=GBmain",
        ),
    ],
)
def test_an_address_that_is_set_goes_first(template: str, address: str) -> None:
    assert edit(GITHUB | {"KIST_EDIT_URL": template}, "toolbox/a.yml") == address


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("https://host/repo/edit/main/docs/", r"zet \{path\} op de plek van het bestand"),
        ("https://host/repo/edit/main/{pad}", r"zet \{path\} op de plek van het bestand"),
        ("http://host/repo/edit/main/{path}", "begint niet met https://"),
        ("javascript:alert('{path}')", "begint niet met https://"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(setting: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        edit_template({"KIST_EDIT_URL": setting})


@pytest.mark.parametrize("env", [GITHUB, GITLAB, AZURE])
def test_a_name_with_other_signs_survives(env: dict[str, str]) -> None:
    assert "docs/een%20idee%C3%ABn%26%23.md" in edit(env, "docs/een ideeën&#.md")


@pytest.mark.parametrize("edit_word", ["edit", "_edit"])
def test_a_new_file_opens_with_its_text(edit_word: str) -> None:
    text = "titel: 'A & B'  # é\n"
    host = CodeHost(f"https://h/r/{edit_word}/main/{{path}}")
    parts = urlsplit(host.new_file("toolbox/rollen/naam.yml", text))
    assert parts.path == f"/r/{edit_word.replace('edit', 'new')}/main/toolbox/rollen"
    assert parse_qs(parts.query) == {"filename": ["naam.yml"], "value": [text]}
    assert host.new_file("toolbox/rollen/naam.yml", "x" * LONGEST) == ""


@pytest.mark.parametrize("env", [GITLAB, AZURE, {}])
def test_other_hosts_take_no_text_but_have_a_place(env: dict[str, str]) -> None:
    host = CodeHost(edit_template(env))
    assert host.new_file("toolbox/rollen/naam.yml", "x") == ""
    assert bool(re.search("toolbox/rollen", host.empty_file("toolbox/rollen/naam.yml"))) is bool(
        env
    )


def test_a_report_opens_filled_in() -> None:
    def query(template: str) -> dict[str, list[str]]:
        return parse_qs(urlsplit(CodeHost(template).report("Jurist?", "https://x/j/")).query)

    form = {"template": ["fout.yml"], "title": ["Jurist?"], "pagina": ["https://x/j/"]}
    assert query(edit_template(GITHUB)) == form
    assert query("https://h/r/_edit/main/{path}") == form
    at_gitlab = query(edit_template(GITLAB))
    assert at_gitlab["issue[title]"] == ["Jurist?"]
    assert "https://x/j/" in at_gitlab["issue[description]"][0]
    assert CodeHost(edit_template(AZURE)).report("Jurist?", "https://x/j/") == ""


@pytest.mark.parametrize("env", [GITHUB, GITLAB, AZURE])
def test_every_file_of_the_project_is_found_again_in_its_address(env: dict[str, str]) -> None:
    host = CodeHost(edit_template(env))
    before, after = host.template.split("{path}")
    files = [path for folder in ("docs", "toolbox") for path in (ROOT / folder).rglob("*.*")]
    for name in (path.relative_to(ROOT).as_posix() for path in files):
        address = host.edit(name)
        assert unquote(address.removeprefix(before).removesuffix(after)) == name
