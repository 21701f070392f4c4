"""One file makes a record: its page is made where it is absent, unless that would be a guess."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import PAGE_KINDS
from macros.reading.thin_pages import missing_pages, write_missing_pages
from tests.helpers.project import fingerprints


def only_page(project: Path, kind: str) -> Path:
    return min(path for path in (project / "docs" / kind).glob("*.md") if path.stem != "index")


@pytest.mark.parametrize("kind", list(PAGE_KINDS))
def test_a_record_without_a_page_gets_a_sound_one(
    project: Path, faults: Callable[[], list[str]], kind: str
) -> None:
    page = only_page(project, kind)
    page.unlink()
    assert write_missing_pages(project) == [f"docs/{kind}/{page.name}"]
    macro = PAGE_KINDS[kind].macro
    assert page.read_text("utf-8") == f'{{{{ {macro}("{page.stem}") }}}}\n\n{{{{ hoort_bij() }}}}\n'
    assert faults() == []


def test_a_whole_project_is_left_alone(project: Path) -> None:
    before = fingerprints(project)
    assert write_missing_pages(project) == []
    assert fingerprints(project) == before


def test_a_renamed_record_gets_no_second_page(project: Path) -> None:
    """Its prose is still in the old page."""
    record = next((project / "toolbox/instrumenten").glob("*.yml"))
    record.rename(record.with_name("anders.yml"))
    assert missing_pages(project) == {}


@pytest.mark.parametrize(
    "name", ["Groot.yml", "met spatie.yml", "kopie (1).yml", "con.yml", "x.yaml"]
)
def test_a_file_that_is_no_record_gets_no_page(project: Path, name: str) -> None:
    (project / "toolbox/instrumenten" / name).write_text("titel: x\n")
    assert missing_pages(project) == {}


def test_a_folder_that_cannot_be_written_leaves_it_to_the_check(
    project: Path, faults: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = only_page(project, "rollen")
    page.unlink()

    def refuse(path: Path, *_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_text", refuse)
    assert write_missing_pages(project) == []
    assert faults()[0].startswith(f"toolbox/rollen/{page.stem}.yml:1: docs/rollen/{page.name}")


def test_a_page_that_was_published_is_not_made_anew(project: Path) -> None:
    """It may have held text of its own, so it must be put back."""
    page = only_page(project, "rollen")
    (project / "links.lock").write_text(f"/rollen/{page.stem}/\n")
    page.unlink()
    assert missing_pages(project) == {}


def test_a_record_in_a_wrong_folder_gets_no_page_there(project: Path) -> None:
    record = project / "toolbox/instrumenten/keetgesprek.yml"
    record.rename(project / "toolbox/modellen/keetgesprek.yml")
    assert missing_pages(project) == {}
