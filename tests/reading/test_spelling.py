"""A typing error is a tip with a proposal; a right word, or one of our own list, gives none."""

from __future__ import annotations

from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from macros.reading import spelling
from macros.reading.project import open_toolbox
from macros.reading.spelling import DICTIONARY, LANGUAGE, OWN, check_spelling
from macros.reading.word_list import open_words
from tests.helpers.project import rewrite


def tips(project: Path) -> list[str]:
    return [str(tip) for tip in check_spelling(open_toolbox(project), project)]


@pytest.mark.parametrize("word", ["samenwerkeing", "belagen-kaart", "voobeeld", "organistatie"])
def test_a_typing_error_is_named_at_its_line(project: Path, word: str) -> None:
    page = project / "docs/rollen/trekker.md"
    page.write_text(f"{page.read_text('utf-8')}\nDit is een {word} hier.\n", "utf-8")
    (tip,) = [line for line in tips(project) if f"'{word}'" in line]
    line = page.read_text("utf-8").split(word)[0].count("\n") + 1
    assert tip.startswith(f"docs/rollen/trekker.md:{line}: ")


def test_a_proposal_is_a_word_that_the_site_uses(project: Path) -> None:
    page = project / "docs/rollen/trekker.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nEen samenwerking. Onze samenwerkng loopt.\n", "utf-8")
    (tip,) = [line for line in tips(project) if "'samenwerkng'" in line]
    assert "bedoel je 'samenwerking'?" in tip


def test_a_word_of_our_own_list_is_right(project: Path) -> None:
    rewrite(project / "toolbox/rollen/trekker.yml", "^wat: ", "wat: Een flabbermuts. ")
    assert any("flabbermuts" in tip for tip in tips(project))
    (project / OWN).write_text("# woorden van ons\nflabbermuts\n", "utf-8")
    assert not any("flabbermuts" in tip for tip in tips(project))


def test_a_word_is_looked_up_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking words up takes seconds; nobody waits for it again, also for an unknown word."""
    rewrite(project / "toolbox/rollen/trekker.yml", "^wat: ", "wat: Een flabbermuts. ")
    first = tips(project)
    assert any("flabbermuts" in tip for tip in first)
    monkeypatch.delattr(spelling, "_dictionary")
    assert tips(project) == first


def test_a_word_of_our_own_list_is_not_looked_up(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = [line.split("'")[1] for line in tips(project)]
    own = (project / OWN).read_text("utf-8") if (project / OWN).is_file() else ""
    (project / OWN).write_text("\n".join([own, *unknown, "flabbermuts", ""]), "utf-8")
    rewrite(project / "toolbox/rollen/trekker.yml", "^wat: ", "wat: Een flabbermuts. ")
    monkeypatch.delattr(spelling, "_dictionary")
    assert tips(project) == []


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("huizen", True),
        ("Samenwerking", True),
        ("samenwerkingsverband", True),
        ("NEDERLAND", True),
        ("nederland", False),
        ("km/h", True),
        ("AKZONOBEL", True),
        ("samenwerkeing", False),
    ],
)
def test_a_word_is_made_of_entries_with_their_endings_and_capitals(word: str, right: bool) -> None:
    assert spelling._dictionary()(word) == right  # noqa: SLF001 - nothing else answers for a word


@pytest.mark.long
def test_every_hundredth_entry_gets_the_answer_of_the_package(project: Path) -> None:
    """Also in small letters and in capitals; the package reads the whole list first."""
    whole, ours = Dictionary.from_zip(str(DICTIONARY)), open_words(DICTIONARY, LANGUAGE)
    stems = [entry.stem for entry in whole.dic.words[::100]]
    words = [form for stem in stems for form in (stem, stem.lower(), stem.upper(), f"{stem}en")]
    assert [ours(word) for word in words] == [whole.lookup(word) for word in words]
