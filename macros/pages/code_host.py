"""Addresses at the host of the sources (GitHub, GitLab, Azure DevOps, Gitea): edit, new, report.

All follow from one template: the address at which one file is edited, with {path} in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

SETTING = "KIST_EDIT_URL"
MAIN = "main"
BRANCH = "refs/heads/"
PATH = re.compile(r"\{path(!q)?\}")
# The path in a template may be that of a page, as MkDocs writes it
UNDER_DOCS = re.compile(r"docs(/|%2F)(?=\{path)", re.IGNORECASE)
# Where a template edits a file -> where that host makes a new one
NEW = {"/_edit/": "/_new/", "/edit/": "/new/"}
LONGEST = 8000  # characters of an address that every host and browser takes
REPORT_FORM = "fout.yml"  # in .github/ISSUE_TEMPLATE; its field `pagina` takes an address


@dataclass(frozen=True)
class CodeHost:
    """The host of the sources; without a template every address is ''."""

    template: str = ""

    def edit(self, path: str) -> str:
        """Where a file is edited; `path` starts at the root of the project."""
        return PATH.sub(lambda found: quote(path, safe="" if found[1] else "/"), self.template)

    def new_file(self, path: str, text: str) -> str:
        """Where a new file opens with this text; '' at a host that takes no text."""
        edit = next((mark for mark in NEW if mark in self.template), "")
        if not edit or "/-/" in self.template:
            return ""
        folder, _, name = path.rpartition("/")
        address = CodeHost(self.template.replace(edit, NEW[edit], 1)).edit(folder)
        address += "?" + urlencode({"filename": name, "value": text})
        return address if len(address) <= LONGEST else ""

    def empty_file(self, path: str) -> str:
        """Where a new file is made without a text, or at least the folder to make it in."""
        folder, _, name = path.rpartition("/")
        if "/-/edit/" in self.template:
            address = CodeHost(self.template.replace("/-/edit/", "/-/new/", 1)).edit(folder)
            return f"{address}?{urlencode({'file_name': name}, quote_via=quote)}"
        return self.edit(folder) if "?" in self.template else ""

    def report(self, title: str, page: str) -> str:
        """Where a fault of a page is reported; '' at a host whose address for it is not known."""
        for mark, query in (
            ("/-/edit/", {"issue[title]": title, "issue[description]": f"Pagina: {page}\n\n"}),
            ("/_edit/", {"template": REPORT_FORM, "title": title, "pagina": page}),
            ("/edit/", {"template": REPORT_FORM, "title": title, "pagina": page}),
        ):
            repository, found, _ = self.template.partition(mark)
            if found:
                folder = "/-/issues/new" if mark == "/-/edit/" else "/issues/new"
                return f"{repository}{folder}?{urlencode(query, quote_via=quote)}"
        return ""


def edit_template(env: Mapping[str, str]) -> str:
    """The template for this environment: as set, or as the pipeline of a host shows itself.

    '' without either. ValueError, in Dutch, for a setting that can never lead to a file.
    """
    if own := env.get("KIST_EDIT_URL", ""):
        return _checked(UNDER_DOCS.sub("", own))
    found = _azure(env) or _gitlab(env) or _github(env)
    return found if found.startswith("https://") else ""  # no page may link to plain http


def _checked(template: str) -> str:
    if not template.startswith("https://"):
        raise ValueError(f"{SETTING}: dit adres begint niet met https://; neem het hele adres over")
    if not PATH.search(template):
        raise ValueError(f"{SETTING}: zet {{path}} op de plek van het bestand, zoals docs/{{path}}")
    return template


def _github(env: Mapping[str, str]) -> str:
    """Also Gitea and Forgejo, whose runners set the same variables."""
    server, repository = env.get("GITHUB_SERVER_URL", ""), env.get("GITHUB_REPOSITORY", "")
    if not (server and repository):
        return ""
    is_gitea = "GITEA_ACTIONS" in env or "FORGEJO_ACTIONS" in env
    is_branch = env.get("GITHUB_REF_TYPE", "branch") == "branch"
    branch = env.get("GITHUB_BASE_REF") or (is_branch and env.get("GITHUB_REF_NAME")) or MAIN
    edit = "_edit" if is_gitea else "edit"
    return f"{server.rstrip('/')}/{repository}/{edit}/{quote(branch)}/{{path}}"


def _gitlab(env: Mapping[str, str]) -> str:
    project = env.get("CI_PROJECT_URL", "")
    branch = quote(env.get("CI_DEFAULT_BRANCH") or MAIN)
    return f"{project.rstrip('/')}/-/edit/{branch}/{{path}}" if project else ""


def _azure(env: Mapping[str, str]) -> str:
    """Azure Pipelines, for a repository there or at GitHub; its address may name a user."""
    parts = urlsplit(env.get("BUILD_REPOSITORY_URI", ""))
    target = env.get("SYSTEM_PULLREQUEST_TARGETBRANCH") or env.get("BUILD_SOURCEBRANCH", "")
    is_branch = target.startswith(BRANCH) or not target.startswith("refs/")
    branch = quote(target.removeprefix(BRANCH) if target and is_branch else MAIN)
    repository = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    if "/_git/" in parts.path:
        return f"{repository}?path=/{{path}}&version=GB{branch}&_a=contents"
    if env.get("BUILD_REPOSITORY_PROVIDER") in ("GitHub", "GitHubEnterprise"):
        return f"{repository.removesuffix('.git')}/edit/{branch}/{{path}}"
    return ""
