"""Dutch words for whole numbers, as they stand in titles."""

from __future__ import annotations

import re

ONES = "een twee drie vier vijf zes zeven acht negen".split()
TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60}
TENS |= {"zeventig": 70, "tachtig": 80, "negentig": 90}
NUMBERS = {word: number for number, word in enumerate((*ONES, *TEENS), 1)} | TENS
NUMBERS |= {
    f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": value + number
    for ten, value in TENS.items()
    for number, one in enumerate(ONES, 1)
}
WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
# 'van tien minuten', 'in 10 minuten', 'tienminutengesprek'
MINUTES = re.compile(
    rf"\b(?:(?:van|in|binnen) (\d+|{WORDS}) minuten|(\d+|{WORDS})[ -]?minuten-?[a-z]+)",
    re.IGNORECASE,
)
LONGER = re.compile(
    rf"\b(?:van|in|binnen) (?:een )?(?:(drie kwartier|kwartier|half uur|halfuur|anderhalf uur)"
    rf"|(\d+|{WORDS}) uur)\b",
    re.IGNORECASE,
)
PARTS_OF_HOUR = {
    "kwartier": 15,
    "half uur": 30,
    "halfuur": 30,
    "drie kwartier": 45,
    "anderhalf uur": 90,
}


def minutes_in(text: str) -> int | None:
    """The number of minutes that a title promises; None when it names none."""
    plain = text.lower().replace("één", "een")
    if match := MINUTES.search(plain):
        return _number(match[1] or match[2])
    if match := LONGER.search(plain):
        return PARTS_OF_HOUR[match[1]] if match[1] else 60 * _number(match[2])
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]
