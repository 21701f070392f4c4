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
DURATIONS = {"kwartier": 15, "half uur": 30, "halfuur": 30, "drie kwartier": 45}
WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
MINUTES = re.compile(rf"\b(?:(\d+)|({WORDS}))[ -](?:minuten|minuut)\b", re.IGNORECASE)
DURATION = re.compile(r"\b(?:een )?(drie kwartier|kwartier|half uur|halfuur)\b", re.IGNORECASE)


def minutes_in(text: str) -> int | None:
    """The number of minutes that a title promises; None when it names none."""
    plain = text.replace("één", "een")
    if match := MINUTES.search(plain):
        return int(match[1]) if match[1] else NUMBERS[match[2].lower()]
    if match := DURATION.search(plain):
        return DURATIONS[match[1].lower()]
    return None
