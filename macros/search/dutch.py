"""Dutch words for the search: folded words stemmed, and compounds split in two.

A light stemmer of our own: all forms of a word must get the same stem, which need not be a word.
The browser does the same (docs/assets/js/zoekmachine.js) and gets these rules with the catalogue;
tests/search/taalgevallen.yml checks that both give the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from macros.model import folding

# Steps, applied in order; of each step only the first rule that fits is used. A rule is: the least
# number of letters that must be left, the ending to replace, and what replaces it.
RULES: tuple[tuple[tuple[int, str, str], ...], ...] = (
    (
        (3, "heden$", "heid"),
        (4, "([tdkpsfg])jes?$", r"\1"),
        (3, "ies$", "ie"),
        (4, "([aeiou])s$", r"\1s"),
        (4, "^bass$", "basss"),  # BASS is a name: the rule for doubled letters leaves two of three
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
# Words that are never searched.
STOP_WORDS = frozenset(
    """
    de het een en van in te dat die is op aan met voor er om dan of door over bij ook tot je als
    maar wat zo zij ze we wij ons onze hun kan kunt hoe ik mijn dit deze zijn wordt worden naar uit
    moet jij jou jullie u hem haar hij heb heeft hebben was waren zou wil wel nog al hier daar waar
    wie ben bent mij me zich toch steeds elke ieder alle veel meer
    """.split()
)
# Words that say little about what a reader looks for, so they count for little.
WEAK_WORDS = """
    niet geen niks iets iemand niemand iedereen allebei allemaal alles samen samenwerken
    samenwerking partner gaan gaat doen doet laten komen komt krijgen krijgt willen wil weten weet
    vinden vindt zeggen zegt werken werk goed beter echt gewoon eigenlijk nou even heel erg maken
    maakt houden hebben blijft blijven lang altijd nooit eerst andere anders mensen organisatie
    twee tussen zonder vaak snel tijd weg
    """.split()
# In letters: the shortest word that is stemmed, the shortest that is split, and the shortest part.
SHORT, COMPOUND, PART = 4, 8, 3

_COMPILED = [
    [(least, re.compile(ending), instead) for least, ending, instead in step] for step in RULES
]


def words(text: str) -> list[str]:
    """The folded words of a text in their order, without stop words.

    A text of stop words alone, such as the title 'Wie zijn wij?', keeps them.
    """
    found = folding.words(text)
    return [word for word in found if len(word) > 1 and word not in STOP_WORDS] or list(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word: the same for all its forms."""
    if len(word) < SHORT:
        return word
    for step in _COMPILED:
        for least, ending, instead in step:
            if not ending.search(word):  # true of most words, and cheaper than replacing
                continue
            shorter = ending.sub(instead, word)
            if shorter != word and len(shorter) >= least:
                word = shorter
                break
    return word


def split(word: str, known: Container[str]) -> list[str]:
    """The stems of the two parts of a compound; an empty list for any other word.

    `known` holds the stems that can be a part. The stemmer removes a linking -s or -en.
    """
    place = seam(word, known)
    return [stem(word[:place]), stem(word[place:])] if place else []


def barred(word: str, known: Container[str]) -> str:
    """The stem of a word, with bars when it is a compound: '|belang|en|gesprek'.

    After the bars: first part, linking letters, second part. No bars when these three are not
    exactly the stem of the whole word, for then the browser could not restore it.
    """
    place, whole = seam(word, known), stem(word)
    head, tail = stem(word[:place]), whole[place:]
    plain = place and whole.startswith(head) and tail == stem(word[place:])
    return f"|{head}|{whole[len(head) : place]}|{tail}" if plain else whole


def seam(word: str, known: Container[str]) -> int:
    """The number of letters in the first part of a compound; 0 for any other word."""
    if len(word) < COMPOUND:
        return 0
    for place in range(PART, len(word) - PART):
        head, tail = stem(word[:place]), stem(word[place:])
        if len(head) >= PART and len(tail) >= PART and head in known and tail in known:
            return place
    return 0
