"""Spelling: words that are in neither the word list of OpenTaal nor our own list.

They are tips. A word that a language does not know may be right, so nothing is refused for one.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spylls.hunspell.algo.lookup import Lookup

from macros.model import Toolbox
from macros.model.problems import Problem, line_at
from macros.reading.language import Text, all_texts
from macros.reading.records import SPELLING
from macros.reading.word_list import open_words

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LANGUAGE = "nl_NL"
DICTIONARY = Path(__file__).parent / f"dictionary/{LANGUAGE}.zip"
OWN = f"toolbox/{SPELLING}"  # one word a line; lines with # are remarks
STORE = ".cache/spelling"  # its answers, since thousands of words take seconds
NO = "-"  # in front of a kept word that it does not know
LIKE = 0.75  # how much a proposal resembles the word, from 0 to 1


def check_spelling(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A tip for each unknown word, at the line where it is used first."""
    texts = list(all_texts(toolbox, root))
    first: dict[str, Text] = {}
    for text in texts:
        for word in WORD.findall(text.text):
            first.setdefault(word, text)
    own = own_words(root)
    others = [word for word in first if word not in own and word.lower() not in own]
    known = _known_words(others, root)
    for word in others:
        if word not in known:
            yield _tip(word, first[word], known | own, root)


def own_words(root: Path) -> frozenset[str]:
    """The words of this project that no dictionary has."""
    path = root / OWN
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip() for line in lines if line and not line.startswith("#"))


def _tip(word: str, text: Text, known: Iterable[str], root: Path) -> Problem:
    """The dictionary's own proposals take minutes; words that the site uses are nearer anyway."""
    similar = difflib.get_close_matches(word, known, 1, LIKE)
    proposal = f"; bedoel je '{similar[0]}'? Anders" if similar else ""
    written = (root / text.path).read_text("utf-8")
    found = re.search(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", written)
    line = line_at(written, found.start()) if found else 1
    right = f"{' ' if proposal else '; '}klopt het woord, zet het dan in {OWN}"
    return Problem(text.path, line, f"'{word}' staat in geen woordenlijst{proposal}{right}")


def _known_words(words: Iterable[str], root: Path) -> frozenset[str]:
    """Those of these words that the dictionary has; answers are kept, also that it has not one."""
    path = root / STORE / f"{_digest()}.txt"
    kept = path.read_text("utf-8").split("\n") if path.is_file() else []
    asked = {word.removeprefix(NO) for word in kept}
    new = [word for word in words if word not in asked]
    answers = [word if _dictionary()(word) else f"{NO}{word}" for word in new]
    if answers:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(sorted({*kept, *answers})), "utf-8")
    return frozenset(word for word in (*kept, *answers) if not word.startswith(NO))


@cache
def _digest() -> str:
    return hashlib.sha256(DICTIONARY.read_bytes()).hexdigest()[:16]


@cache
def _dictionary() -> Lookup:
    return open_words(DICTIONARY, LANGUAGE)
