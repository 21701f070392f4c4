"""Dutch words for the search: folded, stemmed, and compounds in two. docs/assets/js/zoekmachine.js does the same with these rules.

A light stemmer of our own: it only has to bring the forms of a word together, never to give a real word. The rules
travel to the browser inside the catalogue, so they stand once; tests/search/taalgevallen.yml holds both to the same answers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

# Steps; of each step the first rule that leaves enough letters is used. (letters that must stay, ending, what comes instead)
RULES: tuple[tuple[tuple[int, str, str], ...], ...] = (
    (
        (3, "heden$", "heid"),
        (4, "([tdkpsfg])jes?$", r"\1"),
        (3, "ies$", "ie"),
        (4, "([aeiou])s$", r"\1s"),
    ),
    ((4, "eringen$|ering$", "er"), (4, "ingen$|ings?$", ""), (4, "([^aeious])s$", r"\1")),
    (
        (4, "heid$", ""),
        (4, "([kpwgmfh])(?:ten|den|te|de|t|d)$", r"\1"),
        (3, "([^aeiou])(?:enden|ende|end|en)$", r"\1"),
    ),
    ((3, "([^aeiou])e$", r"\1"), (4, "([^aeiou])er$", r"\1")),
    ((3, r"([bdfgklmnprst])\1$", r"\1"), (3, "v$", "f"), (3, "z$", "s")),
    (
        (3, "(a)a([^aeiou]+)$", r"\1\2"),
        (3, "(e)e([^aeiou]+)$", r"\1\2"),
        (3, "(o)o([^aeiou]+)$", r"\1\2"),
        (3, "(u)u([^aeiou]+)$", r"\1\2"),
    ),
)
STOP_WORDS = frozenset(
    "de het een en van in te dat die is op aan met voor er om dan of door over bij ook tot je als maar wat zo zij ze we wij"
    " ons onze hun kan kunt hoe ik mijn dit deze zijn wordt worden naar uit moet jij jou jullie u hem haar hij heb heeft"
    " hebben was waren zou wil wel nog al hier daar waar wie ben bent mij me zich toch steeds elke ieder alle veel meer".split()
)
WEAK_WORDS = (  # they say little about what somebody looks for, so they weigh little
    "niet geen niks iets iemand niemand iedereen allebei allemaal alles samen samenwerken samenwerking partner gaan gaat"
    " doen doet laten komen komt krijgen krijgt willen wil weten weet vinden vindt zeggen zegt werken werk goed beter echt"
    " gewoon eigenlijk nou even heel erg maken maakt houden hebben blijft blijven lang altijd nooit eerst andere anders"
    " mensen organisatie twee tussen zonder vaak snel tijd weg"
).split()
SHORT, COMPOUND, PART = 4, 8, 3  # letters: stemmed from, split from, smallest part

SILENT = re.compile("[\u0300-\u036f'’]")
WORD = re.compile("[a-z0-9]{2,}")
_COMPILED = [
    [(least, re.compile(ending), instead) for least, ending, instead in step] for step in RULES
]


def fold(text: str) -> str:
    """Lower case without accents and apostrophes."""
    return SILENT.sub("", unicodedata.normalize("NFD", text.lower()))


def words(text: str) -> list[str]:
    """The folded words of a text, stop words left out."""
    return [word for word in WORD.findall(fold(text)) if word not in STOP_WORDS]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The shared part of all forms of a folded word."""
    if len(word) < SHORT:
        return word
    for step in _COMPILED:
        for least, ending, instead in step:
            shorter = (
                ending.sub(instead, word) if ending.search(word) else word
            )  # most do not end so, and looking is cheaper
            if shorter != word and len(shorter) >= least:
                word = shorter
                break
    return word


def split(word: str, known: Container[str]) -> list[str]:
    """The stems of the two parts of a compound, both known; nothing for any other word. Linking s and en fall to the stemmer."""
    place = _seam(word, known)
    return [stem(word[:place]), stem(word[place:])] if place else []


def barred(word: str, known: Container[str]) -> str:
    """The stem of a word; of a compound its parts behind bars, '|belang|en|gesprek', where they can be read off the whole."""
    place, whole = _seam(word, known), stem(word)
    head, tail = stem(word[:place]), whole[place:]
    plain = place and whole.startswith(head) and tail == stem(word[place:])
    return f"|{head}|{whole[len(head) : place]}|{tail}" if plain else whole


def _seam(word: str, known: Container[str]) -> int:
    """Where a compound falls in two known parts, 0 for any other word."""
    for place in range(PART, len(word) - PART) if len(word) >= COMPOUND else ():
        head, tail = stem(word[:place]), stem(word[place:])
        if len(head) >= PART and len(tail) >= PART and head in known and tail in known:
            return place
    return 0
