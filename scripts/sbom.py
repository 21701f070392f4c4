"""`kist.py sbom`: what this project is made of, as CycloneDX 1.6 on standard output: a list for who watches over weak spots.

Read from the lock files and from the first line of each script of another maker; no network, no date, the same every time.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from macros.model.problems import Problem, ToolboxError
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, perform

LOCKS = {"requirements.txt": "required", "requirements-dev.txt": "excluded"}  # excluded: checks the site, is never part of it
PIN = re.compile(r"^([a-z0-9.-]+)==([^\s;\\]+)", re.MULTILINE)
VENDOR = "docs/assets/js/vendor"
MADE_BY = re.compile(r"/\*! (?P<name>[\w-]+) (?P<version>[\d.]+), .*?MIT", re.IGNORECASE)


def main(arguments: list[str]) -> int:
    """Print the list; 1 when a script of another maker does not say what it is."""
    Arguments("sbom", "Noem alle pakketten die meedoen, als CycloneDX.").parse_args(arguments)
    print(json.dumps(bill(), ensure_ascii=False, indent=1))
    return 0


def bill() -> dict[str, Any]:
    """The whole document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    root = {"type": "application", "bom-ref": "project", "name": project["name"], "version": project["version"]}
    components = [*packages(), *vendored()]
    about = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": root | _licence()}}
    depends = [{"ref": "project", "dependsOn": [part["bom-ref"] for part in components if part["scope"] == "required"]}]
    return {**about, "components": components, "dependencies": depends}


def packages() -> Iterator[dict[str, Any]]:
    """Every package of the lock files."""
    for lock, scope in LOCKS.items():
        for name, version in PIN.findall((ROOT / lock).read_text("utf-8")):
            yield _component(f"pkg:pypi/{name}@{version}", name, version, scope)


def vendored() -> Iterator[dict[str, Any]]:
    """Every script of another maker that readers get."""
    for path in sorted((ROOT / VENDOR).glob("*.js")):
        found = MADE_BY.match(path.read_text("utf-8"))
        if found is None:
            text = "de eerste regel noemt geen naam, versie en licentie; begin zoals het bestand ernaast"
            raise ToolboxError([Problem(f"{VENDOR}/{path.name}", 1, text)])
        yield _component(f"pkg:npm/{found['name'].lower()}@{found['version']}", found["name"], found["version"], "required") | _licence()


def _component(purl: str, name: str, version: str, scope: str) -> dict[str, Any]:
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "scope": scope, "purl": purl}


def _licence() -> dict[str, Any]:
    return {"licenses": [{"license": {"id": "MIT"}}]}


if __name__ == "__main__":
    perform(main)
