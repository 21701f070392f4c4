"""`kist.py new` gives an editor a record and a page that pass at once, and never overwrites."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import PAGE_KINDS
from macros.pages.record_template import SAMPLE
from scripts import new
from tests.conftest import ROOT
from tests.helpers.project import rewrite, run

BESIDE = ("pyproject.toml", "links.lock", "tests")  # what a run of the tests needs too
PYTEST = ("-m", "pytest", "-n0", "-p", "no:cacheprovider")
OF_CONTENT = (
    "tests/model",
    "tests/pages",
    "tests/search",
    "tests/feeds/test_json_schema.py",
    "tests/reading/test_content_rules.py",
    "tests/reading/test_language.py",
    "tests/reading/test_spelling.py",
)
OF_THE_SITE = (
    "tests/feeds",
    "tests/paper",
    "tests/pipeline",
    "tests/test_site.py",
    "tests/browser/test_finder.py",
    "tests/browser/test_pages.py",
    "tests/browser/test_search.py",
    "tests/browser/test_sheets.py",
    "tests/browser/test_zip.py",
)


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


def test_an_instrument_has_room_for_its_background(here: Path) -> None:
    """The guide for editors asks for text under this heading."""
    new.main(["instrument", "Proef"])
    page = (here / "docs/instrumenten/proef.md").read_text("utf-8")
    assert "\n\n## Achtergrond\n\nVul dit in" in page


@pytest.mark.usefixtures("here")
def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
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


# What an editor writes at each "Vul dit in" of a new instrument, by the title of the field.
ANSWERS = {
    "Doel": ["Samen kiezen wat je deze week eerst probeert."],
    "Wanneer wel": ["Er liggen veel ideeën en niemand begint."],
    "Wanneer niet": ["Er is haast. Laat dan één persoon kiezen."],
    "Rol": ["Gespreksleider"],
    "Doet": ["Stelt de vragen en let op de tijd."],
    "Titel": ["Noem de ideeën", "Kies er één", "Spreek een dag af"],
    "Tekst": [
        "Laat iedereen één idee noemen.",
        "Kies samen het idee dat je morgen kunt proberen.",
        "Schrijf op wie begint en wanneer je erover praat.",
    ],
    "Label": ["Wat proberen we eerst?"],
    "Uitkomst": ["Eén idee, met een naam en een dag."],
    "Valkuilen": ["Te lang praten over het beste idee."],
    "Maker": ["redactie"],
}
PROSE = "Wie klein begint, leert snel. Een aannemer en een installateur proberen één idee uit."


def fill_in(project: Path) -> None:
    """Replace every sample of the record and the page of 'Proef', as the guide for editors asks."""

    def answer(sample: re.Match[str]) -> str:
        return ANSWERS[sample["title"]][int(sample["number"] or 1) - 1]

    sample = re.compile(rf"{SAMPLE}(?: (?P<number>\d+))?: (?P<title>[^']+)")
    record = project / "toolbox/instrumenten/proef.yml"
    record.write_text(sample.sub(answer, record.read_text("utf-8")), "utf-8")
    rewrite(project / "docs/instrumenten/proef.md", f"{SAMPLE}.*", PROSE)


def with_proef(project: Path) -> None:
    """Make the instrument and go on until the check and the list of addresses are content."""
    for name in BESIDE:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    assert run(project, "-m", "scripts.new", "instrument", "Proef").returncode == 0
    fill_in(project)
    checked = run(project, "-m", "scripts.check")
    assert checked.returncode == 0, checked.stderr


def test_a_sound_new_instrument_turns_no_test_red(printed_copy: Path) -> None:
    """An editor who is told that all is well is never refused by a test."""
    with_proef(printed_copy)
    tested = run(printed_copy, *PYTEST, "-m", "not long", *OF_CONTENT)
    assert tested.returncode == 0, tested.stdout


@pytest.mark.long
def test_a_sound_new_instrument_turns_no_test_of_the_site_red(printed_copy: Path) -> None:
    with_proef(printed_copy)
    assert run(printed_copy, "-m", "scripts.links", "update").returncode == 0
    tested = run(printed_copy, *PYTEST, *OF_THE_SITE)
    assert tested.returncode == 0, tested.stdout
