"""`kist.py new` gives an editor a record and a page that pass at once, and never overwrites."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import PAGE_KINDS
from scripts import new


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new, "ROOT", project)
    return project


@pytest.mark.parametrize("kind", list(PAGE_KINDS))
def test_every_kind_is_sound_at_once(
    here: Path, faults: Callable[[], list[str]], kind: str
) -> None:
    assert new.main([PAGE_KINDS[kind].een, "Proef: één & 'ander'"]) == 0
    assert (here / f"docs/{kind}/proef-een-ander.md").is_file()
    assert faults() == []


def test_nothing_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main(["rol", "Trekker"]) == 1
    assert "toolbox/rollen/trekker.yml:1: bestaat al" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["instrumet", "X y"], "bedoel je 'instrument'?"),
        (["rol", "!!!"], "geen bestandsnaam te maken"),
        (["rol", "Con"], "geen bestandsnaam te maken"),
        (["rol", "t" * 72], "titel: is 72 tekens; kort in tot hoogstens 70"),
        (["rol", "Ab"], "titel: heeft minstens 3 tekens nodig"),
        (["rol", "Een bel\a erin"], "onzichtbaar teken U+0007"),
        (["rol", "De stakeholder"], "'stakeholder' vermijden we"),
        (["instrument", "Verkeerd \udce9 getypt"], "geen geldige UTF-8"),
    ],
)
def test_a_wrong_call_is_answered(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    before = sorted(here.rglob("*"))
    assert new.main(arguments) == 1
    assert says in capsys.readouterr().err
    assert sorted(here.rglob("*")) == before


def test_a_disk_that_refuses_the_page_leaves_no_record(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(here.rglob("*"))
    write = Path.write_text

    def refuse_pages(path: Path, *rest: str) -> int:
        if path.suffix == ".md":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, *rest)

    monkeypatch.setattr(Path, "write_text", refuse_pages)
    with pytest.raises(OSError, match="No space"):
        new.main(["rol", "Bruggenbouwer"])
    assert sorted(here.rglob("*")) == before
