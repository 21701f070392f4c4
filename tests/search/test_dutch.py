"""Dutch words come together, whatever their form; the script is held to the same cases."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.model import Toolbox, Woord
from macros.search.catalogue import (
    catalogue,
    full_text,
    page_entries,
    record_entries,
)
from macros.search.dutch import seam, stem, words
from macros.search.packing import short_forms, shortened
from macros.search.thesaurus import groups
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/search/taalgevallen.yml").read_text("utf-8"))


@pytest.mark.parametrize(("word", "expected"), CASES["stammen"].items())
def test_forms_of_a_word_share_a_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["woorden"].items())
def test_words_are_folded_and_small_words_left_out(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(("word", "expected"), CASES["samenstellingen"].items())
def test_a_compound_falls_into_known_parts(word: str, expected: list[str]) -> None:
    place = seam(word, set(CASES["bekend"]))
    assert [stem(part) for part in (word[:place], word[place:]) if place] == expected


def test_everything_that_can_be_opened_can_be_found(real: Toolbox) -> None:
    found = [entry.address for entry in (*record_entries(real), *page_entries(ROOT))]
    pages = sum(1 for page in (ROOT / "docs").rglob("*.md"))
    on_one_page = sum(len(real.records[kind]) for kind in ("begrippen", "bronnen"))
    assert len(found) == len(set(found)) == pages + on_one_page - without_heading()


def without_heading() -> int:
    """Pages whose title comes from a macro: the home page only.

    Those of records are found as records.
    """
    return 1


def test_the_catalogue_is_plain_and_the_same_each_time(real: Toolbox) -> None:
    first, second = (json.dumps(catalogue(real, ROOT)) for _ in range(2))
    assert first == second


def test_each_column_of_the_catalogue_has_a_line_for_each_entry(real: Toolbox) -> None:
    """A line break in a text would shift all entries below it."""
    entries = [*record_entries(real), *page_entries(ROOT)]
    columns = catalogue(real, ROOT)["lijst"]
    assert {len(column.split("\n")) for column in columns} == {len(entries)}


def test_nothing_stands_twice_in_the_catalogue(real: Toolbox) -> None:
    for line in catalogue(real, ROOT)["lijst"][5].split("\n"):
        phrases = line.split(",")
        assert len(phrases) == len(set(phrases)), line


def test_stems_in_many_places_are_written_short() -> None:
    short = short_forms(["keet gesprek,keet", "keet gesprek", "samen"])
    assert short == {"keet": "Aa", "gesprek": "Ab", "samen": "Ac"}
    assert shortened("gesprek keet,werf gesprek,keet gesprek", short) == "AaAb,werfAb"


def test_words_of_readers_lead_to_words_of_entries(real: Toolbox) -> None:
    quarrel = Woord(
        id="ruzie",
        titel="ruzie",
        kort="conflict, mot",
        ook=("met getrokken messen", "op een lijn", "conflict"),
    )
    nowhere = Woord(id="fiets", titel="fiets", kort="rijwiel", ook=("stalen ros",))
    words = {"synoniemen": {"ruzie": quarrel, "fiets": nowhere}, "vermijden": {}}
    known = {stem(word) for word in ("ruzie", "conflict", "lijn")}
    assert list(groups(replace(real, words=words), known)) == [
        f"ruzie conflict|mot,{stem('getrokken')} {stem('messen')},op een lijn"
    ]


def test_a_page_is_found_by_the_words_in_its_front_matter(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    head, text = "zoekwoorden: [poster, aan de muur]", "# Drukwerk\n\nTekst.\n\n## Kaarten op A6"
    page = f"---\n{head}\n---\n\n{text}\n"
    (tmp_path / "docs/drukwerk.md").write_text(page, "utf-8")
    (entry,) = page_entries(tmp_path)
    assert entry.title == "Drukwerk"
    assert entry.search_words == ("poster", "aan de muur", "Kaarten op A6")


def test_a_summary_holds_whole_words_and_says_that_there_is_more(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    long, sentences = "samen, " * 30, "Dit is een hele zin. " * 6
    for text, shown in (
        (sentences, sentences.strip()),
        (f"{sentences}Daarna komt er meer.", sentences.strip()),
        (long, "samen, " * 17 + "samen…"),
        (f"{'a' * 120} samenwerken", f"{'a' * 120}…"),
    ):
        (tmp_path / "docs/drukwerk.md").write_text(f"# Drukwerk\n\n{text}\n", "utf-8")
        (entry,) = page_entries(tmp_path)
        assert entry.summary == shown
        assert set(words(entry.summary)) <= set(words(text))


def test_the_full_text_covers_every_page_with_text(real: Toolbox) -> None:
    text = full_text(real, ROOT)
    assert (
        "verzon" in text["instrumenten/belangenkaart/"].split()
    )  # stands in the prose of the page, in no record
