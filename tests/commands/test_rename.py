"""`kist.py hernoem` moves a record with all that names it, or changes nothing."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import KINDS, PAGE_KINDS
from macros.model.problems import ToolboxError
from scripts import rename
from scripts.pipeline.published_urls import check_pages
from tests.helpers.project import fingerprints, rewrite


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rename, "ROOT", project)
    monkeypatch.setattr(rename, "CODE", ())
    return project


def first_id(project: Path, kind: str) -> str:
    return min(path.stem for path in (project / "toolbox" / kind).glob("*.yml"))


def leftovers(project: Path, id: str) -> list[str]:
    """Lines that still hold the old id as a word, outside redirects and the list of addresses."""
    found = []
    for path in (*project.glob("toolbox/*/*.yml"), *project.rglob("docs/**/*.md")):
        for line in path.read_text("utf-8").splitlines():
            if f'"{id}"' in line or f"/{id}.md" in line or f"/{id}\n" in f"{line}\n":
                found.append(f"{path.name}: {line}")
    return found


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_record_of_every_kind_takes_all_with_it(
    here: Path, faults: Callable[[], list[str]], kind: str
) -> None:
    old = first_id(here, kind)
    assert rename.main([KINDS[kind].een, old, "heel-anders"]) == 0
    assert faults() == []
    assert (here / f"toolbox/{kind}/heel-anders.yml").is_file()
    assert not (here / f"toolbox/{kind}/{old}.yml").exists()
    if kind in PAGE_KINDS:
        assert not (here / f"docs/{kind}/{old}.md").exists()
        assert f"/{kind}/{old}/: /{kind}/heel-anders/" in (here / "redirects.yml").read_text()
        assert leftovers(here, old) == []


def test_there_and_back_again_gives_the_same_files(here: Path) -> None:
    before = fingerprints(here)
    old = first_id(here, "instrumenten")
    rename.main(["instrument", old, "heel-anders"])
    rename.main(["instrument", "heel-anders", old])
    after = fingerprints(here)
    assert after.pop("redirects.yml")
    assert after == before
    assert (here / "redirects.yml").read_text() == (
        f"/instrumenten/heel-anders/: /instrumenten/{old}/\n"
    )


def test_what_led_to_the_old_address_leads_to_the_newest(here: Path) -> None:
    old = first_id(here, "rollen")
    (here / "redirects.yml").write_text(
        f"# Verhuisd\n/rollen/nog-ouder/: '/rollen/{old}/#kop' # lang geleden\n", "utf-8"
    )
    assert rename.main(["rol", old, "nieuw"]) == 0
    assert (here / "redirects.yml").read_text("utf-8").splitlines() == [
        "# Verhuisd",
        "/rollen/nog-ouder/: '/rollen/nieuw/#kop' # lang geleden",
        f"/rollen/{old}/: /rollen/nieuw/",
    ]
    assert check_pages(here) == []


def test_a_trial_changes_nothing_and_names_every_file(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprints(here)
    old = first_id(here, "instrumenten")
    assert rename.main(["instrument", old, "heel-anders", "--proef"]) == 0
    said = capsys.readouterr().out
    assert f"toolbox/instrumenten/{old}.yml wordt toolbox/instrumenten/heel-anders.yml" in said
    assert f"docs/instrumenten/{old}.md wordt docs/instrumenten/heel-anders.md" in said
    assert "redirects.yml verandert mee" in said
    assert "Dit was een proef: er is niets veranderd." in said
    assert fingerprints(here) == before


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("ander", "bestaat al; kies een andere id"),
        ("{old}", "zo heet het al"),
        ("Mijn Naam", "bedoel je 'mijn-naam'?"),
        ("../x", "kan geen id zijn"),
        ("con", "kan geen id zijn"),
        ("x" * 61, "kan geen id zijn"),
        ("mijn_naam", "bedoel je 'mijn-naam'?"),
    ],
)
def test_an_id_that_cannot_be_is_refused(here: Path, new: str, says: str) -> None:
    old = first_id(here, "rollen")
    shutil.copy(here / f"toolbox/rollen/{old}.yml", here / "toolbox/rollen/ander.yml")
    rewrite(here / "toolbox/rollen/ander.yml", "^titel: .*$", "titel: Een ander")
    page = (here / f"docs/rollen/{old}.md").read_text("utf-8").replace(old, "ander")
    (here / "docs/rollen/ander.md").write_text(page, "utf-8")
    before = fingerprints(here)
    with pytest.raises(ToolboxError) as refused:
        rename.main(["rol", old, new.format(old=old)])
    assert says in str(refused.value)
    assert fingerprints(here) == before


def test_an_id_that_is_not_there_gets_the_nearest(here: Path) -> None:
    old = first_id(here, "rollen")
    with pytest.raises(ToolboxError, match=f"bedoel je '{old}'"):
        rename.main(["rol", old + "s", "nieuw"])


def test_a_full_disk_halfway_undoes_everything(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprints(here)
    write = Path.write_bytes
    count: list[Path] = []

    def refuse_later(path: Path, data: bytes) -> int:
        if path.is_relative_to(here):
            count.append(path)
        if len(count) == 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse_later)
    with pytest.raises(OSError, match="No space"):
        rename.main(["instrument", first_id(here, "instrumenten"), "heel-anders"])
    assert fingerprints(here) == before


def test_a_place_on_a_list_stays(here: Path) -> None:
    old = first_id(here, "begrippen")
    (here / "docs/begrippen").mkdir(exist_ok=True)
    (here / "docs/begrippen/index.md").write_text("# Begrippen\n\n{{ begrippen() }}\n", "utf-8")
    (here / "links.lock").write_text(f"/begrippen/\n/begrippen/#{old}\n", "utf-8")
    assert rename.main(["begrip", old, "ander-woord"]) == 0
    page = (here / "docs/begrippen/index.md").read_text("utf-8")
    assert page == f'# Begrippen\n\n<span id="{old}"></span>\n\n{{{{ begrippen() }}}}\n'


def test_faults_that_were_there_wait(here: Path, faults: Callable[[], list[str]]) -> None:
    """A record gets its id while it is written, so while it and others still have faults."""
    rewrite(here / "toolbox/instrumenten/keetgesprek.yml", "^soort: .*$", "soort: praatje")
    rewrite(here / "toolbox/begrippen/belang.yml", "^uitleg: .*$", "uitleg: Vul dit in")
    before = faults()
    assert rename.main(["bron", first_id(here, "bronnen"), "heel-anders"]) == 0
    assert rename.main(["instrument", "keetgesprek", "heel-anders"]) == 0
    assert faults() == [line.replace("keetgesprek", "heel-anders") for line in before]
    assert len(before) == 2


def test_a_name_that_others_already_use_may_be_given(
    here: Path, faults: Callable[[], list[str]]
) -> None:
    old = first_id(here, "rollen")
    rewrite(here / "docs/instrumenten/keetgesprek.md", r"\Z", "\n[Rol](../rollen/later.md)\n")
    rewrite(here / "toolbox/instrumenten/keetgesprek.yml", "^  - terugblik$", "  - later")
    assert faults()
    assert rename.main(["instrument", "terugblik", "later"]) == 0
    assert rename.main(["rol", old, "later"]) == 0
    assert faults() == []


@pytest.mark.parametrize("broken", ["titel: a: b\n", "titel: '\n", "\tx: 1\n"])
def test_a_record_that_cannot_be_read_hinders_only_its_own_references(
    here: Path, broken: str
) -> None:
    record = here / "toolbox/instrumenten/terugblik.yml"
    record.write_text(broken + record.read_text("utf-8"), "utf-8")
    assert rename.main(["rol", first_id(here, "rollen"), "nieuw"]) == 0
    rewrite(record, r"\Z", "vervolg: [keetgesprek]\n")
    before = fingerprints(here)
    with pytest.raises(ToolboxError, match=r"terugblik\.yml:1: .* is niet te lezen; verbeter"):
        rename.main(["instrument", "keetgesprek", "heel-anders"])
    assert fingerprints(here) == before


def test_a_record_in_another_encoding_stays_as_it_is(here: Path) -> None:
    record = here / "toolbox/instrumenten/terugblik.yml"
    content = record.read_bytes() + "# één\n".encode("cp1252")
    record.write_bytes(content)
    assert rename.main(["rol", first_id(here, "rollen"), "nieuw"]) == 0
    assert record.read_bytes() == content
