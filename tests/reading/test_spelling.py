"""Every word on the site is in the word list of OpenTaal, or in our own list."""

from __future__ import annotations

import re
from functools import cache

import pytest
from spylls.hunspell import Dictionary

from macros.model import Toolbox
from macros.reading.language import all_texts
from tests.conftest import ROOT

FOLDER = ROOT / "tests/spelling"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def own_words() -> frozenset[str]:
    return frozenset(
        line
        for line in (FOLDER / "woorden.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.from_zip(str(FOLDER / "nl_NL.zip"))


def is_known(word: str, dictionary: Dictionary) -> bool:
    return bool(dictionary.lookup(word)) or word in own_words() or word.lower() in own_words()


def test_every_word_is_spelled_right(real: Toolbox, dictionary: Dictionary) -> None:
    found = {
        word: piece.path for piece in all_texts(real, ROOT) for word in WORD.findall(piece.text)
    }
    assert len(found) > 4000
    assert {word: path for word, path in found.items() if not is_known(word, dictionary)} == {}


@pytest.mark.parametrize("word", ["samenwerkeing", "belagen-kaart", "voobeeld", "organistatie"])
def test_a_typing_error_is_found(dictionary: Dictionary, word: str) -> None:
    assert not is_known(word, dictionary)


def test_our_own_list_holds_nothing_that_is_not_needed(
    real: Toolbox, dictionary: Dictionary
) -> None:
    used = {word for piece in all_texts(real, ROOT) for word in WORD.findall(piece.text)}
    needed = {word for word in used if not dictionary.lookup(word)}
    assert {
        word
        for word in own_words()
        if word not in needed and word not in {one.lower() for one in needed}
    } == set()
