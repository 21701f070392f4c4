"""Dutch words for the search: folded, without small words, and cut to their stems.

A light stemmer of our own: all forms of a word must get the same stem, which need not be a word.
The browser does the same (docs/assets/js/zoeken/woorden.js), with these rules from the catalogue;
tests/search/taalgevallen.yml checks that both give the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from macros.model import folding

# A syllable that is open before an ending has a long vowel, which a closed one writes twice: vragen
# is vraag, but vakken is vak. So zaak and zak, keet and ketting stay apart. With e only where the
# stress is: at the beginning of a word, or after these.
PREFIX = "be|ge|ver|ont|her|op|aan|af|uit|in|mee|toe|door|over|om|bij|na|voor|onder|samen|weg"


def _long(ending: str) -> tuple[tuple[int, str, str], ...]:
    """The rules for an ending behind an open syllable."""
    return (
        (3, f"([^aeiou])([aou])([^aeiouwxj]){ending}$", r"\1\2\2\3"),
        (3, f"(^(?:{PREFIX})?[^aeiou]+)e([^aeiouwxj]){ending}$", r"\1ee\2"),
    )


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
    (
        (4, "eringen$|ering$", "er"),
        *_long("ing(?:en|s)?"),
        (4, "ingen$|ings?$", ""),
        (4, "([^aeious])s$", r"\1"),
    ),
    ((4, "heid$", ""), (4, "([kpwgmfh])(?:ten|den|te|de|t|d)$", r"\1")),
    (*_long("(?:enden|ende|end|en|e)"), (3, "([^aeiou])(?:enden|ende|end|en)$", r"\1")),
    ((3, "([^aeiou])e$", r"\1"), *_long("er"), (4, "([^aeiou])er$", r"\1")),
    ((3, r"([bdfgklmnprst])\1$", r"\1"), (3, "v$", "f"), (3, "z$", "s")),
)
# Words of which the rules make something else, and their stems: the first of each line.
EXCEPTIONS = {
    form: forms.split()[0]
    for forms in """
    keten ketens
    dag dagen
    weg wegen
    blad bladen
    gat gaten
    dak daken
    lid leden
    stad steden
    poster posters
    letter letters
    bekend bekende
    woord woorden
    ouder ouders
    overheid overheden
    teken tekens tekenen tekening tekeningen
    oefen oefenen oefening oefeningen
    lever levert leveren levering leveringen
    kom komen komt
    achter
    beter
    ergens
    later
    lekker
    moeder
    plaats
    reeks
    wekker
    winter
    """.strip().splitlines()
    for form in forms.split()
}
# Words that are never searched.
STOP_WORDS = frozenset(
    """
    de het een en van in te dat die is op aan met voor er om dan of door over bij ook tot je als
    maar wat zo zij ze we wij ons onze hun kan kunt hoe ik mijn dit deze zijn wordt worden naar uit
    moet jij jou jullie u hem haar hij heb heeft hebben was waren zou wil wel nog al hier daar waar
    wie ben bent mij me zich toch steeds elke ieder alle veel meer
    """.split()
)
# In letters: the shortest word that is cut, the shortest compound, and the shortest part.
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
    if len(word) < SHORT or word in EXCEPTIONS:
        return EXCEPTIONS.get(word, word)
    for step in _COMPILED:
        for least, ending, instead in step:
            if not ending.search(word):  # true of most words, and cheaper than replacing
                continue
            shorter = ending.sub(instead, word)
            if shorter != word and len(shorter) >= least:
                word = shorter
                break
    return word


def stems(text: str) -> str:
    """The stems of a text in their order."""
    return " ".join(map(stem, words(text)))


def seam(word: str, known: Container[str]) -> int:
    """The number of letters in the first part of a compound; 0 for any other word."""
    if len(word) < COMPOUND:
        return 0
    for place in range(PART, len(word) - PART):
        head, tail = stem(word[:place]), stem(word[place:])
        if len(head) >= PART and len(tail) >= PART and head in known and tail in known:
            return place
    return 0
