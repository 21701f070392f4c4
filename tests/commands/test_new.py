"""`kist.py new` gives an editor a record and a page that pass at once, and never overwrites."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.model import KINDS, PAGE_KINDS, Toolbox
from macros.pages.yaml_style import text as as_text
from macros.reading.rules.record_rules import SAMPLE
from scripts import new
from scripts.editing.likeness import similar_records
from tests.conftest import ROOT
from tests.helpers.project import rewrite, run

# What a run of the tests needs too
BESIDE = (
    "pyproject.toml",
    "links.lock",
    "tests",
    ".github",
    ".gitlab-ci.yml",
    "azure-pipelines.yml",
)
# As `kist.py test` runs them for who adds a record: without the long ones
PYTEST = ("-m", "pytest", "-n0", "-p", "no:cacheprovider", "-m", "not long")
OF_CONTENT = (
    "tests/model",
    "tests/pages",
    "tests/search",
    "tests/feeds/test_json_schema.py",
    "tests/reading/rules/test_content_rules.py",
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
    "tests/browser/paper/test_sheets.py",
    "tests/browser/offline/test_zip.py",
)


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new, "ROOT", project)
    return project


def other_than_samples(faults: list[str]) -> list[str]:
    """A record that still asks to be filled in may be refused for that alone."""
    return [fault for fault in faults if SAMPLE not in fault]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_is_sound_at_once(
    here: Path, faults: Callable[[], list[str]], kind: str
) -> None:
    assert new.main([KINDS[kind].een, "Proef: één & 'ander'"]) == 0
    assert (here / f"toolbox/{kind}/proef-een-ander.yml").is_file()
    assert (here / f"docs/{kind}/proef-een-ander.md").is_file() == (kind in PAGE_KINDS)
    assert other_than_samples(faults()) == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_optional_field_shows_a_form_that_can_be_used(
    here: Path, faults: Callable[[], list[str]], kind: str
) -> None:
    """An editor who takes the # away from all of a field has a field that is read."""
    new.main([KINDS[kind].een, "Proef"])
    record = here / f"toolbox/{kind}/proef.yml"
    text = re.sub(r"(?m)^# (?!yaml-language)", "", record.read_text("utf-8"))
    record.write_text(text, "utf-8")
    unread = [fault for fault in faults() if "YAML" in fault or "onbekend veld" in fault]
    assert unread == []


def test_each_field_with_fixed_words_names_them(here: Path) -> None:
    new.main(["instrument", "Proef"])
    text = (here / "toolbox/instrumenten/proef.yml").read_text("utf-8")
    assert "##   kies uit: zelf, begeleider, expert\n" in text
    assert "##   kies uit: heel, half, derde\n" in text
    assert re.search(r"\nfasen: \[[a-z-]+\]\n", text)
    assert text.count("minuten: 1\n") > 5
    assert max(map(len, text.splitlines())) < 150


@pytest.mark.parametrize(
    ("title", "like"),
    [
        ("Premortem", "vooraf-terugkijken.yml), door 'premortem'"),
        ("Pre-mortem houden", "vooraf-terugkijken.yml), door 'pre-mortem'"),
        ("Keetgesprek", "keetgesprek.yml), door 'Keetgesprek van tien minuten'"),
        ("Het keetgesprek in 10 minuten", "keetgesprek.yml)"),
        ("Terugblikken", "terugblik.yml), door 'Terugblik in vier vragen'"),
        ("Tempochecks", "tempocheck.yml)"),
    ],
)
def test_a_title_that_looks_like_a_record_is_named(title: str, like: str, real: Toolbox) -> None:
    found = similar_records("instrumenten", title, real)
    assert any(like in f"{record.id}.yml), door '{shared}'" for _, record, shared in found)


@pytest.mark.parametrize(
    "title", ["Betrokkenenkaart", "Kwartaalgesprek", "Naam", "Iets heel anders"]
)
def test_a_new_idea_looks_like_nothing(title: str, real: Toolbox) -> None:
    assert list(similar_records("instrumenten", title, real)) == []


def test_a_likeness_is_said_and_hinders_nothing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new.main(["rol", "Trekkers"]) == 0
    said = capsys.readouterr().out
    assert "Let op: dit lijkt op 'Trekker' (toolbox/rollen/trekker.yml)" in said
    assert (here / "toolbox/rollen/trekkers.yml").is_file()


def test_a_long_id_is_said_and_another_can_be_chosen(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Vooraf vertellen hoe het later misging"
    assert new.main(["instrument", title]) == 0
    assert "telt 38 tekens en staat voor altijd in het adres" in capsys.readouterr().out
    assert new.main(["instrument", title, "--id", "vooraf"]) == 0
    assert "voor altijd" not in capsys.readouterr().out
    assert (here / "docs/instrumenten/vooraf.md").is_file()
    assert new.main(["instrument", title, "--id", "Voor Af"]) == 1
    assert "bedoel je 'voor-af'?" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_title_without_quotes_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        new.main(["instrument", "Twee", "losse", "woorden"])
    said = capsys.readouterr().err
    assert 'zet de titel tussen aanhalingstekens: new instrument "Twee losse woorden"' in said


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Keetgesprek van tien minuten", "Keetgesprek van tien minuten"),
        ("Wat nu?", "Wat nu?"),
        ("Zo: dus", "'Zo: dus'"),
        ("Foto's van #2", '"Foto\'s van #2"'),
        ("360 graden", "'360 graden'"),
        ("Nee: 'ja' zegt ze", "\"Nee: 'ja' zegt ze\""),
        ("True", "'True'"),
        ("Ja, en?", "'Ja, en?'"),
    ],
)
def test_a_title_is_written_as_a_formatter_would(title: str, written: str) -> None:
    assert as_text(title) == written
    assert yaml.safe_load(f"titel: {written}") == {"titel": title}


def test_an_instrument_has_room_for_its_background(here: Path) -> None:
    """The guide for editors asks for text under this heading."""
    new.main(["instrument", "Proef"])
    page = (here / "docs/instrumenten/proef.md").read_text("utf-8")
    assert "\n\n## Achtergrond\n\nVul dit in" in page


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("kind", ["bron", "begrip", "instrument"])
def test_faults_elsewhere_do_not_hinder(here: Path, kind: str) -> None:
    """The check says: make that record first; so a reference to it may be there already."""
    record = here / "toolbox/instrumenten/keetgesprek.yml"
    rewrite(record, "^  - terugblik$", "  - later")
    assert new.main([kind, "Later"]) == 0


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
        (["rol", "Een bel\a erin"], "onzichtbaar teken (U+0007)"),
        (["rol", "De stakeholder"], "'stakeholder' vermijden we"),
        (["instrument", "Verkeerd \udce9 getypt"], "niet opgeslagen als UTF-8"),
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
    write = Path.write_bytes

    def refuse_pages(path: Path, content: bytes) -> int:
        if path.suffix == ".md":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse_pages)
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
    "Titel": ["Noem de ideeën", "Lees voor", "Kies er één", "Spreek een dag af", "Sluit af"],
    "Tekst": [
        "Laat iedereen één idee noemen.",
        "Lees alle ideeën nog eens voor.",
        "Kies samen het idee dat je morgen kunt proberen.",
        "Schrijf op wie begint en wanneer je erover praat.",
        "Vraag ieder wat dit gesprek opleverde.",
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
    lines = record.read_text("utf-8").splitlines(keepends=True)
    filled = [line if line.startswith("#") else sample.sub(answer, line) for line in lines]
    record.write_text("".join(filled), "utf-8")
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


@pytest.mark.long
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
