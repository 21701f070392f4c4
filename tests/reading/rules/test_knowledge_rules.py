"""Knowledge that is right and connected: each rule is broken once, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.project import rewrite

Faults = Callable[[], list[str]]
TERM = "toolbox/begrippen/belang.yml"
SOURCE = "toolbox/bronnen/basisvaardigheden-samenwerken.yml"


def rename_term(project: Path, title: str, synonym: str = "xyz") -> None:
    rewrite(project / TERM, "titel: Belang", f"titel: {title}")
    rewrite(project / TERM, "  - behoefte", f"  - {synonym}")


def write_below(project: Path, page: str, prose: str) -> None:
    path = project / "docs" / page
    path.write_text(f"{path.read_text('utf-8')}\n{prose}\n", "utf-8")


def test_a_term_that_its_page_does_not_use_is_a_problem(project: Path, faults: Faults) -> None:
    rename_term(project, "Handelingsrepertoire")
    (fault,) = faults()
    assert fault.startswith(f"{TERM}:5: zie: op condities/relatie komt 'Handelingsrepertoire'")
    assert "kies een pagina waar het staat" in fault


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Collectief belang", "Er zijn collectieve belangen."),
        ("Conceptcontract", "Alle conceptcontracten liggen klaar."),
        ("Coöperatie (van boeren)", "Er zijn veel COÖPERATIES met leden."),
        ("Xyzzy", "Dat heet een plugh."),
    ],
)
def test_a_term_is_found_with_its_endings_and_as_a_synonym(
    project: Path, faults: Faults, title: str, said: str
) -> None:
    rename_term(project, title, "plugh")
    assert len(faults()) == 1
    write_below(project, "condities/relatie.md", said)
    assert faults() == []


def test_the_address_of_a_link_is_not_the_word(project: Path, faults: Faults) -> None:
    rename_term(project, "Keetgesprek")
    write_below(project, "condities/relatie.md", "Lees [dit](../instrumenten/keetgesprek.md).")
    assert len(faults()) == 1


def test_a_maker_of_whom_nothing_was_read_is_a_problem(project: Path, faults: Faults) -> None:
    """Whoever took the name alone says so, and may."""
    rewrite(project / SOURCE, "gelezen: .*", "gelezen: nee")
    found = faults()
    assert any(fault.startswith("toolbox/condities/relatie.yml") for fault in found)
    assert all("kies 'alleen-de-naam'" in fault for fault in found)
    assert not any("kaarten/ervaring" in fault for fault in found)


def test_one_source_that_was_read_is_enough(project: Path, faults: Faults) -> None:
    unread = (project / SOURCE).read_text("utf-8").replace("titel: ", "titel: Nog een ")
    (project / "toolbox/bronnen/nooit-gelezen.yml").write_text(unread, "utf-8")
    rewrite(project / "toolbox/bronnen/nooit-gelezen.yml", "gelezen: .*", "gelezen: nee")
    both = "    - basisvaardigheden-samenwerken\n    - nooit-gelezen\n"
    record = project / "toolbox/condities/relatie.yml"
    rewrite(record, r"  bronnen:\n    - basisvaardigheden-samenwerken\n", f"  bronnen:\n{both}")
    assert faults() == []


def test_a_conditie_that_no_model_explains_is_a_problem(project: Path, faults: Faults) -> None:
    rewrite(project / "toolbox/modellen/reflectiemodel.yml", r"condities: \[relatie\]\n", "")
    (fault,) = faults()
    assert fault.startswith("toolbox/condities/relatie.yml:1: geen enkel model noemt")


def test_a_model_that_cannot_be_read_gives_no_second_problem(project: Path, faults: Faults) -> None:
    model = project / "toolbox/modellen/reflectiemodel.yml"
    rewrite(model, r"condities: \[relatie\]\n", "kleur: rood\n")
    (fault,) = faults()
    assert "kleur: onbekend veld" in fault


def test_a_situatie_with_one_cause_alone_is_a_problem(project: Path, faults: Faults) -> None:
    rewrite(project / "toolbox/situaties/stroeve-sfeer.yml", r"kan_ook:\n(  .*\n)+", "")
    (fault,) = faults()
    assert "kan_ook: dit veld is verplicht en ontbreekt" in fault


def test_a_source_that_supports_nothing_is_a_problem(project: Path, faults: Faults) -> None:
    """A page may use it too, by a link to it in the list of sources."""
    lonely = (project / SOURCE).read_text("utf-8").replace("titel: ", "titel: Nog een ")
    (project / "toolbox/bronnen/eenzaam.yml").write_text(lonely, "utf-8")
    (fault,) = faults()
    assert fault.startswith("toolbox/bronnen/eenzaam.yml:1: niets verwijst naar deze bron")
    write_below(project, "condities/relatie.md", "Zie [die bron](../bronnen/index.md#eenzaam).")
    assert faults() == []
