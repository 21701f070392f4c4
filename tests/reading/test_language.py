"""A check keeps what the style guide promises: short sentences, plain words, room to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.reading.language import advise, sentences
from macros.reading.project import open_toolbox
from macros.reading.source_pages import paragraphs

Faults = Callable[[], list[str]]
KEET = "toolbox/instrumenten/keetgesprek.yml"


def plant(project: Path, file: str, old: str, new: str) -> int:
    """Put a text in a file; returns the line on which it stands."""
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path.read_text("utf-8").split(new)[0].count("\n") + 1


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("governance", "besturing"),
        ("stakeholders", "betrokkene"),
        ("Faciliteer", "begeleiden"),
        ("implementatie", "invoeren"),
        ("men", "je, iedereen"),
    ],
)
def test_a_word_to_avoid_is_answered_with_a_plainer_one(
    project: Path, faults: Faults, word: str, plain: str
) -> None:
    line = plant(project, KEET, "uitkomst: ", f"uitkomst: Hier zegt {word} iets. ")
    assert faults() == [f"{KEET}:{line}: '{word}' vermijden we; schrijf liever: {plain}"]


def test_people_may_be_called_mensen(project: Path, faults: Faults) -> None:
    plant(project, KEET, "uitkomst: ", "uitkomst: Mensen noemen samen een term. ")
    assert faults() == []


def test_a_job_may_have_such_a_word_in_its_name(project: Path, faults: Faults) -> None:
    plant(project, KEET, "uitkomst: ", "uitkomst: De implementatiemanager heeft een lijst. ")
    assert faults() == []


def test_a_word_that_the_glossary_explains_may_be_used(project: Path, faults: Faults) -> None:
    plant(project, "toolbox/begrippen/belang.yml", "  - behoefte", "  - governance")
    plant(project, KEET, "uitkomst: ", "uitkomst: De governance staat op het bord. ")
    assert faults() == []


def test_a_sentence_that_nobody_can_follow_is_refused(project: Path, faults: Faults) -> None:
    sentence = "Dit is een zin die " + "en dan nog " * 9 + "stopt."
    line = (
        plant(project, "docs/index.md", "# Voorbeeld\n", f"# Voorbeeld\n\n- Kort.\n- {sentence}\n")
        + 3
    )
    assert faults() == [
        f"docs/index.md:{line}: deze zin telt 33 woorden, hoogstens 30; maak er twee van"
    ]


def test_a_long_sentence_in_a_record_is_only_advised(project: Path, faults: Faults) -> None:
    plant(project, KEET, "uitkomst: ", "uitkomst: Dit is " + "een beetje " * 11 + "lang. ")
    assert faults() == []
    assert advice(project) == ["deze zin telt 25 woorden; korter dan 20 leest beter"]


def test_running_text_may_have_a_long_sentence(project: Path, faults: Faults) -> None:
    sentence = "Dit is " + "een beetje " * 11 + "lang."
    plant(project, "docs/index.md", "# Voorbeeld\n", f"# Voorbeeld\n\n{sentence}\n")
    assert faults() == []
    assert advice(project) == []


def test_an_explanation_in_telegram_style_is_advised(project: Path) -> None:
    """Quick talk on the page of an instrument is none."""
    for page in ("modellen/reflectiemodel.md", "instrumenten/keetgesprek.md"):
        path = project / "docs" / page
        path.write_text(path.read_text("utf-8") + "\nDit is kort. " * 12, "utf-8")
    (text,) = advice(project)
    assert text.startswith("zinnen tellen hier gemiddeld 3,0 woorden; 10 tot 12 leest prettiger")


def advice(project: Path) -> list[str]:
    return [problem.text for problem in advise(open_toolbox(project), project)]


def test_a_word_to_avoid_may_be_the_term_of_a_model(project: Path, faults: Faults) -> None:
    for page in ("modellen/reflectiemodel.md", "condities/relatie.md"):
        path = project / "docs" / page
        path.write_text(path.read_text("utf-8") + "\nZij noemen het governance.\n", "utf-8")
    (fault,) = faults()
    assert fault.startswith("docs/condities/relatie.md")


def test_the_word_budget_of_a_sheet_is_advised(project: Path) -> None:
    plant(project, KEET, "valkuilen:\n  - ", "valkuilen:\n  - " + "te veel woorden hier " * 5)
    assert any(
        problem.text.startswith("een valkuil telt ")
        for problem in advise(open_toolbox(project), project)
    )


def test_only_running_text_is_judged() -> None:
    page = (
        '# Kop\n\n{{ kaarten("x") }}\n\n```\ngovernance\n```\n\n| stakeholder | x |\n|---|---|\n\n'
        "Gewone [tekst](governance.md) en `code`.\n\n- punt een\n"
    )
    assert list(paragraphs(page)) == ["Gewone tekst en .", "punt een"]


def test_sentences_end_where_a_reader_breathes() -> None:
    assert sentences("Vraag: wat ging goed? Schrijf 'dat dus.' Klaar!") == [
        "Vraag:",
        "wat ging goed?",
        "Schrijf 'dat dus.",
        "Klaar!",
    ]
