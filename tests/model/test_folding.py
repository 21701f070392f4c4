"""Text is folded in one way before it is compared; the script is held to the same cases."""

from __future__ import annotations

from itertools import combinations

import pytest
import yaml

from macros.model.folding import fold, words
from macros.model.problems import as_id
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/search/vouwgevallen.yml").read_text("utf-8"))


@pytest.mark.parametrize("same", CASES["gelijk"], ids=lambda same: same[0])
def test_spellings_of_the_same_fold_alike(same: list[str]) -> None:
    assert {text: fold(text) for text in same} == dict.fromkeys(same, fold(same[0]))
    assert fold(same[0])


def test_what_is_the_same_in_one_way_is_not_the_same_as_the_rest() -> None:
    for one, other in [*CASES["anders"], *combinations([same[0] for same in CASES["gelijk"]], 2)]:
        assert fold(one) != fold(other), (one, other)


@pytest.mark.parametrize(("text", "expected"), CASES["vouw"].items())
def test_folded_text_is_exactly_this(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(expected) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["woorden"].items())
def test_words_lose_what_stands_behind_an_apostrophe(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_an_id_follows_from_a_title_however_it_is_typed() -> None:
    assert as_id("Collega’s en P.S.U.") == as_id("collega's en PSU") == "collegas-en-psu"
    assert as_id("Łukasz Šimić") == "lukasz-simic"
