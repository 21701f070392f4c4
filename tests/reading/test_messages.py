"""A sound project, one fault, exactly one line: file, line, what is wrong and what is right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import KINDS
from macros.model.base import Part
from macros.model.fields import markers, part_of
from macros.reading.messages import MESSAGES, PATTERNS

Faults = Callable[[], list[str]]
Planted = tuple[str, str, str, str | None, str]
KEET = "toolbox/instrumenten/keetgesprek.yml"
LIJST = "toolbox/checklists/fase-uitvoeren-klaar.yml"
METING = "toolbox/scans/vertrouwensmeting.yml"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} staat niet in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def line_of(path: Path, text: str) -> int:
    return path.read_text("utf-8").split(text)[0].count("\n") + 1


def test_the_examples_are_sound(faults: Faults) -> None:
    assert faults() == []


FAULTS: list[
    Planted
] = [  # file, what stands there, what somebody typed, where the message points, what it says
    (KEET, "doel: Elke", "dool: Elke", "dool:", "dool: onbekend veld; bedoel je 'doel'?"),
    (
        KEET,
        "  - uitvoeren",
        "  - uitvoren",
        "- uitvoren",
        "fasen nr. 1: 'uitvoren' bestaat niet in fasen; bedoel je 'uitvoeren'?",
    ),
    (
        KEET,
        "begeleiding: zelf\n",
        "",
        "plekken:",
        "begeleiding: dit veld is verplicht en ontbreekt; zet het na 'plekken'",
    ),
    (
        KEET,
        "minuten: 1\n",
        "minuten: twee\n",
        "minuten: twee",
        "stappen nr. 1, minuten: moet een heel getal zijn zonder aanhalingstekens, niet 'twee';"
        " schrijf 2",
    ),
    (
        KEET,
        "soort: gesprek",
        "soort: gesprek\nsoort: canvas",
        "soort: canvas",
        "soort: dit veld staat er twee keer; houd er één",
    ),
    (
        KEET,
        "wereld: oranje",
        "wereld: paars",
        "wereld:",
        "wereld: 'paars' bestaat niet in werelden; kies uit 'blauw', 'oranje' of 'beide'",
    ),
    (
        KEET,
        "  min: 3",
        "  min: 30",
        "min: 30",
        "groep, min: min (30) is groter dan max (12); draai ze om",
    ),
    (
        KEET,
        "startset: true",
        "startset: ja",
        "startset:",
        "startset: schrijf true (ja) of false (nee), niet 'ja'",
    ),
    (
        KEET,
        "titel: Keetgesprek van tien minuten",
        "titel: K",
        "titel:",
        "titel: heeft minstens 3 tekens nodig; vul het aan",
    ),
    (
        KEET,
        "doel: Elke",
        "doel: " + "x" * 150 + " Elke",
        "doel:",
        "doel: is 214 tekens; kort in tot hoogstens 140",
    ),
    (
        KEET,
        "  - team",
        "  - team\n  - team",
        "niveaus:",
        "niveaus: staat er twee keer: team; haal er één weg",
    ),
    (
        KEET,
        "groep:\n  min: 3\n  max: 12",
        "groep: groot",
        "groep:",
        "groep: moet uit velden bestaan, niet uit 'groot'; schrijf {min: …, max: …}",
    ),
    (
        KEET,
        "niveaus:\n  - team",
        "niveaus: team",
        "niveaus:",
        "niveaus: moet een lijst zijn; schrijf [team]",
    ),
    (
        KEET,
        "voorbereiding: 0",
        "voorbereiding: -5",
        "voorbereiding:",
        "voorbereiding: moet minstens 0 zijn, niet '-5'",
    ),
    (
        KEET,
        "voorbereiding: 0",
        "voorbereiding: 2.5",
        "voorbereiding:",
        "voorbereiding: moet een heel getal zijn zonder aanhalingstekens, niet '2.5';"
        " schrijf 2 of 3",
    ),
    (
        KEET,
        "herzien: '2026-11-21'",
        "herzien: 21-11-2026",
        "herzien:",
        "herzien: schrijf een datum als jaar-maand-dag, zoals 2026-11-21; niet '21-11-2026'",
    ),
    (
        KEET,
        "  type: eigen",
        "  type: vrij-naar",
        "herkomst:",
        "herkomst, bronnen: verplicht bij herkomst 'vrij-naar'; noem minstens één bron",
    ),
    (
        KEET,
        "vervolg:\n  - terugblik",
        "vervolg:\n  - keetgesprek",
        "vervolg:",
        "vervolg: noemt zichzelf; haal die regel weg",
    ),
    (
        LIJST,
        "als_niet: ",
        "als_niet: Let op: ",
        "als_niet:",
        "zo niet te lezen: er staat een dubbele punt in de zin;"
        ' zet de hele zin tussen dubbele aanhalingstekens: "…"',
    ),
    (
        METING,
        "  - 24\n",
        "  - 25\n",
        "aantallen:",
        "aantallen: de plekken 1 tot en met 25 moeten elk één keer voorkomen",
    ),
    (
        "docs/index.md",
        'kaarten("instrumenten")',
        'kaarten("instrumnten")',
        "{{",
        "kaarten: 'instrumnten' bestaat niet; bedoel je 'instrumenten'?",
    ),
    (
        "docs/index.md",
        'kaarten("instrumenten")',
        'karten("instrumenten")',
        "{{",
        "'karten' is geen macro; bedoel je 'kaarten'?",
    ),
    (
        "docs/index.md",
        'kaarten("instrumenten")',
        'kaarten("instrumenten", fasen="delen")',
        "{{",
        "kaarten kent 'fasen' niet; haal het weg",
    ),
    (
        "docs/index.md",
        'kaarten("instrumenten")',
        "kaarten()",
        "{{",
        "kaarten wil een soort tussen de haakjes",
    ),
    (
        "docs/instrumenten/keetgesprek.md",
        "{{ hoort_bij() }}",
        "Tekst.",
        None,
        "de regel {{ hoort_bij() }} ontbreekt; zet hem onderaan",
    ),
]


@pytest.mark.parametrize("planted", FAULTS, ids=[str(number) for number, _ in enumerate(FAULTS)])
def test_one_fault_one_line(project: Path, faults: Faults, planted: Planted) -> None:
    file, old, new, place, says = planted
    replace(project / file, old, new)
    line = line_of(project / file, place) if place else 1
    assert faults() == [f"{file}:{line}: {says}"]


def test_a_record_without_a_page(project: Path, faults: Faults) -> None:
    (project / "docs/rollen/trekker.md").unlink()
    assert faults() == [
        "toolbox/rollen/trekker.yml:1: docs/rollen/trekker.md ontbreekt;"
        ' zet die pagina terug, of maak haar met de regel {{ rol("trekker") }}'
    ]


def test_a_page_without_a_record(project: Path, faults: Faults) -> None:
    (project / "docs/rollen/trekkers.md").write_text("# Trekkers\n")
    assert faults() == [
        "docs/rollen/trekkers.md:1: toolbox/rollen/trekkers.yml bestaat niet; bedoel je 'trekker'?"
    ]


def test_an_unknown_folder_and_a_wrong_ending(project: Path, faults: Faults) -> None:
    (project / "toolbox/instrument").mkdir()
    (project / "toolbox/instrument/tempo.yml").write_text("titel: Tempo\n")
    (project / "toolbox/rollen/leider.txt").write_text("x")
    assert faults() == [
        "toolbox/instrument/tempo.yml:1: dit record staat in de verkeerde map;"
        " zet het in toolbox/instrumenten/",
        "toolbox/rollen/leider.txt:1: hier horen bestanden die eindigen op .yml;"
        " bewaar het zo, of haal het weg",
    ]


@pytest.mark.parametrize("name", ["Keet", "con", "index", "a b", "keet--gesprek", "kéét", "x" * 61])
def test_a_file_name_that_is_no_id(project: Path, faults: Faults, name: str) -> None:
    (project / "toolbox/rollen/trekker.yml").rename(project / f"toolbox/rollen/{name}.yml")
    assert any(line.startswith(f"toolbox/rollen/{name}.yml:1: bestandsnaam: ") for line in faults())


def test_all_faults_of_all_files_at_once(project: Path, faults: Faults) -> None:
    replace(project / KEET, "doel: Elke", "dool: Elke")
    replace(project / KEET, "minuten: 1\n", "minuten: twee\n")
    replace(project / LIJST, "  - uitvoeren", "  - uitvoren")
    replace(project / "docs/index.md", "{{ kaarten", "Zie {{ kaarten")
    assert [line.split(": ")[0] for line in faults()] == [
        "docs/index.md:3",
        f"{LIJST}:{line_of(project / LIJST, '- uitvoren')}",
        f"{KEET}:{line_of(project / KEET, 'dool')}",
        f"{KEET}:{line_of(project / KEET, 'minuten: twee')}",
    ]


def test_a_faulty_record_still_exists_for_others(project: Path, faults: Faults) -> None:
    replace(project / "toolbox/instrumenten/terugblik.yml", "doel:", "dool:")
    assert len(faults()) == 1  # not also 'terugblik bestaat niet' in every record that names it


def used_error_types() -> set[str]:
    """Every error type that our models can raise, found by walking their core schemas."""
    found: set[str] = {"missing", "extra_forbidden"}
    by_type = {
        "str": {"string_type", "string_too_short", "string_too_long"},
        "int": {"int_type"},
        "float": {"float_type"},
        "bool": {"bool_type"},
    }
    by_type |= {
        "literal": {"literal_error"},
        "tuple": {"tuple_type"},
        "model": {"model_type"},
        "model-fields": {"model_attributes_type"},
    }
    waiting: list[object] = [spec.model.__pydantic_core_schema__ for spec in KINDS.values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            found |= by_type.get(str(node.get("type")), set())
            found |= {"greater_than_equal"} if "ge" in node else set()
            found |= {"less_than_equal"} if "le" in node else set()
            found |= {"too_short"} if "min_length" in node and node["type"] != "str" else set()
            found |= {"too_long"} if "max_length" in node and node["type"] != "str" else set()
            waiting += node.values()
        elif isinstance(node, (list, tuple)):
            waiting += node
    return found


def test_every_error_type_of_the_models_is_dutch() -> None:
    assert used_error_types() <= set(MESSAGES)


def test_every_pattern_of_the_models_is_explained() -> None:
    def patterns(model: type[Part]) -> set[str]:
        found = set()
        for name in model.model_fields:
            found |= {
                mark.pattern for mark in markers(model, name) if getattr(mark, "pattern", None)
            }
            if part := part_of(model, name):
                found |= patterns(part)
        return found

    assert set().union(*(patterns(spec.model) for spec in KINDS.values())) <= set(PATTERNS)


def test_a_statement_needs_a_home_that_shows_it(project: Path, faults: Faults) -> None:
    replace(project / "docs/over/bronnen.md", "{{ bronpunten() }}", "")
    replace(project / "docs/index.md", "{{ kaarten", "{{ bronpunten() }}\n\n{{ kaarten")
    assert faults() == [
        "docs/index.md:3: geen enkele uitspraak heeft deze pagina als thuis;"
        " haal {{ bronpunten() }} weg",
        "toolbox/bronpunten/basisvaardigheden-samenwerken.yml:1: thuis:"
        " docs/over/bronnen.md ontbreekt of mist de regel {{ bronpunten() }}",
    ]


def test_a_drawing_and_its_words_belong_together(project: Path, faults: Faults) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300"></svg>'
    (project / "toolbox/tekeningen").mkdir(exist_ok=True)
    (project / "toolbox/tekeningen/los.svg").write_text(svg)
    path = project / "toolbox/modellen/reflectiemodel.yml"
    path.write_text(path.read_text("utf-8") + "tekening: Vijf vensters rond een kern.\n", "utf-8")
    assert faults() == [
        "toolbox/modellen/reflectiemodel.yml:1: tekening:"
        " toolbox/tekeningen/reflectiemodel.svg ontbreekt; teken hem of haal het veld weg",
        "toolbox/tekeningen/los.svg:1: geen record beschrijft deze tekening;"
        " vul daar het veld tekening",
    ]


@pytest.mark.parametrize("raw", ["# Café\n".encode("latin-1"), b"# X\n\n\xe2\x80\xaeomgekeerd\n"])
def test_a_page_that_cannot_be_read_is_one_line_and_no_more(
    project: Path, faults: Faults, raw: bytes
) -> None:
    (project / "docs/over/kapot.md").write_bytes(raw)
    (line,) = faults()
    assert line.startswith("docs/over/kapot.md:")
