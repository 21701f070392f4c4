"""The list of parts names everything that is locked or vendored, in the form that others read."""

from __future__ import annotations

import re

from scripts.sbom import bill
from tests.conftest import ROOT


def test_it_names_every_package_and_every_vendored_script_once() -> None:
    found = [part["purl"] for part in bill()["components"]]
    locks = "".join((ROOT / name).read_text("utf-8") for name in ("requirements.txt", "requirements-dev.txt"))
    assert len([purl for purl in found if purl.startswith("pkg:pypi/")]) == len(re.findall(r"^[a-z0-9].*==", locks, re.MULTILINE))
    assert len([purl for purl in found if purl.startswith("pkg:npm/")]) == len(list((ROOT / "docs/assets/js/vendor").glob("*.js")))
    assert len(set(found)) == len(found)
    assert "pkg:pypi/mkdocs@1.6.1" in found


def test_it_has_the_structure_of_cyclonedx() -> None:
    document = bill()
    assert (document["bomFormat"], document["specVersion"], document["version"]) == ("CycloneDX", "1.6", 1)
    refs = {part["bom-ref"] for part in document["components"]}
    for part in document["components"]:
        assert part["type"] == "library"
        assert part["name"]
        assert re.fullmatch(r"[\w.+!-]+", part["version"])
        assert part["scope"] in ("required", "excluded")
        assert re.fullmatch(r"pkg:(pypi|npm)/[a-z0-9.-]+@[\w.+!-]+", part["purl"])
    (root,) = document["dependencies"]
    assert root["ref"] == document["metadata"]["component"]["bom-ref"]
    assert set(root["dependsOn"]) < refs
